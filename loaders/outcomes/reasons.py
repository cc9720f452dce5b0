"""Why work was left undone is told by that clause of the evaluation which is most like a cause, by all that speaks for it.

委託料は尽きている tells why though no row of the vocabulary knows it, and 時間が1分に縮まり tells nothing though one does: so
every clause is weighed, by what it is like (cause_likeness), by what the vocabulary names in it, and by where it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Reason
from loaders.outcomes.cause_likeness import REASONS, shares
from loaders.outcomes.causes import (
    EVENTS,
    MEANT,
    TOLD_CAUSES,
    TOPICS,
    FoundReason,
    named,
    possible,
    tells_of_work,
    told_by_vocabulary,
)
from loaders.outcomes.hindrances import is_at_hand
from loaders.outcomes.leads import cut, explains, without_topic
from loaders.outcomes.predicates import FAILING
from loaders.outcomes.statements import Span, Statement
from loaders.patterns import Pattern
from loaders.prose.clauses import Link, split
from loaders.prose.widths import narrow

# The rule of a reason that labelled causes tell and no row of the vocabulary.
BY_LIKENESS: Final = "like_labelled_causes"
# From which weight on a clause tells why, and what speaks for its reason beside its likeness (0 to 1): that the vocabulary
# names it by what the clause says or is about, that the vocabulary finds it there by its own order of looking (surely, or by a
# topic or as of no kind), and that the sentence is the one that fails. Chosen by labelled years, each set and list left out.
ENOUGH: Final = 0.45
NAMED, TOPIC, FOUND, FOUND_WEAKLY, FAILS = 0.3, 0.1, 0.5, 0.2, 0.1
# That a sentence tells the cause of what another one says.
EXPLAINS: Final = 0.2
# What a whole sentence of several clauses is like says less than what one of them is.
WHOLE: Final = -0.05
# A clause of fewer signs is like anything.
SHORTEST: Final = 3
# Words of which the vocabulary alone knows why tell nothing from this likeness to none on.
NO_CAUSE_FROM: Final = 0.6
COVID_SINCE: Final = 2019

_STRONG: Final = frozenset(cause.id for cause in TOLD_CAUSES)
_BRACKETED: Final = Pattern(r"\(([^()]{2,40})\)")


@dataclass(frozen=True)
class _Place:
    """Words that may tell why, what their place adds to their weight, and whether they may name a cause or be about one.

    `is_main` says that they are, or hold, the main clause of their sentence.
    """

    words: Span
    adds: float
    may_name: bool
    may_be_about: bool
    is_main: bool


def find_reason(statements: Sequence[Statement], deciding: Statement | None, year: int) -> FoundReason | None:
    """Return why the work was left undone and the words that say so, None where no clause tells enough of a cause.

    `deciding` is the statement that fails, None where numbers show the failure; `year` the fiscal year that is judged.
    """
    found = told_by_vocabulary(statements, deciding, year)
    places = [place for place in _places(statements, deciding) if len(place.words.text) >= SHORTEST]
    weighed = [_weighed(place, found, year) for place in places]
    if found and not any(_overlap(found.span, span) for _, _, span in weighed):
        return found
    weight, reason, span = max(weighed, key=lambda one: one[0], default=(0.0, None, None))
    if reason is None or span is None or weight < ENOUGH:
        return found if found and shares(found.span.text)[-1] < NO_CAUSE_FROM else None
    if found and found.reason is reason and _overlap(found.span, span):
        return found
    return named_as(reason, span, year) or FoundReason(reason, span, BY_LIKENESS)


def named_as(reason: Reason, span: Span, year: int) -> FoundReason | None:
    """Return what the vocabulary names in words, if it is that reason."""
    tables = (EVENTS, TOLD_CAUSES, TOPICS)
    return next((told for table in tables if (told := named(span, possible(table, year))) and told.reason is reason), None)


def _places(statements: Sequence[Statement], deciding: Statement | None) -> Iterator[_Place]:
    """Yield every clause, note in brackets and sentence of several clauses that may tell why."""
    for statement in statements:
        said = statement.sentence
        has_failed = statement is deciding if deciding else statement.predicate in FAILING
        if not has_failed and _is_of_other_work(statement):
            continue
        adds = FAILS if has_failed else EXPLAINS if explains(said) else 0.0
        clauses = [(cut(said, c.start, c.end), c.link) for sentence in split(said.text) for c in sentence.clauses]
        notes = [cut(said, *match.span(1)) for match in _BRACKETED.finditer(narrow(said.text))]
        for span, link in clauses:
            is_main = link is Link.MAIN
            if is_main or not is_at_hand(span):
                leads = not (is_main and has_failed)
                yield _Place(span, adds, leads, leads and link is not Link.CONCESSIVE, is_main)
        yield from (_Place(span, adds, True, True, False) for span in notes)
        if len(clauses) + len(notes) > 1 and not any(is_at_hand(span) for span, _ in clauses):
            yield _Place(said, adds + WHOLE, False, False, True)


def _is_of_other_work(statement: Statement) -> bool:
    """Say whether a sentence tells of work done, what was done instead, or of what is meant to be done."""
    return statement.is_instead or tells_of_work(statement) or statement.predicate in MEANT


def _weighed(place: _Place, found: FoundReason | None, year: int) -> tuple[float, Reason, Span]:
    """Return the weight of the reason that words tell best, that reason and the words."""
    told = without_topic(place.words)
    weights = dict(zip(REASONS, shares(told.text), strict=False))
    if year < COVID_SINCE:
        weights[Reason.COVID] = 0.0
    by_name = named(place.words, possible(EVENTS, year)) or named(told, possible(TOLD_CAUSES, year))
    if by_name and place.may_name:
        weights[by_name.reason] += NAMED
    elif place.is_main:  # An infection that a main clause names is what the work is about.
        weights[Reason.COVID] = 0.0
    by_topic = None if by_name or not place.may_be_about else named(told, possible(TOPICS, year))
    if by_topic:
        weights[by_topic.reason] += TOPIC
    if found and _overlap(found.span, place.words):
        weights[found.reason] += FOUND if found.rule in _STRONG else FOUND_WEAKLY
    best = max(weights, key=lambda reason: weights[reason])
    return weights[best] + place.adds, best, place.words


def _overlap(one: Span, other: Span) -> bool:
    return one.place == other.place and one.start < other.end and other.start < one.end
