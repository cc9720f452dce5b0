"""What stands below the first screen is asked for and drawn when somebody opens it; on paper all of it is open."""

from collections.abc import Callable

import streamlit as st

from dashboard.browser import printing


def draw(label: str, key: str, contents: Callable[[], None]) -> None:
    """Draw `contents` behind a label that opens them; whether it is open stands in the address under `key`."""
    if printing.is_on():
        contents()
        return
    with st.expander(label, key=key, on_change="rerun", bind="query-params") as part:
        if part.open:
            contents()
