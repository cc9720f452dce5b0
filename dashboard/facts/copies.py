"""An evaluation that says last year's words, or the plan's, tells nothing of its own year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.differences import SAME, grade
from dashboard.text.records import Record, program_of, rows_of

# Evaluations that share at least this part of their characters with the year before are shown beside it.
NEARLY: Final = 0.9
FIGURES_TOO: Final = "warning"


@dataclass(frozen=True)
class Copy:
    """An evaluation beside the words it repeats: the year before's evaluation, or a plan."""

    number: int
    program: str
    activity: str
    department: str
    year: int
    label: str
    before_label: str
    before: str
    now: str
    grade: str
    status: str | None
    message: str
    is_warning: bool

    @property
    def status_text(self) -> str:
        """What the year was judged as: '○ 実施'."""
        return words.STATUSES[self.status].text if self.status else words.NOT_JUDGED.text


@dataclass(frozen=True)
class Stretch:
    """Years in a row with the same evaluation, or two years whose evaluations differ a little."""

    copies: tuple[Copy, ...]

    @property
    def is_same(self) -> bool:
        """Whether not a character differs."""
        return self.copies[0].grade == SAME

    @property
    def labels(self) -> tuple[str, ...]:
        """The years, from the first whose words were repeated."""
        return (self.copies[0].before_label, *(copy.label for copy in self.copies))

    @property
    def messages(self) -> tuple[str, ...]:
        """What is doubtful about repeating the words, each once; '' is left out."""
        return tuple(dict.fromkeys(copy.message for copy in self.copies if copy.is_warning and copy.message))


def read(frame: pd.DataFrame) -> tuple[Copy, ...]:
    """Return the copies of the frames `insight_copies` and `insight_plan_copies`, in their order."""
    return tuple(_copy(record) for record in rows_of(frame))


def narrowed(copies: Iterable[Copy], grades: Sequence[str], year: int | None) -> list[Copy]:
    """Return copies of one of the grades and of a year; nothing chosen lets all through."""
    return [copy for copy in copies if (not grades or copy.grade in grades) and (year is None or copy.year == year)]


def stretches(copies: Iterable[Copy]) -> list[list[Stretch]]:
    """Return copies as stretches of years by initiative, the longest repetition first, then by number."""
    found: dict[int, list[list[Copy]]] = {}
    for copy in copies:
        runs = found.setdefault(copy.number, [])
        last = runs[-1][-1] if runs else None
        if last and last.grade == copy.grade == SAME and last.year == copy.year - 1:
            runs[-1].append(copy)
        else:
            runs.append([copy])
    groups = [[Stretch(tuple(run)) for run in runs] for runs in found.values()]
    return sorted(groups, key=lambda group: (-longest(group), group[0].copies[0].number))


def longest(group: Iterable[Stretch]) -> int:
    """Return over how many years the longest stretch says the same words, 0 where none does to the letter."""
    return max(len(stretch.labels) if stretch.is_same else 0 for stretch in group)


def _copy(record: Record) -> Copy:
    before, now = str(record["before"]), str(record["now"])
    return Copy(
        number=int(record["number"]),
        program=program_of(record),
        activity=str(record["activity"]),
        department=str(record["department"]),
        year=int(record["year"]),
        label=str(record["label"]),
        before_label=str(record["before_label"]),
        before=before,
        now=now,
        grade=SAME if record.get("is_copied") is True else grade(before, now),
        status=None if pd.isna(record["status"]) else str(record["status"]),
        message="" if pd.isna(record["message"]) else str(record["message"]),
        is_warning=record["severity"] == FIGURES_TOO,
    )
