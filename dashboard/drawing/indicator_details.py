"""A chosen indicator with every number and the words that it was read from; several beside each other, in one table."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.browser import images
from dashboard.drawing import charts, indicator_cards, indicator_charts, indicator_tables, plain_tables, wide_tables
from dashboard.facts.indicator_view import IndicatorView
from dashboard.facts.series import Series
from dashboard.frame import exports, links
from dashboard.saying import indicator_list_words, indicator_words
from dashboard.text import figures, markdown, words

# What is compared stands side by side, so its cards are narrower: four beside the filters on a desk.
COMPARED_WIDTH: Final = 220
WIDTHS: Final = {"目標": 5, "実績": 5, "達成率": 4, "現状からの進み": 4.5, "判定": 7, "目標の出典": 12, "実績の出典": 14}
COMPARED_WIDTHS: Final = {"指標": 12, "現状からの進み": 4.5}

# What the evaluations of an indicator's initiative say, by year.
Evaluations = Callable[[Series], dict[int, str]]


def draw(one: Series, view: IndicatorView, evaluations: Evaluations) -> None:
    """Draw one chosen indicator: both ratios and the final goal, the big chart, every number with its source words."""
    st.subheader(markdown.verbatim(one.heading))
    whose = f"担当課は{markdown.verbatim(one.department)}です。" if words.section(one.department) else ""
    st.markdown(f"{words.DIRECTIONS[one.direction]}指標です。{whose}{markdown.verbatim(one.doubt)}")
    st.markdown(indicator_list_words.of_one(one, view))
    told = evaluations(one)
    st.markdown(indicator_words.untold(one, view.year, view.label, told))
    figures.row(indicator_words.figures(one, view.year, view.label))
    st.markdown(indicator_charts.key([one]))
    st.plotly_chart(
        indicator_charts.large(one, view.labels),
        config=charts.CONFIG,
        alt=indicator_charts.spoken(one),
        key=f"large_{one.indicator_id}",
    )
    images.downloads(f"large_{one.indicator_id}", f"{one.number} {one.heading}", indicator_charts.marks([one]))
    _numbers(one, told, view)
    links.to_initiative(one.number, markdown.verbatim(one.activity), markdown.verbatim(words.section(one.department)))


def compared(picked: list[Series], view: IndicatorView, evaluations: Evaluations) -> None:
    """Draw several chosen indicators side by side, their numbers in one table, each with its sources folded below."""
    indicator_cards.draw(picked, view, COMPARED_WIDTH, indicator_charts.NARROW_HEIGHT)
    st.header("選んだ指標の年度別の数値")
    table = indicator_tables.of_several(picked, view.labels)
    # A table that scrolls on a phone needs something in it that the keyboard can reach: the name at the head of its years.
    first = ~table.duplicated(["番号", "指標"])
    names = [
        markdown.link(name, links.initiative_address(number)) if is_first else markdown.verbatim(name)
        for name, number, is_first in zip(table["指標"], table["番号"], first, strict=True)
    ]
    said = indicator_tables.said(table).assign(指標=names)
    wide_tables.show(said, alt="選んだ指標の年度別の数値", widths=COMPARED_WIDTHS)
    exports.downloads(table, "選んだ指標の年度別の数値", key="compared", query=view.query)
    for one in picked:
        with st.expander(f"{one.number} {one.heading}の数値と出典"):
            draw(one, view, evaluations)


def _numbers(one: Series, evaluations: dict[int, str], view: IndicatorView) -> None:
    """Draw every year of an indicator with the words that its numbers were read from, or that say why there are none."""
    table = indicator_tables.of_one(one, view.labels, evaluations)
    # A table that scrolls on a phone needs something in it that the keyboard can reach.
    linked = table.assign(
        年度=[markdown.link(at, links.initiative_address(one.number)) for at in table["年度"]],
        **{column: table[column].map(markdown.verbatim) for column in ("目標の出典", "実績の出典")},
    )
    wide_tables.show(linked, alt=f"{one.heading}の年度別の数値と出典", widths=WIDTHS)
    exports.downloads(
        plain_tables.indicator_years([one]),
        f"{one.number} {one.name}（年度別）",
        key=f"one_{one.indicator_id}",
        query=view.query,
    )
