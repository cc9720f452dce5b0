"""A verdict says what became of a year, by which rule, how surely, and in which words."""

from dataclasses import dataclass
from typing import Final

from loaders.confidence import DOUBTED
from loaders.model import Status
from loaders.outcomes.statements import Span, Statement

# Words that may tell of anything (水を張らずに夏を終えた) are no sign that the plan was carried out, and none that it was not.
UNSURE: Final = DOUBTED
_GUESSES: Final = frozenset({"hindered", "like_labelled_failures", "like_labelled_studies"})


@dataclass(frozen=True)
class Verdict:
    """What became of a year and by which rule; `failing` left work undone, `contradiction` says otherwise than the numbers."""

    status: Status
    rule: str
    confidence: float
    span: Span | None = None
    failing: Statement | None = None
    contradiction: Span | None = None


def rule_of(form: str, statement: Statement) -> str:
    """Return the rule by which a statement decided, as loaders/rules.py lists it: words_not_done.unfinished."""
    return f"{form}_{statement.predicate}.{statement.phrase}"


def is_guess(statement: Statement) -> bool:
    """Say whether what a statement says is but guessed: from what led to it, or from what it is like."""
    return statement.phrase in _GUESSES
