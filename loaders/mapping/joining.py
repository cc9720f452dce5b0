"""A file may tell of one item in several tables: what was planned in one and what came of it in the next, a table a year.

Rows of two tables are one where all that names them is the same and no value of one stands against a value of the other.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from loaders.mapping.heading_years import plain
from loaders.mapping.mapping import Use
from loaders.mapping.records import Entry, Record
from loaders.mapping.tables import Table
from loaders.mapping.values import is_blank

_NAMING = (Use.NUMBER, Use.GROUP, Use.NAME, Use.ACTIVITY, Use.MEASURE, Use.PART)
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
    for order, table in enumerate(moved):
        alone = _by_key(table.records.records)
        own, before = _units(alone), _units(whole)
        for key, record in alone.items():
            known = _known(key, before, own)
            first = whole.get(known)
            if first is None:
                whole[key] = (order, record)
            elif _agree(first[1], record):
                whole[known] = (first[0], _with(first[1], record))
                taken.add((order, key))
    numeric = frozenset(column for table in moved for column in table.numeric)
    return [_rebuilt(table, order, whole, taken, numeric) for order, table in enumerate(moved)]


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
    words = (plain(" ".join(record.of(use))) for use in _NAMING)
    unit = record.one(Use.UNIT)
    return (plain(record.section), "" if is_blank(unit) else plain(unit), *words, plain(record.measure))


def _known(key: _Key, units: Mapping[_Key, Collection[str]], own: Mapping[_Key, Collection[str]]) -> _Key:
    """Return the key of an earlier table under which a row stands: a table may leave out the units that another has told.

    `units` are those under which rows of a name stand in earlier tables, `own` those in its own. Where rows differ in nothing
    but their units, one without a unit is of none of them.
    """
    name = _without_unit(key)
    before = units.get(name, ())
    if key[1] in before or len(before) != 1 or len(own[name]) != 1:
        return key
    [unit] = before
    return (key[0], unit, *key[2:]) if "" in (key[1], unit) else key


def _units(keys: Iterable[_Key]) -> dict[_Key, set[str]]:
    """Return the units of the rows of each name."""
    found: dict[_Key, set[str]] = {}
    for key in keys:
        found.setdefault(_without_unit(key), set()).add(key[1])
    return found


def _without_unit(key: _Key) -> _Key:
    return (key[0], *key[2:])


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
    told = {use for use, text in record.words if not is_blank(text)}
    unit = tuple((use, text) for use, text in other.words if use is Use.UNIT and use not in told)
    return replace(record, words=(*record.words, *unit), entries=(*record.entries, *new), row=(*record.row, *other.row))
