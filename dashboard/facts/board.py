"""The whole plan at one look is every matter in every year by its goal: done, left undone, ended or not yet known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.text.records import Record, rows_of, text_of
from dashboard.text.words import by_code


@dataclass(frozen=True)
class MatterYear:
    """What became of a matter in a year; `status` is None in a year without an evaluation column."""

    year: int
    label: str
    status: str | None
    is_carried_over: bool
    is_undone: bool
    is_doubtful: bool


@dataclass(frozen=True)
class Matter:
    """A matter with its years; `numbers` are its rows, the lead's first, and `sections` how many sections they are of."""

    number: int
    numbers: tuple[int, ...]
    goal_code: str
    activity: str
    department: str
    sections: int
    years: tuple[MatterYear, ...]

    @property
    def owner(self) -> str:
        """Whose it is: '指導課', '指導課ほか1課'."""
        return self.department if self.sections < 2 else f"{self.department}ほか{self.sections - 1}課"


def read(frame: pd.DataFrame) -> tuple[Matter, ...]:
    """Return the matters of the frame `board`, in its order."""
    found: dict[int, list[Record]] = {}
    for record in rows_of(frame):
        found.setdefault(int(record["number"]), []).append(record)
    return tuple(_matter(records) for records in found.values())


def by_goal(every: Iterable[Matter]) -> dict[str, list[Matter]]:
    """Return the matters of each goal, in the plan's order; '' holds those of a plan without codes."""
    goals: dict[str, list[Matter]] = {}
    for one in every:
        goals.setdefault(one.goal_code, []).append(one)
    return dict(sorted(goals.items(), key=lambda pair: by_code(pair[0])))


def years_told(every: Sequence[Matter]) -> str:
    """Return which years the matters stand in, as 'H29～R3'; a plan of one year as 'R5'; '' where there is no matter."""
    if not every:
        return ""
    first, last = every[0].years[0].label, every[0].years[-1].label
    return first if first == last else f"{first}～{last}"


def undone(every: Iterable[Matter], year: int) -> int:
    """Return how many matters were left undone in a year."""
    return sum(each.is_undone for one in every for each in one.years if each.year == year)


def undone_years(one: Matter) -> int:
    """Return in how many years a matter was left undone."""
    return sum(year.is_undone for year in one.years)


def doubtful(every: Iterable[Matter], year: int) -> int:
    """Return how many judgements of a year are doubtful."""
    return sum(each.is_doubtful for one in every for each in one.years if each.year == year)


def asked_doubtful(chosen: Filter, year: int) -> int:
    """Return how many judgements of a year are doubtful, of what the filter lets through."""
    return doubtful(queries.read(read, "board", chosen), year)


def _matter(records: Sequence[Record]) -> Matter:
    head = records[0]
    return Matter(
        number=int(head["number"]),
        numbers=(int(head["number"]),) if head["numbers"] is None else tuple(int(number) for number in head["numbers"]),
        goal_code=str(head["goal_code"]),
        activity=str(head["activity"]),
        department=str(head["department"]),
        sections=int(head["sections"]),
        years=tuple(year_of(record) for record in records),
    )


def year_of(record: Record) -> MatterYear:
    """Return a year of a record that tells its status; a frame of one initiative does not say what was left undone."""
    return MatterYear(
        year=int(record["year"]),
        label=str(record["label"]),
        status=text_of(record["status"]) or None,
        is_carried_over=record["is_carried_over"] is True,
        is_undone=record.get("is_undone") is True,
        is_doubtful=record["is_doubtful"] is True,
    )
