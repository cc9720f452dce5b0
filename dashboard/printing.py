"""A page that is printed leaves its controls on the screen: words, figures, tables and charts go on A4, one below another.

Python cannot know that the browser is printing, so what is left out is said in CSS, for print alone: nothing on screen is
styled by it. A chart keeps the width that it was drawn with on the screen, so a page that is opened for print (`print=1` in
its address, light theme) is laid out as wide as the paper on the screen already, in one column.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from html import escape
from typing import Final

import streamlit as st

from dashboard import links, queries, words

KEY: Final = "print"
ON: Final = "1"

HIDDEN: Final = (
    "stHeader",
    "stSidebar",
    "stExpandSidebarButton",
    "stExpander",
    "stButton",
    "stDownloadButton",
    "stPageLink",
    "stButtonGroup",
    "stSelectbox",
    "stMultiSelect",
    "stRadio",
    "stTextInput",
    "stToggle",
    "stCheckbox",
    "stPagination",
    "stToolbar",
    "stSkeleton",
)
# What stays on one sheet of paper where it fits.
UNBROKEN: Final = ("stPlotlyChart", "stMetric", "stAlert")
# A heading and the sentence below it go with what they are about.
HEADED: Final = (
    "[data-testid=stElementContainer]:has(h1, h2, h3, h4), "
    "[data-testid=stElementContainer]:has(h2, h3) + [data-testid=stElementContainer]"
)
# A4 less its margins is 703 px at 96 dots an inch: one column.
PAPER: Final = """[data-testid=stMainBlockContainer] { width: 700px !important; padding: 0 !important; }
[data-testid=stSidebar], [data-testid=stExpandSidebarButton] { display: none !important; }
[data-testid=stHorizontalBlock] { flex-wrap: wrap !important; }
[data-testid=stColumn] { flex: 1 1 100% !important; min-width: 100% !important; }"""
# Tables wrap rather than scroll and go on over the pages, their headings on each: an inline table would be kept in one piece.
# Side-by-side parts with headings of their own go one below another, since a grid does not break.
TABLES: Final = """:is([data-testid=stTable], [data-testid=stTable] *) {
  overflow: visible !important; white-space: normal !important;
}
[data-testid=stTable] table { display: table !important; table-layout: auto !important; }
[data-testid=stTable] table { width: 100% !important; min-width: 0 !important; }
[data-testid=stTable] :is(th, td) { min-width: 0 !important; max-width: none !important; padding: 3px 4px !important; }
[data-testid=stTable] :is(th, td), [data-testid=stTable] :is(th, td) * { font-size: 11px !important; }
[data-testid=stGrid]:has(h2), [data-testid=stGrid]:has(h2) > * { display: block !important; }"""
IMPRINT: Final = "imprint"


def css(is_paper: bool = False) -> str:
    """Return the style sheet; `is_paper` lays the page out as wide as paper on the screen too, so that charts are drawn so.

    The names are those by which Streamlit marks its elements.
    """
    hidden = ", ".join(f"[data-testid={name}]" for name in HIDDEN)
    unbroken = ", ".join(f"[data-testid={name}]" for name in UNBROKEN)
    on_paper = f"""@media print {{
@page {{ size: A4; margin: 12mm; }}
{hidden} {{ display: none !important; }}
html, body, [data-testid=stApp], [data-testid=stMain], [data-testid=stAppViewContainer] {{ background: #fff !important; }}
[data-testid=stMainBlockContainer] {{ padding: 0 !important; max-width: 100% !important; }}
[data-testid=stVerticalBlock] {{ display: block !important; }}
[data-testid=stVerticalBlock] > * {{ margin-bottom: 10px; }}
{HEADED} {{ break-after: avoid; }}
{unbroken}, tr {{ break-inside: avoid; }}
{TABLES}
.{IMPRINT} {{ display: block !important; font-size: 11px; border-bottom: 1px solid #767676; }}
}}
.{IMPRINT} {{ display: none; }}"""
    return f"{on_paper}\n{PAPER if is_paper else ''}"


def is_on() -> bool:
    """Return whether the page was opened for print."""
    return st.query_params.get(KEY) == ON


def open_length(length: int, on_screen: int) -> int:
    """Return how many lines of a list are not folded away: on paper all of them."""
    return length if is_on() else on_screen


def address(page: str) -> str:
    """Return the address of a page opened for print, in the light theme, with the filters in force."""
    options = {"embed": "true", "embed_options": "light_theme"}
    return links.address(page, links.filters_in_url(), **{KEY: ON}, **options)


def style() -> None:
    """Tell the browser how pages are printed; once a run, in the frame of every page."""
    st.html(f"<style>{css(is_on())}</style>")


def imprint_text(titles: Iterable[str], day: date) -> str:
    """Return what a sheet of paper says of itself: document, scale in force, day of printing."""
    documents = "、".join(f"「{title}」" for title in titles)
    return f"資料：{documents}　達成率の区分：{words.SCALE_NOTE}　印刷日：{words.date_text(day)}"


def imprint() -> None:
    """Put document, scale and day on the paper; the screen says them elsewhere."""
    today = (datetime.now(UTC) + words.JAPAN_AHEAD).date()
    said = imprint_text(queries.frame("documents")["title"], today)
    st.html(f'<div class="{IMPRINT}">{escape(said)}</div>')
