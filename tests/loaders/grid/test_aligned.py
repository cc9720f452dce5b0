"""Words of a page that stand under each other are a table though no line parts them."""

from typing import Any

from loaders.grid.aligned import aligned_table

PLACES = (10, 150, 200, 250, 300)
ROWS = (
    ("指標", "単位", "R4目標", "R4実績", "R5目標"),
    ("植樹本数", "本", "120", "118", "130"),
    ("清掃参加者数", "人", "900", "874", "920"),
    ("設置件数", "件", "230", "", "250"),
)


def word(text: str, left: float, top: float) -> dict[str, Any]:
    return {"text": text, "x0": left, "x1": left + 8 * len(text), "top": top, "bottom": top + 8}


def page(rows: tuple[tuple[str, ...], ...]) -> list[dict[str, Any]]:
    return [word(t, x, 40 + 20 * at) for at, row in enumerate(rows) for x, t in zip(PLACES, row, strict=True) if t]


def test_columns_are_parted_where_no_line_has_a_word() -> None:
    sheet = aligned_table([word("進捗状況", 10, 10), *page(ROWS)], "1ページ", 1)
    assert sheet is not None
    assert sheet.rows == ROWS
    assert sheet.around == ("進捗状況",)


def test_line_between_rows_goes_on_with_the_nearer() -> None:
    sheet = aligned_table([*page(ROWS), word("（延べ）", 10, 90)], "1ページ", 1)
    assert sheet is not None
    assert sheet.rows[2][0] == "清掃参加者数（延べ）"


def test_heading_over_two_columns_is_one_cell_over_them() -> None:
    sheet = aligned_table([*page(ROWS), word("指標", 10, 28), word("令和4年度の値等", 210, 28)], "1ページ", 1)
    assert sheet is not None
    assert [(span.left, span.right) for span in sheet.spans] == [(2, 3)]


def test_prose_is_no_table() -> None:
    lines = [word("この計画は、市の将来像を示すものである。", 10, 10 + 12 * at) for at in range(20)]
    assert aligned_table(lines, "1ページ", 1) is None
