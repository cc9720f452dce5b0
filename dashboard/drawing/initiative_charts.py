"""An initiative's indicators as charts, with how far the running year has come and what the parts of a total add up to."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.browser import images
from dashboard.drawing import charts, indicator_charts, interim_marks
from dashboard.facts.series import Series
from dashboard.saying import indicator_words
from dashboard.text import markdown
from desk.notes import Interim


def draw(one: Series, labels: Mapping[int, str], interims: Sequence[Interim], judged: int, *, is_main: bool = False) -> None:
    """Draw an indicator over the years; `labels` are the years, `judged` the last evaluated one up to the one in question.

    The main indicator stands alone and large, with what its marks mean below it; the others share what stands above them.
    """
    chart = indicator_charts.large if is_main else indicator_charts.small
    so_far, key = interim_marks.of(one, interims), f"chart_{one.indicator_id}"
    st.markdown(f"**{markdown.verbatim(one.heading)}**")
    st.plotly_chart(
        interim_marks.add(chart(one, labels), so_far, labels),
        config=charts.CONFIG,
        alt=indicator_charts.spoken(one) + interim_marks.spoken(so_far),
        key=key,
    )
    if is_main:
        st.caption("　".join([*indicator_charts.marks([one]), *([interim_marks.MARK] if so_far else [])]))
    if total := indicator_words.of_the_total(one, judged):
        st.caption(total)
    images.menu(key, f"{one.number} {one.heading}", indicator_charts.marks([one]))
