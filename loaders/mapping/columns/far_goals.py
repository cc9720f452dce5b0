"""A lone goal of a year far beyond the others, or of no year beside them, is what the plan shall come to in the end."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.mapping.cells.values import read_values
from loaders.mapping.columns.one_column import is_range
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.mapping import VALUED, YEARLY, ColumnUse, Use, own_years
from loaders.mapping.words.heading_years import shape, without_year, year_in


def with_far_goals(columns: Sequence[ColumnUse], stated: int | None, named: Mapping[int, set[int]]) -> Iterator[ColumnUse]:
    """Yield the columns, a lone goal of a year far beyond the others, or of no year beside them, as the plan's final goal.

    `stated` is the year of columns that name none, `named` are the years that the cells of columns name: a goal of years that
    all lie ahead is the plan's too.
    """
    last = _last_year(columns, stated, named)
    far = _lone_far_year(columns, last)
    is_trend = _ends_a_trend(columns)
    has_year_column = any(c.use is Use.YEAR for c in columns)
    for column in columns:
        is_goal = column.use is Use.TARGET
        is_far = column.year is not None and (column.year == far or _is_worded_apart(column, columns, last))
        is_far = (is_far or _has_yearly_goals_beside(column, columns, named.get(column.column, set()))) and not any(
            _ends_later(c, column) for c in columns
        )
        if is_goal and (is_far or is_trend or is_range(column)):
            reason = f"{column.reason}（ほかの年度から離れた目標のため、最終目標とみました）"
            yield replace(column, use=Use.FINAL_GOAL, reason=reason)
        elif not has_year_column and _is_ahead(column, columns, stated, last, named.get(column.column)):
            yield replace(column, use=Use.FINAL_GOAL, reason=f"{column.reason}（年度のない目標のため、最終目標とみました）")
        else:
            yield column


def _has_yearly_goals_beside(goal: ColumnUse, columns: Sequence[ColumnUse], named: Collection[int]) -> bool:
    """Return whether rows or lines tell plan from result of a lone goal's year too: 目標値 R8 beside R6, R7 and R8.

    `named` are the years that the goal's cells name, or those beside them.
    """
    years = [c.year for c in columns if c.use is Use.VALUE and c.year is not None and c.indicator == goal.indicator]
    is_lone = sum(c.use is Use.TARGET and c.indicator == goal.indicator for c in columns) == 1
    return is_lone and len(years) > 1 and {goal.year, *named} - {None} == {max(years)}


def _last_year(columns: Sequence[ColumnUse], stated: int | None, named: Mapping[int, set[int]]) -> int | None:
    """Return the last year of which a table tells more than a goal, None where it tells of none."""
    reached = {c.year for c in columns if c.use in VALUED & YEARLY - {Use.TARGET}} | {stated}
    reached |= {max(named[c.column]) for c in columns if c.use in _REACHED and named.get(c.column)}
    return max((year for year in reached if year), default=None)


# What is told of a year once it has been reached, and the years of the rows.
_REACHED = frozenset({Use.RESULT, Use.CURRENT, Use.YEAR})


def _lone_far_year(columns: Sequence[ColumnUse], last: int | None) -> int | None:
    """Return the one year of goals that lies beyond the next, None where there are several, or one for the next year too."""
    ahead = {c.year - last for c in columns if c.use is Use.TARGET and c.year is not None and last is not None}
    far = [years for years in ahead if years > 1]
    return last + far[0] if last is not None and len(far) == 1 and 1 not in ahead else None


def _is_ahead(
    column: ColumnUse, columns: Sequence[ColumnUse], stated: int | None, last: int | None, named: Collection[int] | None
) -> bool:
    """Return whether a goal of no year is the plan's: what its cells name lies ahead, or nothing of its year answers it."""
    if named is not None:
        return last is not None and min(named, default=0) > last
    if column.use is not Use.TARGET or column.year is not None:
        return False
    if stated:
        return not any(c.use in (Use.RESULT, Use.FORECAST, Use.PAIR) and c.year in (None, stated) for c in columns)
    return bool(own_years(columns)) or any(c.use is Use.CURRENT or (c.use in _DATED and c.year is not None) for c in columns)


_DATED = frozenset({Use.TARGET, Use.RESULT, Use.BASELINE, Use.VALUE, Use.PAIR})


def _ends_later(column: ColumnUse, goal: ColumnUse) -> bool:
    """Return whether a column is what the plan of a goal ends with, in a later year: 最終目標（R12） beside 中間目標（R7）."""
    is_end = column.use is Use.FINAL_GOAL and column.indicator == goal.indicator
    return is_end and goal.year is not None and (column.year or goal.year + 1) > goal.year


def years_in_cells(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]) -> dict[int, set[int]]:
    """Return for columns of values without a year the years that most of their cells name, or a column of years beside them.

    85.0％（令和7年度）; 中間評価 over 値 | 年次. So for the column of the rows' years.
    """
    dated = [c.column for c in columns if c.use in VALUED and c.year is None and seen[c.column].evidence.dated >= _MOST_DATED]
    cells = {at: [value.measured for row in rows for value in read_values(row[at])] for at in dated}
    beside = {at: year for at, year in own_years(columns).items() if columns[at].use is not Use.VALUE}
    cells |= {at: [year_in(row[year]) for row in rows] for at, year in beside.items() if at not in cells}
    cells |= {c.column: [year_in(row[c.column]) for row in rows] for c in columns if c.use is Use.YEAR}
    named = {at: {year for year in years if year is not None} for at, years in cells.items()}
    return {at: years for at, years in named.items() if years}


_MOST_DATED = 0.5


def _is_worded_apart(column: ColumnUse, columns: Sequence[ColumnUse], last: int | None) -> bool:
    """Return whether a goal that closes the table is worded otherwise than yearly ones: 目標値（R7） after R6目標."""
    others = [c for c in columns if c.use is Use.TARGET and c is not column]
    is_last = column.year is not None and last is not None and column.year > last
    wordings = {shape(c.heading) for c in others}
    is_worded = bool(without_year(column.heading)) and shape(column.heading) not in wordings
    return is_last and len(others) > 1 and len(wordings) == 1 and is_worded


def _ends_a_trend(columns: Sequence[ColumnUse]) -> bool:
    """Return whether a lone goal ends what results of several years lead to: it is the plan's, and not the next year's.

    Behind them stands what is expected next, or before them what the plan starts from, to which such a goal is the other end.
    So it is too where rows tell what was planned for those years from what came of them.
    """
    goals = [c for c in columns if c.use is Use.TARGET]
    results = {c.year for c in columns if c.use in (Use.RESULT, Use.VALUE) and c.year is not None}
    expected = {c.year for c in columns if c.use is Use.FORECAST and c.year is not None}
    if len(goals) != 1 or not results or any(c.use in (Use.FINAL_GOAL, Use.STATE_AND_AIM) for c in columns):
        return False
    starts = {c.year for c in columns if c.use is Use.BASELINE}
    goal = goals[0].year or 0
    has_start = bool(starts) and all(year is None or year < min(results) for year in starts)
    is_expected = len(results) >= _TREND and bool(expected) and goal > max(expected)
    return is_expected or (has_start and len(results) >= _STARTED_TREND and goal > max(results | expected))


# Years of results from which on they are a trend, and from which on where what it starts from stands before them.
_TREND, _STARTED_TREND = 3, 2
