"""A year is judged from its plan, its evaluation, the next plan and its numbers; a verdict names the words that decided."""

from dataclasses import dataclass

from loaders.model import Cell, IndicatorYear, Status
from loaders.outcomes.carrying import Plans
from loaders.outcomes.statements import Span, Statement


@dataclass(frozen=True)
class Year:
    """What is known of one year before it is judged."""

    year: int
    department: str
    plan: tuple[Cell, ...]
    result: tuple[Cell, ...]
    following: tuple[Cell, ...]
    plans: Plans
    statements: tuple[Statement, ...]
    entries: tuple[IndicatorYear, ...]
    was_closed: bool
    was_completed: bool

    @property
    def evaluation(self) -> str:
        """All words of the evaluation."""
        return " ".join(cell.text for cell in self.result)

    @property
    def is_unanswered(self) -> bool:
        """Whether a numeric target has no result."""
        return any(entry.target is not None and entry.result is None for entry in self.entries)


@dataclass(frozen=True)
class Verdict:
    """What became of a year and by which rule; `failing` left work undone, `contradiction` says otherwise than the numbers."""

    status: Status
    rule: str
    confidence: float
    span: Span | None = None
    failing: Statement | None = None
    contradiction: Span | None = None
