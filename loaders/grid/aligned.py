"""A table that is not ruled is words that stand under each other: between its columns no line of it has a word.

Lines of a page are rows where they fill most of the columns; a line between two of them goes on with the nearer (a name that
takes two lines). A heading over several columns is one cell over them. What is read so is told to be looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from loaders.grid.grid import MergedCells, Sheet

# Words of a line that stand nearer than this, in signs, are of one cell.
_NEAR = 0.6
# A corridor between columns is this wide at least, in signs.
_CORRIDOR = 0.5
# Columns and rows that words must show to be a table, and the share of columns that a row fills.
_FEWEST_COLUMNS, _FEWEST_ROWS, _FILLED = 4, 3, 0.6
# Lines farther apart than this, in signs, are of no one row.
_FAR = 1.5


@dataclass(frozen=True)
class LinePiece:
    """Words that stand together on a line: from `left` to `right`, the line's middle at `middle`."""

    left: float
    right: float
    middle: float
    text: str


def aligned_table(words: Sequence[dict[str, Any]], name: str, page: int) -> Sheet | None:
    """Return the table that words of a page (as pdfplumber gives them) stand in, None where they stand in none."""
    if not words:
        return None
    size = sorted(word["bottom"] - word["top"] for word in words)[len(words) // 2]
    lines = list(_lines(words, size))
    full = max((len(line) for line in lines), default=0)
    rows = [line for line in lines if len(line) >= max(_FEWEST_COLUMNS, _FILLED * full)]
    if len(rows) < _FEWEST_ROWS:
        return None
    columns = _columns([piece for line in rows for piece in line], size)
    if len(columns) < _FEWEST_COLUMNS:
        return None
    first, last = lines.index(rows[0]), lines.index(rows[-1])
    start = _first_heading(lines, first, columns)
    around = tuple(" ".join(piece.text for piece in line) for line in lines[:start])
    gathered = _gathered(lines[start : last + 1], rows, size)
    cells, spans = _grid(gathered, columns)
    return Sheet(name, cells, spans, tuple(range(1, len(cells) + 1)), around=around, page=page)


def _lines(words: Sequence[dict[str, Any]], size: float) -> Iterator[list[LinePiece]]:
    """Yield the lines of a page from above, each as the pieces that stand together on it."""
    ordered = sorted(words, key=lambda word: ((word["top"] + word["bottom"]) / 2, word["x0"]))
    line: list[dict[str, Any]] = []
    for word in ordered:
        middle = (word["top"] + word["bottom"]) / 2
        if line and middle - (line[0]["top"] + line[0]["bottom"]) / 2 > size / 2:
            yield _pieces(line, size)
            line = []
        line.append(word)
    if line:
        yield _pieces(line, size)


def _pieces(line: Sequence[dict[str, Any]], size: float) -> list[LinePiece]:
    middle = (line[0]["top"] + line[0]["bottom"]) / 2
    found: list[LinePiece] = []
    for word in sorted(line, key=lambda word: float(word["x0"])):
        if found and word["x0"] - found[-1].right < _NEAR * size:
            text = (
                f"{found[-1].text} {word['text']}" if word["x0"] - found[-1].right > size / 4 else found[-1].text + word["text"]
            )
            found[-1] = LinePiece(found[-1].left, word["x1"], middle, text)
        else:
            found.append(LinePiece(word["x0"], word["x1"], middle, word["text"]))
    return found


def _columns(pieces: Sequence[LinePiece], size: float) -> list[tuple[float, float]]:
    """Return from where to where each column reaches: corridors without a word part them."""
    edges: list[list[float]] = []
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if edges and piece.left - edges[-1][1] < _CORRIDOR * size:
            edges[-1][1] = max(edges[-1][1], piece.right)
        else:
            edges.append([piece.left, piece.right])
    return [(left, right) for left, right in edges]


def _over(piece: LinePiece, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """Return the first and the last column that a piece stands over; the nearest one where it stands between two."""
    over = [at for at, (left, right) in enumerate(columns) if piece.left < right and piece.right > left]
    if over:
        return over[0], over[-1]
    middle = (piece.left + piece.right) / 2
    nearest = min(range(len(columns)), key=lambda at: abs((columns[at][0] + columns[at][1]) / 2 - middle))
    return nearest, nearest


def _first_heading(lines: Sequence[list[LinePiece]], first: int, columns: Sequence[tuple[float, float]]) -> int:
    """Return the line where a table begins: lines right above its first row that stand over several columns are headings."""
    start = first
    while start > 0 and len({_over(piece, columns)[0] for piece in lines[start - 1]}) > 1:
        start -= 1
    return start


def _gathered(lines: Sequence[list[LinePiece]], rows: Sequence[list[LinePiece]], size: float) -> list[list[LinePiece]]:
    """Return the lines of a table with those that are no rows put to the row nearest to them, where one is near."""
    places = [at for at, line in enumerate(lines) if line in rows]
    gathered: dict[int, list[LinePiece]] = {at: list(lines[at]) for at in places}
    for at, line in enumerate(lines):
        if at in gathered:
            continue
        near = min(places, key=lambda place: abs(lines[place][0].middle - line[0].middle))
        is_near = abs(lines[near][0].middle - line[0].middle) <= _FAR * size
        gathered.setdefault(near if is_near else at, []).extend(line)
    return [gathered[at] for at in sorted(gathered)]


def _grid(
    rows: Sequence[Sequence[LinePiece]], columns: Sequence[tuple[float, float]]
) -> tuple[tuple[tuple[str, ...], ...], tuple[MergedCells, ...]]:
    """Return the cells of rows, pieces over each other as lines of one cell, and those that reach over several columns."""
    cells: list[tuple[str, ...]] = []
    spans: list[MergedCells] = []
    for at, row in enumerate(rows):
        found: dict[int, list[LinePiece]] = {}
        for piece in row:
            left, right = _over(piece, columns)
            found.setdefault(left, []).append(piece)
            if right > left:
                spans.append(MergedCells(at, left, at, right))
        texts = {column: sorted(pieces, key=lambda piece: piece.middle) for column, pieces in found.items()}
        cells.append(tuple(_joined(texts.get(column, [])) for column in range(len(columns))))
    return tuple(cells), tuple(spans)


def _joined(pieces: Sequence[LinePiece]) -> str:
    text = pieces[0].text if pieces else ""
    for before, piece in pairwise(pieces):
        text += (" " if before.middle == piece.middle else "") + piece.text
    return text
