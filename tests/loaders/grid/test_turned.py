"""A table that lies on its side is read as one that stands, and found by the file's own rows and columns."""

from loaders.grid.grid import MergedCells, Sheet
from loaders.grid.turned import turned

SHEET = Sheet(
    "1",
    (
        ("推移", "", ""),
        ("項目", "通行量", "空き店舗率"),
        ("担当課", "街づくり課", ""),
        ("R3目標", "8800", "13.5"),
        ("※注", "", ""),
    ),
    spans=(MergedCells(2, 1, 2, 2),),
)


def test_rows_become_columns_without_title_and_note() -> None:
    assert turned(SHEET).rows == (("項目", "担当課", "R3目標"), ("通行量", "街づくり課", "8800"), ("空き店舗率", "", "13.5"))
    assert turned(SHEET).around == ("推移",)
    assert turned(SHEET).shown(2, 1) == "街づくり課"


def test_places_are_told_as_the_file_has_them() -> None:
    assert (turned(SHEET).row_words(2), turned(SHEET).column_words(2)) == ("C列", "4行目")
    assert (SHEET.row_words(2), SHEET.column_words(2)) == ("3行目", "C列")
