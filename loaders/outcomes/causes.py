"""Why work was left undone stands beside the words that say so; a cause is the first of them that the vocabulary knows.

What stands beside a failure is `leads`' to tell, which of it tells of a hindrance `hindrances`'; here is the order of looking.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from loaders.model import Reason
from loaders.outcomes.hindrances import (
    acts,
    befell,
    hindered,
    is_at_hand,
    is_failure_itself,
    is_own_action,
    tells_state,
    told_of_itself,
)
from loaders.outcomes.leads import (
    clauses_in_brackets,
    explains,
    follows_from,
    leading,
    notes_in_brackets,
    without_topic,
)
from loaders.outcomes.predicates import DOING, FAILING, Predicate
from loaders.outcomes.statements import Span, Statement
from loaders.outcomes.vocabulary.loading import CAUSES, Cause, Scope
from loaders.patterns import Pattern
from loaders.prose.sieve import Sieve
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/causes.toml tells what each means, with examples."""

    any_cause: Pattern
    time_of_event: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

NO_KIND = "of_no_kind"


class FoundReason(NamedTuple):
    """A reason, the words that give it, and the id of the cause of the vocabulary, NO_KIND where it fits none."""

    reason: Reason
    span: Span
    rule: str


EVENTS = tuple(cause for cause in CAUSES if cause.scope is Scope.EVENT)
TOPICS = tuple(cause for cause in CAUSES if cause.scope is Scope.TOPIC)
# An event from outside comes before the shortage that it brought about, a shortage before the time that it cost.
TOLD_CAUSES = tuple(cause for cause in CAUSES if cause.scope is not Scope.TOPIC)
_IN_FAILURE = tuple(cause for cause in TOLD_CAUSES if cause.scope is not Scope.BEFORE_FAILURE)
_SIEVE = Sieve([cause.pattern for cause in CAUSES])


# What is meant to be done is no cause of what was not.
MEANT = frozenset({Predicate.PLANNED, Predicate.PLANNED_STUDY, Predicate.POSTPONED})
# A grade fails the year and says nothing of why.
_GRADE = Pattern(r"(?:評価)?[:：]?[SA-E△×](?:評価)?")
_BRACKETED_NOTE = Pattern(r"\([^()]*[ぁ-ん][^()]*\)")


def told_by_vocabulary(statements: Sequence[Statement], deciding: Statement | None, year: int) -> FoundReason | None:
    """Return why the work was left undone by the vocabulary alone, None where its words give no cause.

    `deciding` is the statement that fails; where numbers (None) or a mere grade show the failure, any statement may tell why.
    `year` is the fiscal year that is judged: an infection without a name is COVID only from its year on.
    """
    if deciding is None or is_grade(deciding):
        return _told_anywhere(statements, year)
    events, causes, own, topics = (possible(table, year) for table in (EVENTS, TOLD_CAUSES, _IN_FAILURE, TOPICS))
    led = leading(deciding)
    behind_topic = [without_topic(span) for span in led]
    around = [*_around(statements, deciding)]
    return (
        _first((*deciding.causes, deciding.span), events)
        or _first(notes_in_brackets(deciding), topics)
        or _first(behind_topic, causes)
        or _first((without_topic(deciding.span),), own)
        or _first((span for span in befell(behind_topic) if not is_at_hand(span)), topics)
        or _first((*led, deciding.span), own)
        or _first(around, causes)
        or _of_no_kind(befell(behind_topic))
        or _first((deciding.sentence,), own)
        or _first((span for span in hindered(around) if explains(span)), topics)
        or _unnamed((*led, deciding.span))
        or _of_no_kind(hindered(around))
    )


def _told_anywhere(statements: Sequence[Statement], year: int) -> FoundReason | None:
    events, causes, topics = (possible(table, year) for table in (EVENTS, TOLD_CAUSES, TOPICS))
    failed = [s for s in statements if has_failed(s)]
    explaining = [s.sentence for s in statements if explains(s.sentence)]
    led = [without_topic(span) for s in failed for span in leading(s)]
    return (
        _first((s.sentence for s in statements if _SIGNS.time_of_event.search(narrow(s.sentence.text))), events)
        or _first(_anywhere(statements, events), causes)
        or _first((*befell(led), *hindered(explaining)), topics)
        or _first(hindered(s.sentence for s in statements), causes)
        or _first(hindered(s.sentence for s in statements if tells_state(s)), topics)
        or _first(hindered(without_topic(span) for s in statements if not acts(s) for span in leading(s)), causes + topics)
        or _first((span for s in statements[1:] if s.predicate not in MEANT for span in told_of_itself(s)), topics)
        or _unnamed((*led, *(s.sentence for s in failed)))
        or next((FoundReason(Reason.OTHER, span, NO_KIND) for span in explaining), None)
        or _of_no_kind(befell(led))
        or _first((note for s in statements for note in notes_in_brackets(s)), topics)
        or _first(clauses_in_brackets(statements), causes + topics)
        or _of_no_kind(clauses_in_brackets(statements))
    )


def possible(causes: Sequence[Cause], year: int) -> list[Cause]:
    """Return the causes that there can be in a fiscal year."""
    return [cause for cause in causes if cause.since <= year <= cause.until]


def tells_of_work(statement: Statement) -> bool:
    """Say whether a sentence tells what was done, by more than the past of some verb."""
    return statement.predicate in DOING and (statement.phrase != "past" or acts(statement))


def is_grade(statement: Statement) -> bool:
    """Say whether a sentence is no more than a grade: Ｂ, 評価C."""
    return _GRADE.fullmatch(narrow(statement.sentence.text)) is not None


def has_failed(statement: Statement) -> bool:
    """Say whether a sentence tells of a failure, be it one that it makes good or one that it makes an end of."""
    return statement.predicate in FAILING | {Predicate.DECIDED_AGAINST} or statement.overruled in FAILING


def _first(places: Iterable[Span], causes: Sequence[Cause]) -> FoundReason | None:
    """Return the first of the places that gives a cause of the table."""
    return next((found for span in places if (found := named(span, causes))), None)


def named(words: Span, causes: Sequence[Cause]) -> FoundReason | None:
    """Return the first cause of the table that words give."""
    told = _told(narrow(words.text))
    return next((FoundReason(cause.reason, words, cause.id) for cause in causes if cause.id in told), None)


@lru_cache(maxsize=4096)
def _told(text: str) -> frozenset[str]:
    """Return the causes that words give, of whatever table: the same words are asked about by one after the other."""
    return frozenset(cause.id for cause in map(CAUSES.__getitem__, _SIEVE.possible(text)) if cause.pattern.search(text))


def _unnamed(spans: Iterable[Span]) -> FoundReason | None:
    return next(
        (FoundReason(Reason.OTHER, span, NO_KIND) for span in spans if _SIGNS.any_cause.search(narrow(span.text).rstrip("。"))),
        None,
    )


def _of_no_kind(spans: Iterable[Span]) -> FoundReason | None:
    """Return the first words that tell of a want or a cause, though of no kind of the tables."""
    return next((FoundReason(Reason.OTHER, span, NO_KIND) for span in hindered(spans) if not is_failure_itself(span)), None)


def _around(statements: Sequence[Statement], deciding: Statement) -> Iterator[Span]:
    """Yield the sentences beside a failing one that may give its cause."""
    at = statements.index(deciding)
    for before in statements[max(at - 1, 0) : at]:
        follows = follows_from(deciding.sentence)
        if follows or explains(before.sentence) or before.overruled in FAILING or before.predicate not in FAILING | DOING:
            yield before.sentence
    yield from (s.sentence for s in statements[at + 1 :] if explains(s.sentence))
    yield from (s.sentence for s in statements[at + 1 : at + 2] if s.is_aside)
    yield from (span for s in statements[at + 1 :] if s.predicate is Predicate.POSTPONED for span in befell(leading(s)))
    if not befell(deciding.causes):
        for after in statements[at + 1 : at + 2]:
            if not after.is_instead and after.predicate not in MEANT:
                yield from told_of_itself(after)


def _anywhere(statements: Sequence[Statement], events: Sequence[Cause]) -> Iterator[Span]:
    """Yield the words that may give the cause where a number was missed: failures first, then explanations and notes."""
    for statement in (s for s in statements if has_failed(s) or s.predicate is Predicate.NOTHING_TO_DO):
        event = _first((*statement.causes, statement.sentence), events)
        yield from (event.span,) if event else ()
        yield from reversed(statement.causes)
        yield statement.sentence
    for statement in statements:
        if explains(statement.sentence) or statement.is_aside or _BRACKETED_NOTE.search(narrow(statement.sentence.text)):
            yield statement.sentence
    for statement in statements:
        yield from (span for span in statement.causes if not is_own_action(span))
