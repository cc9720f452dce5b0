"""A row's numbers are held against each other as terms, with the words around them, and threads of what is one thing."""

import math
from dataclasses import dataclass, field
from functools import cached_property

from loaders.model import Quantity
from loaders.numbers.bases import base_value
from loaders.numbers.frequencies import period_of, times_a_year
from loaders.numbers.roles import LABEL
from loaders.patterns import Pattern
from loaders.series.label_similarity import ALIKE, core, similarity, unit_class
from loaders.series.wording import Wording, is_clause

_ADDED = Pattern(r"(?:程度|以上)?(?:を|が|の)?(?:新たに|新規に?|追加|増|加え|加わ)")
# 月1回 is 12 times a year; a count below this may be by the month as well.
_OTHER_PERIOD = 3
# 月1回 is answered by 4 to 24 in the year: below and above, something else is counted.
_LEAST_OF_YEAR, _MOST_OF_YEAR = 3, 2
# From this distance on, how many there are by now and what the year brought are two amounts where nothing else ties them.
OTHER_AMOUNT = 0.2
_ROSE = Pattern(r"\d[^\d]*(?:増|増加|増員)$")


@dataclass(frozen=True)
class Term:
    """A quantity with the words around it; `order` is its place among the row's, `rank` among its cell's.

    `is_standing`: it is how many there are by now (計17手続), or else what the year added beside such a number (5手続を追加し);
    None where nothing tells. `has_own_label` is False where the row's 指標名 was given to a number in another unit than it has.
    `is_besides`: it came on top of a number of its unit before it (このほか電話で87件).
    `topic` is what the sentence named before another number: 認定農業者 of both in 認定農業者を5経営体増やし、95経営体とする.
    """

    quantity: Quantity
    wording: Wording
    order: int
    rank: int = 0
    is_standing: bool | None = None
    has_own_label: bool = True
    is_besides: bool = False
    topic: str = ""

    @property
    def unit(self) -> str | None:
        """The unit that stands for all its writings."""
        return unit_class(self.quantity.unit)

    @property
    def value(self) -> float:
        """The number, in the unit that stands for all its multiples."""
        return base_value(self.quantity)

    @cached_property
    def tag(self) -> str:
        """What the 【…】 says of the thing counted, '' where it says nothing (回数, 目標)."""
        return core(self.wording.tag)

    @cached_property
    def name(self) -> str:
        """What the clause says of the thing counted, '' where it says nothing."""
        own = core(self.wording.phrase)
        if own or self.wording.tag:
            return own
        given = self.quantity.label or ""
        return core(self.topic) or (core(given) if self.has_own_label and not is_clause(given) else "")

    @property
    def is_named_by_row(self) -> bool:
        """Whether its name comes from beyond its clause (a column 指標名), where another cell may use other words for it."""
        return self.name != "" and not core(self.wording.phrase)

    @property
    def label(self) -> str:
        """The nearest words that name the thing, '' for a bare number."""
        return self.name or self.tag

    @property
    def is_prose(self) -> bool:
        """Whether the number stands in a sentence, where the words before it need not be its name."""
        return not self.quantity.is_tagged

    @property
    def is_declared(self) -> bool:
        """Whether a label says that this is the cell's figure, and no more: KPI：45手続, 【実績】58人."""
        return self.quantity.rule == LABEL and self.wording.tag != "" and not self.tag

    @property
    def is_increment(self) -> bool:
        """Whether the number is what was added (2件新たに公開), which runs on from no standing count."""
        return self.is_prose and (_ADDED.match(self.wording.tail) is not None or _ROSE.search(self.quantity.quote) is not None)


@dataclass
class Thread:
    """One thing measured, as it runs through the row: results and stated targets by year, in the order they were stated."""

    results: dict[int, Term] = field(default_factory=dict)
    targets: dict[int, list[Term]] = field(default_factory=dict)
    restated: list[Term] = field(default_factory=list)
    yearly_goal: Term | None = None
    baseline: Term | None = None
    final_goal: Term | None = None

    def terms(self) -> list[Term]:
        """All its results and targets, results first, in the order of the years."""
        stated = [term for year in sorted(self.targets) for term in self.targets[year]]
        return [self.results[year] for year in sorted(self.results)] + stated

    def nearest(self, year: int) -> Term:
        """The term whose year is nearest, results before targets: what a number of `year` should continue."""
        by_year = [(abs(year - y), 0, term) for y, term in self.results.items()]
        by_year += [(abs(year - y), 1, term) for y, terms in self.targets.items() for term in terms]
        return min(by_year, key=lambda item: item[:2])[2]


def year_of(term: Term) -> int:
    """Return the fiscal year of a plan's or evaluation's number; a number of 現状及び事業目標 has none (ValueError)."""
    if term.quantity.place.year is None:
        raise ValueError(f"{term.quantity.quote} stands in 現状及び事業目標 and has no year")
    return term.quantity.place.year


def likeness(one: Term, other: Term) -> float | None:
    """Return how alike the names of two terms are, None where a bare one leaves it open."""
    if one.name and other.name:
        alike = similarity(one.wording.phrase or one.name, other.wording.phrase or other.name)
        if alike < ALIKE and (
            _names_action_of(one, other) or _names_action_of(other, one) or _is_sign_of(one.name, other.name)
        ):
            return ALIKE
        is_open = one.is_named_by_row != other.is_named_by_row or bool(one.topic or other.topic)
        return None if alike < ALIKE and is_open else alike
    if one.name or other.name:
        named, short = (one, other) if one.name else (other, one)
        if not short.tag:
            return ALIKE if _names_action_of(named, short) else None
        return max(similarity(named.name, short.tag), 0.8 * similarity(named.tag, short.tag))
    return similarity(one.tag, other.tag) if one.tag and other.tag else None


def _names_action_of(one: Term, other: Term) -> bool:
    """Whether a term is named by what is done to the things that another counts: 貸与は52台, after 戸別受信機60台の貸与."""
    return one.name != "" and one.name == core(other.wording.action)


def _is_sign_of(one: str, other: str) -> bool:
    """Whether the shorter of two names is one sign, which the longer ends in: 柵, after 侵入防止柵."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.endswith(short)


def same_unit(one: Term, other: Term) -> bool:
    """Whether two terms are counted in one unit; a number without a unit goes with any that bears its label."""
    if one.unit == other.unit:
        return True
    return None in (one.unit, other.unit) and (likeness(one, other) or 0.0) >= ALIKE


def is_of_other_period(target: Term, result: Term) -> bool:
    """Whether a target is told by the week or month (週3回) and a result by the year (180回): neither measures the other.

    What a month's target makes in a year (月1回, 11回) may be held against a year's result that comes near it.
    """
    asked, reached = period_of(target.quantity.unit), period_of(result.quantity.unit)
    if not asked or asked == reached:
        return False
    if (yearly := yearly_value(target)) is not None and not reached:
        return not yearly / _LEAST_OF_YEAR <= result.value <= yearly * _MOST_OF_YEAR
    return result.value >= _OTHER_PERIOD * target.value


def yearly_value(term: Term) -> float | None:
    """Return how many a number makes in a year, None where its period does not tell."""
    times = times_a_year(term.quantity.unit)
    return None if times is None else term.value * times


def compared(one: Term, other: Term) -> tuple[float, float]:
    """Return two values as they are held against each other: by the year where only one is told by the month."""
    by_year = yearly_value(one), yearly_value(other)
    if period_of(one.quantity.unit) == period_of(other.quantity.unit) or None in by_year:
        return one.value, other.value
    return by_year[0] or 0.0, by_year[1] or 0.0


def distance(one: float, other: float) -> float:
    """Return how far two amounts are apart, in powers of ten, at most 2; a zero says nothing."""
    return min(abs(math.log10(one / other)), 2.0) if one > 0 and other > 0 else 0.0
