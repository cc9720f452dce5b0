"""A page begins with its answer in one breath; what qualifies it stands one press beside it."""

from typing import Final

import streamlit as st

LONGEST: Final = 30
MORE: Final = "ⓘ"


def draw(title: str, about: str = "") -> None:
    """Draw the title of a page; `about` is Markdown that qualifies it, behind an ⓘ."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="heading"):
        st.title(title, anchor=False, width="content")
        if about:
            with st.popover(MORE, type="tertiary", help="数え方と注意"):
                st.markdown(about)
