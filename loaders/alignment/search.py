"""Rows break in few ways: a cell is lost and the rest moves left, one is doubled, two are merged, two change places.

A row is aligned as a whole, like two texts that are compared: printed cells against headings, each way of breaking at a price
and each cell at the price of its words under that heading. The cheapest arrangement wins (dynamic programming over cells and
headings). It and all that break once are weighed again as wholes by row_similarity.py, which the steps cannot see.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from loaders.alignment.costs import RowTexts
from loaders.lengths import MOST_CUTS
from loaders.patterns import Pattern
from loaders.prose.moods import moods

# What it takes to believe that a row broke in this way.
LOST = 1.5
SWAPPED = 1.6
MERGED = 1.6
# Each half of a merged cell may be like the row's other cells of its kind, which makes the cut more likely.
LIKE_OTHERS = 0.6
CHEAPEST = min(LOST, SWAPPED, MERGED - 2 * LIKE_OTHERS)

# What rounding may add to a price.
_NOTHING = 1e-5

_BOUNDARY = Pattern(r"(?<=[。)\d回件人台校])\s*(?=【)|。\s*|(?<![A-Za-z])\s+|(?=【)")
_GOES_ON = Pattern(r"また|なお|さらに|併せて|その|この|これ|ただし|【(?:数値)?目標】")
_TORN_LIST = Pattern(r"(?!【)[^。【]*\d\S*\s")


class Piece(NamedTuple):
    """Characters `start` to `end` of printed cell `cell` belong under heading `slot`; `rule` says how the row broke there."""

    cell: int
    slot: int
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Arrangement:
    """A row's pieces in printed order, and the price of believing them."""

    cost: float
    pieces: tuple[Piece, ...]

    @cached_property
    def moved(self) -> int:
        """How many pieces with words stand elsewhere than they are printed."""
        return sum(p.cell != p.slot and p.end > 0 for p in self.pieces)


# Where an arrangement goes on (cell and heading), the price of the step, and the pieces that it places.
Step = tuple[tuple[int, int], float, tuple[Piece, ...]]


class _Ways:
    """The ways on from a cell and a heading of one row, each found once."""

    def __init__(self, row: RowTexts) -> None:
        self.row = row
        self._found: dict[tuple[int, int, bool], list[Step]] = {}

    def on(self, cell: int, slot: int, broken: bool = True) -> list[Step]:
        """Return what may be read next, of a row that may break there (`broken`) or goes on straight."""
        key = (cell, slot, broken)
        if key not in self._found:
            self._found[key] = list(_find_steps(self.row, cell, slot, broken))
        return self._found[key]


def as_printed(row: RowTexts) -> Arrangement:
    """Return the arrangement that believes every heading."""
    pieces = tuple(Piece(i, i, 0, len(text), "as_printed") for i, text in enumerate(row.texts))
    return Arrangement(sum(row.fit(i, i) for i in range(len(row.texts))), pieces)


def arrangements(row: RowTexts, most: float = math.inf) -> list[Arrangement]:
    """Return the arrangements that are worth weighing: as printed, broken at one place, and the cheapest of all.

    Those that cost more than `most` are left out, but for the printed one. No step has a price below 0, so that what costs too
    much on its way is not followed to its end.
    """
    ways = _Ways(row)
    broken = (*_broken_once(row, ways, most + _NOTHING), _cheapest(row, ways, most + _NOTHING))
    return [as_printed(row), *(arrangement for arrangement in broken if arrangement is not None)]


def _broken_once(row: RowTexts, ways: _Ways, most: float) -> Iterator[Arrangement | None]:
    before = 0.0
    for at in range(row.last + 1):
        if before > most:
            return
        for to, price, added in ways.on(at, at):
            if to != (at + 1, at + 1):
                yield _straight_on(ways, to, price + before, (*_whole(row, at), *added), most)
        before = sum(row.fit(i, i) for i in range(at + 1))


def _whole(row: RowTexts, end: int) -> tuple[Piece, ...]:
    return tuple(Piece(i, i, 0, len(row.texts[i]), "as_printed") for i in range(end))


def _straight_on(ways: _Ways, at: tuple[int, int], cost: float, pieces: tuple[Piece, ...], most: float) -> Arrangement | None:
    """Return the arrangement that goes on from here without another break, None where it costs more than `most`."""
    size = len(ways.row.texts)
    while at != (size, size):
        if cost > most:
            return None
        steps = {to: (price, added) for to, price, added in ways.on(*at, broken=False)}
        onward = (at[0] + 1, at[1] + 1)
        at = onward if onward in steps else min(steps, key=lambda to: steps[to][0])
        cost, pieces = cost + steps[at][0], (*pieces, *steps[at][1])
    return Arrangement(round(cost, 6), tuple(sorted(pieces, key=lambda p: (p.cell, p.start))))


def _cheapest(row: RowTexts, ways: _Ways, most: float) -> Arrangement | None:
    """Return the cheapest arrangement of a row, whatever the number of breaks; of equal ones that which moves least.

    None where it costs more than `most`.
    """
    size = len(row.texts)
    table: dict[tuple[int, int], tuple[float, int, tuple[Piece, ...]]] = {(0, 0): (0.0, 0, ())}
    for cell in range(size + 1):
        for slot in range(size + 1):
            if (cell, slot) not in table:
                continue
            cost, moved, pieces = table[cell, slot]
            if cost > most:
                continue
            for to, price, added in ways.on(cell, slot):
                more = moved + sum(p.cell != p.slot and p.end > 0 for p in added)
                if to not in table or (cost + price, more) < table[to][:2]:
                    table[to] = (round(cost + price, 6), more, pieces + added)
    if (size, size) not in table:
        return None
    cost, _, pieces = table[size, size]
    return Arrangement(cost, tuple(sorted(pieces, key=lambda p: (p.cell, p.start))))


def _find_steps(row: RowTexts, cell: int, slot: int, broken: bool) -> Iterator[Step]:
    """Yield the ways on from here: what is read next, its price, and the pieces that it places."""
    size = len(row.texts)
    if slot < size:
        yield (cell, slot + 1), LOST, ()
    if cell == size:
        return
    whole = len(row.texts[cell])
    yield (
        (cell + 1, slot),
        row.surplus(cell),
        (Piece(cell, cell, 0, whole, "surplus" if row.texts[cell].strip() else "as_printed"),),
    )
    if slot < size:
        rule = "as_printed" if cell == slot else "lost_cell" if slot > cell else "inserted_cell"
        yield (cell + 1, slot + 1), row.fit(cell, slot), (Piece(cell, slot, 0, whole, rule),)
    if broken and slot + 1 < size:
        yield from _cuts(row, cell, slot)
        yield from _swap(row, cell, slot)


def _swap(row: RowTexts, cell: int, slot: int) -> Iterator[Step]:
    if cell + 1 < len(row.texts) and row.texts[cell].strip() and row.texts[cell + 1].strip():
        price = SWAPPED + row.fit(cell, slot + 1) + row.words_fit(row.texts[cell + 1], slot)
        first = Piece(cell, slot + 1, 0, len(row.texts[cell]), "swapped")
        second = Piece(cell + 1, slot, 0, len(row.texts[cell + 1]), "swapped")
        yield (cell + 2, slot + 2), price, (first, second)


def _cuts(row: RowTexts, cell: int, slot: int) -> Iterator[Step]:
    """Yield the cell cut into two pieces, under this heading and the next, at its best place."""
    text = row.texts[cell]
    cuts = _cut_places(text)
    if not cuts or cell in row.settled or row.stands_elsewhere(cell):
        return
    fits = {
        cut: row.words_fit(text[:cut], slot)
        + row.words_fit(text[cut:], slot + 1)
        + (0.0 if moods(text[cut:]) else row.no_sentence(cell))
        for cut in cuts
    }
    cheapest = min(fits.values())
    if cheapest >= row.fit(cell, slot) + LOST + 2 * LIKE_OTHERS:
        return
    cut = max(cuts, key=lambda at: _cut_value(row, cell, at) - fits[at])
    alike = row.likeness(text[:cut], cell) + row.likeness(text[cut:], cell)
    price = MERGED - LIKE_OTHERS * alike + fits[cut]
    pieces = (Piece(cell, slot, 0, cut, "merged_cells"), Piece(cell, slot + 1, cut, len(text), "merged_cells"))
    yield (cell + 1, slot + 2), price, pieces
    if cell + 1 < len(row.texts) and not row.texts[cell + 1].strip():
        empty = Piece(cell + 1, cell + 1, 0, len(row.texts[cell + 1]), "as_printed")
        yield (cell + 2, slot + 2), price, (*pieces, empty)


@lru_cache(maxsize=1024)
def _cut_places(text: str) -> tuple[int, ...]:
    """Return where words may be two cells in one, whatever headings they stand under."""
    ends = {match.end() for match in islice(_BOUNDARY.finditer(text), MOST_CUTS)}
    return tuple(
        sorted(
            end for end in ends if _is_statement(text[:end]) and _is_statement(text[end:]) and not _GOES_ON.match(text[end:])
        )
    )


def _is_statement(text: str) -> bool:
    """Whether words can be a cell of their own: a sentence, or a label with its number."""
    return bool(moods(text)) or (text.lstrip().startswith("【") and any(sign.isdecimal() for sign in text))


def _cut_value(row: RowTexts, cell: int, cut: int) -> float:
    """Return how whole both pieces look: like the row's other cells of their kinds, cut at a sentence's end, no list torn."""
    first, second = row.texts[cell][:cut].rstrip(), row.texts[cell][cut:]
    value = 1.5 * (row.likeness(first, cell) + row.likeness(second, cell))
    if first.endswith("。"):
        value += 0.3
    if second.startswith("【") and not row.starts_like(second, cell):
        value -= 0.5
    if _TORN_LIST.match(second):
        value -= 0.5
    return value
