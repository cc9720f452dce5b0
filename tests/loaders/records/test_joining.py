"""One item that several tables tell of is one initiative."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.layout.title_kinds import kind_told
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.model import Role
from loaders.records.documents import document_of

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


PLANNED = (
    ("番号", "指標", "単位", "目標", "", ""),
    ("", "", "", "R3", "R4", "R5（最終）"),
    ("第1章 道", "", "", "", "", ""),
    ("1-1", "舗装の延長", "m", "210", "220", "230"),
    ("1-2", "街灯の数", "基", "88", "90", "－"),
)
SPANS = (MergedCells(0, 3, 0, 5), MergedCells(2, 0, 2, 5))


def test_results_without_sections_and_units_answer_the_plan_that_has_them() -> None:
    done = (
        ("所管", "指標", "番号", "R3", "R4"),
        ("道路課", "街灯の数", "1-2", "86", "91"),
        ("", "舗装の延長", "1-1", "205", "221"),
    )
    [first, second] = items(Sheet("計画", PLANNED, SPANS), Sheet("実績", done))
    assert (first[0], second[0]) == ("舗装の延長", "街灯の数")
    assert [(Role.RESULT, 2022, 221) in first[1], (Role.RESULT, 2022, 91) in second[1]] == [True, True]


def test_name_that_comes_again_or_has_another_number_is_joined_with_none() -> None:
    again = (("指標", "R3", "R4"), ("舗装の延長", "205", "221"), ("舗装の延長", "31", "32"))
    assert len(items(Sheet("計画", PLANNED, SPANS), Sheet("実績", again))) == 4
    other = (("番号", "指標", "R3", "R4"), ("2-1", "舗装の延長", "205", "221"), ("2-2", "水路の延長", "31", "32"))
    assert len(items(Sheet("計画", PLANNED, SPANS), Sheet("実績", other))) == 4


def test_goal_of_the_end_that_goes_on_with_yearly_goals_is_its_years_target_too() -> None:
    [(_, stated), _] = items(Sheet("計画", PLANNED, SPANS))
    assert stated[-2:] == [(Role.FINAL_GOAL, None, 230), (Role.TARGET, 2023, 230)]
    apart = (("番号", "指標", "R3目標", "R4目標", "最終目標（R5）"), ("1", "舗装の延長", "210", "220", "230"))
    [(_, stated)] = items(Sheet("計画", apart))
    assert [value for value in stated if value[2] == 230] == [(Role.FINAL_GOAL, None, 230)]


def test_day_behind_a_title_says_nothing_of_its_values() -> None:
    assert kind_told("【様式2】年次実績表　令和7年6月30日現在", []) is kind_told("【様式2】年次実績表", []) is Use.RESULT
    assert kind_told("様式2（実績）", []) is Use.RESULT


def test_a_remark_behind_the_values_of_one_table_alone_does_not_part_its_rows() -> None:
    tables = [
        (
            ("区分", "項目", kind, "", "摘要"),
            ("", "", "R3", "R4", ""),
            ("業務", "給水人口", *values, remark),
            ("", "有収率", "88", "89", ""),
        )
        for kind, values, remark in (("計画", ("98", "97"), "推計による"), ("実績", ("96", "95"), ""))
    ]
    spans = tuple(MergedCells(at, 2, at, 3) for at in (1, 7))
    rows = (("表１　計画値", *[""] * 4), *tables[0], ("",) * 5, ("表２　実績値", *[""] * 4), *tables[1])
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans),))
    items = document_of(grid, propose(grid)).initiatives
    assert [len(measure.stated) for item in items for measure in item.measures] == [4, 4]
