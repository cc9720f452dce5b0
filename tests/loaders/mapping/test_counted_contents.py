"""Where a table says what it counts in: behind its words, over its last column, and in a unit that is called 単位."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of

KINDS = (("苗の会", "育てた苗\n（ポット）", "計画", "42", "46"), ("", "", "実績", "38", "41"))
OTHERS = (("花の会", "会員（人）", "計画", "30", "34"), ("", "", "実績", "26", "30"))


def units(*rows: tuple[str, ...], spans: tuple[MergedCells, ...] = ()) -> list[tuple[str, str | None]]:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans),))
    return [(m.name, m.unit) for one in document_of(grid, propose(grid)).initiatives for m in one.measures]


@pytest.mark.parametrize("heading", ["内容（単位）", "事業内容（単位）", "概要(単位)"])
def test_contents_with_their_units_behind_them_are_what_is_counted(heading: str) -> None:
    found = units(("事業名", heading, "", "R4", "R5"), *KINDS, *OTHERS)
    assert found == [("育てた苗（ポット）", "ポット"), ("会員（人）", "人")]


def test_contents_without_units_stay_contents() -> None:
    grid = Grid("a.csv", Format.CSV, (Sheet("1", (("事業名", "内容", "", "R4", "R5"), *KINDS, *OTHERS)),))
    assert next(c.use for c in propose(grid).tables[0].columns if c.heading == "内容") is Use.ACTIVITY


@pytest.mark.parametrize("line", ["単位：千円", "（単位：千円）"])
def test_a_unit_alone_over_the_last_column_is_of_all_values(line: str) -> None:
    rows = (
        ("給付の見込みと実績", "", ""),
        ("", "", line),
        ("種類", "R4計画", "R4実績"),
        ("訪問", "42", "40"),
        ("通所", "39", "41"),
    )
    assert units(*rows) == [("訪問", "千円"), ("通所", "千円")]


def test_a_unit_that_is_called_so_is_one() -> None:
    rows = (("指標", "単位", "R4目標", "R4実績"), ("学級の支援", "単位", "42", "40"), ("会員", "人", "39", "41"))
    assert [unit for _, unit in units(*rows)] == ["単位", "人"]


def test_contents_under_a_heading_of_indicators_are_their_names() -> None:
    rows = (
        ("事業", "評価指標", "", "令和6年度", ""),
        ("", "区分", "内容", "目標値", "実績値"),
        ("花の会", "成果", "咲いた花壇の割合", "21.0%", "20.8%"),
        ("", "活動", "植えた苗の数", "420本", "409本"),
    )
    assert units(*rows, spans=(MergedCells(0, 1, 0, 2), MergedCells(0, 3, 0, 4))) == [
        ("咲いた花壇の割合", "%"),
        ("植えた苗の数", "本"),
    ]


def test_the_year_of_the_plans_end_may_stand_behind_those_that_follow_each_other() -> None:
    rows = (
        ("指標", "", "2022", "2023", "2024", "2027"),
        ("花の数", "計画", "8", "9", "9", "12"),
        ("", "実績", "7", "9", "", ""),
    )
    [table] = propose(Grid("a.csv", Format.CSV, (Sheet("1", rows),))).tables
    assert [c.year for c in table.of(Use.VALUE)] == [2022, 2023, 2024, 2027]
