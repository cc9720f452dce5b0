"""A target may be stated several times: the evaluation's denominator is the last word on it, else the plan's last one."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from loaders.model import Kind
from loaders.series.terms import Term

_Stated = TypeVar("_Stated")


def in_order_of_telling(stated: Iterable[Term]) -> list[Term]:
    """Return what states a year's target as it was told: the plan is written before its evaluation, each from its beginning."""
    return sorted(stated, key=lambda term: (term.quantity.place.kind is not Kind.PLAN, term.order))


def holding_target(stated: Sequence[_Stated]) -> _Stated:
    """Return which of a year's targets the year is judged by, of one or more in the order of telling: the last.

    Planned were 4, and the evaluation says 3回/5回: the target is 5, and 4 is what it was at first.

    >>> holding_target([4, 5])
    5
    """
    return stated[-1]
