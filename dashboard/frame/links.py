"""Every line about an initiative leads to its words: the page of that initiative, with the filter kept.

A page link moves within the session, where the filters' binding keeps their values; an address in a table opens a
session of its own, so it carries them itself.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode, urljoin

import streamlit as st

from dashboard.frame import filter_address
from dashboard.frame.filter_address import ADDRESS_KEYS

INITIATIVE_PAGE: Final = "pages/initiative.py"
INITIATIVE_KEY: Final = "initiative"
# Which comparison 計画の比較 shows, and the one of a plan's editions.
COMPARED: Final = "compare"
OF_EDITIONS: Final = "改訂の差分"


def to_initiative(number: int, label: str, note: str = "") -> None:
    """Draw an entry of a list: what the initiative is about, a note, and the link to its page by 番号.

    `label` and `note` are Markdown. A page link cuts long words off with an ellipsis, so the words stand apart from it.
    """
    with st.container(gap=None):
        st.markdown(f"**{label}**" + (f"  \n{note}" if note else ""))
        st.page_link(
            INITIATIVE_PAGE, label=f":blue[番号{number}の記載を見る]", query_params={INITIATIVE_KEY: str(number)}, icon=""
        )


def address(page: str, chosen: Mapping[str, list[str]], **own: str | int) -> str:
    """Return a page's address relative to the app, with the filters that are in force and values of its own.

    >>> address("initiative", {"q": ["防災"]}, initiative=11)
    'initiative?initiative=11&q=%E9%98%B2%E7%81%BD'
    """
    pairs = [(key, str(value)) for key, value in own.items()]
    pairs += [(key, value) for key in dict.fromkeys((*ADDRESS_KEYS, *chosen)) for value in chosen.get(key, [])]
    return f"{page}?{urlencode(pairs)}" if pairs else page


def filters_in_url() -> Mapping[str, list[str]]:
    """Return the filters as the URL holds them; once they are drawn, a run asks the URL no more: a picture has 600 links."""
    held: Mapping[str, list[str]] | None = st.session_state.get(filter_address.IN_URL)
    return filter_address.in_url() if held is None else held


def initiative_address(number: int) -> str:
    """Return the address of an initiative's page with the filters in force, for a link in a table."""
    return address("initiative", filters_in_url(), initiative=number)


def department_address(page: str, department: str) -> str:
    """Return a page's address narrowed to one section, the other filters kept."""
    return address(page, {**filters_in_url(), "department": [department]})


def shared_address(number: int) -> str:
    """Return the whole address of an initiative's page with the filters in force, for a mail; relative without a host."""
    here = (st.context.url or "").split("?", 1)[0]
    return urljoin(here, initiative_address(number))
