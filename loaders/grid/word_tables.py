"""A table of a Word document is rows of cells over a grid of columns: a cell reaches over some, and goes on from the one above.

Rows that were drawn by hand have edges a hair apart; columns that no hand could mean are none. A table within a cell is lines
of its words, as no grid holds it; words in a box over a cell are of no cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from loaders.grid.grid import MergedCells
from loaders.grid.limits import MOST_COLUMNS, MOST_ROWS
from loaders.grid.word_parts import Element, attribute, child, is_on, name, number, value, within
from loaders.grid.word_runs import Look, Words, lines_of

# Twentieths of a point by which two edges that are meant as one may be apart: 2 mm.
_SAME = 113
# In these a text box is deleted, or stands in another that is read for itself or for programs that know no boxes.
_NOT_SHOWN = frozenset({"mc:Fallback", "w:del", "w:moveFrom", "w:txbxContent"})


@dataclass
class WordTable:
    """A table as it is shown: its rows and merged cells, the marks of notes in it, and what of it was not read.

    `has_heading` where Word repeats rows of it at the head of each page.
    """

    rows: list[list[str]] = field(default_factory=list)
    spans: list[MergedCells] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    hidden: int = 0
    is_changed: bool = False
    has_heading: bool = False

    def go_on(self, other: WordTable) -> None:
        """Append the rows of a table that stands right behind this one, as Word shows the two as one."""
        at = len(self.rows)
        self.spans += [MergedCells(s.top + at, s.left, s.bottom + at, s.right) for s in other.spans]
        self.rows += other.rows
        self.marks += other.marks
        self.boxes += other.boxes
        self.hidden += other.hidden
        self.is_changed |= other.is_changed


@dataclass(frozen=True)
class _Cell:
    """A cell over the columns `left` to before `right` of its table's grid.

    `reaches_down` where cells below may be one with it, `goes_on` where it is one with the cell above that does.
    """

    left: int
    right: int
    element: Element
    reaches_down: bool
    goes_on: bool


def only_cell(table: Element) -> Element | None:
    """Return the cell of a table that has no other: a frame around what is in it."""
    cells = [cell for row in within(table, "w:tr") for cell in within(row, "w:tc")]
    return cells[0] if len(cells) == 1 else None


def grid_columns(table: Element) -> list[int]:
    """Return the widths of a table's columns, in twentieths of a point."""
    grid = child(table, "w:tblGrid")
    return [number(attribute(one, "w")) for one in (grid if grid is not None else ()) if name(one) == "w:gridCol"]


def read_table(table: Element, look: Look) -> WordTable:
    """Return a table as it is shown; rows past the most that a table may have are left out, but for one that tells of them."""
    found = WordTable()
    rows: list[list[_Cell]] = []
    for row in within(table, "w:tr"):
        if child(row, "w:trPr", "w:del") is not None:
            found.is_changed = True
        elif is_on(row, "w:trPr", "w:hidden"):
            found.hidden += 1
        elif len(rows) <= MOST_ROWS:
            rows.append(list(_cells(row)))
            found.has_heading |= bool(is_on(row, "w:trPr", "w:tblHeader"))
    columns = _columns(rows, grid_columns(table))
    width = max((columns[cell.right] for cells in rows for cell in cells), default=0)
    open_at: dict[int, MergedCells] = {}
    spans: dict[tuple[int, int], MergedCells] = {}
    for r, cells in enumerate(rows):
        found.rows.append([""] * width)
        for cell in cells:
            left, right = columns[cell.left], columns[cell.right] - 1
            above = open_at.pop(left, None)
            top = r
            if cell.goes_on and above is not None and (above.right, above.bottom) == (right, r - 1):
                top = above.top
            else:
                found.rows[r][left] = _words(cell.element, look, found)
            span = MergedCells(top, left, r, right)
            spans[top, left] = span
            if cell.reaches_down:
                open_at[left] = span
    found.spans = [s for s in spans.values() if (s.top, s.left) != (s.bottom, s.right)]
    return found


def _cells(row: Element) -> Iterator[_Cell]:
    """Yield the cells of a row by the columns of the grid that they lie over, as far as any table has columns."""
    properties = child(row, "w:trPr")
    at = min(number(value(properties, "w:gridBefore")), MOST_COLUMNS)
    whole: _Cell | None = None
    for element in within(row, "w:tc"):
        own = child(element, "w:tcPr")
        right = min(at + max(number(value(own, "w:gridSpan"), 1), 1), MOST_COLUMNS + 1)
        if whole is not None and child(own, "w:hMerge") is not None and value(own, "w:hMerge") != "restart":
            whole = replace(whole, right=right)
        else:
            if whole is not None:
                yield whole
            merged = child(own, "w:vMerge")
            goes_on = merged is not None and attribute(merged, "val") != "restart"
            whole = _Cell(at, right, element, merged is not None, goes_on)
        at = right
        if at > MOST_COLUMNS:
            break
    if whole is not None:
        yield whole


def _columns(rows: Sequence[Sequence[_Cell]], widths: Sequence[int]) -> list[int]:
    """Return for each edge of a grid the column that begins there: edges a hair apart are one, where no cell lies between them.

    >>> _columns([], [2000, 40, 2000])
    [0, 1, 1, 2]
    """
    count = max((cell.right for cells in rows for cell in cells), default=len(widths))
    if len(widths) < count:
        return list(range(count + 1))
    place, begun, columns = 0, 0, [0]
    for width in widths[:count]:
        place += width
        is_same = place - begun < _SAME
        begun = begun if is_same else place
        columns.append(columns[-1] + (not is_same))
    is_lost = any(columns[cell.left] == columns[cell.right] for cells in rows for cell in cells)
    return list(range(count + 1)) if is_lost else columns


def _words(cell: Element, look: Look, found: WordTable) -> str:
    """Return the words of a cell, a paragraph a line; what else it holds is told in `found`."""
    paragraphs = list(_paragraphs(cell, look, found))
    return "\n".join(lines_of(paragraphs)).strip()


def _paragraphs(cell: Element, look: Look, found: WordTable) -> Iterator[Words]:
    for one in within(cell, "w:p", "w:tbl"):
        if name(one) == "w:tbl":
            inner = read_table(one, look)
            found.marks += inner.marks
            yield from (Words(" ".join(filter(None, (text.replace("\n", " ") for text in row)))) for row in inner.rows)
            continue
        words = look.words(one)
        found.marks += words.marks
        found.hidden += words.is_hidden
        found.is_changed |= words.is_changed
        found.boxes += [text for box in boxes(one) for text in _box_lines(box, look)]
        yield words


def _box_lines(box: Element, look: Look) -> Iterator[str]:
    paragraphs = [look.words(one) for one in box.iter("{*}p") if name(one) == "w:p"]
    return filter(None, lines_of(paragraphs))


def boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes that are anchored in a paragraph; each is written twice in a file, for old and new programs."""
    for box in paragraph.iter("{*}txbxContent"):
        if not _NOT_SHOWN & {name(one) for one in takewhile(lambda one: one is not paragraph, box.iterancestors())}:
            yield box
