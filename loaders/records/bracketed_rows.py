"""A row in brackets below one that is not, of the same item, kind and year, is of a part or of something else: （うち外国人）.

Neither the plan nor what came of it is in it; where a note says that brackets tell the two apart (line_kinds.py), none is so.
"""

from collections.abc import Iterator, Sequence

from loaders.grid.grid import Sheet
from loaders.mapping.cells.brackets import is_bracketed
from loaders.mapping.cells.values import is_blank, read_values
from loaders.mapping.model.mapping import PLANNED_OR_DONE, TableMapping, Use
from loaders.mapping.words.heading_years import plain
from loaders.records.data_rows import DataRow


def bracketed_rows(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping) -> frozenset[int]:
    """Return the lines of a table's rows whose values all stand in brackets beside those of the same item that do not."""
    columns = [c.column for c in table.of(*PLANNED_OR_DONE)]
    if table.line_kinds or not columns:
        return frozenset()
    found: set[int] = set()
    for run in _of_one_kind(sheet, rows, table):
        aside = [row.at for row in run if _is_aside(sheet.rows[row.at], columns)]
        has_others = any(read_values(sheet.rows[row.at][c]) for row in run if row.at not in aside for c in columns)
        found.update(aside if has_others else ())
    return frozenset(found)


def _is_aside(cells: Sequence[str], columns: Sequence[int]) -> bool:
    """Return whether a row's cells of values, blank ones aside, stand in brackets."""
    told = [cells[column] for column in columns if not is_blank(cells[column])]
    return bool(told) and all(map(is_bracketed, told))


def _of_one_kind(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping) -> Iterator[list[DataRow]]:
    """Yield the rows that follow each other and say the same of item, kind and year; a kind left blank is the one above."""
    kind_columns = [c.column for c in table.of(Use.KIND)]
    run: list[DataRow] = []
    before: tuple[object, ...] = ()
    kinds: list[str] = []
    for row in rows:
        item = tuple(plain(words) for words in row.words.values())
        is_same = bool(run) and item == before[1] and row.section == before[0]
        told = [plain(sheet.shown(row.at, column)) for column in kind_columns]
        kinds = [own or (above if is_same else "") for own, above in zip(told, kinds or told, strict=True)]
        key = (row.section, item, tuple(kinds), tuple(sorted((c, y.year) for c, y in row.years.items())))
        if run and key != before:
            yield run
            run = []
        run.append(row)
        before = key
    if run:
        yield run
