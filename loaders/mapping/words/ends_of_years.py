"""最終値 may be what the plan shall come to, or what each year came to in the end: where it stands tells, not its words.

Words that head results more often than goals are but guesses of a goal. Beside a plan of the same year that nothing else
answers, or again under each year, they are what came of it; a start of each year (当初値) is then what was planned for it.
"""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.model.confidence import IN_DOUBT
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.mapping.words.heading_years import without_year
from loaders.mapping.words.unknown_headings import likely_uses

# What tells of a year that something has come of it, or will, by words that are known.
_ANSWERS = frozenset({Use.RESULT, Use.CURRENT, Use.PAIR, Use.VALUE})


def may_be_reached(word: str) -> bool:
    """Return whether a word that is known of goals heads what came of a year more often: 最終値, not 最終目標値.

    >>> may_be_reached("最終値"), may_be_reached("最終目標値"), may_be_reached("最終年度")
    (True, False, False)
    """
    uses = likely_uses(word, Evidence(0))
    return bool(uses) and uses[Use.RESULT] > max(uses[Use.FINAL_GOAL], uses[Use.TARGET])


def with_ends_of_years(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns, ends and starts of each year as what came of it and what was planned, each in doubt.

    Values on the way through a year (R5中間値) are not read where what came of it stands beside them.
    """
    settled = [_as_result(column, columns) for column in columns]
    settled = [_as_plan(column, settled) for column in settled]
    return [_on_the_way(column, settled) for column in settled]


def _as_result(column: ColumnUse, columns: Sequence[ColumnUse]) -> ColumnUse:
    """Return an end as what came of its year: it comes again under others, or answers the only plan of it."""
    if column.use is not Use.FINAL_GOAL or not may_be_reached(without_year(column.heading)):
        return column
    of_year = {c.use for c in columns if c is not column and c.year == column.year}
    is_of_a_year = column.year is not None or all(c.year is None for c in columns)
    is_answer = Use.TARGET in of_year and is_of_a_year
    if of_year & _ANSWERS or not (is_answer or _comes_again(column, columns)):
        return column
    reason = f"見出し「{column.heading}」が、その年度の計画と並ぶか、年度ごとに繰り返されるため"
    return replace(column, use=Use.RESULT, reason=reason, confidence=IN_DOUBT)


def _as_plan(column: ColumnUse, columns: Sequence[ColumnUse]) -> ColumnUse:
    """Return a start that comes again under each year as what was planned for it, where a result of it alone stands beside."""
    of_year = {c.use for c in columns if c is not column and c.year == column.year}
    is_start = column.use is Use.BASELINE and _comes_again(column, columns)
    if not is_start or Use.RESULT not in of_year or Use.TARGET in of_year:
        return column
    reason = f"見出し「{column.heading}」が年度ごとに繰り返され、その年度の実績と並んでいるため"
    return replace(column, use=Use.TARGET, reason=reason, confidence=IN_DOUBT)


def _on_the_way(column: ColumnUse, columns: Sequence[ColumnUse]) -> ColumnUse:
    is_answered = any(c.use is Use.RESULT and c.year == column.year for c in columns)
    if column.use is not Use.CURRENT or not is_answered or not _comes_again(column, columns):
        return column
    reason = f"見出し「{column.heading}」のほかに、その年度の実績の列があるため"
    return replace(column, use=Use.UNREAD, reason=reason, confidence=0.7)


def _comes_again(column: ColumnUse, columns: Sequence[ColumnUse]) -> bool:
    """Return whether a column's words stand under several years, once each."""
    alike = [c.year for c in columns if c.use is column.use and without_year(c.heading) == without_year(column.heading)]
    return len(alike) > 1 and len(set(alike)) == len(alike) and None not in alike
