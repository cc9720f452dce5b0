"""A chart goes into a slide as a picture: the browser that drew it saves its own drawing, and nothing is sent anywhere.

Making pictures on the server would need a browser there. Plotly draws a chart as SVG layers one above another; images.js
puts them into one SVG on the ground of the page, and paints that on a canvas for a PNG. A picture leaves its page, so it bears
the page's title, key and filter, its plan and its day.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

from dashboard.browser import printing
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.frame import file_names, filters_told
from dashboard.text import words

SCRIPT: Final = (Path(__file__).resolve().parent / "images.js").read_text(encoding="utf-8")
KINDS: Final[dict[str, str]] = {"png": "画像で保存（PNG）", "svg": "画像で保存（SVG）"}
MARK_END: Final = "　"
MENU: Final = "画像で保存"
# As Streamlit's own buttons look, in the colours of the theme in force.
LOOK: Final = (
    "font: inherit; font-size: 0.875rem; color: inherit; background: transparent; border: 1px solid currentColor;"
    " border-radius: 6px; padding: 0.35rem 0.75rem; min-height: 2.5rem; margin: 0 0.5rem 0.5rem 0; cursor: pointer"
)
QUIET: Final = "font-size: 0.875rem; cursor: pointer; min-height: 1.75rem; margin-bottom: 0.25rem"


def note(name: str, narrowed_by: Filter | None, day: date) -> str:
    """Return what stands in small letters below a picture: plan, year, filter, day; `narrowed_by` is None where none narrows.

    The year is left out where the chart's name says it.
    """
    [plan] = queries.records("plan")
    parts = [f"{plan['body']} {plan['title']}"]
    if narrowed_by is not None:
        parts += file_names.year_parts(name, narrowed_by)
        parts.append(f"絞り込み：{'／'.join(filters_told.parts(narrowed_by)) or 'なし'}")
    return MARK_END.join([*parts, f"{words.date_text(day)}作成"])


def buttons(chart: str, name: str, marks: Sequence[str] = (), below: str = "", files: Mapping[str, str] | None = None) -> str:
    """Return the buttons that save the chart drawn with the key `chart` under the title `name`.

    `marks` stand below the picture: what a chart without a legend tells beside itself on the page; `below` is the small line
    below them. `files` are the names of the files by their endings.

    >>> buttons("chart_bands", "達成の区分").count("<button")
    2
    """
    named = files or {kind: f"{name}.{kind}" for kind in KINDS}
    made = [
        f'<button type="button" data-picture-of="{escape(chart)}" data-kind="{kind}" data-name="{escape(name)}"'
        f' data-marks="{escape(MARK_END.join(marks))}" data-note="{escape(below)}" data-file="{escape(named[kind])}"'
        f' style="{LOOK}">{label}</button>'
        for kind, label in KINDS.items()
    ]
    return "".join(made)


def downloads(chart: str, name: str, marks: Sequence[str] = (), narrowed_by: Filter | None = None) -> None:
    """Draw the buttons; `narrowed_by` is the filter that the chart's data was asked with, with the year in question."""
    st.html(f'<div class="{printing.SCREEN_ONLY}">{_buttons(chart, name, marks, narrowed_by)}</div>')


def menu(chart: str, name: str, marks: Sequence[str] = ()) -> None:
    """Draw the buttons folded behind one quiet word, for a chart among many: of one indicator, which no filter changes."""
    summary = f'<summary aria-label="{escape(f"{MENU}：{name}")}" style="{QUIET}">{MENU}</summary>'
    st.html(f'<details class="{printing.SCREEN_ONLY}">{summary}{_buttons(chart, name, marks, None)}</details>')


def _buttons(chart: str, name: str, marks: Sequence[str], narrowed_by: Filter | None) -> str:
    day = file_names.today()
    files = {kind: file_names.page_file_name(name, narrowed_by, day, kind) for kind in KINDS}
    return buttons(chart, name, marks, note(name, narrowed_by, day), files)
