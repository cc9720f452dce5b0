"""A year's targets are all that were set: which could be judged, which have no result, which an outside cause leaves out.

With 外的要因 left out, misses that the text blames on such a cause are not counted; what has no number stays told.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pandas as pd

from dashboard.facts.series import Point, Series
from dashboard.text import words

BY_GAP: Final = "目標に遠い順"
BY_CHANGE: Final = "前年度より悪い順"
BY_NUMBER: Final = "番号順"
ORDERS: Final = (BY_GAP, BY_CHANGE, BY_NUMBER)
# What became of a target that has no certain result to be held against it (target_state_code).
WITHOUT_BAND: Final = ("not_carried_out", "forecast", "no_number", "closed", "not_yet")


def ordered(every: Iterable[Series], order: str, year: int, without_outside: bool = False) -> list[Series]:
    """Return series sorted for a year: what needs attention first, what can't be compared last.

    By the distance from the target, a target without a result comes right after the misses, for it can hide one.
    `without_outside` puts what an outside cause is named for behind all else.
    """
    if without_outside:
        return sorted(ordered(every, order, year), key=lambda one: (point := one.at(year)) is not None and point.is_outside)
    if order == BY_NUMBER:
        return sorted(every, key=lambda one: (one.number, one.indicator_id))
    if order == BY_CHANGE:
        return sorted(every, key=lambda one: (*_last_if_none(one.gain(year)), one.number))
    return sorted(every, key=lambda one: (*_need(one, one.at(year)), one.number))


def shortfall(point: Point | None) -> float | None:
    """Return what sorts a judged year by its distance from the target: its attainment; 0 for a miss without a ratio."""
    if point is None or point.is_met is None:
        return None
    return (1.0 if point.is_met else 0.0) if point.attainment is None else point.attainment


def judged(every: Iterable[Series], year: int, without_outside: bool) -> list[tuple[Series, Point]]:
    """Return what can be judged in a year; `without_outside` leaves out years that the text blames on an outside cause."""
    points = [(one, point) for one in every if (point := one.at(year)) is not None and point.is_met is not None]
    return [(one, point) for one, point in points if not (without_outside and point.is_outside)]


def without_result(every: Iterable[Series], year: int) -> list[tuple[Series, Point]]:
    """Return what has a target in a year and can't be judged."""
    points = [(one, point) for one in every if (point := one.at(year)) is not None and point.target is not None]
    return [(one, point) for one, point in points if point.is_met is None]


def has_changes(every: Iterable[Series], year: int) -> bool:
    """Return whether any result can be compared with the year before's: in a plan's first year none can."""
    return any(one.gain(year) is not None for one in every)


def left_out(every: Iterable[Series], year: int) -> int:
    """Return how many judged targets of a year an outside cause is named for."""
    return sum(point.is_outside for _, point in judged(every, year, without_outside=False))


def band_counts(every: Sequence[Series], years: Mapping[int, str], without_outside: bool) -> pd.DataFrame:
    """Return one row a year with a target: its label, how many targets in each band, and of each kind that has no band."""
    rows = []
    for year, label in years.items():
        codes = [point.band.code for _, point in judged(every, year, without_outside) if point.band]
        points = [point for one in every if (point := one.at(year)) is not None and point.target is not None]
        outside = left_out(every, year) if without_outside else 0
        if not points:
            continue
        counts = {band.code: codes.count(band.code) for band in words.bands()}
        untold = [point.became for point in points if point.band is None]
        counts |= {code: untold.count(code) for code in WITHOUT_BAND}
        rows.append({"label": label, **counts, "n": len(points) - outside})
    return pd.DataFrame(rows, columns=["label", *(band.code for band in words.bands()), *WITHOUT_BAND, "n"])


def _need(one: Series, point: Point | None) -> tuple[int, float]:
    """What sorts by need: misses by their distance, targets without a result, targets that were met, the rest."""
    if point is None or point.target is None:
        return (3 if one.has_target else 4), 0.0
    if point.is_met is None:
        return 1, float(point.status != "unmet")
    return (2 if point.is_met else 0), shortfall(point) or 0.0


def _last_if_none(value: float | None) -> tuple[bool, float]:
    return value is None, value if value is not None else 0.0
