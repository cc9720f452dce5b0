"""Targets are marks, results are a line: a year's target is a dash, a miss a red cross, a year without a result is hollow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

import plotly.graph_objects as go

from dashboard.drawing import chart_room, charts
from dashboard.facts.series import Point, Series
from dashboard.text import colours, words
from dashboard.text.colours import INK, NAVY, OCHRE, RED, SLATE
from dashboard.text.words import Word

BASELINE_LABEL: Final = "現状"
GOAL_LABEL: Final = "最終目標<br>"
SMALL_HEIGHT: Final = 190
# In a narrow card the labels of two years side by side overlap unless they stand at different heights.
NARROW_HEIGHT: Final = 260
LARGE_HEIGHT: Final = 380
# Most of what drawing a chart takes is Plotly looking at every value that it is given.
KEPT: Final = 600
MOST_STEPS: Final = 6
# A dash is as wide as this part of a year, on a phone as on a desk, so that it never runs into the next year.
DASH_WIDTH: Final = 0.62
# The mark of a target without a result, and whether it stands at the bottom, where nothing was done.
WAITING_MARKS: Final = {
    "not_carried_out": ("x-thin", True),
    "no_number": ("line-ew", False),
    "closed": ("square", False),
    "not_yet": ("circle-open", False),
}


def marks(every: Iterable[Series]) -> list[str]:
    """Return the marks that the charts of some indicators draw, as words, in the order in which a reader meets them."""
    found = list(every)
    points = [point for one in found for point in one.points]
    drawn = {
        "● 実績": any(_is_certain(point) and point.is_met is not False for point in points),
        "○ 実績の見込（未確定）": any(point.is_forecast for point in points),
        "✕ 実績（未達＝目標に届かない年度。区分のB～D）": any(point.is_met is False for point in points),
        "━ その年度の目標": any(point.target is not None for point in points),
        **{
            f"{word.symbol} {word.label}（目標のみ）": any(_waits_as(point) == code for point in points)
            for code, word in waiting_words().items()
        },
        "┅ 当初の目標（あとで変更）": any(point.is_revised for point in points),
        "☆ 計画の最終目標": any(chart_room.final_goal(one) is not None for one in found),
        "□ 計画前の現状": any(one.baseline is not None for one in found),
    }
    return [mark for mark, is_drawn in drawn.items() if is_drawn]


def key(every: Iterable[Series]) -> str:
    """Return the marks that are drawn as a line above the charts: a legend in the chart takes a phone's height."""
    return "**印の見方**　" + "　".join(marks(every))


def small(series: Series, labels: Mapping[int, str], height: int = SMALL_HEIGHT) -> go.Figure:
    """Return the chart of a card: direct labels, no axis of values. It is made once for everybody and never changed."""
    return _small(series, tuple(labels.items()), height, charts.tone(INK))


@lru_cache(maxsize=KEPT)
def _small(series: Series, years: tuple[tuple[int, str], ...], height: int, _theme: str) -> go.Figure:
    labels = dict(years)
    figure = _marks(series, labels, is_detailed=False)
    charts.base(figure, height)
    figure.update_layout(showlegend=False, margin={"l": 4, "r": 16, "t": 12, "b": 4})
    figure.update_yaxes(visible=False, range=chart_room.with_room_for_goal(series, is_detailed=False))
    categories = _categories(series, labels)
    return charts.years_axis(figure, categories, showgrid=False, range=[-0.5, len(categories) - 0.5])


def large(series: Series, labels: Mapping[int, str]) -> go.Figure:
    """Return the chart of one chosen indicator: every value labelled, and an axis of values. It is never changed."""
    return _large(series, tuple(labels.items()), charts.tone(INK))


@lru_cache(maxsize=KEPT)
def _large(series: Series, years: tuple[tuple[int, str], ...], _theme: str) -> go.Figure:
    labels = dict(years)
    figure = _marks(series, labels, is_detailed=True)
    charts.base(figure, LARGE_HEIGHT)
    figure.update_layout(showlegend=False, margin={"l": 0, "r": 12, "t": 16, "b": 8})
    figure.update_yaxes(range=chart_room.with_room_for_goal(series, is_detailed=True), tickformat=",", nticks=MOST_STEPS)
    categories = _categories(series, labels)
    return charts.years_axis(figure, categories, showgrid=False, range=[-0.5, len(categories) - 0.5])


def spoken(series: Series) -> str:
    """Return what the chart draws as a sentence: 'H29は目標10,000人、実績9,813人（未達）。…'."""
    parts = [f"{series.heading}。"]
    if series.baseline is not None:
        parts.append(f"現状は{words.number_text(series.baseline, series.unit)}。")
    for point in series.points:
        target = "目標なし" if point.target is None else f"目標{words.number_text(point.target, series.unit)}"
        first = f"（当初{words.number_text(point.first_target, series.unit)}）" if point.is_revised else ""
        kind = "見込" if point.is_forecast else "実績"
        result = "実績なし" if point.result is None else f"{kind}{words.number_text(point.result, series.unit)}"
        judged = "" if point.is_met is None else "（達成）" if point.is_met else "（未達）"
        parts.append(f"{point.label}は{target}{first}、{result}{judged}。")
    if series.final_goal is not None:
        parts.append(f"{series.goal_name}は{words.number_text(series.final_goal, series.unit)}。")
    return "".join(parts)


def _categories(series: Series, labels: Mapping[int, str]) -> list[str]:
    return [*([BASELINE_LABEL] if series.baseline is not None else []), *labels.values()]


def _marks(series: Series, labels: Mapping[int, str], is_detailed: bool) -> go.Figure:
    figure = go.Figure()
    _dashes(figure, series, _categories(series, labels))
    _result_line(figure, series, labels)
    targets = [point for point in series.points if point.target is not None]
    changed = chart_room.changed(targets)
    told = [point for point in (changed if is_detailed else chart_room.few(changed)) if point.target != point.result]
    last = list(labels.values())[-1]
    places = [chart_room.beside_the_dash(series, point, is_detailed) for point in targets]
    if targets and targets[-1].label == last:
        places[-1] = chart_room.clear_of_the_star(series, targets[-1].target or 0.0, places[-1], is_detailed)
    _draw(figure, "目標", targets, "target", series.unit, _dash(3.5, SLATE), told, places)
    revised = [point for point in series.points if point.is_revised]
    _draw(
        figure,
        "当初の目標",
        revised,
        "first_target",
        series.unit,
        _dash(1.5, OCHRE),
        revised,
        [chart_room.ABOVE] * len(revised),
    )
    _results(figure, series, last, is_detailed)
    _waiting(figure, series, targets)
    _edges(figure, series, last, is_detailed)
    return figure


def _dashes(figure: go.Figure, series: Series, categories: Sequence[str]) -> None:
    """Targets as dashes whose length is a part of a year; a marker's length would be one of the screen."""
    for point in series.points:
        for value, colour, width in ((point.target, SLATE, 3.5), (point.first_target, OCHRE, 1.5)):
            if value is None or (colour is OCHRE and not point.is_revised):
                continue
            at = categories.index(point.label)
            ends = {"x0": at - DASH_WIDTH / 2, "x1": at + DASH_WIDTH / 2, "y0": value, "y1": value}
            figure.add_shape(type="line", layer="between", line={"color": charts.tone(colour), "width": width}, **ends)


def waiting_words() -> dict[str, Word]:
    """Return the words of targets without a result, by what became of them: an evaluation to come is drawn hollow."""
    found = {code: words.TARGET_STATES[code] for code in WAITING_MARKS}
    return found | {"not_yet": replace(found["not_yet"], symbol="○")}


def _is_certain(point: Point) -> bool:
    return point.result is not None and not point.is_forecast


def _waits_as(point: Point) -> str | None:
    """What became of a target without a result; None where there is a result, or no target."""
    return (point.state or "not_yet") if point.target is not None and point.result is None else None


def _waiting(figure: go.Figure, series: Series, targets: Sequence[Point]) -> None:
    """Targets without a result: hollow before the evaluation, a sign for no number, a cross at the bottom for not done."""
    for code, word in waiting_words().items():
        points = [point for point in targets if _waits_as(point) == code]
        if not points:
            continue
        symbol, is_low = WAITING_MARKS[code]
        marker = {"symbol": symbol, "size": 11, "color": charts.tone(word.tone), "line": {"width": 2}}
        if is_low:
            low = max(chart_room.value_range(series)[0], 0.0)
            points = [replace(point, target=low) for point in points]
        _draw(figure, f"{word.label}（目標のみ）", points, "target", series.unit, marker, [], [chart_room.ABOVE] * len(points))
        if code == "no_number":
            # The figure of a target without a result stands above its dash, so its sign stands below.
            figure.data[-1].update(text=[word.symbol] * len(points), textposition=chart_room.BELOW)


def _result_line(figure: go.Figure, series: Series, labels: Mapping[int, str]) -> None:
    """The line breaks at a year without a result, and starts dotted from the baseline."""
    by_year = {point.year: point.result for point in series.points}
    first = next((point for point in series.points if point.result is not None), None)
    line = {"color": charts.tone(NAVY), "width": 2.5}
    if series.baseline is not None and first is not None:
        figure.add_scatter(
            x=[BASELINE_LABEL, first.label],
            y=[series.baseline, first.result],
            mode="lines",
            line=line | {"dash": "dot", "width": 1.5},
            showlegend=False,
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=list(labels.values()),
        y=[by_year.get(year) for year in labels],
        mode="lines",
        line=line,
        connectgaps=False,
        showlegend=False,
        hoverinfo="skip",
    )


def _results(figure: go.Figure, series: Series, last: str, is_detailed: bool) -> None:
    known = [point for point in series.points if point.result is not None]
    told = known if is_detailed else chart_room.few(known)
    reached = [point for point in known if _is_certain(point) and point.is_met is not False]
    expected = [point for point in known if point.is_forecast]
    missed = [point for point in known if point.is_met is False]
    dot = {"symbol": "circle", "size": 10, "color": charts.tone(NAVY)}
    cross = {"symbol": "x", "size": 11, "color": charts.tone(RED)}
    ring = dot | {"symbol": "circle-open", "line": {"width": 2}}
    for name, points, marker in (("実績", reached, dot), ("見込（未確定）", expected, ring), ("実績（未達）", missed, cross)):
        places = [chart_room.beside_the_line(series, point) for point in points]
        if points and points[-1].label == last:
            places[-1] = chart_room.clear_of_the_star(series, points[-1].result or 0.0, places[-1], is_detailed)
        _draw(figure, name, points, "result", series.unit, marker, told, places)


def _edges(figure: go.Figure, series: Series, last: str, is_detailed: bool) -> None:
    """Where the series comes from and where the plan wants it to end."""
    ends = (
        (series.baseline, BASELINE_LABEL, "計画前の現状", "square-open", chart_room.ABOVE, ""),
        (
            chart_room.final_goal(series),
            last,
            "計画の最終目標",
            "star-open",
            chart_room.beside_the_target(series, is_detailed),
            GOAL_LABEL,
        ),
    )
    for value, label, name, symbol, place, called in ends:
        if value is None:
            continue
        figure.add_scatter(
            x=[label],
            y=[value],
            name=name,
            mode="markers+text",
            cliponaxis=False,
            marker={"symbol": symbol, "size": 15, "color": charts.tone(INK), "line": {"width": 1.5}},
            text=[f"{called}{words.number_text(value)}"],
            textposition=place,
            textfont=_ink(),
            hovertemplate=f"{name}　{words.number_text(value, series.unit)}<extra></extra>",
        )


def _draw(
    figure: go.Figure,
    name: str,
    points: Sequence[Point],
    field: str,
    unit: str | None,
    marker: dict[str, Any],
    told: Sequence[Point],
    places: Sequence[str],
) -> None:
    """Add one kind of mark; `told` are the points whose value stands beside the mark, and `places` say where."""
    if not points:
        return
    values = [getattr(point, field) for point in points]
    figure.add_scatter(
        x=[point.label for point in points],
        y=values,
        name=name,
        mode="markers+text",
        cliponaxis=False,
        marker=marker,
        text=[words.number_text(v) if point in told else "" for point, v in zip(points, values, strict=True)],
        textposition=list(places),
        textfont=_ink(),
        customdata=[words.number_text(value, unit) for value in values],
        hovertemplate=f"%{{x}}　{name}　%{{customdata}}<extra></extra>",
    )


def _dash(width: float, colour: colours.Tone) -> dict[str, Any]:
    fill = charts.tone(colour)
    return {"symbol": "line-ew", "size": 14, "color": fill, "line": {"width": width, "color": fill}}


def _ink() -> dict[str, Any]:
    return {"size": charts.TEXT_SIZE, "color": charts.tone(INK)}
