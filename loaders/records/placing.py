"""Each cell of a record has its place: a kind and a year. Its words are a value that the grid states, or prose to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.mapping.cells.one_value import Value
from loaders.mapping.cells.values import is_blank, is_not_reported
from loaders.mapping.model.mapping import USE_KINDS, Use
from loaders.model import Column, Kind, Place, PrintedCell, Role
from loaders.records.records import Entry, Record

ROLES = {
    Use.BASELINE: Role.BASELINE,
    Use.CURRENT: Role.RESULT,
    Use.TARGET: Role.TARGET,
    Use.RESULT: Role.RESULT,
    Use.FORECAST: Role.RESULT,
    Use.FINAL_GOAL: Role.FINAL_GOAL,
}
LABELS = {Use.BASELINE: "基準値", Use.FINAL_GOAL: "目標値"}
# From here on a column is what it is taken for, and its cells are as sure as their words.
SURE = 0.7
_LONGEST_VALUE = 20


@dataclass(frozen=True)
class PlacedEntry:
    """The words of a cell at their place: of which record, whether the grid states their value, or a grade."""

    place: Place
    entry: Entry
    record: int
    is_stated: bool = False


def parts_of(record: Record, at: int, numeric: frozenset[int]) -> Iterator[PlacedEntry]:
    """Yield the words of a record at their places; words said twice in one column (merged, or repeated in each row) once."""
    is_stated = states_values(record, numeric)
    seen: set[tuple[Use, int | None, int, str]] = set()
    for entry in record.entries:
        key = (entry.use, entry.year, entry.column, entry.text.strip())
        if key in seen or entry.use is Use.RATE:
            continue
        seen.add(key)
        values = entry.values
        year = entry.year if entry.year is not None else measured(values)
        kind = USE_KINDS.get(entry.use, Kind.RESULT)
        if kind is not Kind.BASELINE_GOAL and year is None:
            continue
        is_unread = entry.column in numeric and entry.use in ROLES and not values and not _is_sentence(entry.text)
        own = (
            entry.use in (Use.GRADE, Use.PAIR)
            or is_unread
            or (is_stated and bool(values) and entry.use in ROLES and _is_value_column(entry, record, numeric))
        )
        yield PlacedEntry(Place(kind, None if kind is Kind.BASELINE_GOAL else year), entry, at, own)


def _is_sentence(text: str) -> bool:
    """Return whether words of a value's cell tell something that prose may be read for, rather than a value ill written."""
    return len(text.strip()) > _LONGEST_VALUE or "。" in text


def measured(values: Sequence[Value]) -> int | None:
    """Return the year that a cell itself names: 5.7点（2013年度）."""
    return next((value.measured for value in values if value.measured is not None), None)


def states_values(record: Record, numeric: frozenset[int]) -> bool:
    """Return whether the grid states a record's values: some stand in columns of values, or none of its cells is prose."""
    entries = [e for e in record.entries if e.use in ROLES and not is_blank(e.text)]
    known = [e for e in entries if e.values]
    if any(e.column in numeric for e in known):
        return True
    return (
        bool(known)
        and all(e in known or is_not_reported(e.text) for e in entries)
        and not any(v.label for e in known for v in e.values)
    )


def _is_value_column(entry: Entry, record: Record, numeric: frozenset[int]) -> bool:
    """Return whether a cell's value is taken: it stands in a column of values, or no cell of its use and year does."""
    beside = [e for e in record.entries if e.use is entry.use and e.year == entry.year and e.column in numeric]
    return entry.column in numeric or not beside


def cells_of(parts: Sequence[PlacedEntry]) -> tuple[tuple[PrintedCell, ...], dict[int, int]]:
    """Return the printed cells that parts make up, one a place, and where each part begins in its cell, by its order."""
    starts: dict[int, int] = {}
    cells = []
    for place in dict.fromkeys(part.place for part in parts):
        here = [(at, part) for at, part in enumerate(parts) if part.place == place]
        text, columns = "", []
        for at, part in here:
            text += "\n" if text else ""
            begin, starts[at] = len(text), len(text) + len(part.entry.mark)
            columns.append(
                Column(part.entry.heading, LABELS.get(part.entry.use, ""), begin, part.is_stated, part.entry.confidence)
            )
            text += part.entry.mark + part.entry.text
        is_alone = len(columns) == 1 and not columns[0].is_stated and not columns[0].label and columns[0].confidence >= SURE
        cells.append(PrintedCell(place, text, () if is_alone else tuple(columns)))
    return tuple(cells), starts


def is_in_words_alone(parts: Sequence[PlacedEntry], numeric: frozenset[int]) -> bool:
    """Tell whether columns of values hold words (改訂済) and no value: numbers beside them are not the indicator's."""
    own = [part.entry for part in parts if part.entry.column in numeric and part.entry.use in ROLES]
    told = [entry for entry in own if not is_blank(entry.text)]
    return bool(told) and not any(char.isnumeric() for entry in told for char in entry.text)
