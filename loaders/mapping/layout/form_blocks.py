"""A form may set blocks of rows under a line of years, each with a label merged beside it: 年次計画 | 計画, 成果指標 | 目標値.

A block's first line may be its title, merged over its rows' kinds and all values: what is measured, its unit, where it starts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.grid.grid import MergedCells, Sheet, non_empty
from loaders.mapping.cells.values import is_blank, read_values
from loaders.mapping.model.mapping import TableMapping, Use
from loaders.mapping.words.heading_senses import is_heading_word, is_year_heading, senses
from loaders.mapping.words.heading_years import without_year
from loaders.mapping.words.moments import is_moment
from loaders.mapping.words.row_kinds import kind_of
from loaders.patterns import Pattern
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class BlockTitle:
    """The title of a block: the column of its label and its last row, what it names, the heading and the words of its start."""

    column: int
    last: int
    name: str
    start: tuple[str, str] = ("", "")


def answers_years(sheet: Sheet, years: int, row: int) -> bool:
    """Return whether a line says under the years of a line above it what heads no column, so that it is a row of a form."""
    under = [sheet.rows[row][column] for column, text in non_empty(sheet.rows[years]) if is_year_heading(text)]
    told = [text for text in under if not is_blank(text)]
    return len(under) > 1 and bool(told) and not any(map(is_heading_word, told))


def stands_beside(sheet: Sheet, span: MergedCells) -> bool:
    """Return whether a merged cell is the label of a block and no heading: under it another block has its label."""
    below = sheet.span_at(span.bottom + 1, span.left) if span.bottom + 1 < len(sheet.rows) else None
    return below is not None and below.top == span.bottom + 1 < below.bottom and below.right == span.right


def begins_block(sheet: Sheet, row: int) -> bool:
    """Return whether a line's first cell is merged with those below it, so that it is the label of a block of lines."""
    column = next((column for column, _ in non_empty(sheet.rows[row])), 0)
    span = sheet.span_at(row, column)
    return span is not None and span.top == row < span.bottom


def block_title(sheet: Sheet, at: int, table: TableMapping) -> BlockTitle | None:
    """Return the title of the block that begins with a row, None where the row is none."""
    kind = next((c.column for c in table.of(Use.KIND)), None)
    cells = list(non_empty(sheet.rows[at]))
    if kind is None or len(cells) != 2 or cells[1][0] != kind:
        return None
    (column, label), (_, words) = cells
    beside, title = sheet.span_at(at, column), sheet.span_at(at, kind)
    valued = [c.column for c in table.of(Use.VALUE)]
    if beside is None or title is None or beside.top != at or beside.bottom == at or title.right < max(valued, default=kind):
        return None
    has_kinds = any(kind_of(sheet.rows[row][kind]) is not None for row in range(at + 1, beside.bottom + 1))
    if not has_kinds or not senses(label).get(Use.MEASURE):
        return None
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    starts = {line: start for line in lines if (start := _start(line)) is not None}
    name = "".join(line for line in lines if line not in starts)
    return BlockTitle(column, beside.bottom, name, next(iter(starts.values()), ("", ""))) if name else None


_TOLD = Pattern(r"(?P<label>[^:：]{2,20})[:：]\s*(?P<value>\S.{0,20})")


def _start(line: str) -> tuple[str, str] | None:
    """Return the label and the value of a line that tells where a plan starts: 取組前（R3）：310百万円; None for any other."""
    found = _TOLD.fullmatch(narrow(line))
    if found is None or len(read_values(found["value"])) != 1:
        return None
    is_start = senses(found["label"]).get(Use.BASELINE, 0.0) >= _SURE or is_moment([found["label"]])
    return (found["label"], found["value"]) if is_start and without_year(found["label"]) else None


_SURE = 0.6


def title_of(titles: Sequence[BlockTitle], at: int) -> BlockTitle | None:
    """Return the title of the block that a row is of, None where it is of none that has one; the last title stands above it."""
    return titles[-1] if titles and at <= titles[-1].last else None
