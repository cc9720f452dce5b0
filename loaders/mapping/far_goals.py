"""A lone goal of a year far beyond the others, or of no year beside them, is what the plan shall come to in the end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.mapping.columns import is_range
from loaders.mapping.heading_years import shape, without_year
from loaders.mapping.mapping import VALUED, YEARLY, ColumnUse, Use, own_years
from loaders.mapping.seen import Seen
from loaders.mapping.values import read_values


def _is_worded_apart(column: ColumnUse, columns: Sequence[ColumnUse], reached: Sequence[int]) -> bool:
    """Return whether a goal that closes the table is worded otherwise than yearly ones: 目標値（R7） after R6目標."""
    others = [c for c in columns if c.use is Use.TARGET and c is not column]
    is_last = column.year is not None and bool(reached) and column.year > max(reached)
    wordings = {shape(c.heading) for c in others}
    is_worded = bool(without_year(column.heading)) and shape(column.heading) not in wordings
    return is_last and len(others) > 1 and len(wordings) == 1 and is_worded


def _ends_a_trend(columns: Sequence[ColumnUse]) -> bool:
    """Return whether a lone goal ends what results of several years lead to: it is the plan's, and not the next year's.

    Behind them stands what is expected next, or before them what the plan starts from, to which such a goal is the other end.
    """
    goals = [c for c in columns if c.use is Use.TARGET]
    results = {c.year for c in columns if c.use is Use.RESULT and c.year is not None}
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


def with_far_goals(columns: Sequence[ColumnUse], stated: int | None, named: dict[int, set[int]]) -> Iterator[ColumnUse]:
    """Yield the columns, a lone goal of a year far beyond the others, or of no year beside them, as the plan's final goal.

    `named` are the years that the cells of columns name: a goal of years that all lie ahead is the plan's too.
    """
    told = [c for c in columns if c.use in VALUED & YEARLY and c.year is not None]
    reached = [c.year for c in told if c.use is not Use.TARGET and c.year is not None] + ([stated] if stated else [])
    reached += [max(named[c.column]) for c in columns if c.use in (Use.RESULT, Use.CURRENT) and named.get(c.column)]
    later = sorted(
        {c.year for c in told if c.use is Use.TARGET and c.year is not None and reached and c.year > max(reached) + 1}
    )
    next_year = any(c.use is Use.TARGET and reached and c.year == max(reached) + 1 for c in told)
    has_years = any(
        c.year is not None for c in columns if c.use in (Use.TARGET, Use.RESULT, Use.CURRENT, Use.BASELINE, Use.VALUE, Use.PAIR)
    )
    has_years = has_years or bool(own_years(columns))
    is_trend = _ends_a_trend(columns)
    yearly = [c for c in columns if c.use in (Use.RESULT, Use.FORECAST, Use.VALUE, Use.PAIR) and c.year is not None]
    has_answer = any(c.use in (Use.RESULT, Use.FORECAST, Use.PAIR) and c.year in (None, stated) for c in columns)
    has_current = any(c.use is Use.CURRENT for c in columns)
    for column in columns:
        is_lone = column.use is Use.TARGET and len(later) == 1 and column.year == later[0] and not next_year
        is_far = is_lone and (len(yearly) == 0 or (reached and later[0] > max(reached) + 1))
        is_apart = column.use is Use.TARGET and column.year is not None and _is_worded_apart(column, columns, reached)
        is_yearless = (
            column.use is Use.TARGET and column.year is None and (not has_answer if stated else has_years or has_current)
        )
        years = named.get(column.column)
        is_yearless = is_yearless if years is None else bool(reached) and min(years, default=0) > max(reached)
        has_year_column = any(c.use is Use.YEAR for c in columns)
        is_on_the_way = any(_ends_later(c, column) for c in columns)
        is_far, is_apart = is_far and not is_on_the_way, is_apart and not is_on_the_way
        if is_far or is_apart or (is_trend and column.use is Use.TARGET) or (is_range(column) and column.use is Use.TARGET):
            yield replace(
                column, use=Use.FINAL_GOAL, reason=f"{column.reason}（ほかの年度から離れた目標のため、最終目標とみました）"
            )
        elif is_yearless and not has_year_column:
            yield replace(column, use=Use.FINAL_GOAL, reason=f"{column.reason}（年度のない目標のため、最終目標とみました）")
        else:
            yield column


def _ends_later(column: ColumnUse, goal: ColumnUse) -> bool:
    """Return whether a column is what the plan of a goal ends with, in a later year: 最終目標（R12） beside 中間目標（R7）."""
    is_end = column.use is Use.FINAL_GOAL and column.indicator == goal.indicator
    return is_end and goal.year is not None and (column.year or goal.year + 1) > goal.year


def years_in_cells(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]) -> dict[int, set[int]]:
    """Return for columns of values without a year the years that most of their cells name: 85.0％（令和7年度）."""
    dated = [c.column for c in columns if c.use in VALUED and c.year is None and seen[c.column].evidence.dated >= _MOST_DATED]
    cells = {at: [value.measured for row in rows for value in read_values(row[at])] for at in dated}
    return {at: {year for year in years if year is not None} for at, years in cells.items()}


_MOST_DATED = 0.5
