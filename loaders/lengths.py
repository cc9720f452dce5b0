"""A cell of a progress table holds some hundred signs; one of thousands is a list or a slip: it is kept whole and read so far.

Rules about words and numbers look around them, so that their work grows with what they may look at. Each bound is far above
what a table holds (the longest cell of our own document has 233 signs, the cell richest in numbers 12), and what it leaves out
is told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.model import Cell, Finding, FindingKind, Initiative, Place, PrintedCell, Quantity, Severity

# Signs of a cell in which numbers are read, and numbers after which a cell is read no further.
READ, MOST_NUMBERS = 50_000, 300
# Signs of a cell that are read as sentences, and numbers of a cell that are tied into series.
SENTENCES, MOST_TIED = 4_000, 30
# Signs by which the place of a cell is told, and ends of sentences at which it may be two cells in one.
PLACED, MOST_CUTS = 1_500, 40
# Signs that are read at once: no label, sentence or note reaches further.
STRETCH = 1_500


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a text begin and end that are read one by one: at a sentence's end, else a comma or a blank.

    >>> list(stretches("1回実施した。")), [end for _, end in stretches("1回。" * 600)]
    ([(0, 7)], [1500, 1800])
    """
    start = 0
    while start < min(len(text), READ):
        end = min(start + STRETCH, READ)
        if end < len(text):
            cuts = (max(text.rfind(sign, start + STRETCH // 2, end) for sign in signs) + 1 for signs in ("。\n", "、 "))
            end = next((cut for cut in cuts if cut), end)
        yield start, min(end, len(text))
        start = end


def in_brief(row: Initiative) -> Initiative:
    """Return a row with as much of its printed cells as is read as sentences."""
    if all(len(cell.text) <= SENTENCES for cell in row.cells):
        return row
    return replace(row, cells=tuple(_printed_in_brief(cell) for cell in row.cells))


def _printed_in_brief(cell: PrintedCell) -> PrintedCell:
    return replace(cell, text=cell.text[:SENTENCES])


def cells_in_brief(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return cells at their true places with as much of their words as is read as sentences."""
    if all(cell.span_end <= SENTENCES for cell in cells):
        return tuple(cells)
    return tuple(replace(c, text=c.text[: max(SENTENCES - c.span_start, 0)]) for c in cells)


def to_be_tied(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the numbers that are tied into series: of each printed cell the first ones, as far as it is read as sentences."""
    met: Counter[Place] = Counter()
    tied = []
    for quantity in quantities:
        met[quantity.printed] += 1
        if met[quantity.printed] <= MOST_TIED and quantity.span_end <= SENTENCES:
            tied.append(quantity)
    return tuple(tied)


def beyond_reading(row: Initiative, quantities: Sequence[Quantity]) -> Iterator[Finding]:
    """Yield what a person should know of cells that were read in part."""
    counts = Counter(quantity.printed for quantity in quantities)
    for cell in row.cells:
        if len(cell.text) > SENTENCES:
            message = (
                f"「{cell.place.label_ja}」は{len(cell.text):,}字あり、長すぎます。原文はすべて残し、評価の判定と指標には初めの{SENTENCES:,}字を、"
                f"数値には初めの{READ:,}字までを読みました。欄の中身を確かめてください。"
            )
            yield Finding(FindingKind.LONG_CELL, Severity.WARNING, message, cell.text[:40], row.number, cell.place.year)
        if counts[cell.place] > MOST_TIED:
            message = (
                f"「{cell.place.label_ja}」には数値が多すぎます。初めの{MOST_NUMBERS}個までを読み、指標に使ったのは初めの{MOST_TIED}個です。"
                "原文を確かめてください。"
            )
            yield Finding(FindingKind.MANY_NUMBERS, Severity.WARNING, message, cell.text[:40], row.number, cell.place.year)
