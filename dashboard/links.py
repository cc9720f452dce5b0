"""Every line about an initiative leads to its words: the page of that initiative, with the filter kept.

A page link moves within the session, where the filters' binding keeps their values; an address in a table opens a
session of its own, so it carries them itself.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from dashboard.filters import KEYS

INITIATIVE_PAGE: Final = "pages/initiative.py"
INITIATIVE_KEY: Final = "initiative"


def to_initiative(number: int, label: str) -> None:
    """Draw a link to the page of the initiative with this 番号."""
    st.page_link(INITIATIVE_PAGE, label=label, query_params={INITIATIVE_KEY: str(number)}, icon="")


def address(page: str, filters: Mapping[str, list[str]], **own: str | int) -> str:
    """Return a page's address relative to the app, with the filters that are in force and values of its own.

    >>> address("initiative", {"q": ["防災"]}, initiative=11)
    'initiative?initiative=11&q=%E9%98%B2%E7%81%BD'
    """
    pairs = [(key, str(value)) for key, value in own.items()]
    pairs += [(key, value) for key in KEYS for value in filters.get(key, [])]
    return f"{page}?{urlencode(pairs)}" if pairs else page


def filters_in_url() -> dict[str, list[str]]:
    """Return the filters as the URL holds them."""
    return {key: st.query_params.get_all(key) for key in KEYS if key in st.query_params}


def initiative_address(number: int) -> str:
    """Return the address of an initiative's page with the filters in force, for a link in a table."""
    return address("initiative", filters_in_url(), initiative=number)
