"""現状及び事業目標 states where a thing stands, its goal for every year and for the end: each belongs to one series."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Comparator, Kind, Place, Role
from loaders.numbers.equality import same_value
from loaders.patterns import Pattern
from loaders.prose.similarity import dice
from loaders.prose.vocabulary import load_signs, words_of
from loaders.series.label_similarity import ALIKE, is_told_in
from loaders.series.matching import best_pairs
from loaders.series.terms import Term, Thread, distance, likeness, same_unit, year_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/base_terms.toml tells what each means, with examples."""

    kept_up: Pattern
    each_year: Pattern
    deadline: Pattern
    raised: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# Names that share but a part are two things where the amounts are far apart: 老朽管延長 18.6km, 老朽管の更新 1.5km.
_NEARLY_SAME, _FAR = 0.95, 0.8


def attach_base(threads: list[Thread], terms: Sequence[Term], texts: Mapping[Place, str]) -> None:
    """Tie what 現状及び事業目標 states to the threads: the baseline, the goal of every year, the goal for the end."""
    base = [term for term in terms if term.quantity.place.kind is Kind.BASELINE_GOAL]
    asked = [term for term in base if term.quantity.role in (Role.TARGET, Role.FINAL_GOAL) or _is_asked_each_year(term, texts)]
    goals = [term for term in asked if not _SIGNS.raised.match(texts[term.quantity.printed], term.quantity.span_end)]
    goals += [term for term in terms if term.quantity.place.year is not None and term.quantity.role is Role.FINAL_GOAL]
    for thread, term in _about(threads, [term for term in base if term not in goals]):
        thread.baseline = term
    for thread, term in _about(threads, [term for term in goals if _holds_each_year(term, texts)]):
        thread.yearly_goal = term
    for thread, term in _about(threads, [term for term in goals if not _holds_each_year(term, texts)]):
        thread.final_goal = term


def _holds_each_year(term: Term, texts: Mapping[Place, str]) -> bool:
    """Whether a goal holds for each year (年間15,000件を維持する) rather than for the end of the plan (令和3年度までに)."""
    own, text = term.quantity, texts[term.quantity.printed]
    clause = re.split(r"[。【】]", text[: own.span_start])[-1]
    if own.as_of is not None or _SIGNS.deadline.search(clause):
        return False
    if _is_asked_each_year(term, texts):
        return True
    return own.role is Role.TARGET or _SIGNS.kept_up.search(term.wording.tail) is not None


def _is_asked_each_year(term: Term, texts: Mapping[Place, str]) -> bool:
    """Whether 現状及び事業目標 asks for so many in every year: 毎年度6課以上の参加を得る."""
    own = term.quantity
    clause = re.split(r"[。、【】\n]", texts[own.printed][: own.span_end])[-1]
    return own.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST) and _SIGNS.each_year.search(clause) is not None


def _about(threads: Sequence[Thread], terms: Sequence[Term]) -> list[tuple[Thread, Term]]:
    """Return the pairs of a thread and the number of 現状及び事業目標 that is about it."""
    pairs = best_pairs([[_is_about(thread, term, threads, terms) for thread in threads] for term in terms])
    return [(threads[column], terms[row]) for row, column in pairs.items()]


def _is_about(thread: Thread, term: Term, threads: Sequence[Thread], terms: Sequence[Term]) -> float:
    """Return how surely a number of 現状及び事業目標 is about a thread: its name, else being the only one in its unit."""
    if term.wording.tail.startswith("中"):  # 29校中、22校: what there is in all
        return 0.0
    if _counts_within_year(thread) and any(_is_standing_count(other) and _unit(other) == term.unit for other in threads):
        return 0.0
    first = min(thread.terms(), key=lambda t: (year_of(t), t.order))
    # A year that asks for just as much as the goal for the end has come there.
    is_asked_for = term.quantity.role is Role.FINAL_GOAL and any(
        same_value(t.value, term.value) for stated in thread.targets.values() for t in stated
    )
    apart = 0.0 if is_asked_for else distance(first.value, term.value)
    known = [likeness(t, term) for t in thread.terms()]
    told = max((value for value in known if value is not None), default=None)
    is_apart = told is not None and told < _NEARLY_SAME and apart > _FAR
    if told is not None and told >= ALIKE and same_unit(first, term) and not is_apart:
        return 2.0 * told - 0.2 * apart
    if first.unit != term.unit:
        return 0.0
    if None in known and term.label and any(is_told_in(term.label, t.wording.context) >= 0.8 for t in thread.terms()):
        return 1.0 - 0.2 * apart
    if told is None and thread.baseline is not None:
        return 0.8
    is_only = sum(t.unit == term.unit for t in terms) == 1 and sum(_unit(t) == term.unit for t in threads) == 1
    is_near = apart <= 0.3 or (told is None and apart <= 0.48)
    if told is None and not term.label and term.wording.is_within and not _shares_context(thread, term):
        return 0.0
    if not is_only or not is_near:
        return 0.5 if None in known and told is None and is_near else 0.0
    return 1.0 - 0.2 * apart


def _counts_within_year(thread: Thread) -> bool:
    """Whether a thread is of what each year added, told beside how many there are by now."""
    return any(term.is_standing is False for term in thread.results.values())


def _is_standing_count(thread: Thread) -> bool:
    """Whether a thread is of how many there are by now, from which a baseline and a goal for the end are counted."""
    return any(term.is_standing for term in thread.results.values())


def _shares_context(thread: Thread, term: Term) -> bool:
    """Whether the sentences around a thread's numbers speak of what the sentence around a bare number speaks of."""
    contexts = [t.wording.context for t in thread.terms() if t.wording.context]
    return not contexts or any(dice(context, term.wording.context) >= 0.1 for context in contexts)


def _unit(thread: Thread) -> str | None:
    return thread.terms()[0].unit
