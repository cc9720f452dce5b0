"""Next year's file has the same form with a year more: what a person settled for a heading holds for it again."""

from dataclasses import replace

from loaders.errors import DocumentError
from loaders.grid.grid import Grid, Sheet
from loaders.mapping.cues import plain, shape
from loaders.mapping.headings import heading_paths, joined
from loaders.mapping.mapping import ColumnUse, Mapping, TableMapping
from loaders.mapping.proposing import propose

SAVED = "保存された対応から"


def apply_saved(grid: Grid, saved: Mapping, year: int | None = None) -> Mapping:
    """Return the mapping of a file by a saved one of the same form; raise DocumentError where the file has another form.

    A table whose headings are those of the saved one is taken as it was settled. Where headings are new (a year more), each
    column is what a column of the same words was, in the year that it names now; only what is new is proposed.
    """
    proposed = propose(grid, year)
    tables = tuple(
        found
        for sheet in grid.sheets
        for found in _tables(sheet, saved, tuple(table for table in proposed.tables if table.sheet == sheet.name))
    )
    if not tables:
        raise DocumentError(
            "保存された列の対応が、この資料の表に合いません。見出しが違うようです。",
            where=grid.file_name,
            todo="保存された対応を使わずに読み込み、対応を確かめ直してください。",
        )
    return Mapping(tables, proposed.unread_sheets)


def _tables(sheet: Sheet, saved: Mapping, proposed: tuple[TableMapping, ...]) -> tuple[TableMapping, ...]:
    """Return the tables of a sheet: as saved where the headings are the same, else as proposed with what was settled."""
    kept = [table for table in saved.tables if table.sheet == sheet.name and _fits(sheet, table)]
    if kept:
        ends = {table.first: table.end for table in proposed}
        return tuple(replace(table, end=ends.get(table.first, len(sheet.rows))) for table in kept)
    return tuple(settled for table in proposed if (settled := _settled(table, saved)) is not None)


def _fits(sheet: Sheet, table: TableMapping) -> bool:
    if table.last >= len(sheet.rows) or any(column.column >= sheet.width for column in table.columns):
        return False
    paths = heading_paths(sheet, table.first, table.last)
    return len(paths) == len(table.columns) and all(
        plain(joined(path)) == plain(c.heading) for path, c in zip(paths, table.columns, strict=True)
    )


def _settled(table: TableMapping, saved: Mapping) -> TableMapping | None:
    """Return a proposed table with what was settled for columns of the same words, None where hardly any is known."""
    by_words = {plain(c.heading): c for other in saved.tables for c in other.columns}
    by_shape = {shape(c.heading): c for other in saved.tables for c in other.columns}
    columns = [
        _column(column, by_words.get(plain(column.heading)), by_shape.get(shape(column.heading))) for column in table.columns
    ]
    known = sum(c.reason.startswith(SAVED) for c in columns)
    return replace(table, columns=tuple(columns)) if 2 * known >= len(columns) else None


def _column(column: ColumnUse, same: ColumnUse | None, alike: ColumnUse | None) -> ColumnUse:
    found = same or alike
    if found is None:
        return column
    year = same.year if same is not None else column.year
    settled = replace(column, use=found.use, indicator=found.indicator, measure=found.measure, year=year)
    return replace(settled, reason=f"{SAVED}（{found.heading}）", confidence=1.0)
