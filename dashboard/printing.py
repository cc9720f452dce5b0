"""A page that is printed leaves its controls on the screen: words, figures, tables and charts go on A4, one below another.

Python cannot know that the browser is printing, so this is said in CSS, for print alone: nothing on screen is styled by it.
"""

from typing import Final

import streamlit as st

HIDDEN: Final = (
    "stHeader",
    "stSidebar",
    "stExpandSidebarButton",
    "stExpander",
    "stPopover",
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
)
# What stays on one sheet of paper where it fits.
UNBROKEN: Final = ("stPlotlyChart", "stMetric", "stAlert")


def css() -> str:
    """Return the style sheet; the names are those by which Streamlit marks its elements."""
    hidden = ", ".join(f"[data-testid={name}]" for name in HIDDEN)
    unbroken = ", ".join(f"[data-testid={name}]" for name in UNBROKEN)
    return f"""@media print {{
@page {{ size: A4; margin: 12mm; }}
{hidden} {{ display: none !important; }}
[data-testid=stApp], [data-testid=stMain], [data-testid=stAppViewContainer] {{ background: #fff !important; }}
[data-testid=stMainBlockContainer] {{ padding: 0 !important; max-width: 100% !important; }}
[data-testid=stColumn] {{ flex: 1 1 100% !important; min-width: 100% !important; width: 100% !important; }}
[data-testid=stHorizontalBlock] {{ flex-wrap: wrap !important; }}
h1, h2, h3, h4 {{ break-after: avoid; }}
{unbroken}, tr {{ break-inside: avoid; }}
}}"""


def style() -> None:
    """Tell the browser how pages are printed; once a run, in the frame of every page."""
    st.html(f"<style>{css()}</style>")
