"""月1回 is no count of the year: a number told for a month or a week keeps what it is told for, in its unit (回/月)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from loaders.model import Place, Quantity, Role
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

# How often a period comes in a year; of weeks and days the offices are closed for some, so that nobody can tell.
PER_YEAR: Final[Mapping[str, float]] = {"月": 12.0, "2か月": 6.0, "四半期": 4.0, "半期": 2.0}
_PERIOD = Pattern(r"^(?:毎|各)?(?P<period>月|週|日)(?:に)?(?:約|最低|少なくとも)?\d")
# Words right before a number that it is told for: 隔月1回, 四半期に1回, 2か月に1回.
_BEFORE = (
    (Pattern(r"隔$"), "2か月"),
    (Pattern(r"(?:2|二)[かカヶケ]月(?:ごと)?に(?:約)?$|隔月(?:に|で)?$"), "2か月"),
    (Pattern(r"(?:四半期|(?:3|三)[かカヶケ]月)(?:ごと)?に(?:約)?$"), "四半期"),
    (Pattern(r"半期(?:ごと)?に(?:約)?$"), "半期"),
)
_COUNTED: Final = frozenset({"回", "件", "本", "号", "日", "人", "名"})
_REACH = 8


def read_frequencies(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> Iterator[Quantity]:
    """Yield a row's quantities, those that are told for a month, a week or a quarter with that in their unit.

    Where a row asks for nothing in the unit, an evaluation's 週1回 describes what was done and is held against nothing.
    """
    asked = {quantity.unit for quantity in quantities if quantity.role in (Role.TARGET, Role.FINAL_GOAL)}
    for quantity in quantities:
        period = period_told(quantity, texts[quantity.printed]) if quantity.unit in _COUNTED else ""
        if period and quantity.role is not Role.CHANGE and quantity.unit in asked:
            yield replace(quantity, unit=f"{quantity.unit}/{period}")
        else:
            yield quantity


def period_told(quantity: Quantity, text: str) -> str:
    """Return the period that a number is told for by the words that touch it (月1回, 隔月1回), '' where by the year."""
    before = text[max(quantity.span_start - _REACH, 0) : quantity.span_start]
    for pattern, period in _BEFORE:
        if pattern.search(before):
            return period
    match = _PERIOD.match(narrow(quantity.quote))
    return match["period"] if match else ""


def period_of(unit: str | None) -> str:
    """Return the period of a unit, '' where it is told by the year or for none.

    >>> period_of("回/月"), period_of("回/年"), period_of("回")
    ('月', '', '')
    """
    period = (unit or "").partition("/")[2]
    return period if period in (*PER_YEAR, "週", "日") else ""


def times_a_year(unit: str | None) -> float | None:
    """Return how often a unit's period comes in a year: 12 of 回/月, 1 of 回, None where nobody can tell.

    >>> times_a_year("回/月"), times_a_year("回"), times_a_year("回/週")
    (12.0, 1.0, None)
    """
    period = period_of(unit)
    return PER_YEAR.get(period) if period else 1.0
