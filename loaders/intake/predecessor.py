"""A table is the next edition of the plan whose rows it has; it is read as a person settled that plan's last file."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from loaders.editions.edition_reading import read_document_of
from loaders.editions.matching import match_rows
from loaders.errors import DocumentError
from loaders.grid.grid import Grid
from loaders.library.library import Library
from loaders.mapping.model.mapping import Mapping as TableMappings
from loaders.mapping.model.written import carried_over, is_same_form, read_written
from loaders.mapping.proposing import table_at
from loaders.records.documents import document_of
from loaders.table.document import Document

# A table that shares so many of its rows with a plan's newest one is its next edition; a single one may be alike by chance.
SHARED_ROWS = 0.5
FEWEST_ROWS = 2


@dataclass(frozen=True)
class Predecessor:
    """The plan that a table is likely an edition of, by number and name, and the share of its rows that both have."""

    plan_id: int
    name: str
    shared: float


@dataclass(frozen=True)
class NextEdition:
    """A file of the form of a plan's last one: how it is read by that, what it then holds, and the plan."""

    mapping: TableMappings
    document: Document
    predecessor: Predecessor


def predecessor_of(library: Library, names: Mapping[int, str], document: Document) -> Predecessor | None:
    """Return the plan that a table is an edition of, by the rows that both have; None where it is none's."""
    found = []
    for plan in library.plans():
        newest = read_document_of(plan.editions[-1])[1].initiatives
        sure = [match for match in match_rows(newest, document.initiatives) if not match.is_doubtful]
        rows = max(min(len(newest), len(document.initiatives)), 1)
        if len(sure) >= min(FEWEST_ROWS, rows):
            found.append(Predecessor(plan.plan_id, names.get(plan.plan_id, plan.name), len(sure) / rows))
    best = max(found, key=lambda one: one.shared, default=None)
    return best if best is not None and best.shared >= SHARED_ROWS else None


def next_edition(library: Library, names: Mapping[int, str], grid: Grid, proposed: TableMappings) -> NextEdition | None:
    """Return how a file is read as the next edition of a plan whose last file had its columns, None where it is none."""
    for plan_id, mapping in _same_forms(library, grid, proposed):
        with suppress(DocumentError):
            document = document_of(grid, mapping)
            predecessor = predecessor_of(library, names, document)
            if predecessor is not None and predecessor.plan_id == plan_id:
                return NextEdition(mapping, document, predecessor)
    return None


def _same_forms(library: Library, grid: Grid, proposed: TableMappings) -> Iterator[tuple[int, TableMappings]]:
    """Yield the plans whose newest file has the same columns as a grid, each with how the grid is to be read by it.

    The columns are those that are found by themselves, or those below the lines that a person chose as headings.
    """
    for plan in library.plans():
        if (newest := plan.editions[-1].mapping) is None:
            continue
        saved = read_written(newest)
        found = (table for table in (proposed, _below_same_lines(grid, saved)) if table and is_same_form(saved, table))
        if (alike := next(found, None)) is not None:
            yield plan.plan_id, carried_over(saved, alike)


def _below_same_lines(grid: Grid, saved: TableMappings) -> TableMappings | None:
    """Return the tables below the lines that were headings in another file, None where a sheet or a line is not there."""
    tables = []
    for table in saved.tables:
        alike = [sheet for sheet in grid.sheets if sheet.name == table.sheet] or list(grid.sheets)
        if len(alike) != 1 or table.is_turned or table.last + 1 >= len(alike[0].rows):
            return None
        tables.append(table_at(grid, alike[0], (table.first, table.last)))
    return TableMappings(tuple(tables))
