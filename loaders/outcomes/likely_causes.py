"""What words beside a failure are like, where the vocabulary names no cause: from which share on a likeness tells a reason."""

from collections.abc import Iterable
from typing import NamedTuple

from loaders.model import Reason
from loaders.outcomes.cause_likeness import likeness
from loaders.outcomes.statements import Span

# The rule of a reason that labelled causes tell and no row of the vocabulary.
BY_LIKENESS = "like_labelled_causes"


class FoundReason(NamedTuple):
    """A reason, the words that give it, and the id of the cause of the vocabulary, NO_KIND where it fits none."""

    reason: Reason
    span: Span
    rule: str


# From which share on words beside a failure are like a kind of cause: those that tell of a hindrance, or tie it to the failure,
# those that lead to it, and the failing sentence as a whole or one beside it. Chosen with `python -m tests.gold.reader
# --study`, which reads each list of causes by weights that the other lists gave.
HINDRANCE_LIKE_FROM, TOLD_LIKE_FROM = 0.3, 0.55
LEAD_LIKE_FROM = 0.4
AROUND_LIKE_FROM = 0.6
# Behind its topic a sentence of fewer signs tells no more than that it failed.
TELLING_SENTENCE = 12
# Where the vocabulary makes something else of them, by what they say, or (weak) by what they are about.
OVERRULES_FROM, OVERRULES_WEAK_FROM = 0.85, 0.6
COVID_SINCE = 2019


def most_like_of(places: Iterable[Span], least: float, year: int) -> FoundReason | None:
    """Return that of the places which is most like causes that people labelled, None where none is as like as `least`."""
    seen = [(likeness(span.text), span) for span in places]
    able = [(like.share, like.reason, span) for like, span in seen if like.reason and _can_be(like.reason, year)]
    share, reason, span = max(able, key=lambda one: one[0], default=(0.0, None, None))
    return FoundReason(reason, span, BY_LIKENESS) if reason and span and share >= least else None


def _can_be(reason: Reason, year: int) -> bool:
    return reason is not Reason.COVID or year >= COVID_SINCE
