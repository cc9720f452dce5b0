"""A printed table repeats its title, page numbers and headings on every page; what is left between them is its rows."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.model import Place
from loaders.table.headings import Field, read_headings

Column = Field | Place | None


@dataclass(frozen=True)
class Heading:
    """A heading row: its words, what each column holds, and its line."""

    words: tuple[str, ...]
    columns: tuple[Column, ...]
    line: int

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the table, each once, in the order of the columns."""
        return tuple(dict.fromkeys(column for column in self.columns if isinstance(column, Place)))


class PrintedRow(NamedTuple):
    """A line of cells, the page that it stands on, and the heading above it."""

    line: int
    page: int
    heading: Heading
    cells: list[str]

    @property
    def is_short(self) -> bool:
        """Whether the row has fewer cells than its heading."""
        return len(self.cells) < len(self.heading.columns)

    @property
    def last_word(self) -> str:
        """The heading above its last cell."""
        return self.heading.words[len(self.cells) - 1].strip()

    def under(self, column: Column) -> str:
        """Return the words under the column that holds `column`, '' where there is none."""
        return next((text for known, text in zip(self.heading.columns, self.cells, strict=False) if known == column), "")


def as_heading(line: int, cells: Sequence[str]) -> Heading | None:
    """Return the heading row that these cells are: they name a year's cell and the initiative."""
    columns = read_headings(cells)
    has_year = any(isinstance(column, Place) and column.year is not None for column in columns)
    has_row = any(column in (Field.NUMBER, Field.PROGRAM, Field.ACTIVITY) for column in columns)
    return Heading(tuple(cells), columns, line) if has_year and has_row else None


def repeats(line: str, preamble: Sequence[str]) -> bool:
    """Return whether all words of a line stand above the first heading: '第4次情報化計画 進行管理表 資料2'."""
    known = {word for text in preamble for word in text.split()}
    return all(word in known for word in line.split())


def is_page_number(line: str) -> bool:
    """Return whether a line numbers a page: '- 3 -', '3/13', 'P.3', '3ページ'."""
    normal = unicodedata.normalize("NFKC", line).strip()
    return re.fullmatch(r"[-(\s]*(?:P\.?|ページ)?\s*\d+\s*(?:ページ|頁)?(?:\s*/\s*\d+)?[-)\s]*", normal) is not None
