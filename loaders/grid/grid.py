"""A table is a grid of words: what a cell shows, which cells are one, which rows and columns its owner has hidden.

A value is kept as it is shown (29.8%, ▲1,200, 令和5年4月1日): that is what the body printed and what a person can check.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from loaders.grid.forms import labels_again
from loaders.model import Finding
from loaders.patterns import Pattern


class Format(StrEnum):
    """What kind of file a grid came out of."""

    EXCEL = "excel"
    ODS = "ods"
    CSV = "csv"
    TEXT = "text"
    HTML = "html"
    WORD = "word"
    PDF = "pdf"


# Of a tab-separated text nobody can say whether a spreadsheet wrote it or a PDF lost its lines.
_SURE = frozenset(Format) - {Format.TEXT}


@dataclass(frozen=True)
class MergedCells:
    """Cells that are one: rows `top` to `bottom`, columns `left` to `right`, all from 0 and all inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or a table of a page, as rows of one width; the words of merged cells stand in the first alone.

    `lines` are the rows' numbers in the file, from 1, and `columns` the columns'. `around` are lines of words that stand
    before the table, outside of it (a web page's headings, a PDF's title), `below` its notes that stand behind it there.
    `page` is the printed page that it begins on. Of a sheet that `is_turned` the rows are the file's columns (see turned.py).
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    spans: tuple[MergedCells, ...] = ()
    lines: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    around: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    page: int = 1
    is_turned: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def line(self, row: int) -> int:
        """Return the number of a row in the file, from 1."""
        return self.lines[row] if self.lines else row + 1

    def column_name(self, column: int, numbers: Sequence[int] | None = None) -> str:
        """Return what a spreadsheet calls a column: A, B, ..., AA; `numbers` are the columns' in the file, from 1."""
        places = self.columns if numbers is None else numbers
        number, name = (places[column] if places else column + 1), ""
        while number:
            number, rest = divmod(number - 1, 26)
            name = chr(ord("A") + rest) + name
        return name

    def row_words(self, row: int) -> str:
        """Return what a person finds a row by: 4行目, or D列 where the sheet is turned."""
        return f"{self.column_name(row, self.lines)}列" if self.is_turned else f"{self.line(row)}行目"

    def column_words(self, column: int) -> str:
        """Return what a person finds a column by: D列, or 4行目 where the sheet is turned."""
        if self.is_turned:
            return f"{self.columns[column] if self.columns else column + 1}行目"
        return f"{self.column_name(column)}列"

    def text_of(self, row: int) -> str:
        """Return all words of a row in one line."""
        return " ".join(text for _, text in non_empty(self.rows[row]))

    def only_text(self, row: int) -> str:
        """Return the words of a row that holds one cell, as a title's or a note's does; '' where it holds none or several.

        A remark beside a title is none of its words: 表1 年度別の目標 | （※基準は令和3年度の値）.
        """
        known = [text for _, text in non_empty(self.rows[row])]
        own = [text for text in known if not is_remark(text)] or known
        return own[0] if len(own) == 1 else ""

    @cached_property
    def _span_at(self) -> dict[tuple[int, int], MergedCells]:
        return {(r, c): s for s in self.spans for r in range(s.top, s.bottom + 1) for c in range(s.left, s.right + 1)}

    @cached_property
    def labels_again(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """The lines that say the same labels in each form of a sheet of forms (forms.py): by row, label and value columns."""
        return labels_again(self.rows)

    def span_at(self, row: int, column: int) -> MergedCells | None:
        """Return the merged cell that covers a cell, None where it stands alone."""
        return self._span_at.get((row, column))

    def shown(self, row: int, column: int) -> str:
        """Return the words that a person sees over a cell: its own, or those of the merged cell that covers it."""
        span = self.span_at(row, column)
        return self.rows[span.top][span.left] if span else self.rows[row][column]


@dataclass(frozen=True)
class Grid:
    """What a file holds: its sheets or tables in order, and what of it was not read."""

    file_name: str
    format: Format
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def is_sure(self) -> bool:
        """Whether a cell stands where it stands: a text's may have lost cells on its way out of a PDF."""
        return self.format in _SURE


def squared(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows of one width, without the empty columns at their right and the empty rows at their end.

    >>> squared([["a", "", ""], ["", "b"], []])
    (('a', ''), ('', 'b'))
    """
    width = max((at + 1 for row in rows for at, text in enumerate(row) if text.strip()), default=0)
    height = max((at + 1 for at, row in enumerate(rows) if any(text.strip() for text in row)), default=0)
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows[:height])


def squared_with(
    rows: Sequence[Sequence[str]], spans: Sequence[MergedCells]
) -> tuple[tuple[tuple[str, ...], ...], tuple[MergedCells, ...]]:
    """Return rows of one width (see `squared`) and the merged cells as far as they lie in them."""
    table = squared(rows)
    height, width = len(table), len(table[0]) if table else 0
    clipped = (MergedCells(s.top, s.left, min(s.bottom, height - 1), min(s.right, width - 1)) for s in spans)
    return table, tuple(span for span in clipped if span.top <= span.bottom and span.left <= span.right)


def is_remark(text: str) -> bool:
    """Return whether a cell holds a remark by its first signs: ※…, （注1）…."""
    return _REMARK.match(text) is not None


_REMARK = Pattern(r"\s*[(（]?(?:※|注[)）\s\d])")


def non_empty(row: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the cells of a row that hold words, each with its column."""
    return ((at, text) for at, text in enumerate(row) if text.strip())
