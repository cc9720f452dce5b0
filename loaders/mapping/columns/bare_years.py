"""Columns that a year alone heads hold what rows, notes or titles say; where nothing does, they are results over the years."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.mapping.layout.line_kinds import kinds_of_lines
from loaders.mapping.layout.seen import Seen
from loaders.mapping.layout.title_kinds import TitleKind
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT, is_guess
from loaders.mapping.model.mapping import USE_WORDS, VALUED, ColumnUse, Use
from loaders.mapping.words.heading_senses import senses
from loaders.mapping.words.heading_years import without_year, year_in
from loaders.mapping.words.periods import is_part_of_year, is_whole_year
from loaders.mapping.words.row_kinds import OTHER_HALF


def with_values(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], has_line_kinds: bool, of_title: TitleKind | None
) -> list[ColumnUse]:
    """Return the columns that a year alone heads as the values of the rows' kinds, else as results over the years.

    A column of values that no word heads is that of the rows' kinds and years.
    """
    has_kinds = has_line_kinds or any(c.use is Use.KIND for c in columns) or _names_bear_kinds(columns, seen)
    has_parts = any(is_part_of_year(part) for column in seen for part in column.path)
    told_by_rows = _told_by_rows(columns, seen)
    are_told = told_in_rows(columns, seen)
    is_scattered = _are_scattered(columns)
    settled = []
    for column in columns:
        if column.use is Use.VALUE and not has_kinds and of_title is not None:
            reason = f"見出し「{column.heading}」が年度だけのため、表題の言葉から「{USE_WORDS[of_title.use]}」とみました"
            column = replace(column, use=of_title.use, reason=reason, confidence=0.75 if of_title.is_sure else IN_DOUBT)
        elif column.use is Use.VALUE and not has_kinds and is_scattered:
            reason = f"見出し「{column.heading}」の年がほかの年と離れていて、実績の推移ではないため"
            column = replace(column, use=Use.UNREAD, reason=reason, confidence=BY_ITS_WORDS)
        elif column.use is Use.VALUE and not has_kinds:
            others = {c.year: c.use for c in columns if c.use in (Use.TARGET, Use.RESULT)}
            use = Use.TARGET if others.get(column.year) is Use.RESULT else Use.RESULT
            column = replace(
                column, use=use, reason=f"見出し「{column.heading}」が年度だけのため、実績の推移とみました", confidence=IN_DOUBT
            )
        elif has_kinds and column.use in OTHER_HALF and column.year is not None and _is_untold(column, has_line_kinds):
            column = replace(column, use=Use.VALUE)
        elif column.column in told_by_rows:
            reason = f"見出し「{column.heading}」はどの年度も同じで、目標か実績かは行の区分が分けているため"
            column = replace(column, use=Use.VALUE, reason=reason)
        elif has_kinds and column.use is Use.UNREAD and (year := _year_among(column, columns, seen)) is not None:
            reason = f"見出し「{column.heading}」の年度の列がほかになく、左の年度に続くため"
            column = replace(column, use=Use.VALUE, year=year, reason=reason, confidence=0.6)
        elif are_told and _is_measured(column, columns, seen):
            reason = f"見出し「{column.heading}」がその年度の値で、目標か実績かは行の区分が分けているため"
            column = replace(column, use=Use.VALUE, reason=reason, confidence=IN_DOUBT)
        elif has_kinds and column.use is Use.UNREAD and seen[column.column].evidence.values >= 0.7 and not column.heading:
            column = replace(column, use=Use.VALUE, confidence=0.5)
        elif has_parts and column.use is not Use.VALUE and _is_sum_of_year(column, seen):
            reason = f"年度の一部の列の右にある「{column.heading}」のため、年度の値とみました"
            column = replace(column, use=Use.VALUE if has_kinds else Use.RESULT, reason=reason, confidence=0.7)
        elif has_kinds and column.use in (Use.UNREAD, Use.TARGET) and without_year(column.heading) in ("値", "数値", "量"):
            column = replace(column, use=Use.VALUE, confidence=0.6)
        settled.append(column)
    return settled


def _are_scattered(columns: Sequence[ColumnUse]) -> bool:
    """Return whether years that alone head columns are too far apart for what is measured again: when schools were built."""
    years = sorted({c.year for c in columns if c.use is Use.VALUE and c.year is not None})
    return any(later - earlier > _SURVEYED_EVERY for earlier, later in pairwise(years))


# The years from one survey to the next, at most: a national one comes every five.
_SURVEYED_EVERY = 5


def _told_by_rows(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> frozenset[int]:
    """Return the columns of years that words over all of them head alike (進捗状況 over R4 and R5) where rows part the kinds.

    What rows call a plan and what came of it is finer than what stands over both; a goal beside bare years is no such word.
    """
    yearly = [c for c in columns if c.use in OTHER_HALF and c.year is not None]
    are_alike = len({c.use for c in yearly}) == 1 and len({without_year(c.heading) for c in yearly}) == 1
    are_alike = are_alike and not any(c.use is Use.VALUE and c.year is not None for c in columns)
    return frozenset(c.column for c in yearly) if are_alike and told_in_rows(columns, seen) else frozenset()


def told_in_rows(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> bool:
    """Return whether rows tell plan and result apart, so that columns of years hold both."""
    return any(c.use is Use.KIND and seen[c.column].evidence.has_plan_and_result for c in columns)


def _is_measured(column: ColumnUse, columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> bool:
    """Return whether a column holds values under words that nobody knows and that stand under several years: 人数 below R4."""
    looks = seen[column.column].evidence
    is_open = is_guess(column) and column.use in VALUED | {Use.UNREAD} and column.year is not None
    years = {c.year for c in columns if without_year(c.heading) == without_year(column.heading)}
    return is_open and looks.values >= 0.7 and not senses(column.heading) and len(years) > 1


def _year_among(column: ColumnUse, columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> int | None:
    """Return the year of an unread column of values that goes on with the years left of it: 5年度（決算）, 6年度（予算）."""
    left = columns[column.column - 1] if column.column else column
    year = year_in(column.heading, left.year)
    is_next = year is not None and left.year == year - 1 and left.use in _YEARS_OF_ROWS
    is_lone = seen[column.column].evidence.values >= 0.5 and not any(c.year == year for c in columns if c is not column)
    return year if is_next and is_lone else None


_YEARS_OF_ROWS = frozenset({Use.VALUE, Use.TARGET, Use.RESULT})


def _is_sum_of_year(column: ColumnUse, seen: Sequence[Seen]) -> bool:
    """Return whether a column of values is the sum of a year's parts, and no word tells it to be something else."""
    own = seen[column.column]
    return own.evidence.values >= 0.5 and bool(own.path) and is_whole_year(own.path[-1])


def _is_untold(column: ColumnUse, has_line_kinds: bool) -> bool:
    """Return whether a column of a year is no more than that by its words: R5, or 5年度（決算） by likeness alone.

    Nor is it where its heading tells the lines of each item apart: 上段：目標値　下段：実績値.
    """
    is_of_lines = has_line_kinds and bool(kinds_of_lines([column.heading]))
    return is_of_lines or not without_year(column.heading) or column.confidence < BY_ITS_WORDS


def _names_bear_kinds(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> bool:
    """Return whether the items' names tell which rows are targets and which results: 認定者数（実績）, 計画の推計."""
    return any(c.use in (Use.NAME, Use.MEASURE) and seen[c.column].evidence.suffixed >= 0.4 for c in columns)
