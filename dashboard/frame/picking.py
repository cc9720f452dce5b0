"""One click narrows every page: a pill on a page sets the sidebar's own filter, which keeps the choice in the URL.

A page link to the page that is open would change the address and leave the filters as they are, so a pill sets their
state instead.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dashboard.text import markdown


def pills(
    label: str,
    options: Sequence[str],
    current: str | None,
    *,
    key: str,
    target: str,
    to_state: Callable[[str | None], Any],
    said: Callable[[str], str] = str,
) -> None:
    """Draw options of which `current` is on; a click sets the filter `target` to `to_state(option)`, None when put out.

    `said` is how an option reads. `key` is unique on the page; `target` is a key of the sidebar's filters.
    """
    # The filter can be changed from the sidebar as well: the pills follow it at every run.
    st.session_state[key] = current if current in options else None

    def choose() -> None:
        st.session_state[target] = to_state(st.session_state[key])

    st.pills(label, options, key=key, on_change=choose, format_func=lambda option: markdown.verbatim(said(option)))
