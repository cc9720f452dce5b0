"""Of what was left undone a visitor looks for years, states and reasons; what is found is listed by how long it went on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.database.queries import Filter
from dashboard.facts import undone_years
from dashboard.facts.undone_years import InitiativeYear, InitiativeYears
from dashboard.text import words


def unmet_label() -> str:
    """Return how the status 未達 is called on screen."""
    return words.STATUSES["unmet"].label


@dataclass(frozen=True)
class Choice:
    """Which undone years are looked for: of one of the labels, states and reasons. Nothing chosen lets all through."""

    labels: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    def fits(self, year: InitiativeYear | None) -> bool:
        """Return whether a year was left undone, and as is looked for."""
        if year is None or not year.is_undone:
            return False
        if self == EVERYTHING:
            return True
        state = (unmet_label() in self.states and year.status == "unmet") or (
            words.CARRIED_OVER.label in self.states and year.is_carried_over
        )
        return (
            (not self.labels or year.label in self.labels)
            and (not self.states or state)
            and (not self.reasons or words.reason_text(year.reason) in self.reasons)
        )

    @property
    def said(self) -> str:
        """What is looked for, in words; '' where nothing was chosen."""
        reasons = [f"理由が{'・'.join(self.reasons)}"] if self.reasons else []
        return "、".join(["・".join(part) for part in (self.labels, self.states) if part] + reasons)


EVERYTHING: Final = Choice()


def narrowed(rows: Iterable[InitiativeYears], choice: Choice) -> list[InitiativeYears]:
    """Return rows with a year that is looked for."""
    return [row for row in rows if any(choice.fits(year) for year in row.years)]


def ordered(rows: Iterable[InitiativeYears]) -> list[InitiativeYears]:
    """Return rows by their longest run; of equal ones the latest first, then by number."""
    return sorted(rows, key=lambda row: (-row.longest.length, -row.longest.years[-1].year, row.number))


def parted(
    rows: Iterable[InitiativeYears], year: int, choice: Choice = EVERYTHING
) -> tuple[list[InitiativeYears], list[InitiativeYears]]:
    """Return rows whose year is looked for, the longest run up to it first, and apart from them those of other years only."""
    now: list[InitiativeYears] = []
    others: list[InitiativeYears] = []
    for row in rows:
        (now if choice.fits(row.at(year)) else others).append(row)
    return sorted(now, key=lambda row: (-row.years_so_far(year), row.number)), ordered(others)


def grouped(
    rows: Sequence[InitiativeYears], key: Callable[[InitiativeYears], str] | None
) -> list[tuple[str, list[InitiativeYears]]]:
    """Return rows in groups, the largest first, each in the order given; one nameless group without a key."""
    if key is None:
        return [("", list(rows))]
    groups: dict[str, list[InitiativeYears]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


@dataclass(frozen=True)
class Found:
    """Rows with a year that is looked for: those of the year in question, and those of other years only."""

    now: tuple[InitiativeYears, ...]
    others: tuple[InitiativeYears, ...]

    @property
    def every(self) -> tuple[InitiativeYears, ...]:
        """All of them, those of the year first."""
        return (*self.now, *self.others)


def asked_parted(chosen: Filter, year: int, choice: Choice) -> Found:
    """Return the rows that are looked for, of what the filter lets through."""
    now, others = parted(narrowed(undone_years.asked(chosen), choice), year, choice)
    return Found(tuple(now), tuple(others))
