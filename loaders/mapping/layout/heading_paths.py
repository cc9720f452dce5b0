"""Several heading lines say one thing: 令和5年度 over 目標 and 実績, 目標 over R4 and R5; a cell left blank is its neighbour's.

A heading reaches over the blank cells to its right where it is merged with them, or where all have headings of their own below.
What reaches from heading lines down into the rows is no heading: it names the block that they make together.
"""

from collections import Counter
from collections.abc import Sequence

from loaders.grid.grid import MergedCells, Sheet
from loaders.mapping.layout.form_blocks import stands_beside
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_cued, is_heading_word, is_label, is_year_heading, senses
from loaders.mapping.words.heading_years import year_in


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
        if span is not None and span.bottom > last and (not _heads(own) or _labels_block(sheet, span)):
            words.append("")
            before = ""
            continue
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


def reaching_down(sheet: Sheet, first: int, last: int) -> tuple[tuple[int, str], ...]:
    """Return the words, each with its column, that reach from heading lines down into the rows below them."""
    reaching = (s for s in sheet.spans if first <= s.top <= last < s.bottom and s.bottom < len(sheet.rows))
    texts = ((s.left, sheet.rows[s.top][s.left], _labels_block(sheet, s)) for s in reaching)
    return tuple(sorted((at, text) for at, text, is_label in texts if text.strip() and (is_label or not _heads(text))))


def _labels_block(sheet: Sheet, span: MergedCells) -> bool:
    """Return whether a cell is the label of the block that it reaches down beside: another has its own below, or names begin
    right of it, under a heading of theirs.
    """
    right = sheet.shown(span.top, span.right + 1) if span.right + 1 < sheet.width else ""
    is_first = not any(text.strip() for text in sheet.rows[span.top][: span.left])
    return stands_beside(sheet, span) or (is_first and _names_items(right))


def _heads(text: str) -> bool:
    """Return whether a cell that reaches into the rows is nothing but a heading all the same."""
    return is_label(text) or is_year_heading(text) or (is_heading_word(text) and len(text) <= _SHORT)


# A name may end as a heading does (公園の整備事業), but is longer than one.
_SHORT = 8


def over_years(paths: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the headings that stand over several years where each year stands once, and those beside them: they part time.

    Where a year comes again, or nothing names the items, such a heading may be the name of what is measured. A word that is
    no more than a hint of a value says nothing: 計画 in 実施計画期間.
    """
    years = [(year, path) for path in paths if (year := next(filter(None, map(year_in, path)), None)) is not None]
    lowest = Counter((year, path[-1]) for year, path in years)
    if any(count > 1 for count in lowest.values()) or not any(_names_items(part) for path in paths for part in path):
        return frozenset()
    parts = {part for _, path in years for part in path[:-1] if year_in(part) is None and not is_cued(part)}
    wide = {part for part in parts if len({year for year, path in years if part in path}) > 1}
    lines = {path.index(part) for _, path in years for part in path if part in wide}
    return frozenset(part for part in parts if any(part in path and path.index(part) in lines for _, path in years))


def _names_items(text: str) -> bool:
    naming = (Use.NUMBER, Use.NAME, Use.MEASURE, Use.GROUP)
    return any(weight >= 0.5 for use, weight in senses(text).items() if use in naming)


def joined(path: Sequence[str]) -> str:
    """Return a column's headings in one line, as a person is shown them."""
    return " ".join(" ".join(part.split()) for part in path)
