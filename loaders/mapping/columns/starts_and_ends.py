"""Where a plan starts and where it shall end: a state, an aim, both in one column, and goals on the way.

Which of them a column is its neighbours tell: 現状値 is a start where no 基準値 stands beside it, a goal of a year before the
last one's is that year's target.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import BY_ITS_WORDS, SURE_ENOUGH, is_guess
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import PLANNED_OR_DONE, VALUED, ColumnUse, Use, own_years
from loaders.mapping.words.heading_years import without_year
from loaders.mapping.words.moments import is_moment
from loaders.table.cells_tell import may_state_and_aim

_MOST, _DISTINCT = 0.5, 0.8
_ENDS = frozenset({Use.TARGET, Use.RESULT})
# What tells where a plan starts.
STARTS = frozenset({Use.BASELINE, Use.CURRENT, Use.STATE_AND_AIM})
_STARTS_AND_ENDS = STARTS | {Use.FINAL_GOAL}


def with_state_and_aim(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, the last before the years whose cells tell a state and an aim as that, where no other does.

    It may be headed as nothing known, or as the indicator that it names as well: 重要業績評価指標（基準値→目標値）; where most
    of its cells go from one number to another, as a goal or a state alone: 現状から目指す値.
    """
    may = [c for c in columns if _may_tell_both(c, seen[c.column].evidence)]
    first = min((c.column for c in columns if c.use in VALUED and c.year is not None and c not in may), default=0)
    telling = [c for c in may if c.column < first]
    if not telling or any(c.use in _STARTS_AND_ENDS and c not in telling for c in columns):
        return list(columns)
    reason = f"見出し「{telling[-1].heading}」の中身が、基準の値と目標の値を述べているため"
    settled = list(columns)
    settled[telling[-1].column] = replace(telling[-1], use=Use.STATE_AND_AIM, year=None, reason=reason, confidence=0.6)
    return settled


def _may_tell_both(column: ColumnUse, looks: Evidence) -> bool:
    """Return whether a column may hold a state and an aim in each cell, by its heading and what its cells look like."""
    if not may_state_and_aim(column.heading):
        return False
    if looks.moving > _MOST and column.use in _ENDS and column.confidence < BY_ITS_WORDS:
        return True
    if column.use in _STARTS_AND_ENDS and column.confidence >= SURE_ENOUGH:
        return looks.moving > _MOST and column.use is not Use.STATE_AND_AIM
    is_open = column.use is Use.MEASURE or is_guess(column)
    return is_open and looks.aimed > _MOST and looks.distinct >= _DISTINCT


def with_goals_as_groups(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, goals in words left of what is measured as what it belongs to: 計画の目標 over 目標１　足を守る.

    Values of goals stand in another column.
    """
    measures = [c.column for c in columns if c.use is Use.MEASURE]
    stated = [c for c in columns if c.use in _GOALS and seen[c.column].evidence.values >= _MOST]
    reason = "指標の名前の左にあり、中身が値でない言葉のため、上位の区分とみました"
    return [
        replace(c, use=Use.GROUP, reason=f"見出し「{c.heading}」が、{reason}", confidence=0.7)
        if measures and c.column < measures[0] and c.use in _GOALS and c.year is None and stated and _names(seen[c.column])
        else c
        for c in columns
    ]


_GOALS = frozenset({Use.FINAL_GOAL, Use.TARGET})
# Of names few are sentences, and what they count stands behind words: 目標１　暮らしを支える足を守る.
_FEW, _FEWER_THAN_HALF, _WORDED = 0.3, 0.5, 0.8


def _names(seen: Seen) -> bool:
    looks = seen.evidence
    return looks.count > 0 and looks.sentences < _FEWER_THAN_HALF and (looks.values < _FEW or looks.worded >= _WORDED)


def with_baselines(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return 現状値 as what the plan starts from where no 基準値 stands beside it, or where it is older than all results."""
    has_baseline = any(c.use is Use.BASELINE for c in columns)
    results = [c.year for c in columns if c.use in (Use.RESULT, Use.FORECAST, Use.TARGET, Use.PAIR) and c.year is not None]
    settled = []
    for column in columns:
        left = columns[column.column - 1] if column.column else column
        names_years = column.year is None and (seen[column.column].evidence.dated >= 0.5 or left.use is Use.OWN_YEAR)
        if column.use is Use.CURRENT and not has_baseline and not names_years:
            is_first = column.year is None or not results or column.year < max(results)
            if is_first:
                column = replace(
                    column, use=Use.BASELINE, reason=f"{column.reason}（基準値の列がほかにないため）", confidence=0.7
                )
        elif column.use is Use.CURRENT and column.year is None and not names_years:
            column = replace(column, confidence=0.5)
        settled.append(column)
    return settled


def with_dated_starts(columns: Sequence[ColumnUse], named: Mapping[int, set[int]]) -> list[ColumnUse]:
    """Return the columns, a state whose cells name their years as what the plan starts from where all lie before its years.

    `named` are the years that the cells of columns name: 現状値 over 1,204（R2） before 目標 and 実績 of R4 and later.
    """
    planned = [c.year for c in columns if c.use in PLANNED_OR_DONE and c.year is not None]
    has_start = not planned or any(c.use is Use.BASELINE for c in columns)
    if has_start:
        return list(columns)
    reason = "（どの値の年度も計画の年度より前のため）"
    older = {at for at, years in named.items() if max(years, default=min(planned)) < min(planned)}
    return [
        replace(c, use=Use.BASELINE, reason=f"{c.reason}{reason}", confidence=0.7)
        if c.use is Use.CURRENT and c.year is None and c.column in older
        else c
        for c in columns
    ]


def with_a_start(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, values of a moment (申請時, 認定時) before those of all years as what the plan starts from.

    So it is where no other column says where the plan starts; a state with its year beside (最新 over 年度 | 値) does not.
    """
    dated = own_years(columns)
    first = min((c.column for c in columns if c.use in VALUED and (c.year is not None or c.column in dated)), default=0)
    if any(c.use in STARTS and c.column not in dated for c in columns) or any(c.use is Use.BASELINE for c in columns):
        return list(columns)
    moments = [
        c
        for c in columns[:first]
        if c.use is Use.UNREAD and seen[c.column].evidence.values >= 0.5 and is_moment(seen[c.column].path)
    ]
    if len(moments) != 1:
        return list(columns)
    reason = f"見出し「{moments[0].heading}」の値が、どの年度の値より左にあるため"
    at = moments[0].column
    return [replace(c, use=Use.BASELINE, reason=reason, confidence=0.7) if c.column == at else c for c in columns]


def with_goals_on_the_way(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, goals of a year before the last goal's as targets of theirs: 5年後（R5） beside 10年後（R10）.

    So is what is of the middle alone under one heading with that goal: めざそう値 over R7（中間） and R12（最終）.
    """
    goals = [c for c in columns if c.use is Use.FINAL_GOAL and c.year is not None]
    last = max((c.year or 0 for c in goals), default=0)
    above = {seen[c.column].path[:-1] for c in goals} - {()}

    def is_goal(column: ColumnUse) -> bool:
        path = seen[column.column].path
        is_midway = column.use is Use.CURRENT and path[:-1] in above and without_year(path[-1]) == "中間"
        return column.use is Use.FINAL_GOAL or is_midway

    return [
        replace(c, use=Use.TARGET, reason=f"{c.reason}（あとの年度の目標もあるため、その年度の目標とみました）")
        if c.year is not None and c.year < last and is_goal(c)
        else c
        for c in columns
    ]
