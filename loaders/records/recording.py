"""The rows of an item come to records: one an indicator, with what says whose it is and its cells at their uses and years."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.grid.grid import Sheet
from loaders.mapping.model.mapping import VALUED, ColumnUse, TableMapping, Use
from loaders.mapping.words.heading_years import plain
from loaders.records.data_rows import CARRIED, DataRow
from loaders.records.entries import entries_of
from loaders.records.item_cells import Item
from loaders.records.nameless_rows import with_nameless
from loaders.records.records import Record, Records
from loaders.records.rows_by_item import rows_by_item


def read_records(sheet: Sheet, table: TableMapping) -> Records:
    """Return the records of a table, in the order of its rows."""
    items, left = rows_by_item(sheet, table)
    of_parts = _of_parts(items, table)
    records = [record for rows in items for record in _records_of(sheet, rows, _for_part(rows[0], table, of_parts))]
    return Records(tuple(with_nameless(records)), left)


def _of_parts(items: Sequence[Sequence[DataRow]], table: TableMapping) -> dict[int, str]:
    """Return for columns of values the part of each item that their headings are of: 目標（累計） beside 単年 and 累計."""
    columns = [c.column for c in table.of(Use.PART)]
    parts = {plain(row.words.get(c, "")) for rows in items for row in rows for c in columns} - {""}
    told = {c.column: [part for part in parts if part in plain(c.heading)] for c in table.of(*VALUED)}
    return {column: found[0] for column, found in told.items() if len(parts) > 1 and len(found) == 1}


def _for_part(row: DataRow, table: TableMapping, of_parts: dict[int, str]) -> TableMapping:
    """Return a table without the columns that are of another part than a row is."""
    own = {plain(row.words.get(c.column, "")) for c in table.of(Use.PART)}
    others = {column for column, part in of_parts.items() if part not in own}
    return replace(table, columns=tuple(c for c in table.columns if c.column not in others)) if others else table


def _records_of(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping) -> Iterator[Record]:
    """Yield the records of an item's rows: one, or one for each indicator that stands side by side."""
    first = next((row for row in rows if row.kind is not Use.UNREAD), rows[0])
    entries = entries_of(Item(sheet, table, rows, first))
    cells = tuple(
        (c.heading, sheet.rows[row.at][c.column]) for row in rows for c in table.columns if sheet.rows[row.at][c.column].strip()
    )
    measures = {c.indicator: c.measure for c in table.columns if c.measure}
    for indicator in sorted(entries) or [0]:
        own = tuple((c.use, first.words.get(c.column, "")) for c in table.columns if _belongs(c, indicator, table))
        merged = frozenset(
            c.use
            for c in table.columns
            if c.use in CARRIED and c.column not in first.own and first.words.get(c.column, "").strip()
        )
        own += ((Use.PART, first.aside),) if first.aside else ()
        leads = tuple((c.use, sheet.shown(first.at, c.column)) for c in table.columns if c.use is Use.LEAD)
        yield Record(
            line=sheet.line(first.at),
            words=own + leads + tuple(_told_by_headings(indicator, table)),
            entries=tuple(entries.get(indicator, ())),
            measure=measures.get(indicator, ""),
            section=first.section,
            merged=merged,
            row=cells,
            unit=table.unit,
        )


def _told_by_headings(indicator: int, table: TableMapping) -> Iterator[tuple[Use, str]]:
    """Yield what the headings of an indicator's values say of it where no column does."""
    columns = [c for c in table.columns if c.indicator == indicator]
    for use, words in ((Use.UNIT, [c.unit for c in columns]), (Use.DEPARTMENT, [c.department for c in columns])):
        told = next(filter(None, words), "")
        if told and not any(table.of(use)):
            yield use, told


def _belongs(column: ColumnUse, indicator: int, table: TableMapping) -> bool:
    if column.use not in CARRIED:
        return False
    alike = list(table.of(column.use))
    is_parted = column.use is Use.DEPARTMENT and len({c.indicator for c in alike}) > 1
    is_shared = not is_parted and (column.use not in (Use.MEASURE, Use.UNIT) or len(alike) == 1)
    return is_shared or column.indicator == indicator
