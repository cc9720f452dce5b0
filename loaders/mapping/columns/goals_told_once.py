"""Where each year is a row of its item, a goal that is told once for all of them is what the plan shall come to in the end.

It stands in a column of its own beside the goals of the years: 目標（プラン終了時） beside 目標, whose cells below are blank.
A lone goal that is another one in other years of an item is that of each row's year, though its words are of the end: 目指す値.
"""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.cells.values import is_blank, read_values
from loaders.mapping.columns.goals_of_the_year import says_of_the_plan
from loaders.mapping.model.confidence import BY_ITS_WORDS
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.mapping.words.heading_senses import likeliest_sense

# Of the rows with a goal of their year fewer than this share hold one that is told once, and from this share on those that
# begin an item do.
_MOST_ROWS, _FEWEST_ITEMS = 0.6, 0.6
_NAMING = (Use.MEASURE, Use.NAME, Use.NUMBER)


def with_goals_told_once(columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, of two of goals without a year the one that only the first row of each item fills as the plan's."""
    goals = [c for c in columns if c.use is Use.TARGET and c.year is None]
    naming = [c.column for use in _NAMING for c in columns if c.use is use]
    has_years = any(c.use is Use.YEAR for c in columns)
    if not has_years or len(goals) < 2 or not naming or any(c.use is Use.FINAL_GOAL for c in columns):
        return list(columns)
    yearly = max(goals, key=lambda goal: len(_filled(goal.column, rows)))
    own, begun = _filled(yearly.column, rows), _filled(naming[0], rows)
    once = [goal for goal in goals if goal is not yearly and _is_told_once(_filled(goal.column, rows), own, begun)]
    if len(once) != 1:
        return list(columns)
    reason = f"見出し「{once[0].heading}」の値が、年度ごとの行のうち最初の行にだけあるため、最終目標とみました"
    return [replace(c, use=Use.FINAL_GOAL, reason=reason) if c is once[0] else c for c in columns]


def with_goals_told_each_year(columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, a lone goal of the plan that changes from row to row of most items as that of each row's year.

    So is a lone state what came of each year, where nothing else tells that: 現況値 beside 目標水準. Words of the plan's end or
    of its start (最終目標, 基準値) say what they say, though a body sets it anew each year.
    """
    if not any(c.use is Use.YEAR for c in columns):
        return list(columns)
    goals = [c for c in _lone(columns, (Use.FINAL_GOAL,), Use.TARGET, Use.RESULT) if not says_of_the_plan(c.heading)]
    states = _lone(columns, (Use.BASELINE, Use.CURRENT), Use.RESULT, Use.TARGET)
    states = [c for c in states if likeliest_sense(c.heading) is Use.CURRENT]
    settled = list(columns)
    for found, use, words in ((goals, Use.TARGET, "目標"), (states, Use.RESULT, "実績")):
        for column in found:
            if _changes(columns, rows, column.column):
                reason = f"見出し「{column.heading}」の値が、同じ項目でも年度の行ごとに違うため、その年度の{words}とみました"
                settled[column.column] = replace(column, use=use, reason=reason, confidence=BY_ITS_WORDS)
    return settled


def _lone(columns: Sequence[ColumnUse], uses: Sequence[Use], own: Use, other: Use) -> list[ColumnUse]:
    """Return the one column of no year for one of `uses`, none where a column is for `own` already, or none for the `other`."""
    found = [c for c in columns if c.use in uses and c.year is None]
    has_other = any(c.use is other and c.year is None for c in columns)
    return found if len(found) == 1 and has_other and not any(c.use is own for c in columns) else []


def _changes(columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]], column: int) -> bool:
    """Return whether most items with several values in a column have different ones there."""
    naming = [c.column for c in columns if c.use in (*_NAMING, Use.PART)]
    told: dict[tuple[str, ...], list[float]] = {}
    item: tuple[str, ...] = ()
    for row in rows:
        own = tuple(row[at].strip() for at in naming)
        item = own if any(own) else item
        told.setdefault(item, []).extend(value.value for value in read_values(row[column])[:1])
    several = [values for values in told.values() if len(values) > 1]
    changed = sum(len(set(values)) > 1 for values in several)
    return bool(naming) and bool(several) and changed > len(several) / 2


def _filled(column: int, rows: Sequence[Sequence[str]]) -> set[int]:
    return {at for at, row in enumerate(rows) if not is_blank(row[column])}


def _is_told_once(filled: set[int], yearly: set[int], begun: set[int]) -> bool:
    is_of_items = bool(begun) and filled <= begun and len(filled) >= _FEWEST_ITEMS * len(begun)
    return is_of_items and len(filled) < _MOST_ROWS * len(yearly)
