"""Tables that lie on their side are read where they stand: below each other, above or below an upright one."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.model.written import read_written, written
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of

TREES = (
    ("表１　みどり", "", ""),
    ("年　度", "木を植えた人の割合", "１人当たり公園面積※"),
    ("", "（％）", "（㎡）"),
    ("策定時（令和元年度）", "40.5", "8.1"),
    ("令和３年度", "41.2", "8.2"),
    ("令和４年度", "42.0", "8.4"),
    ("令和５年度", "43.9", "8.4"),
    ("目標値（令和９年度）", "60.0", "10.0"),
)
WATER = (
    ("", "", ""),
    ("表２　みず", "", ""),
    ("年　度", "水辺を歩いた人の割合", "川の水質がよい地点"),
    ("", "（％）", "（地点）"),
    ("策定時（令和元年度）", "20.5", "3"),
    ("令和３年度", "21.2", "4"),
    ("令和４年度", "22.0", "4"),
    ("令和５年度", "23.9", "6"),
    ("目標値（令和９年度）", "30.0", "9"),
)
UPRIGHT = (("", "", ""), ("指標", "令和５年度目標", "令和５年度実績"), ("清掃の回数", "12", "11"), ("里親の団体", "30", "28"))


def _grid(*rows: tuple[str, ...]) -> Grid:
    names = [at for at, row in enumerate(rows) if row[0] == "年　度"]
    return Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, tuple(MergedCells(at, 0, at + 1, 0) for at in names)),))


def test_tables_on_their_side_below_each_other_are_each_read() -> None:
    tables = propose(_grid(*TREES, *WATER)).tables
    assert [(t.is_turned, t.part) for t in tables] == [(True, (1, 7)), (True, (10, 16))]
    for table in tables:
        told = [(c.use, c.year) for c in table.columns if c.use in (Use.BASELINE, Use.RESULT, Use.FINAL_GOAL)]
        assert [use for use, _ in told] == [Use.BASELINE, Use.RESULT, Use.RESULT, Use.RESULT, Use.FINAL_GOAL]
        assert [year for use, year in told if use is Use.RESULT] == [2021, 2022, 2023]


def test_a_table_on_its_side_ends_the_upright_one_above_it() -> None:
    for rows in ((*UPRIGHT[1:], ("", "", ""), *TREES), (*TREES, *UPRIGHT)):
        tables = propose(_grid(*rows)).tables
        assert {t.is_turned for t in tables} == {True, False}
        [upright] = [t for t in tables if not t.is_turned]
        grid = _grid(*rows)
        names = [i.measure or i.activity for i in document_of(grid, propose(grid)).initiatives]
        assert len(names) == 4, names
        assert upright.end <= len(rows)


def test_names_beside_numbers_of_years_are_names_though_they_hold_numbers() -> None:
    [table] = propose(_grid(*TREES)).tables
    assert [c.use for c in table.columns[:2]] == [Use.NAME, Use.UNIT]


def test_years_beside_numbers_without_a_start_or_a_goal_are_left_where_another_table_is_read() -> None:
    sent = (("", "", ""), ("年度", "送った数", "返った数"), *((f"令和{at}年度", "3000", "1400") for at in range(3, 7)))
    tables = propose(_grid(*UPRIGHT[1:], *sent)).tables
    assert [t.is_turned for t in tables] == [False]


def test_the_rows_that_a_table_on_its_side_takes_are_kept_with_its_mapping() -> None:
    mapping = propose(_grid(*TREES, *WATER))
    assert read_written(written(mapping)) == mapping


def test_a_table_on_its_side_may_name_its_items_in_the_corner_and_kinds_beside_its_years() -> None:
    items = (
        ("項目", "光を集める板の容量", "家の数"),
        ("", "（kW）", "（戸）"),
        ("策定時（H30）", "1200", "35"),
        ("R3実績", "1410", "61"),
        ("R4実績", "1555", "80"),
        ("R8目標", "2500", "200"),
    )
    standing, lying = propose(_grid(*UPRIGHT[1:], ("", "", ""), *items)).tables
    assert (standing.end, lying.part) == (4, (4, 9))
    told = [(c.use, c.year) for c in lying.columns]
    assert [use for use, _ in told] == [Use.NAME, Use.UNIT, Use.BASELINE, Use.RESULT, Use.RESULT, Use.FINAL_GOAL]


def test_short_words_below_names_are_units_though_one_of_them_is_unknown() -> None:
    years = tuple((f"令和{at}年度実績", f"1{at}", f"2{at}", f"30{at}") for at in range(3, 6))
    rows = (
        ("年度", "通いの場", "見守る人", "体操に来た人"),
        ("", "か所", "者", "人"),
        *years,
        ("最終目標（R8）", "30", "40", "400"),
    )
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert [c.use for c in table.columns[:2]] == [Use.NAME, Use.UNIT]
