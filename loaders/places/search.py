"""Rows break in few ways: a cell is lost and the rest moves left, one is doubled, two are merged, two change places.

A row is aligned as a whole, like two texts that are compared: printed cells against headings, each way of breaking at a price
and each cell at the price of its words under that heading. The cheapest reading wins (dynamic programming over cells and
headings). That reading and all that break once are weighed again as wholes by kinship.py, which the steps cannot see.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from loaders.model import Kind, Place
from loaders.numbers.eras import ERAS
from loaders.places.resemblance import resemblance
from loaders.places.signs import CLOSING, COUNT_LABEL, moods, read_signs

# What it takes to believe that a row broke in this way.
LOST = 1.5
SWAPPED = 1.6
MERGED = 1.6
DOUBLED = 2.0
FOREIGN = 2.5
EMPTY_INSERTED = 0.7
# An evaluation that is its plan's words again is more likely copied than any other words in plan mood.
COPIED = -0.5
# A row that ran up to the year before stops without a word.
BROKEN_OFF = 1.6
# Words that stand in the cells of one kind throughout the table (主担当課に準ずる。), under another heading.
UNCUSTOMARY = 2.0
# An initiative's last words (平成29年度で終了した) stand under whatever heading comes next.
LAST_WORDS = 0.5
# 平成31年3月31日現在 in a cell of another fiscal year.
OTHER_YEAR = 1.5
# More than any one way of breaking a row.
NOWHERE_ELSE = 5.0
# Each half of a merged cell may be like the row's other cells of its kind, which makes the cut more likely.
LIKE_OTHERS = 0.6
# 【回数】1回 after a sentence is more likely that sentence's count than a cell of its own.
NO_SENTENCE = 0.6
# In a row whose other counts all follow sentences, counts alone are hardly a cell.
UNUSUAL_COUNTS = 1.5
# Words that begin or end with all that another cell of the row says may be two cells in one.
HOLDS = 0.8
LONG_ENOUGH = 8
CHEAPEST = min(LOST, SWAPPED, MERGED - 2 * LIKE_OTHERS)
# How alike two cells are when one is the other's words again.
SAME_WORDS = 0.9

_BOUNDARY = re.compile(r"(?<=[。)\d回件人台校])\s*(?=【)|。\s*|(?<![A-Za-z])\s+|(?=【)")
_SENTENCE = re.compile(r"。\s*|(?<=[\d回件人])\s+")
_GOES_ON = re.compile(r"また|なお|さらに|併せて|その|この|これ|ただし|【(?:数値)?目標】")
_TORN_LIST = re.compile(r"(?!【)[^。【]*\d\S*\s")
_NUMBER = re.compile(r"\d+")
_AS_OF = re.compile(
    r"(?P<era>平成|令和|[HR])\.?\s*(?P<year>元|\d{1,2})(?:年|\.)\s*(?P<month>\d{1,2})(?:月|\.)\s*\d{1,2}日?\s*(?:現在|時点|\))"
)


@dataclass(frozen=True)
class Piece:
    """Characters `start` to `end` of printed cell `cell` belong under heading `slot`; `rule` says how the row broke there."""

    cell: int
    slot: int
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Reading:
    """A row's pieces in printed order, and the price of believing them."""

    cost: float
    pieces: tuple[Piece, ...]

    @cached_property
    def moved(self) -> int:
        """How many pieces with words stand elsewhere than they are printed."""
        return sum(p.cell != p.slot and p.end > 0 for p in self.pieces)


@dataclass(frozen=True)
class Row:
    """The texts of a row in printed order and the headings over them.

    `settled` are the cells whose columns' headings say what they state (基準値, 目標値): they stand where they belong.
    """

    texts: tuple[str, ...]
    places: tuple[Place, ...]
    customs: Mapping[str, Kind] = field(default_factory=dict)
    settled: frozenset[int] = frozenset()

    @cached_property
    def found(self) -> dict[tuple[int, int, bool], list["Step"]]:
        """The ways on that were found, by cell, heading and whether the row may break there."""
        return {}

    @cached_property
    def last(self) -> int:
        """The index of the last cell with text, -1 in an empty row."""
        return max((i for i, text in enumerate(self.texts) if text.strip()), default=-1)

    def fit(self, cell: int, slot: int) -> float:
        """Return the price of taking printed cell `cell` for the one that heading `slot` names."""
        if cell in self.settled:
            return 0.0 if cell == slot else NOWHERE_ELSE
        if not self.texts[cell].strip():
            return self._silence(slot)
        price = self.words_fit(self.texts[cell], slot) + (HOLDS if self.holds_a_cell(cell) else 0.0)
        if cell == self.last and slot > 0 and CLOSING.search(self.texts[cell]):
            return min(price, LAST_WORDS) + (HOLDS if self.holds_a_cell(cell) else 0.0)
        copied = cell > 0 and resemblance(self.texts[cell], self.texts[cell - 1]) >= SAME_WORDS
        return price + COPIED if copied and self.places[slot].kind is Kind.RESULT and price >= 1.5 else price

    def words_fit(self, text: str, slot: int) -> float:
        """Return the price of words under heading `slot`."""
        if (text, slot) not in self._prices:
            self._prices[text, slot] = self._price(text, self.places[slot])
        return self._prices[text, slot]

    @cached_property
    def _prices(self) -> dict[tuple[str, int], float]:
        return {}

    def _price(self, text: str, place: Place) -> float:
        if place.kind is Kind.BASELINE_GOAL and self.customs.get(text.strip()) is place.kind:
            return 0.0
        years = _as_of_years(text) if place.year is not None else ()
        price = read_signs(text).cost(place.kind) + (OTHER_YEAR if years and place.year not in years else 0.0)
        ends = {0, *(match.end() for match in _SENTENCE.finditer(text))}
        strange = any(
            self.customs.get(part.strip(), place.kind) is not place.kind for e in ends for part in (text[:e], text[e:])
        )
        return price + (UNCUSTOMARY if strange else 0.0)

    def _silence(self, slot: int) -> float:
        ends_here = slot == len(self.places) - 1 and self.last == slot - 1 and slot > 0
        if ends_here and self.places[slot].kind is Kind.PLAN and not CLOSING.search(self.texts[self.last]):
            return BROKEN_OFF
        return 0.0

    def surplus(self, cell: int) -> float:
        """Return the price of leaving a printed cell without a heading."""
        text = self.texts[cell]
        if not text.strip():
            return 0.0 if cell > self.last else EMPTY_INSERTED
        again = any(_holds(text, other) for i, other in enumerate(self.texts) if i != cell)
        return DOUBLED if again else FOREIGN

    def likeness(self, text: str, without: int) -> float:
        """Return how like another cell of the row a text is, whichever: behind a lost cell the headings are off."""
        return max((resemblance(text, other) for i, other in enumerate(self.texts) if i != without), default=0.0)

    def stands_elsewhere(self, cell: int) -> bool:
        """Whether another cell of the row says the same: then it is one cell's words."""
        text = self.texts[cell]
        return any(i != cell and _says_the_same(text, other) for i, other in enumerate(self.texts))

    def holds_a_cell(self, cell: int) -> bool:
        """Whether words begin or end with all that another cell of the row says."""
        text = "".join(self.texts[cell].split())
        others = ("".join(o.split()) for i, o in enumerate(self.texts) if i != cell and self.places[i].year is not None)
        return any(
            LONG_ENOUGH <= len(o) <= len(text) - LONG_ENOUGH and (text.startswith(o) or text.endswith(o)) for o in others
        )

    def starts_like(self, text: str, without: int) -> bool:
        """Whether another cell of the row starts with the same label: else a label goes with the sentence before it."""
        label = text.split("】")[0]
        return any(i != without and other.lstrip().startswith(label) for i, other in enumerate(self.texts))

    def no_sentence(self, cell: int) -> float:
        """Return the price of taking counts alone for a cell: less where the row has other cells of that form."""
        usual = any(i != cell and COUNT_LABEL.match(other.lstrip()) and not moods(other) for i, other in enumerate(self.texts))
        return NO_SENTENCE if usual else UNUSUAL_COUNTS


def _says_the_same(one: str, other: str) -> bool:
    return resemblance(one, other) >= SAME_WORDS and max(len(one), len(other)) <= 1.25 * min(len(one), len(other))


def _holds(text: str, other: str) -> bool:
    """Whether one text holds the other whole, or says nearly the same with the same numbers."""
    if len(other.strip()) < 8:
        return False
    same_numbers = _NUMBER.findall(text) == _NUMBER.findall(other)
    return other in text or text in other or (same_numbers and resemblance(text, other) >= SAME_WORDS)


@lru_cache(maxsize=16384)
def _as_of_years(text: str) -> tuple[int, ...]:
    """Return the fiscal years of dates at which something was counted: 令和3年3月31日現在 is in 2020."""
    years = []
    for match in _AS_OF.finditer(unicodedata.normalize("NFKC", text)):
        first = next(era.first_year for era in ERAS if match["era"] in (era.name, era.letter))
        western = first + (1 if match["year"] == "元" else int(match["year"])) - 1
        years.append(western - (int(match["month"]) < 4))
    return tuple(years)


def as_printed(row: Row) -> Reading:
    """Return the reading that believes every heading."""
    pieces = tuple(Piece(i, i, 0, len(text), "as_printed") for i, text in enumerate(row.texts))
    return Reading(sum(row.fit(i, i) for i in range(len(row.texts))), pieces)


def readings(row: Row) -> list[Reading]:
    """Return the readings that are worth weighing: as printed, broken at one place, and the cheapest of all."""
    return [as_printed(row), *_broken_once(row), _cheapest(row)]


def _broken_once(row: Row) -> Iterator[Reading]:
    for at in range(row.last + 1):
        for to, price, added in _steps(row, at, at):
            if to != (at + 1, at + 1):
                yield _straight_on(row, to, price + sum(row.fit(i, i) for i in range(at)), (*_whole(row, at), *added))


def _whole(row: Row, end: int) -> tuple[Piece, ...]:
    return tuple(Piece(i, i, 0, len(row.texts[i]), "as_printed") for i in range(end))


def _straight_on(row: Row, at: tuple[int, int], cost: float, pieces: tuple[Piece, ...]) -> Reading:
    """Return the reading that goes on from here without another break."""
    size = len(row.texts)
    while at != (size, size):
        ways = {to: (price, added) for to, price, added in _steps(row, *at, broken=False)}
        onward = (at[0] + 1, at[1] + 1)
        at = onward if onward in ways else min(ways, key=lambda to: ways[to][0])
        cost, pieces = cost + ways[at][0], (*pieces, *ways[at][1])
    return Reading(round(cost, 6), tuple(sorted(pieces, key=lambda p: (p.cell, p.start))))


def _cheapest(row: Row) -> Reading:
    """Return the cheapest reading of a row, whatever the number of breaks; of equal ones that which moves least."""
    size = len(row.texts)
    table: dict[tuple[int, int], tuple[float, int, tuple[Piece, ...]]] = {(0, 0): (0.0, 0, ())}
    for cell in range(size + 1):
        for slot in range(size + 1):
            if (cell, slot) not in table:
                continue
            cost, moved, pieces = table[cell, slot]
            for to, price, added in _steps(row, cell, slot):
                more = moved + sum(p.cell != p.slot and p.end > 0 for p in added)
                if to not in table or (cost + price, more) < table[to][:2]:
                    table[to] = (round(cost + price, 6), more, pieces + added)
    cost, _, pieces = table[size, size]
    return Reading(cost, tuple(sorted(pieces, key=lambda p: (p.cell, p.start))))


Step = tuple[tuple[int, int], float, tuple[Piece, ...]]


def _steps(row: Row, cell: int, slot: int, broken: bool = True) -> list[Step]:
    """Return the ways on from here, found once for a row."""
    key = (cell, slot, broken)
    if key not in row.found:
        row.found[key] = list(_find_steps(row, cell, slot, broken))
    return row.found[key]


def _find_steps(row: Row, cell: int, slot: int, broken: bool) -> Iterator[Step]:
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


def _swap(row: Row, cell: int, slot: int) -> Iterator[Step]:
    if cell + 1 < len(row.texts) and row.texts[cell].strip() and row.texts[cell + 1].strip():
        price = SWAPPED + row.fit(cell, slot + 1) + row.words_fit(row.texts[cell + 1], slot)
        first = Piece(cell, slot + 1, 0, len(row.texts[cell]), "swapped")
        second = Piece(cell + 1, slot, 0, len(row.texts[cell + 1]), "swapped")
        yield (cell + 2, slot + 2), price, (first, second)


def _cuts(row: Row, cell: int, slot: int) -> Iterator[Step]:
    """Yield the cell cut into two pieces, under this heading and the next, at its best place."""
    text = row.texts[cell]
    ends = {match.end() for match in _BOUNDARY.finditer(text)}
    cuts = sorted(
        end for end in ends if _is_statement(text[:end]) and _is_statement(text[end:]) and not _GOES_ON.match(text[end:])
    )
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


def _is_statement(text: str) -> bool:
    """Whether words can be a cell of their own: a sentence, or a label with its number."""
    return bool(moods(text)) or (text.lstrip().startswith("【") and any(sign.isdecimal() for sign in text))


def _cut_value(row: Row, cell: int, cut: int) -> float:
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
