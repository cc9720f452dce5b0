"""A result runs on from year to year under changing labels.

Each year's numbers are paired one to one with the threads that run through the row, under a score of unit, label, context and
magnitude. Results are chained before targets are attached, since evaluations are labelled more richly than plans.
"""

import math
from collections import Counter
from collections.abc import Sequence

from loaders.patterns import Pattern
from loaders.prose.similarity import dice
from loaders.series.label_similarity import ALIKE, core, is_told_in
from loaders.series.matching import NEVER, best_pairs
from loaders.series.terms import OTHER_AMOUNT, Term, Thread, distance, likeness, same_unit, year_of

# 8戸を除却した, then 6戸を除却した.
SAME_ACTION = 0.5
# A bare number in a unit that the row counts but one thing in: 養成講座を12回開催し, then 予定どおり実施した。(12回).
SOLE = 0.3
_OBJECT = Pattern(r"([一-龠々ァ-ヶー][一-龠々ァ-ヶーA-Za-z0-9]{2,})を(?!行|実施|図)")
# Two names of one thing share at least this.
SHARED = 0.25


def chain_results(terms: Sequence[Term]) -> list[Thread]:
    """Return the threads of a row's results, each result in one of them, in the order in which the row names them."""
    rivals = _rivals(terms)
    sole = _sole_counts(terms)
    threads: list[Thread] = []
    for year in sorted({year_of(term) for term in terms}):
        stated = [term for term in terms if year_of(term) == year]
        scores = [[_continues(thread, term, year, rivals, sole) for thread in threads] for term in stated]
        pairs = best_pairs(scores)
        for position, term in enumerate(stated):
            if position in pairs:
                threads[pairs[position]].results[year] = term
            else:
                threads.append(Thread(results={year: term}))
    return threads


def _rivals(terms: Sequence[Term]) -> set[frozenset[str]]:
    """Return the pairs of labels that one cell names side by side: however alike, they are two things."""
    return {
        frozenset((one.label, other.label))
        for one in terms
        for other in terms
        if one.label
        and other.label
        and one.label != other.label
        and one.quantity.place == other.quantity.place
        and one.unit == other.unit
    }


def _sole_counts(terms: Sequence[Term]) -> set[tuple[str | None, bool]]:
    """Return the units in which no evaluation states more than one number: those of all years are likely one thing.

    How many there are by now (4か所に設置、累計は19か所) is told apart from what the year added.
    """
    stated = Counter((term.quantity.place, _count_of(term)) for term in terms if not term.is_besides)
    return {count for _, count in stated} - {count for (_, count), numbers in stated.items() if numbers > 1}


def _count_of(term: Term) -> tuple[str | None, bool]:
    return term.unit, term.is_standing is True


def _continues(thread: Thread, term: Term, year: int, rivals: set[frozenset[str]], sole: set[tuple[str | None, bool]]) -> float:
    """Return how well a result continues a thread, `NEVER` where it can't."""
    before = thread.nearest(year)
    if not same_unit(before, term) or before.is_increment != term.is_increment:
        return NEVER
    if any(frozenset((known.label, term.label)) in rivals for known in thread.results.values()):
        return NEVER
    told = max((likeness(t, term) for t in thread.results.values()), key=lambda v: -1.0 if v is None else v)
    if term.is_besides != before.is_besides and (told or 0.0) < ALIKE:
        return NEVER
    known = {before.is_standing, term.is_standing}
    # How many there are by now does not fall to nothing.
    is_apart = distance(before.value, term.value) > OTHER_AMOUNT or 0 in (before.value, term.value)
    if (known == {True, False} or (known == {True, None} and is_apart)) and (before.is_named_by_row or (told or 0.0) < ALIKE):
        return NEVER
    score = (
        _unnamed(before, term, is_sole=_count_of(term) in sole) if told is None else (1.0 + told if told >= ALIKE else NEVER)
    )
    if score <= 0:
        return NEVER
    weight = 0.2 if told is None else 0.05
    return max(score - weight * distance(before.value, term.value) - 0.03 * min(abs(before.rank - term.rank), 10), 0.01)


def _unnamed(before: Term, term: Term, *, is_sole: bool) -> float:
    """Return how well two results go together of which one at least bears no name of its own."""
    if term.wording.is_aside and not before.wording.is_aside:
        return NEVER
    same_context = dice(before.wording.context, term.wording.context)
    both_stand = before.is_standing and term.is_standing and (before.topic or term.topic)
    if (before.label or term.label) and not both_stand:
        named, bare = (before, term) if before.label else (term, before)
        told = is_told_in(named.wording.phrase or named.wording.tag, bare.wording.context)
        if named.is_prose and told < 0.5 and _acts_on_another_thing(bare, named):
            return NEVER
        if core(before.wording.action) and before.wording.action == term.wording.action:
            told = max(told, SAME_ACTION)
        if told >= 0.5 or (same_context >= 0.5 and not named.is_prose):
            return 0.4 + 0.4 * told
        return SOLE if is_sole else NEVER
    same_tag = before.wording.tag == term.wording.tag != ""
    if not same_tag and same_context < 0.5 and distance(before.value, term.value) > math.log10(4):
        return NEVER
    return 0.6 + (0.2 if same_tag else 0.0) + 0.5 * same_context


def _acts_on_another_thing(bare: Term, named: Term) -> bool:
    """Whether the sentence of a bare number (タブレットを整備した。【台数】177台) names an object that is not the other's."""
    objects = _OBJECT.findall(bare.wording.context)
    return bool(objects) and all(dice(thing, named.name) < SHARED for thing in objects)
