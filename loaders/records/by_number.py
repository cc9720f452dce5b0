"""A row whose name numbers several indicators, and whose values are numbered as well, is as many records.

What bears no number (a verdict, a section, 調査せず) is of all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.mapping.cells.numbered import mark_of, numbered, states_numbered_values
from loaders.mapping.cells.values import is_blank, read_values
from loaders.mapping.model.mapping import VALUED, Use
from loaders.records.records import Entry, Record


def one_a_number(record: Record) -> Iterator[Record]:
    """Yield a record, or one for each indicator that its name numbers where its values are numbered as well."""
    use = Use.MEASURE if record.one(Use.MEASURE) else Use.NAME
    names = numbered(record.one(use))
    if len(names) < 2 or list(names) != list(range(len(names))) or not _numbers_values(record.entries):
        yield record
        return
    for at in names:
        words = tuple((kind, _part(text, at, names)) for kind, text in record.words)
        entries = tuple(
            replace(entry, text=part, mark=mark_of(entry.text, at))
            for entry in record.entries
            if (part := _part(entry.text, at, names))
        )
        yield replace(record, words=words, entries=entries)


def _numbers_values(entries: Sequence[Entry]) -> bool:
    """Return whether the cells of a record's values number them; a value of nobody knows which makes it none."""
    values = [entry.text for entry in entries if entry.use in VALUED and not is_blank(entry.text)]
    return any(map(states_numbered_values, values)) and not any(read_values(text) for text in values if not numbered(text))


def _part(text: str, at: int, names: dict[int, str]) -> str:
    """Return what a cell says of one indicator: what its number stands before, all of it where nothing is numbered."""
    parts = numbered(text)
    return parts.get(at, "") if parts and parts.keys() <= names.keys() else text
