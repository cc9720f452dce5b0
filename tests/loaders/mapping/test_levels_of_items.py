"""Items may be set in by a column: a row has words in one column alone, and what is set in is part of what stands above it."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of

YEARS = ("R4計画", "R4実績", "R5計画", "R5実績")
LEVELS = (
    ("世帯数", "", "900", "890", "910", "905"),
    ("", "うち単身", "300", "310", "305", "320"),
    ("", "うち三世代", "80", "75", "80", "70"),
    ("登録者", "", "50", "55", "60", "58"),
    ("", "区分1", "20", "25", "24", "23"),
    ("", "区分2", "30", "30", "36", "35"),
)


def names(rows: tuple[tuple[str, ...], ...], *spans: MergedCells) -> list[str]:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans),))
    return [measure.name for one in document_of(grid, propose(grid)).initiatives for measure in one.measures]


@pytest.mark.parametrize("heading", ["区　分", "種別", "項目"])
@pytest.mark.parametrize("span", [(), (MergedCells(0, 0, 0, 1),)])
def test_what_is_set_in_by_a_column_is_a_part_of_the_item_above_it(heading: str, span: tuple[MergedCells, ...]) -> None:
    found = names(((heading, "", *YEARS), *LEVELS), *span)
    assert found == [
        "世帯数",
        "世帯数（うち単身）",
        "世帯数（うち三世代）",
        "登録者",
        "登録者（区分1）",
        "登録者（区分2）",
    ]


def test_of_three_levels_the_highest_is_the_section_of_those_below_it() -> None:
    rows = (
        ("大人", "", "", "90", "89", "91", "90"),
        ("", "会員", "", "50", "55", "60", "58"),
        ("", "", "うち市外", "20", "25", "24", "23"),
        ("", "", "うち市内", "30", "30", "36", "35"),
        ("", "非会員", "", "40", "34", "31", "32"),
    )
    found = names((("区分", "", "", *YEARS), *rows), MergedCells(0, 0, 0, 2))
    assert found == ["大人", "会員", "会員（うち市外）", "会員（うち市内）", "非会員"]


def test_a_merged_cell_without_words_is_the_one_above_as_a_blank_one_is() -> None:
    rows = (
        ("指標", "", "区分", "R4", "R5"),
        ("苗の数", "", "目標", "42", "40"),
        ("", "", "実績", "39", "41"),
        ("", "うち赤い花", "目標", "11", "10"),
        ("", "", "実績", "9", "12"),
    )
    spans = [MergedCells(0, 0, 0, 1), MergedCells(1, 0, 2, 1), MergedCells(3, 0, 4, 0), MergedCells(3, 1, 4, 1)]
    assert names(rows, *spans) == ["苗の数", "苗の数（うち赤い花）"]
