"""Which rows are data: sums are none, in whichever of their lines the word for them stands."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.proposing import propose
from loaders.mapping.recording import read_records


def test_a_sum_that_is_merged_over_two_lines_is_one_in_both() -> None:
    rows = (
        ("施設", "区分", "R4", "R5"),
        ("庁舎", "目標", "10", "9"),
        ("", "実績", "11", "8"),
        ("小計", "目標", "10", "9"),
        ("", "実績", "11", "8"),
    )
    sheet = Sheet("1", rows, spans=(MergedCells(1, 0, 2, 0), MergedCells(3, 0, 4, 0)))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    records = read_records(sheet, table)
    assert [left.why for left in records.left] == ["total", "total"]
    assert len(records.records) == 1
