"""A record as a value: one indicator of an item, with what says whose it is and its cells at their uses and years."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.mapping.cells.one_value import Value
from loaders.mapping.cells.values import is_blank, read_range, read_values
from loaders.mapping.model.mapping import USE_WORDS, Use
from loaders.records.left_lines import Left

_AIMS = frozenset({Use.TARGET, Use.FINAL_GOAL})


@dataclass(frozen=True)
class Entry:
    """Words of a cell under a valued heading: what they are for and of which year; `where` is its row in the file (4行目).

    `mark` is the number that stands before them in a cell that tells of several indicators. A value `is_spread` where its cell
    is merged over several years and it is taken for each one's.
    """

    use: Use
    year: int | None
    text: str
    heading: str
    column: int
    where: str
    confidence: float = 1.0
    mark: str = ""
    is_spread: bool = False

    @property
    def values(self) -> tuple[Value, ...]:
        """The values that the words state; a range is one where it is aimed at."""
        return read_values(self.text) or (read_range(self.text) if self.use in _AIMS else ())


@dataclass(frozen=True)
class Record:
    """One indicator of one item: the words that say which, by use and column in order, and its entries.

    `section` is the title line above the rows that it stands under, `merged` the uses whose words were carried down, `row` all
    cells of its rows with the heading above it, `unit` the unit of the table.
    """

    line: int
    words: tuple[tuple[Use, str], ...]
    entries: tuple[Entry, ...]
    measure: str = ""
    section: str = ""
    merged: frozenset[Use] = frozenset()
    row: tuple[tuple[str, str], ...] = ()
    unit: str = ""

    def of(self, use: Use) -> tuple[str, ...]:
        """Return the words under the columns of a use, from the left."""
        return tuple(text for found, text in self.words if found is use)

    def one(self, use: Use) -> str:
        """Return the first words under a use, '' where there are none."""
        return next((text for text in self.of(use) if text.strip()), "")


@dataclass(frozen=True)
class Records:
    """What the rows of a table come to, and the lines that are none."""

    records: tuple[Record, ...]
    left: tuple[Left, ...] = ()


def of_a_table(records: Records, facts: Sequence[tuple[Use, str]]) -> Records:
    """Return the records of a table with what the lines above it say of all of them."""
    if not facts:
        return records
    cells = tuple((USE_WORDS[use], text) for use, text in facts)
    return replace(
        records,
        records=tuple(replace(one, words=(*facts, *one.words), row=(*cells, *one.row)) for one in records.records),
    )


def has_values(record: Record) -> bool:
    """Return whether some entry of a record holds words at all."""
    return any(not is_blank(entry.text) for entry in record.entries)
