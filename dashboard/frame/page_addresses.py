"""A page is found by what it is called as well: /概要 and /overview open the page at /, /数値目標 that at /indicators.

Whoever types an address knows the name that stands in the navigation, or one that an older link had. The page is drawn where
it was asked for: an address that leads on to another would be met again on the way back, and lead on once more.
"""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage


def by_names(pages: Mapping[str, StreamlitPage], others: Mapping[str, str]) -> dict[str, StreamlitPage]:
    """Return pages that the navigation does not show, by the names that lead to them.

    `pages` are those of the navigation by the name of their file; `others` are further names, each with that of the file.
    """
    called = {page.title.partition("（")[0]: file for file, page in pages.items()} | dict(others)
    return {
        name: st.Page(f"pages/{file}.py", title=pages[file].title, url_path=name, visibility="hidden")
        for name, file in called.items()
    }


def meant(asked: StreamlitPage, pages: Sequence[StreamlitPage]) -> StreamlitPage:
    """Return the page of the navigation that an address asks for by whatever name."""
    return next(page for page in pages if page.title == asked.title)
