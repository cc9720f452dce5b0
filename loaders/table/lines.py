"""Tab-separated text is lines of cells; Excel puts a cell with commas, quotes or line breaks into quotes."""

import re
from collections.abc import Iterator

from loaders.patterns import Pattern

LINE_BREAK = Pattern(r"\r\n|\r|\n")
# A cell in quotes ends where its quote does, whatever lines that takes, but holds no tab: a quote that is never closed would
# take the columns after it along. Any other cell is its words as they stand. str.splitlines would also cut at signs that may
# stand inside a cell (U+2028, form feed).
CELL = Pattern(r'(?:"(?P<quoted>(?:[^"\t]|"")*+)"(?=[\t\r\n]|\Z)|(?P<plain>[^\t\r\n]*))(?P<end>\t|\r\n|\r|\n|\Z)')


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of every line of a text, blank ones too, with the number of the line on which they begin, from 1.

    Lines may end in LF, CRLF or CR. Quotes that Excel put around a cell are taken off, and a line break inside becomes a blank;
    a quote that stands in the words, or is never closed, stays.

    >>> list(rows_of('番号\\t"市の""広報""、1,000人"\\n2\\t"二行\\nの文"\\n3\\t"閉じない'))
    [(1, ['番号', '市の"広報"、1,000人']), (2, ['2', '二行 の文']), (4, ['3', '"閉じない'])]
    """
    line, begins, cells = 1, 1, []
    for found in CELL.finditer(text.removeprefix("\ufeff")):
        quoted = found["quoted"]
        cells.append(found["plain"] if quoted is None else _unquoted(quoted))
        line += len(LINE_BREAK.findall(quoted or ""))
        if found["end"] == "\t":
            continue
        yield begins, cells
        if not found["end"]:
            return
        line += 1
        begins, cells = line, []


def _unquoted(cell: str) -> str:
    """Return the words of a cell that stood in quotes.

    >>> _unquoted('第1回\\n""出前""講座\\n')
    '第1回 "出前"講座'
    """
    return re.sub(r"[\r\n]+", " ", cell.strip("\r\n")).replace('""', '"')
