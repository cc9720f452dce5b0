"""How far the doubts of a plan are settled is seen at a glance: a bar a kind, what is done and what is left."""

from collections.abc import Mapping

import plotly.graph_objects as go

from dashboard.drawing import charts
from dashboard.drawing.picture import LINE
from dashboard.text.colours import NAVY

HEIGHT_OF_BAR, HEIGHT_AROUND = 34, 30
# How much longer than the longest bar the picture is.
ROOM_FOR_WORDS = 2.6


def progress(done: Mapping[str, int], left: Mapping[str, int], names: Mapping[str, str]) -> go.Figure:
    """Return a bar for each kind of doubt that there is or was: settled, then open, each with its count."""
    kinds = [kind for kind in names if done.get(kind, 0) + left.get(kind, 0)]
    labels = [names[kind] for kind in kinds]
    figure = go.Figure()
    for counts, tone in ((done, NAVY), (left, LINE)):
        values = [counts.get(kind, 0) for kind in kinds]
        figure.add_bar(y=labels, x=values, orientation="h", marker_color=charts.tone(tone), hoverinfo="skip")
    # Beside the bars: inside a short one words would shrink.
    figure.data[-1].update(
        text=[f"残り{left.get(kind, 0)}・済み{done.get(kind, 0)}" for kind in kinds], textposition="outside", cliponaxis=False
    )
    longest = max((done.get(kind, 0) + left.get(kind, 0) for kind in kinds), default=1)
    charts.base(figure, height=HEIGHT_AROUND + HEIGHT_OF_BAR * max(len(kinds), 1))
    figure.update_layout(barmode="stack", showlegend=False, margin={"t": 4, "b": 4, "l": 4, "r": 4}, bargap=0.4)
    figure.update_xaxes(visible=False, range=[0, longest * ROOM_FOR_WORDS])
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure


def spoken(done: Mapping[str, int], left: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Return the picture as a sentence."""
    kinds = [kind for kind in names if done.get(kind, 0) + left.get(kind, 0)]
    parts = [f"{names[kind]}は{done.get(kind, 0)}件済み、残り{left.get(kind, 0)}件" for kind in kinds]
    return f"確認の進み具合。{'。'.join(parts) or '確かめるものはありません'}。"
