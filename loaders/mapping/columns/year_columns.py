"""A column of years tells the year of its row or that of the value beside it: 評価年度 of a system's list, 基準年度 | 基準値.

Its heading may be either; where the same item comes again with another year each time, it is the row's.
"""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import BY_ITS_WORDS, is_guess
from loaders.mapping.model.mapping import PLANNED_OR_DONE, VALUED, YEARLY, ColumnUse, Use, own_years, stands_aside
from loaders.mapping.words.cues import WRITTEN
from loaders.mapping.words.heading_years import OF_A_VALUE, plain
from loaders.patterns import Pattern

# What says which item a row is of, and which of its values; the department of an item may change from year to year.
_TELLING = frozenset({Use.NUMBER, Use.GROUP, Use.NAME, Use.ACTIVITY, Use.MEASURE, Use.PART, Use.UNIT, Use.KIND})
# A year of what a plan starts from or leads to is of its value; one of when a row was written is of neither.
_OF_ENDS = Pattern(f"{OF_A_VALUE}|開始|終了|計画")
_OF_WRITING = Pattern(f"{WRITTEN}|改[定訂]")
_MOST = 0.95


def with_years_of_rows(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, one of years as that of the rows where their values have no other."""
    if any(c.use is Use.YEAR for c in columns) or any(c.year is not None for c in columns if c.use in YEARLY & VALUED):
        return list(columns)
    repeating = [c for c in columns if _may_be_years(c, seen[c.column]) and _tells_rows_apart(c, columns, rows)]
    found = repeating or [c for c in columns if c.use is Use.OWN_YEAR and _is_of_no_value(c, columns)]
    if len(found) != 1:
        return list(columns)
    again = "同じ項目の行が年度を変えて並ぶため" if repeating else "基準や目標の年度ではなく、値に年度がないため"
    reason = f"見出し「{found[0].heading}」の中身が年度で、{again}"
    settled = list(columns)
    settled[found[0].column] = replace(found[0], use=Use.YEAR, year=None, reason=reason, confidence=0.8)
    return settled


def with_years_of_values(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, one of years as that of the value beside it where headings or columns of years name the others'.

    The value stands right of it, or under one heading with it, and is of no year by its own: 出発点 over 年度 | 数値. Left of
    it stands one whose year is told in brackets: 設定時の値 | （年度）. Where items come again with another of its years each
    time, it is the rows', though a goal beside them has a year of its own.
    """
    settled = list(columns)
    yearly = {c.column for c in columns if c.use in PLANNED_OR_DONE and c.year is not None and c.confidence >= BY_ITS_WORDS}
    yearly |= own_years(columns).keys()
    for column in columns:
        above = seen[column.column].path[:-1]
        beside = [c for c in columns if abs(c.column - column.column) == 1 and seen[c.column].evidence.values >= 0.5]
        own = [c for c in beside if c.year is None and c.column not in yearly]
        is_aside = stands_aside(column.heading)
        own = [c for c in own if (c.column > column.column) is not is_aside or (above and seen[c.column].path[:-1] == above)]
        if column.use is Use.YEAR and len(yearly) > 1 and own and not _tells_rows_apart(column, columns, rows):
            reason = f"年度の分かる値がほかにあり、隣の「{own[0].heading}」の年度とみました"
            settled[column.column] = replace(column, use=Use.OWN_YEAR, reason=reason, confidence=BY_ITS_WORDS)
    return settled


def _may_be_years(column: ColumnUse, seen: Seen) -> bool:
    """Return whether a column's cells are years, whatever it is called."""
    is_year = seen.evidence.years + seen.evidence.bare_years >= _MOST and not _OF_ENDS.search(column.heading)
    is_told = column.use is Use.OWN_YEAR or (is_guess(column) and is_year)
    return is_told and _OF_WRITING.search(column.heading) is None


def _tells_rows_apart(column: ColumnUse, columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether items come again, each time with another of the column's years."""
    telling = [c.column for c in columns if c.use in _TELLING]
    items, years, above = [], [], ["" for _ in telling]
    for row in rows:
        own = [plain(row[at]) for at in telling]
        above = [words or carried for words, carried in zip(own, above, strict=True)]
        if plain(row[column.column]):
            items.append(tuple(above))
            years.append(plain(row[column.column]))
    return bool(telling) and len(set(items)) < len(items) == len(set(zip(items, years, strict=True)))


def _is_of_no_value(column: ColumnUse, columns: Sequence[ColumnUse]) -> bool:
    """Return whether a column of years is of no value alone: its heading names neither end of a plan, and values lack years."""
    own = own_years([c for c in columns if c is not column])
    lacking = {c.use for c in columns if c.use in (Use.TARGET, Use.RESULT, Use.VALUE) and c.column not in own}
    is_told = any(pattern.search(column.heading) for pattern in (_OF_ENDS, _OF_WRITING))
    return (Use.VALUE in lacking or len(lacking) > 1) and not is_told
