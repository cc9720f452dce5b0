"""A page that is printed leaves its controls on the screen: words, figures, tables and charts go on A4, one below another.

Python cannot know that the browser is printing, so what is left out is said in CSS (printing.css), for print alone: nothing on
screen is styled by it. A chart keeps the width that it was drawn with on the screen: printed as it is, it shrinks to the paper
(printing.js). A page that is opened for print (`print=1` in its address, light theme) is laid out as wide as the paper on the
screen already, in one column, and shows whole what the screen folds away or parts into pages.
"""

from collections.abc import Iterable
from datetime import date
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.database import queries
from dashboard.frame import file_names, links
from dashboard.text import markdown, words

HERE: Final = Path(__file__).resolve().parent
SCRIPT: Final = (HERE / "printing.js").read_text(encoding="utf-8")
ON_PAPER: Final = (HERE / "printing.css").read_text(encoding="utf-8")
KEY: Final = "print"
ON: Final = "1"
OPENED: Final = {KEY: ON, "embed": "true", "embed_options": "light_theme"}
ENTRY: Final = "この画面を印刷用に開く（新しいタブ）"
# What is HTML of our own, or a container of this key, and has no use on paper.
SCREEN_ONLY: Final = "screen-only"

# Streamlit makes a class of a container's key; what such a one holds is not parted by the end of a sheet.
TOGETHER: Final = "together"
# As wide as A4 less its margins, at 96 dots an inch, in one column.
PAPER: Final = """[data-testid=stMainBlockContainer] { width: 700px !important; padding: 0 !important; }
[data-testid=stSidebar], [data-testid=stExpandSidebarButton] { display: none !important; }
[data-testid=stHorizontalBlock] { flex-wrap: wrap !important; }
[data-testid=stColumn] { flex: 1 1 100% !important; min-width: 100% !important; }"""
IMPRINT: Final = "imprint"
NOT_WHOLE: Final = (
    "折りたたまれた続きと、一覧の次のページは入っていません。"
    f"メニューの「{ENTRY.partition('（')[0]}」から印刷すると、すべて入ります。"
)


def css(is_paper: bool = False) -> str:
    """Return the style sheet; `is_paper` lays the page out as wide as paper on the screen too, so that charts are drawn so."""
    return f"{ON_PAPER}\n{PAPER if is_paper else ''}"


def is_on() -> bool:
    """Return whether the page was opened for print."""
    return st.query_params.get(KEY) == ON


def open_length(length: int, on_screen: int) -> int:
    """Return how many lines of a list are not folded away: on paper all of them."""
    return length if is_on() else on_screen


def on_screen(said: str) -> str:
    """Return words that are about the screen, what to press or where a link leads; nothing of them on paper."""
    return "" if is_on() else said


def together(key: str) -> DeltaGenerator:
    """Return a container whose contents stay on one sheet of paper where they fit; `key` is unique on the page."""
    return st.container(key=f"{TOGETHER}_{key}")


def address(page: str) -> str:
    """Return the address of a page opened for print, in the light theme, with the filters in force."""
    return links.address(page, links.filters_in_url(), **OPENED)


def entry(page: str) -> None:
    """Draw the way to this page as it comes on paper, with all that was chosen on it; on paper it leads nowhere."""
    if is_on():
        return
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key) if key not in OPENED]
    st.markdown(markdown.link(ENTRY, f"{page or './'}?{urlencode([*OPENED.items(), *pairs])}"))


def imprint_text(titles: Iterable[str], day: date, is_whole: bool = True) -> str:
    """Return what a sheet of paper says of itself: document, scale in force, day of printing, and whether it is all."""
    documents = "、".join(f"「{title}」" for title in titles)
    said = f"資料：{documents}　達成率の区分：{words.scale_note()}　印刷日：{words.date_text(day)}"
    return said if is_whole else f"{said}　{NOT_WHOLE}"


def imprint() -> None:
    """Put document, scale and day on the paper; the screen says them elsewhere."""
    said = imprint_text(queries.frame("documents")["title"], file_names.today(), is_on())
    st.html(f'<div class="{IMPRINT}">{escape(said)}</div>')
