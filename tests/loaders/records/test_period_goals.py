"""The target of the last year of a plan's period is the plan's goal, unless one is told."""

import pytest

from loaders.mapping.model.mapping import Use
from loaders.records.period_goals import with_goals_of_the_end
from loaders.records.records import Entry, Record, Records


def _entry(use: Use, year: int | None, text: str) -> Entry:
    return Entry(use, year, text, "目標", 0, "3行目")


def _goals(*entries: Entry, ends: int | None = 2024) -> list[str]:
    records = with_goals_of_the_end(Records((Record(3, (), entries),)), ends)
    return [entry.text for entry in records.records[0].entries if entry.use is Use.FINAL_GOAL]


def test_target_of_the_last_year_is_the_plans_goal_too() -> None:
    assert _goals(_entry(Use.TARGET, 2023, "5"), _entry(Use.TARGET, 2024, "6")) == ["6"]


@pytest.mark.parametrize(
    "entry", [_entry(Use.TARGET, 2023, "5"), _entry(Use.RESULT, 2024, "5"), _entry(Use.TARGET, 2024, "－")]
)
def test_nothing_else_is(entry: Entry) -> None:
    assert _goals(entry) == []


def test_goal_that_is_told_stays_the_only_one_and_no_period_tells_none() -> None:
    target, goal = _entry(Use.TARGET, 2024, "6"), _entry(Use.FINAL_GOAL, None, "9")
    assert _goals(target, goal) == ["9"]
    assert _goals(target, ends=None) == []
