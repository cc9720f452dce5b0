"""A file may tell of one item in several tables: what was planned in one and what came of it in the next, a table a year.

Rows of two tables are one where all that names them is the same and no value of one stands against a value of the other. What
one table alone says (sections, units, numbers) is left open where the other answers it: results listed by department.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.mapping.cells.values import is_blank
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_years import plain
from loaders.records.records import Entry, Record
from loaders.records.tables import Table

_NAMING = (Use.NAME, Use.ACTIVITY, Use.MEASURE, Use.PART)
# What a key holds before a row's name, and may stand in one table alone: section, unit, number, group.
_OPEN = 4
_PLAN_OR_RESULT = frozenset({Use.TARGET, Use.RESULT, Use.FORECAST, Use.CURRENT, Use.PAIR})
# Columns of the tables of a file are told apart by their thousands once their rows are joined.
_APART = 1000
_Key = tuple[str, ...]
_Place = tuple[Use, int | None, bool]


def joined(tables: Sequence[Table]) -> list[Table]:
    """Return the tables with the rows that tell of one item in the first of them that does."""
    if len(tables) < 2:
        return list(tables)
    moved = [_moved(table, order) for order, table in enumerate(tables)]
    whole: dict[_Key, tuple[int, Record]] = {}
    taken: set[tuple[int, _Key]] = set()
    names = [Counter(_name(_key(record)) for record in table.records.records) for table in moved]
    for order, table in enumerate(moved):
        for key, record in _by_key(table.records.records).items():
            at = key if key in whole else _answered(key, (order, record), whole, names)
            first = whole.get(at)
            if first is None:
                whole[at] = (order, record)
            elif _agree(first[1], record):
                whole[at] = (first[0], _with(first[1], record))
                taken.add((order, key))
    numeric = frozenset(column for table in moved for column in table.numeric)
    return [_rebuilt(table, order, whole, taken, numeric) for order, table in enumerate(moved)]


def _answered(
    key: _Key, placed: tuple[int, Record], whole: Mapping[_Key, tuple[int, Record]], names: Sequence[Counter[_Key]]
) -> _Key:
    """Return the key of the one row of an earlier table whose other half a row is, its own where there is no such row.

    `names` are how often a name stands in each table: a row of a name that comes again may be of any of them.
    """
    order, record = placed
    found = [
        other
        for other, (at, half) in whole.items()
        if at != order
        and _may_be_one(other, key)
        and names[at][_name(key)] == names[order][_name(key)] == 1
        and _are_halves(half, record)
    ]
    return found[0] if len(found) == 1 else key


def _name(key: _Key) -> _Key:
    """Return what a row itself is called, without its section, unit, number and group."""
    return key[_OPEN:]


def _may_be_one(key: _Key, other: _Key) -> bool:
    """Return whether two rows have one name, and no word of what they say besides stands against another."""
    is_named = _name(key) == _name(other) and any(_name(key))
    return is_named and all(not a or not b or a == b for a, b in zip(key[:_OPEN], other[:_OPEN], strict=True))


def _are_halves(one: Record, other: Record) -> bool:
    """Return whether one row tells what was planned alone, and the other alone what came of it."""
    uses = [{entry.use for entry in record.entries} & _PLAN_OR_RESULT for record in (one, other)]
    return {Use.TARGET} in uses and any(found and Use.TARGET not in found for found in uses)


def _moved(table: Table, order: int) -> Table:
    """Return a table with the columns of its values told apart from those of the others."""
    records = (
        replace(record, entries=tuple(replace(e, column=e.column + order * _APART) for e in record.entries))
        for record in table.records.records
    )
    numeric = frozenset(column + order * _APART for column in table.numeric)
    return replace(table, records=replace(table.records, records=tuple(records)), numeric=numeric)


def _rebuilt(
    table: Table, order: int, whole: dict[_Key, tuple[int, Record]], taken: set[tuple[int, _Key]], numeric: frozenset[int]
) -> Table:
    """Return a table with its rows as they are joined, without those that an earlier one has taken."""
    keyed = [(_key(record), record) for record in table.records.records]
    alone = _by_key(table.records.records)
    records = tuple(
        whole[key][1] if key in alone and key in whole and whole[key][0] == order else record
        for key, record in keyed
        if (order, key) not in taken
    )
    return replace(table, records=replace(table.records, records=records), numeric=numeric)


def _by_key(records: Sequence[Record]) -> dict[_Key, Record]:
    """Return the records that have a name which no other of their table has."""
    counts = Counter(map(_key, records))
    return {key: record for record in records if counts[key := _key(record)] == 1 and any(key[2:])}


def _key(record: Record) -> _Key:
    unit = record.one(Use.UNIT)
    beside = ("" if is_blank(unit) else plain(unit), plain(record.one(Use.NUMBER)), plain(" ".join(record.of(Use.GROUP))))
    words = (plain(" ".join(record.of(use))) for use in _NAMING)
    return (plain(record.section), *beside, *words, plain(record.measure))


def _agree(one: Record, other: Record) -> bool:
    """Return whether no value of one record stands against a value of the other, and no words against words."""
    told: dict[_Place, set[str]] = {}
    for entry in one.entries:
        told.setdefault(_place(entry), set()).add(plain(entry.text))
    return all(plain(e.text) in told.get(_place(e), {plain(e.text)}) for e in other.entries)


def _place(entry: Entry) -> _Place:
    """Return where an entry belongs; a year's plan may be told in words (次年度も継続) and stand as a value elsewhere."""
    return entry.use, entry.year, bool(entry.values)


def _with(record: Record, other: Record) -> Record:
    known = set(map(_place, record.entries))
    new: tuple[Entry, ...] = tuple(entry for entry in other.entries if _place(entry) not in known)
    words = tuple((use, text) for use, text in other.words if text.strip() and is_blank(record.one(use)))
    return replace(
        record,
        words=(*record.words, *words),
        entries=(*record.entries, *new),
        section=record.section or other.section,
        row=(*record.row, *other.row),
        unit=record.unit or other.unit,
    )
