"""A chart's figures are read where nothing covers them: how far its axis reaches, which figures it tells, and on which side."""

from collections.abc import Sequence
from typing import Final

from dashboard.facts.series import Point, Series
from dashboard.text import words

ABOVE, ABOVE_LEFT, BELOW = "top center", "top left", "bottom center"
# Lines need not start at zero; where the smallest value is under this share of the largest, zero is near enough to show.
ZERO_BELOW: Final = 0.5
# So is it for a handful of places or times, whose axis would count 3, 3.5, 4.
HANDFUL: Final = 20
HEADROOM: Final = 0.3
# Below zero there is room for a label, but for no step of the axis, which would count −2 trainings.
ROOM_BELOW_ZERO: Final = 0.15
# The final goal's label of two lines and its mark are as high as this part of the axis: of a large chart, of a card.
NEAR: Final = {True: 0.15, False: 0.5}
GOAL_ROOM: Final = {True: 0.19, False: 0.38}
# A mark within this part of the axis stands where a label would: of a large chart, of a card.
CLOSE: Final = {True: 0.1, False: 0.2}
# A label of more characters (10,249) touches its neighbour in a card.
SHORT_NUMBER: Final = 5


def value_range(series: Series) -> list[float]:
    """Return the ends of the axis of values, with room for labels; zero is shown where it is near.

    A registration that goes from 9,484 to 12,597 keeps its own range, 3 of 11 starts at zero.
    """
    known = [value for point in series.points for value in (point.target, point.first_target, point.result)]
    values = [value for value in (*known, series.baseline, final_goal(series)) if value is not None]
    low, high = min(values), max(values)
    is_handful = low >= 0 and high <= HANDFUL and all(value == int(value) for value in values)
    if 0 <= low <= high * ZERO_BELOW or low == high or is_handful:
        low = min(low, 0.0)
    span = high - low or 1.0
    bottom = low - span * (ROOM_BELOW_ZERO if low == 0 else HEADROOM)
    return [bottom, high + span * HEADROOM]


def with_room_for_goal(series: Series, is_detailed: bool) -> list[float]:
    """Return the ends of the axis of values, further where the final goal's label of two lines would be cut off."""
    bottom, top = value_range(series)
    goal = final_goal(series)
    if goal is None:
        return [bottom, top]
    room = (top - bottom) * GOAL_ROOM[is_detailed]
    if beside_the_target(series, is_detailed) == BELOW:
        return [min(bottom, goal - room), top]
    return [bottom, max(top, goal + room)]


def final_goal(series: Series) -> float | None:
    """The final goal that a year can be held against: a total of several years is no mark among yearly counts."""
    return None if series.is_parts_of_total else series.final_goal


def beside_the_dash(series: Series, point: Point, is_detailed: bool) -> str:
    """Where a target's figure stands: away from the result, and aside where the next year's figure stands."""
    is_above, following = point.result is None or (point.gap or 0.0) < 0, series.at(point.year + 1)
    if is_detailed and is_above and following is not None and following.result is not None:
        return ABOVE_LEFT if beside_the_line(series, following) == ABOVE_LEFT else ABOVE
    return ABOVE if is_above else BELOW


def clear_of_the_star(series: Series, value: float, place: str, is_detailed: bool) -> str:
    """Where a figure of the last year stands that would be hidden by the final goal: aside."""
    goal = final_goal(series)
    if goal is None:
        return place
    bottom, top = value_range(series)
    off = goal - value if place.startswith("top") else value - goal
    return place.replace("center", "left") if 0 < off < (top - bottom) * CLOSE[is_detailed] else place


def beside_the_line(series: Series, point: Point) -> str:
    """Where a result's figure stands: away from its target, and on the side on which the line does not run through it."""
    value, is_above = point.result or 0.0, (point.gap or 0.0) >= 0
    ends = [each.result if (each := series.at(point.year + step)) else None for step in (-1, 1)]
    if ends[0] is None and next(each for each in series.points if each.result is not None) is point:
        ends[0] = series.baseline
    left, right = (end is not None and (end > value if is_above else end < value) for end in ends)
    side = "center" if left == right else "right" if left else "left"
    return f"{'top' if is_above else 'bottom'} {side}"


def beside_the_target(series: Series, is_detailed: bool) -> str:
    """Where the final goal's label stands: above, unless the target of the last year is just there."""
    last, goal = series.points[-1].target, final_goal(series)
    if last is None or goal is None:
        return ABOVE
    bottom, top = value_range(series)
    return BELOW if 0 <= last - goal < (top - bottom) * NEAR[is_detailed] else ABOVE


def changed(targets: Sequence[Point]) -> list[Point]:
    """Return the targets that differ from the year before's: to say the same number five times only crowds the chart."""
    return [point for at, point in enumerate(targets) if at == 0 or targets[at - 1].target != point.target]


def few(points: Sequence[Point]) -> list[Point]:
    """Return the points whose values a card has room for: all while numbers are short, else the ends and the misses."""
    values = [value for point in points for value in (point.target, point.result) if value is not None]
    if max((len(words.number_text(value)) for value in values), default=0) <= SHORT_NUMBER:
        return list(points)
    return [point for point in points if point.is_met is False or point in (points[0], points[-1])]
