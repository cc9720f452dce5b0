"""A sheet of paper says of itself what it is, and the rules of paper hold on paper alone."""

from datetime import date

from dashboard import printing, words


def test_a_sheet_names_its_document_scale_and_day() -> None:
    said = printing.imprint_text(["進行管理表", "資料2"], date(2026, 11, 24))
    assert said == f"資料：「進行管理表」、「資料2」　達成率の区分：{words.SCALE_NOTE}　印刷日：2026年11月24日"


def test_on_the_screen_only_the_imprint_is_styled_and_it_is_hidden() -> None:
    before, _, rest = printing.css().partition("@media print {")
    on_screen = before + rest[rest.rindex("\n}") + 2 :]
    assert on_screen.split() == [f".{printing.IMPRINT}", "{", "display:", "none;", "}"]
