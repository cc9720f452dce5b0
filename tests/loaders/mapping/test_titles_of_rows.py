"""Titles between the rows tell what the values below them are kept in; numbers left of names count them."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.model import Initiative
from loaders.records.documents import document_of

HEADING = ("指標", "", "R4計画", "R4実績", "R5計画", "R5実績")
ROWS = (
    ("(1) 収入に係る指標（単位：百万円）", *[""] * 5),
    ("①", "使用料収入", "120", "118", "125", "126"),
    ("②", "貸付料収入", "30", "31", "30", "29"),
    ("(2) 利用に係る指標（単位：人／日）", *[""] * 5),
    ("①", "体育館の利用者", "210", "198", "215", "220"),
    ("②", "会議室の稼働率（％）", "40.0", "38.5", "42.0", "43.1"),
)
SPANS = (MergedCells(0, 0, 0, 1), MergedCells(1, 0, 1, 5), MergedCells(4, 0, 4, 5))


def read(*rows: tuple[str, ...], spans: tuple[MergedCells, ...] = SPANS) -> list[Initiative]:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans),))
    return list(document_of(grid, propose(grid)).initiatives)


def test_a_title_of_rows_tells_their_unit_and_a_unit_in_a_name_goes_before_it() -> None:
    found = [(row.measures[0].name, row.measures[0].unit) for row in read(HEADING, *ROWS)]
    assert found == [
        ("使用料収入", "百万円"),
        ("貸付料収入", "百万円"),
        ("体育館の利用者", "人/日"),
        ("会議室の稼働率（％）", "%"),
    ]
    assert {row.program_name for row in read(HEADING, *ROWS)} == {ROWS[0][0].replace("　", " "), ROWS[3][0]}


@pytest.mark.parametrize(
    ("signs", "use"),
    [
        (("①", "②", "①", "②"), Use.NUMBER),
        (("ア", "イ", "ウ", "エ"), Use.NUMBER),
        (("水道", "下水道", "水道", "病院"), Use.MEASURE),
    ],
)
def test_what_only_counts_the_names_beside_it_is_their_number(signs: tuple[str, ...], use: Use) -> None:
    rows = [(sign, *row[1:]) for sign, row in zip(signs, (ROWS[1], ROWS[2], ROWS[4], ROWS[5]), strict=True)]
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", (HEADING, *rows), SPANS[:1]),))
    [table] = propose(grid).tables
    assert table.columns[0].use is use
    assert table.columns[1].use is (Use.MEASURE if use is Use.NUMBER else Use.PART)


def test_a_line_of_a_unit_alone_below_headings_is_one_of_them() -> None:
    rows = (("指標", "R4計画", "R4実績"), ("（単位：千人）", "", ""), ("来館者", "12", "13"), ("来園者", "8", "7"))
    found = read(*rows, spans=(MergedCells(1, 0, 1, 2),))
    assert [(row.measures[0].name, row.measures[0].unit) for row in found] == [("来館者", "千人"), ("来園者", "千人")]


def test_a_row_set_in_as_far_as_a_title_is_not_under_it_but_beside() -> None:
    rows = (
        ("目標・指標", "R4計画", "R4実績", "R5計画", "R5実績"),
        ("　施策１　本に親しむ", *[""] * 4),
        ("　　月に１冊は読む人の割合", *[""] * 4),
        ("大人", "40.0", "38.5", "42.0", "43.1"),
        ("子ども", "60.0", "61.5", "62.0", "63.1"),
        ("　　貸出の冊数", "500", "480", "510", "520"),
        ("　施策２　本を届ける", *[""] * 4),
        ("　　巡回の回数", "12", "12", "12", "11"),
    )
    found = {row.measures[0].name: row.program_name for row in read(*rows, spans=())}
    assert found == {
        "大人": "月に１冊は読む人の割合",
        "子ども": "月に１冊は読む人の割合",
        "貸出の冊数": "施策１ 本に親しむ",
        "巡回の回数": "施策２ 本を届ける",
    }
