"""A denominator says the target again (3／4回), or of how many there are in all (30／40施設（75％）, 9課中6課, 累計7/31本)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.model import Kind, Place, Quantity, Role
from loaders.numbers.bases import base_of, base_value
from loaders.numbers.equality import same_value

# The rules of a pair whose label names both (【結果/目標】), of a bare one, and of a denominator that counts all there are.
LABELLED_PAIR, PAIR, POPULATION = "labelled_pair", "pair", "population"

# A denominator this close to the plan's target, as a share or by one, is that target set anew.
NEAR, NEXT = 1.5, 1.0
# How far a rate as told may be from the rate as divided: 34.3% of 412/1,200.
ROUNDING = 0.6
_ATTAINED = re.compile(r"達成率|達成度|進捗率|進捗度|執行率|目標")
# Words before a pair or a whole that say whom or what all of them are.
_ALL_OF = re.compile(
    r"(?:対象[^\d、。()]{0,6}|全[^\d、。()]{0,4}|定[員数]|配[布付]数?|発送数?|送付数?|調査数?|回[収答][^\d、。()]{0,4}|在籍[^\d、。()]{0,4})[はがの:：]?\s?$"
)
_OF_ALL = re.compile(r"\s?(?:の)?(?:うち|中)、?[^。、\d]{0,12}$")
_RATE = re.compile(r"(?P<rate>\d+(?:\.\d+)?)%")
_NOTE_BEHIND = re.compile(r"[^()。\d]{0,16}?\((?P<note>[^()]{0,24})\)")
_NOTE_BEFORE = re.compile(r"(?P<rate>\d+(?:\.\d+)?)% ?\((?P<note>[^()]*)$")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_REACH = 40


@dataclass(frozen=True)
class Fraction:
    """A number and the one that it is held against, as one cell states them: 3/4回, 9課中6課."""

    numerator: Quantity
    denominator: Quantity

    @property
    def percent(self) -> float | None:
        """What share it is, None of nothing."""
        whole = base_value(self.denominator)
        return 100 * base_value(self.numerator) / whole if whole else None


def restates_target(fraction: Fraction, text: str, asked: Sequence[Quantity]) -> bool:
    """Tell whether an evaluation's denominator is the year's target, rather than how many there are in all.

    `text` is the cell's words (narrowed), `asked` what the plan asks for in that year. A label that names both, the plan's own
    number, and a near one of its unit make it a target; words such as 累計 or 回収, a rate behind it and a plan that asks for
    far fewer of them make it a population. Where the plan states nothing, it is all that is known of the target.
    """
    if fraction.denominator.rule == LABELLED_PAIR:
        return True
    alike = [target for target in asked if base_of(target.unit)[0] == base_of(fraction.denominator.unit)[0]]
    if any(same_value(base_value(target), base_value(fraction.denominator)) for target in alike):
        return True
    if fraction.numerator.is_cumulative and not any(target.is_cumulative for target in alike):
        return False
    if _ALL_OF.search(text[max(fraction.numerator.span_start - _REACH, 0) : fraction.numerator.span_start]):
        return False
    if _rate_beside(fraction, text) is not None and (alike or any(target.unit in ("%", "％", "割") for target in asked)):
        return False
    return not alike or any(_is_near(target, fraction.denominator) for target in alike)


def read_denominators(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> Iterator[Quantity]:
    """Yield a row's quantities: denominators that count all there are as such, and the parts of a rate with their rate."""
    populations: dict[Quantity, int | None] = {}
    parts: dict[Quantity, int | None] = {}
    for fraction in _fractions(quantities, texts):
        text, place = texts[fraction.denominator.printed], fraction.denominator.place
        asked = [q for q in quantities if q.role is Role.TARGET and _asks_for(q, place)]
        if restates_target(fraction, text, asked):
            continue
        rate = _rate_quantity(fraction, text, quantities)
        populations[fraction.denominator] = rate
        if rate is not None and not any(base_of(q.unit)[0] == base_of(fraction.numerator.unit)[0] for q in asked):
            parts[fraction.numerator] = rate
    for quantity in quantities:
        if quantity in populations:
            yield replace(quantity, role=Role.RESULT, rule=POPULATION, part_of=populations[quantity])
        elif quantity in parts and quantity.part_of is None:
            yield replace(quantity, part_of=parts[quantity])
        else:
            yield quantity


def _fractions(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> Iterator[Fraction]:
    """Yield what evaluations state as a number of a whole: pairs by a stroke, and 9課中6課."""
    for first, second in pairwise(quantities):
        if first.place.kind is not Kind.RESULT or first.printed != second.printed or first.part_of is not None:
            continue
        if first.rule in (PAIR, LABELLED_PAIR) and second.rule == first.rule and second.role is Role.TARGET:
            yield Fraction(first, second)
        between = texts[first.printed][first.span_end : second.span_start]
        is_one_thing = base_of(first.unit)[0] == base_of(second.unit)[0] and base_value(first) >= base_value(second)
        if is_one_thing and first.role is second.role is Role.RESULT and _OF_ALL.fullmatch(between):
            yield Fraction(second, first)


def _asks_for(target: Quantity, place: Place) -> bool:
    """Tell whether a target is what the plan asks for in the year of `place`, there or in every year."""
    return target.place == Place(Kind.PLAN, place.year) or target.place.kind is Kind.BASELINE_GOAL


def _is_near(target: Quantity, denominator: Quantity) -> bool:
    low, high = sorted((base_value(target), base_value(denominator)))
    return high - low <= NEXT or (low > 0 and high / low <= NEAR)


def _rate_beside(fraction: Fraction, text: str) -> float | None:
    """Return where the rate ends that a note behind a fraction tells, or the number before the note that it stands in."""
    start = min(fraction.numerator.span_start, fraction.denominator.span_start)
    end = max(fraction.numerator.span_end, fraction.denominator.span_end)
    behind, before = _NOTE_BEHIND.match(text, end), _NOTE_BEFORE.search(text[:start])
    if behind and (rate := _RATE.search(behind["note"])) and not _ATTAINED.search(behind["note"]):
        return behind.start("note") + rate.end() if _is_its_rate(float(rate["rate"]), fraction) else None
    if before and not _ATTAINED.search(text[max(before.start() - 8, 0) : before.start()]):
        return before.end("rate") + 1 if _is_its_rate(float(before["rate"]), fraction) else None
    return None


def _is_its_rate(rate: float, fraction: Fraction) -> bool:
    return fraction.percent is not None and abs(fraction.percent - rate) <= ROUNDING


def _rate_quantity(fraction: Fraction, text: str, quantities: Sequence[Quantity]) -> int | None:
    """Return where the rate begins that a fraction explains, None where none is told."""
    end = _rate_beside(fraction, text)
    own = (q.span_start for q in quantities if q.printed == fraction.denominator.printed and q.span_end == end)
    return next(own, None)
