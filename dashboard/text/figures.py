"""A figure says something only beside another: what it is compared with, or what it is of."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard.text import markdown


@dataclass(frozen=True)
class Figure:
    """A number with what it is compared with, None where there is nothing to compare."""

    label: str
    value: str
    compared_with: str | None


def row(figures: Sequence[Figure], min_column_width: int = 168) -> None:
    """Draw figures beside each other; what each is compared with stands below it, where a narrow card does not cut it off.

    A plan without an evaluation has none, and a grid without columns does not exist.
    """
    if not figures:
        return
    with st.grid(len(figures), min_column_width=min_column_width):
        for figure in figures:
            with st.container(border=True, height="stretch", gap=None):
                st.metric(markdown.verbatim(figure.label), figure.value)
                if figure.compared_with:
                    st.caption(figure.compared_with)
