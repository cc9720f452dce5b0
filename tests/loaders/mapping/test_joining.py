"""One item that several tables tell of is one initiative."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.documents import document_of
from loaders.mapping.proposing import propose
from loaders.mapping.title_kinds import kind_told
from loaders.model import Role

HEADING = ("路線", "単位", "令和3年度", "令和4年度")


def items(*sheets: Sheet) -> list[tuple[str, list[tuple[Role, int | None, float]]]]:
    grid = Grid("a.xlsx", Format.EXCEL, sheets)
    rows = document_of(grid, propose(grid)).initiatives
    return [
        (row.activity or row.program_name, [(v.role, v.year, v.value) for m in row.measures for v in m.stated]) for row in rows
    ]


def test_what_was_planned_and_what_came_of_it_in_two_tables_is_of_one_item() -> None:
    planned = Sheet("表1 利用者数の計画", (HEADING, ("循環線", "千人", "210", "220"), ("山手線", "千人", "88", "90")))
    done = Sheet("表2 利用者数の実績", (HEADING, ("循環線", "千人", "166", "198"), ("山手線", "千人", "71", "80")))
    targets = [(Role.TARGET, 2021, 210), (Role.TARGET, 2022, 220)]
    results = [(Role.RESULT, 2021, 166), (Role.RESULT, 2022, 198)]
    assert items(planned, done)[0] == ("循環線", targets + results)
    assert len(items(planned, done)) == 2


NO_UNIT = ("路線", "令和3年度", "令和4年度")


def test_a_table_may_leave_out_the_units_that_another_tells() -> None:
    planned = Sheet("表1 利用者数の計画", (HEADING, ("循環線", "千人", "210", "220"), ("山手線", "千人", "88", "90")))
    done = Sheet("表2 利用者数の実績", (NO_UNIT, ("循環線", "166", "198"), ("山手線", "71", "80")))
    for tables in ((planned, done), (done, planned)):
        grid = Grid("a.xlsx", Format.EXCEL, tables)
        rows = document_of(grid, propose(grid)).initiatives
        assert [[measure.unit for measure in row.measures] for row in rows] == [["千人"], ["千人"]]
        stated = {(value.role, value.year, value.value) for value in rows[0].measures[0].stated}
        assert stated == {
            (Role.TARGET, 2021, 210),
            (Role.TARGET, 2022, 220),
            (Role.RESULT, 2021, 166),
            (Role.RESULT, 2022, 198),
        }


def test_a_row_without_a_unit_is_of_none_of_several_that_differ_in_their_units() -> None:
    planned = Sheet("表1 利用者数の計画", (HEADING, ("循環線", "千人", "210", "220"), ("循環線", "便", "88", "90")))
    done = Sheet("表2 利用者数の実績", (NO_UNIT, ("循環線", "166", "198"), ("山手線", "71", "80")))
    assert [len(stated) for _, stated in items(planned, done)] == [2, 2, 2, 2]


def test_values_of_one_year_that_differ_are_of_two_items() -> None:
    east = Sheet("東区の実績", (HEADING, ("循環線", "千人", "210", "220"), ("山手線", "千人", "88", "90")))
    west = Sheet("西区の実績", (HEADING, ("循環線", "千人", "166", "198"), ("山手線", "千人", "71", "80")))
    assert [name for name, _ in items(east, west)] == ["循環線", "山手線", "循環線", "山手線"]


def test_a_plans_name_says_nothing_of_its_values() -> None:
    assert kind_told("みどりの計画", ["進捗の実績"]) is None
    assert kind_told("第2期環境基本計画", []) is None


def test_block_whose_name_stands_beside_its_headings_is_read_by_it() -> None:
    rows = (
        ("指標1 間伐の実施面積（ha）", "基準値", "実績値", "", "目標値"),
        ("", "28年度", "元年度", "2年度", "7年度"),
        ("", "5120", "5340", "5288", "6000"),
        ("", "年度ごとの目標値", "5300", "5400", ""),
    )
    [(_, stated)] = items(Sheet("1", rows, (MergedCells(0, 0, 3, 0), MergedCells(0, 2, 0, 3))))
    assert stated == [
        (Role.BASELINE, None, 5120),
        (Role.RESULT, 2019, 5340),
        (Role.RESULT, 2020, 5288),
        (Role.FINAL_GOAL, None, 6000),
        (Role.TARGET, 2019, 5300),
        (Role.TARGET, 2020, 5400),
    ]
