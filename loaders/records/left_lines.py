"""A line below the headings may be no data: a sum, a note, a section's title, money, or of nobody knows what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from loaders.grid.grid import Sheet
from loaders.mapping.cells.values import read_values
from loaders.mapping.model.mapping import VALUED, YEARLY, TableMapping, Use
from loaders.patterns import Pattern
from loaders.table.departments import is_section
from loaders.table.printed import is_total

_NOTE: Final = Pattern(r"\s*(?:※|＊|\*|[(（]?注[)）:：\d]|注釈|出典|資料[:：]|備考[:：]|[(（]単位)")
# What is summed stands before 計, and what it is made up of behind it in brackets: 効果額　計（№5＋№7）.
_SUMMED: Final = Pattern(r"\S.*(?:[合小総]計|[\s額数量費の]計)")


class WhyLeft(StrEnum):
    """Why a line of a table is no record."""

    TOTAL = "total"
    NOTE = "note"
    SECTION = "section"
    NAMELESS = "nameless"
    MONEY = "money"
    BRACKETED = "bracketed"
    NO_KIND = "no kind"


@dataclass(frozen=True)
class Left:
    """A line of a table that is no record, and why."""

    where: str
    why: WhyLeft
    text: str


def why_no_data(sheet: Sheet, table: TableMapping, at: int, cells: Sequence[tuple[int, str]]) -> WhyLeft | None:
    """Return why a row is no data, None where it is: a note, who made the sheet, a section's title, a sum."""
    first_column, first = cells[0]
    if _NOTE.match(first) and (len(cells) == 1 or len(first) > 20):
        return WhyLeft.NOTE
    valued = [c.column for c in table.columns if c.use in VALUED | YEARLY]
    if len(cells) == 1 and first_column in valued and is_section((first.split() or [""])[-1]):
        return WhyLeft.NOTE
    has_values = any(column in valued for column, _ in cells)
    span = sheet.span_at(at, first_column)
    is_wide = span is not None and span.right - span.left >= max(1, sheet.width // 2)
    if len(cells) == 1 and (is_wide or not has_values):
        use = next((c.use for c in table.columns if c.column == first_column), Use.UNREAD)
        is_item = use in (Use.NAME, Use.MEASURE, Use.ACTIVITY) and not is_wide and first_column > 0
        if is_item:
            return None
        return WhyLeft.NOTE if len(first) > 60 or first.rstrip().endswith("。") else WhyLeft.SECTION
    if _is_told_across(sheet, at, cells, valued):
        return WhyLeft.NOTE
    identifying = [c.column for c in table.columns if c.use in (Use.NUMBER, Use.GROUP, Use.NAME, Use.MEASURE, Use.DEPARTMENT)]
    if any(is_total(sheet.shown(at, column)) for column in identifying):
        return None if group_summed(sheet, table, at) else WhyLeft.TOTAL
    return WhyLeft.TOTAL if any(_sums_up(sheet, at, column, identifying) for column in identifying) else None


def group_summed(sheet: Sheet, table: TableMapping, at: int) -> str:
    """Return the group that a row sums up where it stands beside the group's merged cell and has a goal of its own, '' else.

    Such a sum is followed as its parts are: 小計 of 家庭部門 and 産業部門 beside エネルギー, with what it shall come to.
    """
    aims = table.of(Use.BASELINE, Use.TARGET, Use.FINAL_GOAL)
    if not any(read_values(sheet.rows[at][c.column]) for c in aims):
        return ""
    names = [c.column for c in table.of(Use.NAME, Use.MEASURE) if is_total(sheet.rows[at][c.column])]
    spans = [(c.column, sheet.span_at(at, c.column)) for c in table.of(Use.GROUP)]
    beside = [sheet.shown(at, column) for column, span in spans if span is not None and span.top < at and span.left == column]
    return beside[-1].strip() if len(names) == 1 and beside and not is_total(beside[-1]) else ""


def _sums_up(sheet: Sheet, at: int, column: int, identifying: Sequence[int]) -> bool:
    """Return whether a cell over several of the columns that name the items says that its rows sum up others."""
    span = sheet.span_at(at, column)
    is_across = span is not None and span.left == column and sum(span.left <= c <= span.right for c in identifying) > 1
    return is_across and _SUMMED.fullmatch(re.sub(r"[(（].*", "", sheet.shown(at, column), flags=re.DOTALL).strip()) is not None


def _is_told_across(sheet: Sheet, at: int, cells: Sequence[tuple[int, str]], valued: Sequence[int]) -> bool:
    """Return whether a row's last cell, left of the values, is merged over them: 有識者の意見 | what was said.

    A label before it may stand under a heading of words that are an aim: 出典 under 定量的な成果目標.
    """
    column, _ = cells[-1]
    span = sheet.span_at(at, column)
    if span is None or column in valued or not any(span.left < value <= span.right for value in valued):
        return False
    return not any(before in valued and read_values(text) for before, text in cells[:-1])
