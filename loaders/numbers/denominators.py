"""A denominator says the target again (3／4回), or of how many there are in all (30／40施設（75％）, 9課中6課, 累計7/31本)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from loaders.model import Kind, Place, Quantity, Role
from loaders.numbers.bases import base_of, base_value
from loaders.numbers.equality import same_value
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/denominators.toml tells what each means, with examples."""

    attained: Pattern
    all_of: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# The rules of a pair whose label names both (【結果/目標】), of a bare one, and of a denominator that counts all there are.
LABELLED_PAIR, PAIR, POPULATION = "labelled_pair", "pair", "population"
# The rule of a number that a rate beside it was divided from, where the plan asks for the rate alone.
OF_RATE = "of_rate"
# The rule of a rate that says how much of the target was reached: 58/60橋（96.7％）.
OF_TARGET = "of_target"

# A denominator this close to the plan's target, as a share or by one, is that target set anew.
NEAR, NEXT = 1.5, 1.0
# How far a rate as told may be from the rate as divided: 34.3% of 412/1,200.
ROUNDING = 0.6
_OF_ALL = Pattern(r"\s?(?:の)?(?:うち|中)、?[^。、\d]{0,12}$")
_NAMED_WHOLE = Pattern(r"\s?[/、,÷・]\s?[^\d()。]{1,8}")
_INTO_NOTE = Pattern(r"[^()。\d]{0,16}?\([^()\d]{0,12}")
_OPENS_NOTE = Pattern(r" ?\([^()\d]{0,12}")
_REACH, _WORD = 40, 8


@dataclass(frozen=True)
class Fraction:
    """A number and the one that it is held against, as one cell states them: 3/4回, 9課中6課.

    Two numbers that are named each (受診1,203人/対象1,250人) are one only where a rate tells so: `is_stated` is False.
    """

    numerator: Quantity
    denominator: Quantity
    is_stated: bool = True

    @property
    def start(self) -> int:
        """Where its words begin."""
        return min(self.numerator.span_start, self.denominator.span_start)

    @property
    def end(self) -> int:
        """Where its words end."""
        return max(self.numerator.span_end, self.denominator.span_end)

    @property
    def percent(self) -> float | None:
        """What share it is, None of nothing."""
        whole = base_value(self.denominator)
        return 100 * base_value(self.numerator) / whole if whole else None


def restates_target(fraction: Fraction, text: str, asked: Sequence[Quantity], rate: Quantity | None = None) -> bool:
    """Tell whether an evaluation's denominator is the year's target, rather than how many there are in all.

    `text` is the cell's words (narrowed), `asked` what the plan asks for in that year, `rate` what the cell tells as the
    fraction's share in percent. A label that names both, the plan's own
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
    if _SIGNS.all_of.search(text[max(fraction.start - _REACH, 0) : fraction.start]):
        return False
    if rate is not None and (alike or any(target.unit in ("%", "％", "割") for target in asked)):
        return False
    is_pair = fraction.denominator.rule == PAIR
    return (not alike and is_pair) or any(_is_near(target, fraction.denominator) for target in alike)


def read_denominators(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> Iterator[Quantity]:
    """Yield a row's quantities: denominators that count all there are as such, and the parts of a rate with their rate."""
    read: dict[int, Quantity] = {}
    for fraction in _fractions(quantities, texts):
        whole, part = fraction.denominator, fraction.numerator
        asked = [q for q in quantities if q.role is Role.TARGET and _asks_for(q, whole.place)]
        rate = rate_beside(fraction, texts[whole.printed], quantities)
        if rate is None and not fraction.is_stated:
            continue
        if whole.place.kind is Kind.BASELINE_GOAL:
            if rate is not None:
                read[id(whole)] = replace(whole, role=rate.role, rule=POPULATION, part_of=rate.span_start)
                read[id(part)] = replace(part, role=rate.role, rule=OF_RATE, part_of=rate.span_start)
            continue
        if restates_target(fraction, texts[whole.printed], asked, rate):
            is_behind = rate is not None and rate.span_start >= fraction.end
            if rate is not None and is_behind and not any(base_of(q.unit)[0] == "%" for q in asked):
                read[id(rate)] = replace(rate, rule=OF_TARGET, part_of=part.span_start)
            continue
        start = None if rate is None else rate.span_start
        read[id(whole)] = replace(whole, role=Role.RESULT, rule=POPULATION, part_of=start)
        if rate is not None and not any(base_of(q.unit)[0] == base_of(part.unit)[0] for q in asked):
            read[id(part)] = replace(part, rule=OF_RATE, part_of=start)
    for quantity in quantities:
        yield read.get(id(quantity), quantity)


def _fractions(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> Iterator[Fraction]:
    """Yield what a cell states as a number of a whole: pairs by a stroke, and 9課中6課."""
    for first, second in pairwise(quantities):
        if first.place.kind is Kind.PLAN or first.printed != second.printed:
            continue
        if first.rule in (PAIR, LABELLED_PAIR) and second.rule == first.rule and first.role is Role.RESULT:
            yield Fraction(first, second)
        between = texts[first.printed][first.span_end : second.span_start]
        is_one_thing = base_of(first.unit)[0] == base_of(second.unit)[0] and base_value(first) >= base_value(second)
        if is_one_thing and first.role is second.role is Role.RESULT and _OF_ALL.fullmatch(between):
            yield Fraction(second, first)
        is_share = base_of(first.unit)[0] == base_of(second.unit)[0] and base_value(first) <= base_value(second)
        if is_share and first.role is second.role is Role.RESULT and _NAMED_WHOLE.fullmatch(between):
            yield Fraction(first, second, is_stated=False)


def _asks_for(target: Quantity, place: Place) -> bool:
    """Tell whether a target is what the plan asks for in the year of `place`, there or in every year."""
    return target.place == Place(Kind.PLAN, place.year) or target.place.kind is Kind.BASELINE_GOAL


def _is_near(target: Quantity, denominator: Quantity) -> bool:
    low, high = sorted((base_value(target), base_value(denominator)))
    return high - low <= NEXT or (low > 0 and high / low <= NEAR)


def rate_beside(fraction: Fraction, text: str, quantities: Sequence[Quantity]) -> Quantity | None:
    """Return the percentage that a cell tells of a fraction, in a note behind it or before the note that it stands in.

    None where none is told, or where it is said to be how far the target was attained.
    """
    for rate in quantities:
        if rate.printed != fraction.denominator.printed or not _is_its_rate(rate, fraction):
            continue
        behind, before = text[fraction.end : rate.span_start], text[rate.span_end : fraction.start]
        is_behind = rate.span_start >= fraction.end and _INTO_NOTE.fullmatch(behind) and not _SIGNS.attained.search(behind)
        own = text[max(rate.span_start - _WORD, 0) : rate.span_start]
        is_before = rate.span_end <= fraction.start and _OPENS_NOTE.fullmatch(before) and not _SIGNS.attained.search(own)
        if is_behind or is_before:
            return rate
    return None


def _is_its_rate(rate: Quantity, fraction: Fraction) -> bool:
    return base_of(rate.unit)[0] == "%" and fraction.percent is not None and abs(fraction.percent - rate.value) <= ROUNDING
