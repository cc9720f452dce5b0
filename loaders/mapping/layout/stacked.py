"""Tables of the same items and headings below each other: what was planned, what came of it, how far apart they are.

Their titles tell which is which (title_kinds.py). Headings that a printed page or a section repeats stand above other items.
"""

from collections.abc import Iterator

from loaders.grid.grid import Grid, Sheet, non_empty
from loaders.mapping.cells.values import is_blank, read_values
from loaders.mapping.layout.table_titles import title_above
from loaders.mapping.layout.title_kinds import TitleKind, kind_among, kind_told, kinds_of_titles
from loaders.mapping.words.heading_years import plain

_Lines = tuple[int, int]
# The share of a table's items that the one below it tells of again, and of its headings' cells.
_SAME_ITEMS, _SAME_HEADINGS = 0.6, 0.7
# Above this many rows a sheet holds a list, and no tables one below the other.
_MOST_ROWS = 2000
# A line of fewer cells is like too many others.
_FEWEST = 3


def is_stacked(sheet: Sheet, upper: _Lines, lower: _Lines) -> bool:
    """Return whether headings that come again (their first and last lines) are of another kind of values of the same items."""
    kinds = kinds_of_titles(list(dict.fromkeys(filter(None, _titles(sheet, tuple(non_empty(sheet.rows[upper[1]])))))))
    own, other = (kinds.get(title_above(sheet, first)) for first in (upper[0], lower[0]))
    if own is None or other is None or own is other:
        return False
    above = _items(sheet, upper[1] + 1, lower[0])
    below = _items(sheet, lower[1] + 1, len(sheet.rows))
    return bool(above) and len(above & below) >= _SAME_ITEMS * len(above)


def kind_of_title(grid: Grid, sheet: Sheet, first: int, last: int) -> TitleKind | None:
    """Return what the title nearest to a table says that its values are; `first` and `last` are its lines of headings."""
    lines = filter(None, map(sheet.only_text, range(len(sheet.rows))))
    others = [*(other.name for other in grid.sheets), *lines]
    own = (title_above(sheet, first), sheet.name)
    told = next((kind for title in own if title and (kind := kind_told(title, others)) is not None), None)
    beside = zip(_titles_beside(grid, sheet, last), own, strict=True)
    return TitleKind(told) if told else next(filter(None, (kind_among(titles, title) for titles, title in beside)), None)


def _titles_beside(grid: Grid, sheet: Sheet, last: int) -> Iterator[tuple[str, ...]]:
    """Yield the titles of the tables of a file that have a table's lowest line of headings, itself among them.

    They are those right above such tables, then the names of their sheets.
    """
    own = tuple(non_empty(sheet.rows[last]))
    found = {other.name: list(_titles(other, own)) for other in grid.sheets}
    yield tuple(title for titles in found.values() for title in titles if title)
    yield tuple(name for name, titles in found.items() if name and titles)


def _titles(sheet: Sheet, headings: tuple[tuple[int, str], ...]) -> Iterator[str]:
    """Yield the title above each line of a sheet that says the headings again, '' where none is."""
    if len(sheet.rows) > _MOST_ROWS or len(headings) < _FEWEST:
        return
    for at, row in enumerate(sheet.rows):
        if sum(column < len(row) and row[column] == text for column, text in headings) >= _SAME_HEADINGS * len(headings):
            yield title_above(sheet, at)


def _items(sheet: Sheet, start: int, end: int) -> set[str]:
    """Return the last words before the values of each of a sheet's rows: what its items are called."""
    found = set()
    for row in range(start, end):
        words = [text for _, text in non_empty(sheet.rows[row]) if not is_blank(text)]
        values = [at for at, text in enumerate(words) if read_values(text)]
        if values and values[0] > 0:
            found.add(" ".join(map(plain, words[: values[0]][-2:])))
    return found
