"""How far the doubts of a plan are settled is seen at a glance: a bar a kind, what is done and what is left."""

from collections.abc import Mapping

import plotly.graph_objects as go

from dashboard.drawing import charts
from dashboard.drawing.picture import TRACK
from dashboard.text.words import GREY, INK, NAVY

HEIGHT_OF_BAR, HEIGHT_AROUND = 34, 30


def progress(done: Mapping[str, int], left: Mapping[str, int], names: Mapping[str, str]) -> go.Figure:
    """Return a bar for each kind of doubt that there is or was: settled, then open, each with its count."""
    kinds = [kind for kind in names if done.get(kind, 0) + left.get(kind, 0)]
    labels = [names[kind] for kind in kinds]
    figure = go.Figure()
    for said, counts, tone, ink in (("済み", done, NAVY, None), ("残り", left, TRACK, INK)):
        values = [counts.get(kind, 0) for kind in kinds]
        figure.add_bar(
            y=labels,
            x=values,
            name=said,
            orientation="h",
            marker_color=charts.tone(tone),
            text=[f"{said}{value}" if value else "" for value in values],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont_color=None if ink is None else charts.tone(ink),
            hoverinfo="skip",
        )
    charts.base(figure, height=HEIGHT_AROUND + HEIGHT_OF_BAR * max(len(kinds), 1))
    figure.update_layout(barmode="stack", showlegend=False, margin={"t": 4, "b": 4, "l": 4, "r": 4}, bargap=0.25)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(autorange="reversed", gridcolor=charts.tone(GREY), showgrid=False)
    return figure


def spoken(done: Mapping[str, int], left: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Return the picture as a sentence."""
    kinds = [kind for kind in names if done.get(kind, 0) + left.get(kind, 0)]
    parts = [f"{names[kind]}は{done.get(kind, 0)}件済み、残り{left.get(kind, 0)}件" for kind in kinds]
    return f"確認の進み具合。{'。'.join(parts) or '確かめるものはありません'}。"
