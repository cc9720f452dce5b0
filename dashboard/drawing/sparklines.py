"""A line as small as a word shows how a number ran over the years: a point a year, a cross where the target was missed."""

from collections.abc import Mapping
from typing import Final

from dashboard.drawing import chart_room, indicator_charts, picture
from dashboard.facts.series import Point, Series
from dashboard.text.colours import NAVY, RED, SLATE
from dashboard.text.inline import Markup

WIDTH: Final = 132
HEIGHT: Final = 36
EDGE: Final = 8
DOT: Final = 3
KEY: Final = "推移の印：● 実績　○ 見込（未確定）　✕ 実績（未達）　━ その年度の目標。縦の範囲は指標ごとに違います。"


def line(series: Series, labels: Mapping[int, str]) -> Markup:
    """Return the run of a series as a drawing for a cell of a table, its numbers as the words behind it."""
    return Markup(svg(series, labels))


def svg(series: Series, labels: Mapping[int, str]) -> str:
    """Return the run of a series as SVG: the plan's years evenly spaced, the range of its own values."""
    places = _Places(series, tuple(labels))
    targets = [places.target(point) for point in series.points if point.target is not None]
    results = [point for point in series.points if point.result is not None]
    points = " ".join(f"{places.x(point.year)},{places.y(point.result or 0.0)}" for point in results)
    marks = [
        f'<polyline points="{points}" fill="none" stroke="{picture.tone_of(NAVY)}" stroke-width="2"/>',
        *(places.result(point) for point in results),
    ]
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    spoken = picture.said(indicator_charts.spoken(series))
    return f'<svg {size} role="img" aria-label="{spoken}">{"".join([*targets, *marks])}</svg>'


class _Places:
    """Where years and values stand in the picture."""

    def __init__(self, series: Series, years: tuple[int, ...]) -> None:
        self.years = years
        self.low, self.high = chart_room.value_range(series)

    def x(self, year: int) -> float:
        step = (WIDTH - 2 * EDGE) / max(len(self.years) - 1, 1)
        return round(EDGE + self.years.index(year) * step, 1)

    def y(self, value: float) -> float:
        return round(HEIGHT * (self.high - value) / (self.high - self.low), 1)

    def target(self, point: Point) -> str:
        x, y = self.x(point.year), self.y(point.target or 0.0)
        return f'<path d="M{x - EDGE} {y}H{x + EDGE}" stroke="{picture.tone_of(SLATE)}" stroke-width="2"/>'

    def result(self, point: Point) -> str:
        x, y = self.x(point.year), self.y(point.result or 0.0)
        if point.is_met is False:
            arm = DOT + 1
            cross = f"M{x - arm} {y - arm}L{x + arm} {y + arm}M{x - arm} {y + arm}L{x + arm} {y - arm}"
            return f'<path d="{cross}" stroke="{picture.tone_of(RED)}" stroke-width="2.5"/>'
        if point.is_forecast:
            ring = f'fill="none" stroke="{picture.tone_of(NAVY)}" stroke-width="1.5"'
            return f'<circle cx="{x}" cy="{y}" r="{DOT}" {ring}/>'
        return f'<circle cx="{x}" cy="{y}" r="{DOT}" fill="{picture.tone_of(NAVY)}"/>'
