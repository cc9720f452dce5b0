"""What is known of one year before it is judged: its plan, its evaluation and the next plan, as cells and as statements."""

from dataclasses import dataclass

from loaders.model import Cell, IndicatorYear
from loaders.outcomes.plans import Plans
from loaders.outcomes.statements import Statement


@dataclass(frozen=True)
class YearFacts:
    """What is known of one year before it is judged."""

    year: int
    department: str
    sections: tuple[str, ...]
    plan: tuple[Cell, ...]
    result: tuple[Cell, ...]
    following: tuple[Cell, ...]
    plans: Plans
    statements: tuple[Statement, ...]
    entries: tuple[IndicatorYear, ...]
    was_closed: bool
    was_completed: bool
    # Whether the next plan is but a mark that there is no more of it: －, (削除), 終了.
    ends_after: bool = False

    @property
    def evaluation(self) -> str:
        """All words of the evaluation."""
        return " ".join(cell.text for cell in self.result)

    @property
    def is_unanswered(self) -> bool:
        """Whether a numeric target has no result."""
        return any(entry.target is not None and entry.result is None for entry in self.entries)
