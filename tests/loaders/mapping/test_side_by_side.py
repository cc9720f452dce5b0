"""Indicators side by side in a row are each of their own office, unit and name, which a cell may break into lines."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.proposing import propose
from loaders.model import Initiative
from loaders.records.documents import document_of


def read(*rows: tuple[str, ...]) -> dict[str, Initiative]:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))
    return {row.measures[0].name: row for row in document_of(grid, propose(grid)).initiatives}


ONE = (
    ("指標", "放流した\n稚魚の数", "魚道の\n整備率（％）"),
    ("単位", "千匹", "％"),
    ("担当課", "水産課", "河川課"),
    ("令和4年度 計画", "40", "60"),
    ("令和4年度 実績", "38", "61"),
    ("令和5年度 計画", "45", "65"),
    ("令和5年度 実績", "46", "63"),
)
OTHER = (
    ("指標", "漁港の\n利用隻数", "直売所の\n来客数"),
    ("単位", "隻", "人"),
    ("担当課", "港湾課", "商工課"),
    *ONE[3:],
)


def test_each_of_two_blocks_of_a_table_on_its_side_has_its_own_offices() -> None:
    found = read(*ONE, *OTHER)
    offices = {name: row.department for name, row in found.items()}
    assert offices == {
        "放流した稚魚の数": "水産課",
        "魚道の整備率（％）": "河川課",
        "漁港の利用隻数": "港湾課",
        "直売所の来客数": "商工課",
    }
    assert [row.measures[0].unit for row in found.values()] == ["千匹", "隻", "%", "人"]


def test_offices_that_are_told_once_are_of_all_indicators() -> None:
    without = (OTHER[0], OTHER[1], *OTHER[3:])
    assert {row.department for row in read(*ONE, *without).values()} == {"水産課", "河川課"}


def test_names_that_count_are_headings_below_each_year_and_what_their_brackets_hold_parts_them() -> None:
    names = ("１号路線", "２号路線（昼）", "２号路線（夜）")
    rows = (
        ("区分", "令和4年度", "", "", "令和5年度", "", ""),
        ("", *names, *names),
        ("計画", "40", "60", "20", "42", "62", "22"),
        ("実績", "38", "61", "19", "41", "60", "23"),
    )
    spans = (MergedCells(0, 0, 1, 0), MergedCells(0, 1, 0, 3), MergedCells(0, 4, 0, 6))
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans=spans),))
    measures = [measure for row in document_of(grid, propose(grid)).initiatives for measure in row.measures]
    stated = [sorted((v.role.value, v.year, v.value) for v in measure.stated) for measure in measures]
    assert [len(found) for found in stated] == [4, 4, 4]
    assert stated[2] == [("result", 2022, 19), ("result", 2023, 23), ("target", 2022, 20), ("target", 2023, 22)]
