"""A row in brackets beside one that is not, of one item and kind, is of a part and neither the plan nor the result."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.tables import Table, read_table


def _table(*rows: tuple[str, ...]) -> Table:
    mapping = propose(grid := Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),)))
    return read_table(grid, mapping.tables[0], mapping)


def _read(table: Table) -> list[tuple[Use, int | None, str]]:
    return [(e.use, e.year, e.text) for record in table.records.records for e in record.entries]


_HEADING = ("指標", "区分", "R4", "R5")


def test_row_in_brackets_below_the_whole_is_left_and_told() -> None:
    rows = (("貸出し", "目標", "30", "32"), ("", "", "（9）", "（10）"), ("", "実績", "29", "33"), ("", "", "（8）", "（　）"))
    table = _table(_HEADING, *rows)
    assert _read(table) == [
        (Use.TARGET, 2022, "30"),
        (Use.TARGET, 2023, "32"),
        (Use.RESULT, 2022, "29"),
        (Use.RESULT, 2023, "33"),
    ]
    assert [left.why for left in table.records.left] == ["bracketed", "bracketed"]


def test_row_in_brackets_of_another_kind_is_read() -> None:
    table = _table(_HEADING, ("貸出し", "目標", "30", "32"), ("", "実績", "（29）", "（33）"))
    assert [text for use, _, text in _read(table) if use is Use.RESULT] == ["（29）", "（33）"]


def test_note_of_brackets_that_names_no_kind_leaves_no_guess_of_lines() -> None:
    rows = (("貸出し", "30", "32"), ("", "（9）", "（10）"), ("登録", "50", "60"), ("", "（20）", "（22）"))
    table = _table(("指標", "R4", "R5"), *rows, ("※（　）内は市外の方の内数", "", ""))
    assert [text for _, _, text in _read(table)] == ["30", "32", "50", "60"]


def test_row_of_values_whose_word_is_no_kind_is_told() -> None:
    rows = (("貸出し", "目標", "30", "32"), ("", "うち児童", "9", "10"), ("", "実績", "29", "33"), ("", "うち児童", "8", "11"))
    table = _table(_HEADING, *rows)
    assert [text for _, _, text in _read(table)] == ["30", "32", "29", "33"]
    assert [left.why for left in table.records.left] == ["no kind", "no kind"]
