"""A sheet of paper says of itself what it is, and the rules of paper hold on paper alone."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.browser import mending, printing
from dashboard.text import words


def test_a_sheet_names_its_document_scale_and_day() -> None:
    said = printing.imprint_text(["進行管理表", "資料2"], date(2026, 11, 24))
    assert said == f"資料：「進行管理表」、「資料2」　達成率の区分：{words.scale_note()}　印刷日：2026年11月24日"


def test_a_page_printed_as_it_is_says_what_is_left_out() -> None:
    said = printing.imprint_text(["進行管理表"], date(2026, 11, 24), is_whole=False)
    assert said.endswith(printing.NOT_WHOLE)


def test_the_style_sheet_of_print_styles_nothing_on_the_screen() -> None:
    before, _, rest = re.sub(r"/\*.*?\*/", "", printing.css(), flags=re.DOTALL).partition("@media print {")
    assert not (before + rest[rest.rindex("\n}") + 2 :]).strip()


def test_the_imprint_is_hidden_on_the_screen() -> None:
    assert re.search(rf"\.{printing.IMPRINT}\) {{ display: none; }}", mending.FRAME)


def test_the_names_of_our_own_parts_are_those_of_the_style_sheet() -> None:
    assert all(name in printing.ON_PAPER for name in (f".{printing.IMPRINT}", f".{printing.SCREEN_ONLY}", printing.TOGETHER))


def on_a_page() -> None:
    """A page with a long list and what is said of the screen alone."""
    import streamlit as st

    from dashboard.browser import paging, printing

    paging.paged(range(25), 10, "page", lambda shown: st.markdown(f"{len(shown)}件"))
    st.caption(printing.on_screen("押してください") or "なし")


@pytest.mark.parametrize(("is_paper", "length", "said"), [(False, 10, "押してください"), (True, 25, "なし")])
def test_on_paper_a_list_is_whole_and_nothing_is_to_be_pressed(is_paper: bool, length: int, said: str) -> None:
    app = AppTest.from_function(on_a_page)
    if is_paper:
        app.query_params[printing.KEY] = printing.ON
    app.run()
    assert not app.exception
    assert app.markdown[0].value == f"{length}件"
    assert app.caption[0].value == said
