"""What one place of a year says again — in prose what a label says, in the evaluation what the plan says — is one number."""

from collections.abc import Mapping, Sequence

from loaders.model import Kind, Role
from loaders.numbers.equality import same_value
from loaders.series.label_similarity import ALIKE, is_told_in
from loaders.series.terms import Term, Thread, likeness, same_unit, year_of


def restatements(terms: Sequence[Term]) -> dict[Term, Term]:
    """Return the terms that say in prose or beside the evaluation what a tagged one says, each with the one it repeats.

    案内板を4箇所設置した。【結果/目標】4/4箇所 holds one result.
    """
    twins: dict[Term, Term] = {}
    for term in terms:
        for other in terms:
            if other is not term and other not in twins and _repeats(term, other):
                twins[term] = other
                break
    return twins


def _repeats(term: Term, other: Term) -> bool:
    """Whether `term` says again what `other` says, in the same year."""
    if year_of(term) != year_of(other) or not same_value(term.value, other.value) or not same_unit(term, other):
        return False
    if term.quantity.place != other.quantity.place:
        return term.quantity.role is Role.RESULT and term.quantity.place.kind is Kind.PLAN
    told = likeness(term, other)
    if term.quantity.printed != other.quantity.printed:
        return told is not None and told >= ALIKE and term.quantity.printed != term.quantity.place
    if not (term.is_prose and not other.is_prose):
        return False
    return (told or 0.0) >= ALIKE or (told is None and is_told_in(term.label, other.wording.context) >= 0.5)


def attach_restatements(threads: Sequence[Thread], twins: Mapping[Term, Term]) -> None:
    """Put every restatement into the thread of what it repeats."""
    thread_of = {id(term): thread for thread in threads for term in thread.terms()}
    for term, other in twins.items():
        thread_of[id(other)].restated.append(term)
