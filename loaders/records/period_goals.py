"""A line above a table may tell its plan's period (計画期間：令和2年度～令和6年度): its last year's target is the plan's goal.

It stays that year's target; where another goal for the end is told, that one is.
"""

from collections.abc import Iterable
from dataclasses import replace

from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_years import last_year_of, plain
from loaders.patterns import Pattern
from loaders.records.records import Record, Records

# Of a plan, and not of a survey or of a work: 調査期間, 工事期間.
_OF_A_PLAN = Pattern(r"(?:計画|プラン|戦略|ビジョン|構想)(?:の|推進)?期間")


def plan_ends(lines: Iterable[str]) -> int | None:
    """Return the last year of the plan's period that lines tell, the nearest first; None where none does.

    >>> plan_ends(["調査期間：令和4年度～令和5年度", "※計画期間：令和３年度～令和７年度"]), plan_ends(["計画（令和3～7年度）"])
    (2025, None)
    """
    return next((year for line in lines if _OF_A_PLAN.search(plain(line)) and (year := last_year_of(line))), None)


def with_goals_of_the_end(records: Records, ends: int | None) -> Records:
    """Return the records of a table, the targets of the plan's last year as what it aims at in the end too."""
    return records if ends is None else replace(records, records=tuple(_with_goal(one, ends) for one in records.records))


def _with_goal(record: Record, ends: int) -> Record:
    if any(entry.use is Use.FINAL_GOAL for entry in record.entries):
        return record
    last = (entry for entry in record.entries if entry.use is Use.TARGET and entry.year == ends and entry.values)
    goals = tuple(replace(entry, use=Use.FINAL_GOAL, year=None) for entry in last)
    return replace(record, entries=(*record.entries, *goals[:1]))
