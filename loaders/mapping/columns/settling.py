"""What a column is for its neighbours say too: 見込 is a plan where nothing else plans, 現状値 a start where none is."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from loaders.mapping.columns.bare_years import told_in_rows, with_values
from loaders.mapping.columns.expecting import with_forecasts
from loaders.mapping.columns.item_names import with_names, with_parts, with_sections_as_items, with_units_by_looks
from loaders.mapping.columns.other_half import with_the_other_half
from loaders.mapping.columns.plan_names import with_plan_names
from loaders.mapping.columns.second_plans import with_second_plans
from loaders.mapping.columns.starts_and_ends import (
    with_a_start,
    with_baselines,
    with_goals_as_groups,
    with_goals_on_the_way,
    with_state_and_aim,
)
from loaders.mapping.columns.steps import Columns, Step
from loaders.mapping.columns.year_columns import with_years_of_values
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT, NOT_TOLD_APART, SURE_ENOUGH, is_guess
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.ends_of_years import with_ends_of_years
from loaders.mapping.words.periods import is_sum_of_years, names_day, names_sum
from loaders.patterns import Pattern

# Of the cells of a column that tells whose an item is, those that are names of sections.
_MOST_SECTIONS = 0.8


def _one_of_a_kind(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with one for the rows' kind, one for their year and one for their number at most: the surest.

    Tables that stand side by side have a column of years each. Words that are known tell the rows' kinds before any that are
    guessed: 目標 and 実績 stand beside the name of their block (取組指標の値, 工程), which is then what they are sections of.
    """
    settled = list(columns)
    values = [c.column for c in columns if c.use in VALUED]
    years = [c.column for c in columns if c.use is Use.YEAR]
    are_side_by_side = all(any(a < at < b for at in values) for a, b in pairwise([*years, len(columns)]))
    departments = [c for c in columns if c.use is Use.DEPARTMENT]
    told = {c.column for c in departments if c.confidence >= BY_ITS_WORDS}
    for column in (c for c in departments if told and c.column not in told):
        is_beside = bool({column.column - 1, column.column + 1} & told)
        if is_beside and seen[column.column].evidence.sections >= _MOST_SECTIONS:
            # A division and its section stand beside each other: 部局 | 課.
            settled[column.column] = replace(column, reason="担当課の列の隣で、中身が課や部の名前のため")
        else:
            settled[column.column] = replace(column, use=Use.UNREAD, reason="担当課の列がほかにあるため")
    for use in (Use.KIND, Use.YEAR, Use.NUMBER, Use.LEAD):
        same = sorted((c for c in settled if c.use is use), key=lambda c: _order_of_surety(c, seen))
        if use is Use.YEAR and are_side_by_side:
            continue
        for column in same[1:]:
            other = Use.UNREAD if use is not Use.KIND else Use.GROUP if _guessed(column, seen) else Use.NAME
            settled[column.column] = replace(
                column, use=other, reason="同じ役割の列がほかにあるため", confidence=NOT_TOLD_APART
            )
    return settled


def _without_guessed_kinds(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, kinds of rows that no cue knows as not read where headings tell plan and result apart already.

    ねらい and 手段 beside 目標値 and the 実績値 of years say what sort of indicator a row is of.
    """
    by_words = {c.use for c in columns if c.confidence >= BY_ITS_WORDS}
    reason = "目標と実績は見出しが分けているため、行の区分とはみません"
    return [
        replace(c, use=Use.UNREAD, reason=reason, confidence=SURE_ENOUGH)
        if by_words >= {Use.TARGET, Use.RESULT} and _guessed(c, seen)
        else c
        for c in columns
    ]


def _guessed(column: ColumnUse, seen: Sequence[Seen]) -> bool:
    """Return whether a column tells the rows' kinds by words that no cue knows."""
    return column.use is Use.KIND and seen[column.column].evidence.guessed_kinds > 0


def _order_of_surety(column: ColumnUse, seen: Sequence[Seen]) -> tuple[bool, float, float, int]:
    """Return what columns of one use are ordered by, the surest first: what rows of a form are called is no kind of most."""
    kinds = seen[column.column].evidence.kinds if column.use is Use.KIND else 0.0
    return (_guessed(column, seen), -column.confidence, -kinds, column.column)


def _with_what_stands_aside(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with what stands behind values of years: 区分 over A, B, C as verdicts, sentences as remarks on them.

    Words are so where likeness alone takes them for a result of no year, and results of years, or results by their words, hold
    values.
    """
    sure = [c for c in columns if c.year is not None or c.confidence >= BY_ITS_WORDS]
    valued = [c for c in sure if c.use in VALUED and seen[c.column].evidence.values >= 0.5]
    settled = list(columns)
    for column in columns:
        looks = seen[column.column].evidence
        is_behind = bool(valued) and column.column > valued[0].column
        if is_behind and column.use is Use.GROUP and looks.grades >= 0.8 and looks.sections < 0.5 and column.year is None:
            reason = f"見出し「{column.heading}」の中身が記号や短い評語で、値の右にあるため"
            settled[column.column] = replace(column, use=Use.GRADE, reason=reason, confidence=0.7)
        is_told = is_behind and column.use is Use.RESULT and column.year is None and column.confidence < BY_ITS_WORDS
        is_worded = looks.values < 0.2 or looks.worded >= _WORDED
        if is_told and looks.grades < 0.5 and is_worded and any(c.use is Use.RESULT for c in valued):
            reason = f"見出し「{column.heading}」の中身が言葉で、年度ごとの実績の列がほかにあるため"
            settled[column.column] = replace(column, use=Use.COMMENT, reason=reason, confidence=0.65)
        elif is_behind and column.use is Use.ACTIVITY and is_guess(column):
            reason = f"見出し「{column.heading}」が値の右にあり、何の説明か分からないため"
            settled[column.column] = replace(column, use=Use.UNREAD, reason=reason, confidence=IN_DOUBT)
        elif _is_remark_on(column, valued, seen):
            reason = f"見出し「{column.heading}」の中身が言葉で、その年度の実績の値の列がほかにあるため"
            settled[column.column] = replace(column, use=Use.COMMENT, reason=reason, confidence=0.65)
    return settled


def _without_sums_of_years(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns, a sum of years that likeness alone takes for a value (累計 behind R4, R5, R6) as not read.

    It is of no year, and what words say of it beside 累計 (目標の累計) may tell of the plan's end. So is a sum up to a year
    (累計実績（R5末）) beside that year's own values, of which rows tell plan and result apart.
    """
    years = [c for c in columns if c.use in VALUED and c.year is not None]
    of_rows = {c.year for c in years if c.use is Use.VALUE}
    settled = list(columns)
    for column in columns:
        is_behind = len({c.year for c in years if c.column < column.column}) > 1 and column.year is None
        is_up_to_year = column.use is Use.RESULT and column.year in of_rows and names_sum(column.heading)
        is_sum = is_behind and column.confidence < BY_ITS_WORDS and is_sum_of_years(column.heading)
        if column.use in VALUED and (is_sum or is_up_to_year):
            reason = f"見出し「{column.heading}」が年度の列の後ろにあり、各年度を足した値とみたため"
            settled[column.column] = replace(column, use=Use.UNREAD, reason=reason, confidence=0.7)
    return settled


# The share of cells whose numbers all stand behind words of their own, from which on a column tells and counts nothing.
_WORDED = 0.8


def _is_remark_on(column: ColumnUse, valued: Sequence[ColumnUse], seen: Sequence[Seen]) -> bool:
    """Return whether a column that likeness alone takes for a year's result tells of the values that stand for sure beside it.

    What it counts it names anew in each cell: R5の動き over 新卒が4件, beside R5結果.
    """
    is_open = column.use is Use.RESULT and column.year is not None and column.confidence < BY_ITS_WORDS
    looks = seen[column.column].evidence
    sure = [c for c in valued if c.use is Use.RESULT and c.year == column.year and c.confidence >= BY_ITS_WORDS]
    counted = [c for c in sure if seen[c.column].evidence.worded < _WORDED / 2]
    return is_open and looks.count > 0 and looks.worded >= _WORDED and bool(counted)


_COUNTED = Pattern("実績|結果|達成|成果")


def _with_results_and_remarks(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return a year's only column of 実績・所見 or 結果・備考 as its result: remarks stand behind what was counted."""
    counted = {c.year for c in columns if c.use in (Use.RESULT, Use.VALUE)}
    return [
        replace(c, use=Use.RESULT, reason=f"見出し「{c.heading}」のほかに、その年度の実績の列がないため", confidence=0.7)
        if c.use in (Use.COMMENT, Use.UNREAD) and c.year is not None and c.year not in counted and _COUNTED.search(c.heading)
        else c
        for c in columns
    ]


def _without_days_on_the_way(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns without what was counted on a day of a year whose own value stands beside: 9月30日現在, 年度末見込.

    Where no other is of the year, the day's value is the year's: 5月1日現在 of schools.
    """
    own = {c.year for c in columns if c.use in (Use.RESULT, Use.FORECAST) and not names_day(c.heading)}
    reason = "年度の途中の値で、その年度の値がほかにあるため"
    return [
        replace(c, use=Use.UNREAD, reason=reason, confidence=SURE_ENOUGH)
        if c.use is Use.RESULT and c.year is not None and c.year in own and names_day(c.heading)
        else c
        for c in columns
    ]


def _with_the_other_half(columns: Columns, seen: Sequence[Seen]) -> Columns:
    """Return the columns with the other half of plan and result, unless rows tell them apart."""
    return columns if told_in_rows(columns, seen) else with_the_other_half(columns, seen)


# What columns are for by their neighbours; each step may rely on those before it.
BY_NEIGHBOURS: Final[tuple[Step, ...]] = (
    # Each kind of column once, and none that only looks like one.
    Step("headings that tell plan and result leave rows no kinds to guess", lambda c, t: _without_guessed_kinds(c, t.seen)),
    Step("years stand in cells of values (80 (R4))", lambda c, t: with_years_of_values(c, t.seen, t.rows)),
    Step("a column of 人, 件 and % is the unit's, whatever heads it", lambda c, t: with_units_by_looks(c, t.seen)),
    Step("where nothing names the items, their sections do", lambda c, t: with_sections_as_items(c, t.seen)),
    Step("a row has one kind, one year, one number and one lead", lambda c, t: _one_of_a_kind(c, t.seen)),
    # What stands beside values of years, and is none.
    Step("behind values stand verdicts and remarks on them", lambda c, t: _with_what_stands_aside(c, t.seen)),
    Step("a sum of years is no year's value", lambda c, _: _without_sums_of_years(c)),
    Step("a state beside an aim is where the plan starts from", lambda c, t: with_state_and_aim(c, t.seen)),
    Step("a goal in words left of what is measured is what it belongs to", lambda c, t: with_goals_as_groups(c, t.seen)),
    # What an item is called.
    Step("the same plan's name in all rows is the title of them all", lambda c, t: with_plan_names(c, t.seen)),
    Step("a row needs a name", lambda c, t: with_names(c, t.seen)),
    Step("beside a name that comes again stand the parts of the item", lambda c, t: with_parts(c, t.seen)),
    # Target or result, where no word of the heading says it.
    Step("a bare year heads what rows, lines or titles say", lambda c, t: with_values(c, t.seen, t.has_line_kinds, t.of_title)),
    Step("a year's only 実績・所見 is its result", lambda c, _: _with_results_and_remarks(c)),
    Step("beside what is expected stands what shall be provided", lambda c, t: with_second_plans(c, t.seen)),
    Step("a day's count is not the year's beside the year's own", lambda c, _: _without_days_on_the_way(c)),
    Step("見込 is a plan where nothing else plans", lambda c, t: with_forecasts(c, t.of_title)),
    # Goals and states of other years than those between.
    Step("an end of each year (最終値) is what came of it", lambda c, _: with_ends_of_years(c)),
    Step("of two states the earlier is the baseline", lambda c, t: with_baselines(c, t.seen)),
    Step("現状値 is a start where none is", lambda c, t: with_a_start(c, t.seen)),
    Step("beside a known kind the other half is the other kind", lambda c, t: _with_the_other_half(c, t.seen)),
    Step("a goal before the plan's end is one on the way to it", lambda c, t: with_goals_on_the_way(c, t.seen)),
)
