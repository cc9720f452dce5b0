"""A chart goes into a slide as a picture: the browser that drew it saves its own drawing, and nothing is sent anywhere.

Making pictures on the server would need a browser there. Plotly draws a chart as SVG layers one above another; images.js
puts them into one SVG on the ground of the page, and paints that on a canvas for a PNG.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

from dashboard import printing

SCRIPT: Final = (Path(__file__).resolve().parent / "images.js").read_text(encoding="utf-8")
KINDS: Final[dict[str, str]] = {"png": "画像で保存（PNG）", "svg": "画像で保存（SVG）"}
MARK_END: Final = "　"
# As Streamlit's own buttons look, in the colours of the theme in force.
LOOK: Final = (
    "font: inherit; font-size: 0.875rem; color: inherit; background: transparent; border: 1px solid currentColor;"
    " border-radius: 6px; padding: 0.35rem 0.75rem; min-height: 2.5rem; margin: 0 0.5rem 0.5rem 0; cursor: pointer"
)


def buttons(chart: str, name: str, marks: Sequence[str] = ()) -> str:
    """Return the buttons that save the chart drawn with the key `chart` in a file called `name`.

    `marks` stand below the picture: what a chart without a legend tells beside itself on the page.

    >>> buttons("chart_bands", "達成の区分").count("<button")
    2
    """
    made = [
        f'<button type="button" data-picture-of="{escape(chart)}" data-kind="{kind}" data-name="{escape(name)}"'
        f' data-marks="{escape(MARK_END.join(marks))}"'
        f' style="{LOOK}">{label}</button>'
        for kind, label in KINDS.items()
    ]
    return "".join(made)


def downloads(chart: str, name: str, marks: Sequence[str] = ()) -> None:
    """Draw the buttons."""
    st.html(
        f'<div class="{printing.SCREEN_ONLY}">{buttons(chart, name, marks)}</div><script>{SCRIPT}</script>',
        unsafe_allow_javascript=True,
    )
