"""A target that was eased, never changes or is always passed says as much of a plan as a target that was missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.facts import series
from dashboard.facts.series import Point, Series, Words

# From this many years on, a target that stays as it is, or is passed, tells something; the findings of the store ask as many.
FROZEN_YEARS: Final = 3
EXCEEDED_YEARS: Final = 3
FINAL_GOAL: Final = "計画の最終目標"
EASED: Final = "引き下げ（緩和）"
RAISED: Final = "引き上げ"
DIRECTIONS: Final = (EASED, RAISED)
SIGNS: Final[dict[str, str]] = {EASED: "▼", RAISED: "▲"}


@dataclass(frozen=True)
class Move:
    """A target that asks for another figure than was asked for before."""

    since: str
    old: float
    old_words: Words | None
    year: int
    label: str
    new: float
    new_words: Words | None
    result: float | None
    direction: str
    reaches_old: bool | None
    is_evaluated: bool = True


# A page asks for the moves of each indicator five times a run.
@lru_cache(maxsize=20_000)
def moves(one: Series, last_year: int) -> tuple[Move, ...]:
    """Return how an indicator's target was moved from year to year, and against the plan's final goal in its last year.

    Targets that are parts of a total (4 + 4 + 3 of 11 places) were not moved: the total is the target.
    """
    if one.is_parts_of_total:
        return ()
    stated = _stated(one)
    found = [
        _move(one, before.label, before.target, before.target_words, point)
        for before, point in pairwise(stated)
        if before.target is not None and point.target != before.target
    ]
    end = stated[-1] if stated else None
    if end and end.year == last_year and one.final_goal is not None and end.target != one.final_goal:
        found.append(_move(one, FINAL_GOAL, one.final_goal, None, end))
    return tuple(found)


@dataclass(frozen=True)
class Kinds:
    """The indicators of a filter, and which of them may have been moved, never change, or are always passed."""

    every: tuple[Series, ...]
    movable: tuple[Series, ...]
    frozen: tuple[Series, ...]
    exceeded: tuple[Series, ...]


def asked(chosen: Filter) -> Kinds:
    """Return the indicators that the filter lets through by what is odd about their targets, sorted out once for all."""
    every = queries.read(series.read, "indicator_series", chosen)
    return Kinds(
        every,
        tuple(one for one in every if (stated := _stated(one)) and moves(one, stated[-1].year)),
        tuple(one for one in every if is_frozen(one)),
        tuple(one for one in every if is_exceeded(one)),
    )


def _stated(one: Series) -> list[Point]:
    return [point for point in one.points if point.target is not None]


def matters(found: Iterable[Series]) -> list[list[Series]]:
    """Return indicators that tell the same figures of the same thing together, each group in its order."""
    groups: dict[object, list[Series]] = {}
    for one in found:
        groups.setdefault(_told(one), []).append(one)
    return list(groups.values())


def repeats(found: Iterable[Series]) -> int:
    """Return how many indicators tell the same figures of the same thing as another of them: one course, two entries."""
    every = list(found)
    return len(every) - len(matters(every))


def is_frozen(one: Series) -> bool:
    """Return whether the target of a year never changes, whether every year states it or the plan does once for all."""
    stated = _stated(one)
    return len(stated) >= FROZEN_YEARS and len({point.target for point in stated}) == 1


def is_exceeded(one: Series) -> bool:
    """Return whether the results of enough judged years in a row are better than the target, not merely equal.

    A target that was raised on the way is none: somebody has drawn the conclusion. A miss after such years makes the target
    no better: nobody had asked for more while it was passed.
    """
    return longest_past(one) >= EXCEEDED_YEARS and not is_raised(one)


def longest_past(one: Series) -> int:
    """Return in how many judged years in a row the target was passed, at most."""
    longest = run = 0
    for point in one.points:
        if point.is_met is not None:
            run = run + 1 if _is_past(point, one.direction) else 0
            longest = max(longest, run)
    return longest


def eased(every: Iterable[Series], last_year: int) -> list[tuple[Series, Move]]:
    """Return every easing of a target."""
    return [(one, move) for one in every for move in moves(one, last_year) if move.direction == EASED]


def judged_years(one: Series) -> int:
    """Return in how many years the target can be judged."""
    return sum(point.is_met is not None for point in one.points)


def least(one: Series) -> float:
    """Return the smallest attainment of the judged years, for sorting: how far the target is passed even in the worst."""
    return min((point.attainment for point in one.points if point.attainment is not None), default=0.0)


def _move(one: Series, since: str, old: float, old_words: Words | None, point: Point) -> Move:
    target = point.target if point.target is not None else old
    is_eased = target < old if one.direction == "up" else target > old
    reaches = None
    if point.result is not None and not point.is_forecast:
        reaches = point.result >= old if one.direction == "up" else point.result <= old
    return Move(
        since=since,
        old=old,
        old_words=old_words,
        year=point.year,
        label=point.label,
        new=target,
        new_words=point.target_words,
        result=point.result,
        direction=EASED if is_eased else RAISED,
        reaches_old=reaches,
        is_evaluated=point.status is not None or point.result is not None,
    )


@lru_cache(maxsize=20_000)
def _told(one: Series) -> object:
    return one.name, one.unit, tuple((each.year, each.target, each.result) for each in one.points)


def is_always_past(one: Series) -> bool:
    """Whether the target was passed in every year in which it can be judged."""
    return all(_is_past(point, one.direction) for point in one.points if point.is_met is not None)


def is_raised(one: Series) -> bool:
    """Whether a later year asks for more than the one before."""
    stated = [point.target for point in one.points if point.target is not None]
    return any(later > earlier if one.direction == "up" else later < earlier for earlier, later in pairwise(stated))


def _is_past(point: Point, direction: str) -> bool:
    if point.result is None or point.target is None:
        return False
    return point.result > point.target if direction == "up" else point.result < point.target
