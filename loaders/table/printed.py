"""A printed table repeats its title, page numbers and headings on every page; what is left between them is its rows."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.model import Place
from loaders.prose.eras import parse_fiscal_year
from loaders.table.heading_words import Field, Meaning
from loaders.table.headings_together import Told, read_headings

# So many lines of a title page stand in one line at the head of the others, at most.
PRINTED_AS_ONE = 8


@dataclass(frozen=True)
class Heading:
    """A heading row: its words, what each column holds, and its line."""

    words: tuple[str, ...]
    columns: tuple[Meaning, ...]
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

    def under(self, column: Meaning) -> str:
        """Return the words under the column that holds `column`, '' where there is none."""
        return next((text for known, text in zip(self.heading.columns, self.cells, strict=False) if known == column), "")

    def with_words(self, words: Mapping[Meaning, str]) -> "PrintedRow":
        """Return the row with other words under these columns."""
        columns = self.heading.columns
        cells = [words.get(known, text) for known, text in zip(columns, self.cells, strict=False)]
        return self._replace(cells=cells)


def as_heading(line: int, cells: Sequence[str], above: Heading | None = None, told: Told | None = None) -> Heading | None:
    """Return the heading row that these cells are: they name a year's cell and the initiative.

    Before the first heading, and where most of the words of `above`, the heading so far, are printed again, a line that names
    the cells of two years and more is a heading whatever it calls the initiative.
    """
    columns = read_headings(cells, told=told)
    years = [column for column in columns if isinstance(column, Place) and column.year is not None]
    if len(set(years)) > 1 and (above is None or _prints_again(cells, above)):
        columns = read_headings(cells, is_heading=True, told=told)
    has_row = any(column in (Field.NUMBER, Field.PROGRAM, Field.ACTIVITY) for column in columns)
    return Heading(tuple(cells), columns, line) if years and has_row else None


def _prints_again(cells: Sequence[str], heading: Heading) -> bool:
    same = sum(word == known for word, known in zip(cells, heading.words, strict=False))
    return same * 2 > len(heading.words)


def names_years(cells: Sequence[str]) -> bool:
    """Return whether a line may be the upper one of two headings: years alone, each over its 計画 and 実績.

    >>> names_years(["番号", "事業名", "令和元年度", "", "令和2年度", ""])
    True
    """
    named = [cell for cell in cells if parse_fiscal_year(cell) is not None]
    return len(named) > 1 or (len(named) == 1 and cells[-1].strip() == "" and len(cells) > 2)


def under_years(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the headings of two lines as one: a year stands over all columns up to the next, other words over their own.

    >>> under_years(["番号", "R1", "", "R2", ""], ["", "計画", "実績", "計画", "実績"])
    ['番号', 'R1 計画', 'R1 実績', 'R2 計画', 'R2 実績']
    """
    words, above = [], ""
    for high, low in zip(upper, lower, strict=False):
        above = high.strip() if high.strip() else above if parse_fiscal_year(above) is not None else ""
        words.append(" ".join(filter(None, (above, low.strip()))))
    return words


class Preamble:
    """The lines above the first heading, in order; every page may print them again, one or some next to each other as one."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self.lines: list[str] = []
        self._last: list[str] = []
        self._said: set[str] = set()
        for line in lines:
            self.add(line)

    def add(self, line: str) -> None:
        """Take one more line."""
        self.lines.append(line)
        self._last = [*self._last[1 - PRINTED_AS_ONE :], _spaced(line)]
        self._said.update(" ".join(self._last[start:]) for start in range(len(self._last)))

    def repeats(self, line: str) -> bool:
        """Return whether a line says what lines of the preamble say: '第4次情報化計画 進行管理表 資料2'."""
        return _spaced(line) in self._said


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def is_total(text: str) -> bool:
    """Return whether a cell says that its row sums up others: 合計, 小計."""
    return re.fullmatch(r"(?:総|合|小|累)?計|平均", "".join(unicodedata.normalize("NFKC", text).split())) is not None


def is_page_number(line: str) -> bool:
    """Return whether a line numbers a page: '- 3 -', '3/13', 'P.3', '3ページ'."""
    normal = unicodedata.normalize("NFKC", line).strip()
    return re.fullmatch(r"[-(\s]*(?:P\.?|ページ)?\s*\d+\s*(?:ページ|頁)?(?:\s*/\s*\d+)?[-)\s]*", normal) is not None
