"""How far the running year has come is a lighter point in the indicator's chart: no result yet, and judged by nothing."""

from collections.abc import Mapping, Sequence
from typing import Final

import plotly.graph_objects as go

from dashboard.drawing import charts
from dashboard.facts.series import Series
from dashboard.text import words
from dashboard.text.colours import INK, SKY
from desk.notes import Interim

MARK: Final = "◇ 途中の実績（年度の途中の値。判定には使わない）"
ROOM: Final = 0.12


def of(series: Series, written: Sequence[Interim]) -> list[Interim]:
    """Return the interim results of an indicator, by its name and unit, the earliest first."""
    found = [one for one in written if (one.indicator, one.unit) == (series.name, series.unit or "")]
    return sorted(found, key=lambda one: one.as_of)


def add(figure: go.Figure, found: Sequence[Interim], labels: Mapping[int, str]) -> go.Figure:
    """Add interim results to a chart, the latest with its value, and let the axis of values reach them."""
    shown = [one for one in found if one.year in labels]
    if not shown:
        return figure
    tone = charts.tone(SKY)
    figure.add_scatter(
        x=[labels[one.year] for one in shown],
        y=[one.value for one in shown],
        name="途中の実績",
        mode="markers+text",
        cliponaxis=False,
        marker={"symbol": "diamond-open", "size": 13, "color": tone, "opacity": 0.75, "line": {"width": 2}},
        text=["" if one is not shown[-1] else f"{one.as_of.month}月 {words.number_text(one.value)}" for one in shown],
        textposition="bottom left",
        textfont={"size": charts.TEXT_SIZE, "color": charts.tone(INK)},
        customdata=[f"{words.date_text(one.as_of)}現在 {words.number_text(one.value, one.unit)}" for one in shown],
        hovertemplate="途中の実績　%{customdata}<extra></extra>",
    )
    reach(figure, [one.value for one in shown])
    return figure


def reach(figure: go.Figure, values: Sequence[float]) -> None:
    """Let the axis of values reach as far as `values`, with room for a label."""
    bottom, top = figure.layout.yaxis.range or (min(values), max(values))
    room = (max(top, *values) - min(bottom, *values)) * ROOM
    low = bottom if min(values) - room >= bottom else min(values) - room
    figure.update_yaxes(range=[low, max(top, max(values) + room)])


def spoken(found: Sequence[Interim]) -> str:
    """Return interim results as a sentence of the chart's words: '2021年9月30日現在の途中の実績は12,800人。'."""
    return "".join(f"{words.date_text(one.as_of)}現在の途中の実績は{words.number_text(one.value, one.unit)}。" for one in found)
