"""Which way its indicators improve a file may say in a note, once for all of its tables: ※延床面積は値が小さいほど望ましい."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.codes import Direction
from loaders.grid.grid import Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.direction_notes import direction_noted, directions_noted
from loaders.records.records import Record
from loaders.records.tables import Table

# What a column of directions would say.
_WORDS = {Direction.UP: "増加", Direction.DOWN: "減少"}


def with_directions_noted(tables: Sequence[Table]) -> list[Table]:
    """Return the tables, their records with what a note of their file says of which way they improve where no column does."""
    sheets = {table.sheet.name: table.sheet for table in tables}.values()
    noted = directions_noted(line for sheet in sheets for line in _notes(sheet))
    if not noted:
        return list(tables)
    directed = (tuple(_directed(record, noted) for record in table.records.records) for table in tables)
    return [replace(t, records=replace(t.records, records=found)) for t, found in zip(tables, directed, strict=True)]


def _directed(record: Record, noted: Mapping[str, Direction]) -> Record:
    name = " ".join((record.one(Use.MEASURE) or record.one(Use.NAME) or record.one(Use.ACTIVITY), record.measure))
    way = None if record.one(Use.DIRECTION) else direction_noted(name, noted)
    return replace(record, words=(*record.words, (Use.DIRECTION, _WORDS[way]))) if way else record


def _notes(sheet: Sheet) -> Iterator[str]:
    yield from (*sheet.around, *filter(None, map(sheet.only_text, range(len(sheet.rows)))), *sheet.below)
