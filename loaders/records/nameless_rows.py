"""Rows that bear no name of their own (計画の推計, 対計画比) are of a row that does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.mapping.cells.evidence import split_kind
from loaders.mapping.model.mapping import Use
from loaders.records.records import Record


def with_nameless(records: Sequence[Record]) -> Iterator[Record]:
    """Yield the records, rows that bear no name of their own with the record that they are of.

    Targets (計画の推計) are of the record whose values they are nearest, ratios and differences (対計画比) of the one above.
    Where nothing has come of any they are items themselves.
    """
    nameless = [_is_nameless(record) for record in records]
    named = [record for record, is_nameless in zip(records, nameless, strict=True) if not is_nameless]
    if not any(nameless) or not any(e.use is Use.RESULT for record in named for e in record.entries):
        yield from records
        return
    given: dict[int, list[Record]] = {}
    above = -1
    for record, is_nameless in zip(records, nameless, strict=True):
        if not is_nameless:
            above += 1
            continue
        is_rate = all(e.use is Use.RATE for e in record.entries)
        at = max(above, 0) if is_rate else min(range(len(named)), key=lambda n: _distance(record, named[n]))
        given.setdefault(at, []).append(record)
    for at, record in enumerate(named):
        others = given.get(at, [])
        entries = (*record.entries, *(e for other in others for e in other.entries))
        yield replace(record, entries=entries, row=(*record.row, *(cell for other in others for cell in other.row)))


def _is_nameless(record: Record) -> bool:
    names = [text for use in (Use.NAME, Use.MEASURE) for text in record.of(use) if text.strip()]
    is_alike = all(e.use is Use.TARGET for e in record.entries) or all(e.use is Use.RATE for e in record.entries)
    return len(names) == 1 and split_kind(names[0])[0] == "" and is_alike


def _distance(one: Record, other: Record) -> float:
    """Return how far two records' values of the same years are apart, as a share; far where they share no year."""
    first = {e.year: v[0].value for e in one.entries if (v := e.values)}
    second = {e.year: v[0].value for e in other.entries if e.use is Use.RESULT and (v := e.values)}
    shared = [abs(first[y] - second[y]) / max(abs(first[y]), abs(second[y]), 1e-9) for y in first.keys() & second.keys()]
    return sum(shared) / len(shared) if shared else 1.0
