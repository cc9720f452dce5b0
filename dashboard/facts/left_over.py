"""What a year leaves undone is owed by the next one: each initiative left over stands beside the next year's plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.facts import next_plan, undone_choice
from dashboard.facts.undone_years import InitiativeYear, InitiativeYears


@dataclass(frozen=True)
class LeftOver:
    """An initiative that a year left undone, for how many years in a row so far, and the year after."""

    row: InitiativeYears
    year: InitiativeYear
    years: int
    after: InitiativeYear | None

    @property
    def again(self) -> str:
        """Whether the year after plans it again, in words."""
        return next_plan.again(self.year, self.after)


def read(rows: Sequence[InitiativeYears], year: int) -> list[LeftOver]:
    """Return what a year left undone, the longest run up to it first."""
    return [
        LeftOver(row, undone, row.years_so_far(year), row.after(undone))
        for row in undone_choice.parted(rows, year)[0]
        for undone in row.undone
        if undone.year == year
    ]
