"""Which years of which rows are doubtful: their confidence is low, or a finding that nobody has settled casts doubt on them."""

from collections.abc import Iterator

from loaders.codes import ABOUT_BOTH, ABOUT_OUTCOMES
from loaders.confidence import is_doubtful
from loaders.model import Finding, Outcome
from loaders.pipeline import PlanReading
from loaders.store.identities import Row


class DoubtfulYears:
    """Which years of which rows a finding casts doubt on."""

    def __init__(self, plan: PlanReading) -> None:
        found = [(one.kind, (one.number, one.year)) for one in all_findings(plan) if not one.is_settled]
        self._figures = {at for kind, at in found if kind in ABOUT_BOTH}
        self._outcomes = {at for kind, at in found if kind in ABOUT_BOTH | ABOUT_OUTCOMES}

    def is_figure_doubtful(self, number: int, year: Row) -> bool:
        """Say so of an indicator's year; what a person corrected or confirmed is sure."""
        is_named = (number, year["year"]) in self._figures
        return not (year["is_corrected"] or year["is_confirmed"]) and (is_doubtful(year["confidence"]) or is_named)

    def is_outcome_doubtful(self, number: int, outcome: Outcome) -> bool:
        """Say so of a judged year; what a person corrected or confirmed is sure."""
        is_named = (number, outcome.year) in self._outcomes
        return not (outcome.is_corrected or outcome.is_confirmed) and (is_doubtful(outcome.confidence) or is_named)


def all_findings(plan: PlanReading) -> Iterator[Finding]:
    """Yield the findings of a plan: of each row, then of the document."""
    for reading in plan.readings:
        yield from reading.findings
    yield from plan.findings
