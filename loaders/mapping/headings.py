"""Several heading lines say one thing: 令和5年度 over 目標 and 実績, 目標 over R4 and R5; a cell left blank is its neighbour's.

A heading reaches over the blank cells to its right where it is merged with them, or where all have headings of their own below.
"""

from collections.abc import Sequence

from loaders.grid.grid import Sheet


def heading_paths(sheet: Sheet, first: int, last: int) -> tuple[tuple[str, ...], ...]:
    """Return for each column the headings that stand over it, from above, each once."""
    lines = [_line(sheet, row, last) for row in range(first, last + 1)]
    paths = []
    for column in range(sheet.width):
        parts: list[str] = []
        for line in lines:
            text = line[column].strip()
            if text and text not in parts:
                parts.append(text)
        paths.append(tuple(parts))
    return tuple(paths)


def _line(sheet: Sheet, row: int, last: int) -> list[str]:
    """Return the words over each column in one heading line."""
    words, before = [], ""
    for column in range(sheet.width):
        span = sheet.span_at(row, column)
        own = sheet.shown(row, column) if span else sheet.rows[row][column]
        if own.strip():
            before = own if _goes_on_below(sheet, row, column, last) else ""
        elif span is None and before and row < last and _goes_on_below(sheet, row, column, last):
            own = before
        else:
            before = "" if not own.strip() and not _goes_on_below(sheet, row, column, last) else before
        words.append(own)
    return words


def _goes_on_below(sheet: Sheet, row: int, column: int, last: int) -> bool:
    """Return whether a column has heading's words of its own below a line."""
    for below in range(row + 1, last + 1):
        span = sheet.span_at(below, column)
        if sheet.rows[below][column].strip() or (span and span.top > row and sheet.shown(below, column).strip()):
            return True
    return False


def joined(path: Sequence[str]) -> str:
    """Return a column's headings in one line, as a person is shown them."""
    return " ".join(" ".join(part.split()) for part in path)
