"""A long list is read a page at a time, and its link holds the page; on paper, where nobody turns its pages, it is whole."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from dashboard.browser import printing

Item = TypeVar("Item")


def paged(found: Sequence[Item], size: int, key: str, draw: Callable[[Sequence[Item]], None]) -> None:
    """Draw the items of the chosen page, and below them the pages to choose from where there is more than one.

    `key` is the page's name in the URL. On paper all items are drawn.
    """
    if printing.is_on():
        draw(found)
        return
    pages = -(-len(found) // size)
    place = st.container()
    page = st.pagination(pages, key=key, bind="query-params") if pages > 1 else 1
    with place:
        draw(found[(page - 1) * size : page * size])
