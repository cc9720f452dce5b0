"""A short table is a real one, with headers that a screen reader announces; a long one scrolls, searches and sorts."""

from collections.abc import Collection, Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.text import markdown, words

LONGEST_PLAIN: Final = 40
# Columns of a table of corrections that people fill in as they like.
BY_PEOPLE: Final = ("場所", "訂正前", "訂正後", "理由", "訂正した人")
LONGEST_OPEN: Final = 12


def show(
    frame: pd.DataFrame,
    *,
    alt: str,
    key: str,
    columns: Mapping[str, Any] | None = None,
    plain: bool | None = None,
    said: Collection[str] = (),
) -> None:
    """Draw a frame with Japanese headings; `plain` forces a real table or a scrolling one, else its length decides.

    `columns` is a column_config for the scrolling table. `key` is unique on the page. The cells of a plain table are Markdown,
    except in the columns `said`, whose words are drawn as they are in either kind.
    """
    if frame.empty:
        st.caption("該当するものはありません。")
    elif plain if plain is not None else len(frame) <= LONGEST_PLAIN:
        st.table(with_words(frame, said), hide_index=True, alt=alt, border="horizontal")
    else:
        config = dict(columns or {})
        st.dataframe(frame, hide_index=True, alt=alt, key=f"table_{key}", column_config=config, placeholder=words.NOTHING)


def with_words(frame: pd.DataFrame, said: Collection[str]) -> pd.DataFrame:
    """Return a frame whose columns `said` are Markdown that draws their words as they are."""
    kept = {name: frame[name].map(markdown.verbatim, na_action="ignore") for name in frame.columns if name in said}
    return frame.assign(**kept)


def long(frame: pd.DataFrame, *, alt: str, key: str) -> None:
    """Draw a plain table of any length, so that links in it stay real links; on the screen its later rows are folded away."""
    open_rows = printing.open_length(len(frame), LONGEST_OPEN)
    show(frame.head(open_rows), alt=alt, key=key, plain=True)
    rest = frame.iloc[open_rows:]
    if len(rest):
        unfolding.rest(len(rest), alt, lambda: show(rest, alt=f"{alt}（続き）", key=f"{key}_rest", plain=True))


def status_counts(counts: pd.DataFrame, label: str, heading: str) -> pd.DataFrame:
    """Return counts of every status for reading and saving: the row's label, its number of initiatives, one column a status."""
    named = {label: heading, "initiatives": "実施事業"} | {key: word.label for key, word in words.STATUSES.items()}
    named["carried_over"] = words.CARRIED_OVER.label
    return counts[list(named)].rename(columns=named)
