"""Columns that a year alone heads hold what rows, notes or titles say; where nothing does, they are results over the years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from loaders.mapping.layout.line_kinds import kinds_of_lines
from loaders.mapping.layout.seen import Seen
from loaders.mapping.layout.title_kinds import TitleKind
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT, is_guess
from loaders.mapping.model.mapping import USE_WORDS, VALUED, ColumnUse, Use
from loaders.mapping.words.heading_senses import senses
from loaders.mapping.words.heading_years import without_year, year_in
from loaders.mapping.words.periods import is_part_of_year, is_whole_year
from loaders.mapping.words.row_kinds import OTHER_HALF


@dataclass(frozen=True)
class _Table:
    """The columns of a table and what the rules below ask of all of them."""

    columns: Sequence[ColumnUse]
    seen: Sequence[Seen]
    has_line_kinds: bool
    of_title: TitleKind | None

    @cached_property
    def has_kinds(self) -> bool:
        """Whether rows, lines or names say what is a target and what a result."""
        has_kind = any(c.use is Use.KIND for c in self.columns)
        return self.has_line_kinds or has_kind or _names_bear_kinds(self.columns, self.seen)

    @cached_property
    def has_parts(self) -> bool:
        """Whether some columns are of parts of a year."""
        return any(is_part_of_year(part) for column in self.seen for part in column.path)

    @cached_property
    def is_scattered(self) -> bool:
        """Whether the years are too far apart for what is measured again."""
        return _are_scattered(self.columns)

    @cached_property
    def told_by_rows(self) -> frozenset[int]:
        """The columns under words over all years alike, where rows part the kinds."""
        return _told_by_rows(self.columns, self.seen)

    @cached_property
    def are_told(self) -> bool:
        """Whether rows tell plan and result apart."""
        return told_in_rows(self.columns, self.seen)


def with_values(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], has_line_kinds: bool, of_title: TitleKind | None
) -> list[ColumnUse]:
    """Return the columns that a year alone heads as the values of the rows' kinds, else as results over the years.

    A column of values that no word heads is that of the rows' kinds and years. The first of _RULES that knows tells each.
    """
    table = _Table(columns, seen, has_line_kinds, of_title)
    return [next(filter(None, (rule(column, table) for rule in _RULES)), column) for column in columns]


def _by_the_title(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """A bare year heads what the table's title says, where rows say nothing."""
    of_title = table.of_title
    if column.use is not Use.VALUE or table.has_kinds or of_title is None:
        return None
    reason = f"見出し「{column.heading}」が年度だけのため、表題の言葉から「{USE_WORDS[of_title.use]}」とみました"
    return replace(column, use=of_title.use, reason=reason, confidence=0.75 if of_title.is_sure else IN_DOUBT)


def _far_from_other_years(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """Years that are far apart head no values over the years: when schools were built."""
    if column.use is not Use.VALUE or table.has_kinds or not table.is_scattered:
        return None
    reason = f"見出し「{column.heading}」の年がほかの年と離れていて、実績の推移ではないため"
    return replace(column, use=Use.UNREAD, reason=reason, confidence=BY_ITS_WORDS)


def _over_the_years(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """A bare year heads results over the years, or the target where the year has a result already."""
    if column.use is not Use.VALUE or table.has_kinds:
        return None
    others = {c.year: c.use for c in table.columns if c.use in (Use.TARGET, Use.RESULT)}
    use = Use.TARGET if others.get(column.year) is Use.RESULT else Use.RESULT
    reason = f"見出し「{column.heading}」が年度だけのため、実績の推移とみました"
    return replace(column, use=use, reason=reason, confidence=IN_DOUBT)


def _of_the_rows_kinds(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """A column of a year whose words do not surely tell its kind holds those of the rows."""
    is_half = table.has_kinds and column.use in OTHER_HALF and column.year is not None
    return replace(column, use=Use.VALUE) if is_half and _is_untold(column, table.has_line_kinds) else None


def _headed_alike(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """Words that head all years alike are coarser than the kinds of the rows."""
    if column.column not in table.told_by_rows:
        return None
    reason = f"見出し「{column.heading}」はどの年度も同じで、目標か実績かは行の区分が分けているため"
    return replace(column, use=Use.VALUE, reason=reason)


def _next_year(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """An unread column goes on with the years left of it."""
    year = _year_among(column, table.columns, table.seen) if table.has_kinds and column.use is Use.UNREAD else None
    if year is None:
        return None
    reason = f"見出し「{column.heading}」の年度の列がほかになく、左の年度に続くため"
    return replace(column, use=Use.VALUE, year=year, reason=reason, confidence=0.6)


def _measured_each_year(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """Values under words that nobody knows, again under several years, are of the rows' kinds."""
    if not table.are_told or not _is_measured(column, table.columns, table.seen):
        return None
    reason = f"見出し「{column.heading}」がその年度の値で、目標か実績かは行の区分が分けているため"
    return replace(column, use=Use.VALUE, reason=reason, confidence=IN_DOUBT)


def _headed_by_nothing(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """Values that no word heads are those of the rows' kinds and years; left of what names the items numbers count them."""
    naming = (c.column for c in table.columns if c.use in (Use.NAME, Use.MEASURE, Use.KIND))
    is_open = table.has_kinds and column.use is Use.UNREAD and not column.heading and column.column > max(naming, default=-1)
    return (
        replace(column, use=Use.VALUE, confidence=0.5) if is_open and table.seen[column.column].evidence.values >= 0.7 else None
    )


def _sum_of_parts(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """Behind the parts of a year stands the year's own value."""
    if not table.has_parts or column.use is Use.VALUE or not _is_sum_of_year(column, table.seen):
        return None
    reason = f"年度の一部の列の右にある「{column.heading}」のため、年度の値とみました"
    return replace(column, use=Use.VALUE if table.has_kinds else Use.RESULT, reason=reason, confidence=0.7)


def _called_a_value(column: ColumnUse, table: _Table) -> ColumnUse | None:
    """A column that is called no more than a value is that of the rows' kinds."""
    is_open = table.has_kinds and column.use in (Use.UNREAD, Use.TARGET)
    is_value = is_open and without_year(column.heading) in ("値", "数値", "量")
    return replace(column, use=Use.VALUE, confidence=0.6) if is_value else None


_RULES: Final[tuple[Callable[[ColumnUse, _Table], ColumnUse | None], ...]] = (
    _by_the_title,
    _far_from_other_years,
    _over_the_years,
    _of_the_rows_kinds,
    _headed_alike,
    _next_year,
    _measured_each_year,
    _headed_by_nothing,
    _sum_of_parts,
    _called_a_value,
)


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
