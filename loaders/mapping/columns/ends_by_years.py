"""A column of values older than all years of a table is where the plan starts, one beyond them where it ends, whatever they are
called: 旅立ちの値（R2） before 計画 and 実績 of R3 to R5, 行き着く値（R8） behind them.

Their values must be of the size of those beside them; what is read so is told as doubtful.
"""

import statistics
from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.cells.values import read_values
from loaders.mapping.columns.starts_and_ends import STARTS
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT, SURE_ENOUGH, is_guess
from loaders.mapping.model.mapping import PLANNED_OR_DONE, USE_WORDS, VALUED, ColumnUse, Use
from loaders.mapping.words.heading_senses import heads_anything, senses
from loaders.mapping.words.heading_years import without_year, year_in

_ENDS = frozenset({Use.FINAL_GOAL, Use.STATE_AND_AIM})
# What words of a plan's end are like where no year tells it: 到達点 behind the years heads results as often as goals.
_LIKE_AN_END = frozenset({Use.RESULT, Use.TARGET})
_MAY_BE = VALUED - {Use.STATE_AND_AIM}
# Values of one indicator differ by less, from where its plan starts to where it ends.
_TIMES = 8.0
_Rows = Sequence[Sequence[str]]


def with_ends_by_years(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: _Rows) -> list[ColumnUse]:
    """Return the columns, the only open one before all years that have a plan and a result as a start, behind them as an end.

    So is one of no year behind them whose words are like those of results or goals, if it is of their size: 到達点.
    A year alone behind them is no result, which those before have under that word: the next year is planned, a later one aimed
    at.
    """
    told = _told(columns)
    if not told:
        return list(columns)
    settled = _without_other_sizes(columns, seen, rows, told)
    first, last = told[0], told[-1]
    first_year, last_year = min(c.year or 0 for c in told), max(c.year or 0 for c in told)
    starts = [c for c in columns[: first.column] if _is_open(c, seen) and _is_before(_years(c, columns, rows), first_year)]
    if len(starts) == 1 and not any(c.use in STARTS for c in columns) and _are_alike(starts[0], first, rows):
        reason = f"「{starts[0].heading}」の値が、どの年度の目標・実績よりも前の年度のものであるため"
        settled[starts[0].column] = replace(
            starts[0],
            use=Use.BASELINE,
            year=None,
            reason=f"{reason}、{USE_WORDS[Use.BASELINE]}とみました",
            confidence=IN_DOUBT,
        )
    ends = [
        c
        for c in settled[last.column + 1 :]
        if (_is_open(c, seen, _likened(c)) or _is_bare(c, seen))
        and (min(years) > last_year if (years := _years(c, columns, rows)) else c.use in _LIKE_AN_END)
    ]
    if len(ends) == 1 and not any(c.use in _ENDS for c in columns) and _are_alike(ends[0], last, rows):
        year = min(_years(ends[0], columns, rows), default=None)
        use = Use.TARGET if year == last_year + 1 else Use.FINAL_GOAL
        why = (
            "どの年度の目標・実績の後にも、年度のないままある"
            if year is None
            else "目標・実績のどの年度よりも先の年度のものである"
        )
        reason = f"「{ends[0].heading}」の値が、{why}ため"
        settled[ends[0].column] = replace(
            ends[0], use=use, year=year, reason=f"{reason}、{USE_WORDS[use]}とみました", confidence=IN_DOUBT
        )
    return settled


def _without_other_sizes(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: _Rows, told: Sequence[ColumnUse]
) -> list[ColumnUse]:
    """Return the columns, values that likeness alone takes for those of another year as unread where they are of another size.

    世帯数（R2） before plan and result of R3 says what the districts are, and not what they reached.
    """
    years = {c.year for c in told}
    settled = list(columns)
    for column in columns:
        is_likened = column.use in PLANNED_OR_DONE and column.confidence < BY_ITS_WORDS and column.year not in years
        is_unknown = bool(without_year(column.heading)) and not any(map(senses, seen[column.column].path))
        if is_likened and is_unknown and column.year is not None and not _are_alike(column, told[0], rows):
            reason = f"見出し「{column.heading}」の意味が分からず、値の大きさが目標・実績と違うため"
            settled[column.column] = replace(column, use=Use.UNREAD, reason=reason, confidence=0.5)
    return settled


def _is_before(years: frozenset[int], first: int) -> bool:
    return bool(years) and max(years) < first


def _told(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns of the years of a plan: both halves by their words, or beside each other in several years."""
    yearly = [c for c in columns if c.use in PLANNED_OR_DONE and c.year is not None]
    told = [c for c in yearly if c.confidence >= BY_ITS_WORDS]
    uses = {c.use for c in told}
    if uses & {Use.PAIR, Use.VALUE} or uses >= {Use.TARGET, Use.RESULT}:
        return told
    planned, done = ({c.year for c in yearly if c.use is use} for use in (Use.TARGET, Use.RESULT))
    shared = planned & done
    return [c for c in yearly if c.year in shared] if len(shared) > 1 else []


def _likened(column: ColumnUse) -> float:
    """Return how sure likeness may be of a column that ends a plan: never of a result of years to come."""
    return BY_ITS_WORDS if column.use is Use.RESULT else SURE_ENOUGH


def _is_open(column: ColumnUse, seen: Sequence[Seen], most: float = SURE_ENOUGH) -> bool:
    """Return whether nothing but likeness tells what a column of values is for, under words that are known nowhere."""
    own = seen[column.column]
    is_unknown = all(not senses(part) or heads_anything(part) for part in own.path)
    is_untold = column.use is Use.UNREAD or (column.use in _MAY_BE and column.confidence < most)
    return own.evidence.values >= 0.5 and is_untold and is_unknown and bool(without_year(column.heading))


def _is_bare(column: ColumnUse, seen: Sequence[Seen]) -> bool:
    """Return whether a year alone heads a column of values."""
    is_result = column.use is Use.RESULT and is_guess(column)
    return is_result and seen[column.column].evidence.values >= 0.5 and not without_year(column.heading)


def _years(column: ColumnUse, columns: Sequence[ColumnUse], rows: _Rows) -> frozenset[int]:
    """Return the year that a column's heading names, or those that the column of years beside it does."""
    named = column.year if column.year is not None else year_in(column.heading)
    if named is not None:
        return frozenset({named})
    beside = [c for c in columns if abs(c.column - column.column) == 1 and c.use is Use.OWN_YEAR]
    return frozenset(year for c in beside[:1] for row in rows if (year := year_in(row[c.column])) is not None)


def _are_alike(one: ColumnUse, other: ColumnUse, rows: _Rows) -> bool:
    """Return whether the values of two columns in the same rows are of one size."""
    pairs = [(_number(row[one.column]), _number(row[other.column])) for row in rows]
    shares = [first / second for first, second in pairs if first and second]
    return bool(shares) and 1 / _TIMES <= statistics.median(shares) <= _TIMES


def _number(text: str) -> float:
    values = read_values(text)
    return abs(values[0].value) if values else 0.0
