"""What is left undone is seen as a row of years: since when, how long, in which words, and whether it was planned again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import pandas as pd

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.text import basis, words
from dashboard.text.records import Record, program_of, rows_of, text_of


@dataclass(frozen=True)
class InitiativeYear:
    """What became of an initiative in a year, in its own words. `status` is None in a year without an evaluation column."""

    year: int
    label: str
    status: str | None
    is_carried_over: bool
    is_undone: bool
    reason: str | None
    plan: str
    evaluation: str
    plan_ends_work: bool = False
    missed: tuple[str, ...] = ()
    carried_rule: str = ""
    basis: str = ""
    is_doubtful: bool = False
    waits_for: str = ""

    @property
    def full_signs(self) -> tuple[str, ...]:
        """The signs, with the kind of carrying over: '✕ 未達', '↻ 繰越（見送り）'."""
        return (*self.signs[:1], words.carried_text(self.carried_rule)) if self.is_carried_over else self.signs

    @property
    def signs(self) -> tuple[str, ...]:
        """What the year came to as signs with words: '✕ 未達', '↻ 繰越'; none without an evaluation column."""
        if self.status is None:
            return ()
        carried = (words.CARRIED_OVER.text,) if self.is_carried_over else ()
        return (words.STATUSES[self.status].text, *carried)


@dataclass(frozen=True)
class Run:
    """Years in a row that were left undone."""

    years: tuple[InitiativeYear, ...]

    @property
    def length(self) -> int:
        """How many years it lasted."""
        return len(self.years)

    @property
    def said(self) -> tuple[str, str]:
        """How long, and since when: '3年', '（H30～R2）'."""
        first, last = self.years[0].label, self.years[-1].label
        return f"{self.length}年", f"（{first if first == last else f'{first}～{last}'}）"

    @property
    def since(self) -> str:
        """Since when, and how long, for a narrow cell: 'H30から3年', 'R2のみ'."""
        first = self.years[0].label
        return f"{first}から{self.length}年" if self.length > 1 else f"{first}のみ"


@dataclass(frozen=True)
class InitiativeYears:
    """An initiative with all its years, in order."""

    number: int
    goal_code: str
    program: str
    activity: str
    department: str
    years: tuple[InitiativeYear, ...]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of undone years, in order."""
        return tuple(Run(tuple(run)) for undone, run in groupby(self.years, lambda year: year.is_undone) if undone)

    @cached_property
    def longest(self) -> Run:
        """The longest run, the latest of equal ones."""
        return max(self.runs, key=lambda run: (run.length, run.years[-1].year))

    @cached_property
    def undone(self) -> tuple[InitiativeYear, ...]:
        """The years left undone."""
        return tuple(year for year in self.years if year.is_undone)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons that the undone years give, each once; a year without one says so."""
        return tuple(dict.fromkeys(words.reason_text(year.reason) for year in self.undone))

    def at(self, year: int) -> InitiativeYear | None:
        """Return a year by its number, None outside the plan."""
        return self._by_year.get(year)

    @cached_property
    def _by_year(self) -> dict[int, InitiativeYear]:
        return {one.year: one for one in self.years}

    def run_at(self, year: int) -> Run | None:
        """Return the run that a year belongs to, None where the year was not left undone."""
        return next((run for run in self.runs if any(one.year == year for one in run.years)), None)

    def years_so_far(self, year: int) -> int:
        """Return for how many years in a row it was left undone up to a year; 0 where the year was not."""
        return self._so_far.get(year, 0)

    @cached_property
    def _so_far(self) -> dict[int, int]:
        return {one.year: at for run in self.runs for at, one in enumerate(run.years, start=1)}

    def after(self, year: InitiativeYear) -> InitiativeYear | None:
        """Return the year after, None after the plan's last."""
        return self.at(year.year + 1)


def read(frame: pd.DataFrame) -> tuple[InitiativeYears, ...]:
    """Return the rows of the frame `undone_years`, in its order."""
    found: dict[int, list[Record]] = {}
    for record in rows_of(frame):
        found.setdefault(int(record["number"]), []).append(record)
    return tuple(_row(records) for records in found.values())


def run_told(row: InitiativeYears, year: int | None) -> Run:
    """Return the run that a year belongs to, the longest where there is none."""
    return (None if year is None else row.run_at(year)) or row.longest


def asked(chosen: Filter) -> tuple[InitiativeYears, ...]:
    """Return the rows that the filter lets through."""
    return queries.read(read, "undone_years", chosen)


def asked_reasons(chosen: Filter) -> frozenset[str]:
    """Return the reasons that occur."""
    return frozenset(words.reason_text(year.reason) for row in asked(chosen) for year in row.undone)


def _row(records: Sequence[Record]) -> InitiativeYears:
    head = records[0]
    return InitiativeYears(
        number=int(head["number"]),
        goal_code=str(head["goal_code"]),
        program=program_of(head),
        activity=str(head["activity"]),
        department=str(head["department"]),
        years=tuple(_year(record) for record in records),
    )


def _year(record: Record) -> InitiativeYear:
    return InitiativeYear(
        year=int(record["year"]),
        label=str(record["label"]),
        status=text_of(record["status"]) or None,
        is_carried_over=record["is_carried_over"] is True or text_of(record["is_carried_over"]) == "True",
        is_undone=bool(record["is_undone"]),
        reason=text_of(record["reason"]) or None,
        plan=text_of(record["plan"]),
        evaluation=text_of(record["evaluation"]),
        plan_ends_work=bool(record["plan_ends_work"]),
        missed=_missed(record["missed"]),
        carried_rule=text_of(record["carried_rule"]),
        basis=basis.note(str(record["rule"]), float(record["confidence"])) if record["is_undone"] else "",
        is_doubtful=record.get("is_doubtful") is True,
        waits_for=text_of(record.get("waits_for")),
    )


def _missed(targets: Any) -> tuple[str, ...]:
    """Return each missed target as 'name 46人（目標70人）24人不足'."""
    if not isinstance(targets, Iterable):
        return ()
    return tuple(
        f"{one['name']} {words.number_text(one['result'], one['unit'])}（目標{words.number_text(one['target'], one['unit'])}）"
        + words.missed_by_text(one["result"], one["target"], one["unit"])
        for one in targets
    )
