"""A table of years stays readable on a narrow screen: its columns keep their width, and the table scrolls in its own box.

Signs with counts stay on one line by a style sheet; characters that forbid a break would go along with a copy.
"""

from collections.abc import Collection, Mapping, Sequence
from hashlib import md5
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.drawing import tables

KEY: Final = "wide"
OTHER_WIDTH: Final = 3.5


def show(
    frame: pd.DataFrame,
    *,
    alt: str,
    widths: Mapping[str, float],
    folded_after: int | None = None,
    said: Collection[str] = (),
) -> None:
    """Draw a plain table with real headers; rows after `folded_after` are folded away below it, but not on paper.

    `widths` are the least widths of columns in rem; a column that is not named has OTHER_WIDTH and never breaks a line. Cells
    are Markdown, except in the columns `said`, whose words are drawn as they are.
    """
    frame = tables.with_words(frame, said)
    if frame.empty:
        tables.show(frame, alt=alt, key="")
        return
    open_rows = printing.open_length(len(frame), len(frame) if folded_after is None else folded_after)
    _draw(frame.head(open_rows), alt, widths)
    rest = frame.iloc[open_rows:]
    if len(rest):
        unfolding.rest(len(rest), alt, lambda: _draw(rest, f"{alt}（続き）", widths))


def _draw(frame: pd.DataFrame, alt: str, widths: Mapping[str, float]) -> None:
    # Two indicators may be called the same; their rows differ.
    told = "".join((alt, *map(str, frame.iloc[0])))
    key = f"{KEY}_{md5(told.encode()).hexdigest()[:8]}"
    with st.container(key=key):
        st.html(f"<style>{_sheet(key, list(frame.columns), widths)}</style>")
        st.table(frame, hide_index=True, alt=alt, border="horizontal")


def _sheet(key: str, columns: Sequence[str], widths: Mapping[str, float]) -> str:
    """Return the widths as a style sheet: a style of every cell would be sent, and laid out, a cell at a time."""
    return "".join(
        f".st-key-{key} td:nth-child({at}){{min-width:{widths.get(column, OTHER_WIDTH)}rem;"
        f"white-space:{'normal' if column in widths else 'nowrap'}}}"
        for at, column in enumerate(columns, start=1)
    )
