"""What stands below the first screen is asked for and drawn when somebody opens it; on paper all of it is open."""

from collections.abc import Callable
from hashlib import md5
from typing import Final

import streamlit as st

from dashboard.browser import printing

REST: Final = "rest_"


def rest(count: int, name: str, contents: Callable[[], None]) -> None:
    """Draw the further rows of a list behind a label that says how many they are; `name` is unique on the page."""
    draw(f"残り{count:,}件を見る", f"{REST}{md5(name.encode()).hexdigest()[:8]}", contents)


def draw(label: str, key: str, contents: Callable[[], None]) -> None:
    """Draw `contents` behind a label that opens them; whether it is open stands in the address under `key`."""
    if printing.is_on():
        contents()
        return
    with st.expander(label, key=key, on_change="rerun", bind="query-params") as part:
        if part.open:
            contents()
