"""Indicators as small multiples: each a chart with what is said of its year, a page at a time."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.browser import images
from dashboard.browser.paging import paged
from dashboard.drawing import charts, indicator_charts
from dashboard.facts.indicator_view import IndicatorView
from dashboard.facts.series import Series
from dashboard.frame import links
from dashboard.saying import indicator_list_words, indicator_words
from dashboard.text import markdown

CARDS_PER_PAGE: Final = 12
CARDS_PER_ROW: Final = 4
CARD_WIDTH: Final = 280


def draw(
    found: list[Series], view: IndicatorView, width: int = CARD_WIDTH, height: int = indicator_charts.SMALL_HEIGHT
) -> None:
    """Draw small multiples, a page at a time; `width` is the least that a card has and `height` its chart's, in px."""

    def grid(shown: Sequence[Series]) -> None:
        st.markdown(indicator_charts.key(shown))
        st.caption("グラフごとに単位と縦軸の範囲が違います。縦軸が0から始まらないものがあります。")
        with st.grid(min(len(shown), CARDS_PER_ROW), min_column_width=width):
            for one in shown:
                _card(one, view, height)

    if found:
        paged(found, CARDS_PER_PAGE, "indicator_page", grid)


def _card(one: Series, view: IndicatorView, height: int) -> None:
    """Draw an indicator as a small chart with what is said of its year."""
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{markdown.verbatim(one.heading)}**")
        st.markdown(indicator_list_words.of_one(one, view))
        st.plotly_chart(
            indicator_charts.small(one, view.labels, height),
            config=charts.CONFIG,
            alt=indicator_charts.spoken(one),
            key=f"small_{one.indicator_id}",
        )
        images.menu(f"small_{one.indicator_id}", f"{one.number} {one.heading}", indicator_charts.marks([one]))
        for said in (indicator_words.of_the_total(one, view.year), one.doubt):
            if said:
                st.caption(markdown.verbatim(said))
        links.to_initiative(one.number, markdown.verbatim(one.activity), markdown.verbatim(one.department))
