"""A target of a year that is not evaluated yet is read against the last result: how far it has still to go."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.facts.series import Point, Series


@dataclass(frozen=True)
class Due:
    """An indicator with the target that is due, and its result in the last evaluated year; None where it has none."""

    series: Series
    point: Point
    last: Point | None

    @property
    def target(self) -> float:
        """The target that is due."""
        assert self.point.target is not None
        return self.point.target

    @property
    def result(self) -> float | None:
        """The last evaluated year's result."""
        return self.last.result if self.last else None

    @property
    def to_go(self) -> float | None:
        """How far the last result is from the target, lower-is-better turned round; 0 or less where it reaches it."""
        if self.result is None:
            return None
        return self.target - self.result if self.series.direction == "up" else self.result - self.target

    @property
    def share(self) -> float | None:
        """The last result as an attainment of the target that is due; None where there is no ratio."""
        part, whole = (self.result, self.target) if self.series.direction == "up" else (self.target, self.result)
        return part / whole if part is not None and whole else None

    @property
    def is_reached(self) -> bool:
        """Whether as much as last year would do."""
        return self.to_go is not None and self.to_go <= 0

    @property
    def rank(self) -> tuple[bool, bool, float, int]:
        """What sorts targets by how far they are: those out of reach first, those without a last result last."""
        return self.to_go is None, self.is_reached, self.share or 0.0, self.series.number


def read(every: Iterable[Series], year: int, last_evaluated: int) -> list[Due]:
    """Return what has a target in a year, the furthest from it by the last evaluated year's result first."""
    found = [
        Due(one, point, one.at(last_evaluated))
        for one in every
        if (point := one.at(year)) is not None and point.target is not None
    ]
    return sorted(found, key=lambda due: due.rank)
