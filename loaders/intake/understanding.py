"""How a file is understood, as plain values that a page can show: its tables, what each column is for, what is in doubt.

Where no table is found, or a table says too little, the file's rows are told all the same: a person can choose what heads it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from loaders.editions.edition_reading import read_document_of
from loaders.editions.matching import match_rows
from loaders.errors import DocumentError, TablelessError, YearlessError
from loaders.grid.grid import Grid, Sheet
from loaders.intake.adding import read_new, title_of
from loaders.intake.predecessor import Predecessor, next_edition, predecessor_of
from loaders.library.library import Library
from loaders.mapping.model.mapping import USE_WORDS, VALUED, YEARLY, Use, sheet_of
from loaders.mapping.model.mapping import Mapping as TableMappings
from loaders.mapping.model.written import read_written, written
from loaders.mapping.proposing import propose, table_at
from loaders.prose.eras import label
from loaders.records.documents import document_of
from loaders.records.reading import reads_as_prose
from loaders.records.taken_apart import read_tables
from loaders.store.keeping import names_in
from loaders.table.document import Document

# Rows of a table that a person looks at to see whether it was understood.
SHOWN_ROWS: Final = 40
# What a person has to say of a file that was not read.
HEADINGS, COLUMNS, YEAR = "headings", "columns", "year"
# Years that a column may be of beside those that were found.
YEARS_BEFORE, YEARS_AFTER = 5, 10


def inspected(library: Library, store: Path, name: str, data: bytes, how: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a file is understood, as JSON can hold it.

    `tables` are its tables with their first rows and columns; `uses` what a column may be; `sheets` all its first rows, of
    which a person can choose the headings: `how` then holds them (`headings`: the sheet's name, the first and the last line);
    `predecessor` the plan that it is an edition of; `is_known_form` whether that plan's last file had the same columns;
    `doubtful` the rows for a person to match. Where it cannot be read so, `trouble` says why, `what` the same in one sentence,
    and `needs` what a person has to say: its 'headings', its 'columns', its 'year', or '' where that would not help.
    """
    grid = read_tables(data, name)
    proposed = _proposed(grid, how)
    is_settled = bool(how.get("mapping") or how.get("headings"))
    names = names_in(store)
    if not is_settled and (known := next_edition(library, names, grid, proposed)) is not None:
        found = _read(grid, known.mapping, known.document) | _place(library, names, known.predecessor, known.document)
        return {**found, "is_known_form": True}
    prose = not is_settled and reads_as_prose(grid, proposed)
    settled = None if prose else read_written(how["mapping"]) if how.get("mapping") else proposed
    try:
        document = read_new(name, data, how) if settled is None else document_of(grid, settled)
    except DocumentError as error:
        needs, what = _needed(error, settled), error.what
        if needs == COLUMNS and not _has_values(settled):
            what = "どの列が目標や実績か、見出しからは分かりません。"
        return {"trouble": str(error), "what": what, "needs": needs, **_to_choose(grid, settled)}
    return _read(grid, settled, document) | _place(library, names, predecessor_of(library, names, document), document)


def _read(grid: Grid, settled: TableMappings | None, document: Document) -> dict[str, Any]:
    return {
        **_columns(grid, settled, document.years),
        "title": title_of(document, grid.file_name),
        "rows": len(document.initiatives),
        "years": list(document.years),
        "notes": [finding.message for finding in document.findings if finding.number is None],
        "is_known_form": False,
    }


def _place(library: Library, names: Mapping[int, str], predecessor: Predecessor | None, document: Document) -> dict[str, Any]:
    return {
        "predecessor": None
        if predecessor is None
        else {"name": predecessor.name, "shared": predecessor.shared, "plan_id": predecessor.plan_id},
        "doubtful": [] if predecessor is None else _doubtful(library, predecessor, document),
        "names": list(names.values()),
    }


def _needed(error: DocumentError, settled: TableMappings | None) -> str:
    """Return what a person has to say of a file for it to be read."""
    if isinstance(error, TablelessError) or settled is None or not settled.tables:
        return HEADINGS
    return YEAR if isinstance(error, YearlessError) and _has_values(settled) else COLUMNS


def _has_values(settled: TableMappings | None) -> bool:
    tables = settled.tables if settled is not None else ()
    return any(column.use in VALUED for table in tables for column in table.columns)


def _proposed(grid: Grid, how: Mapping[str, Any]) -> TableMappings:
    """Return what the file's tables are taken for: below the headings that a person chose, else as they are found."""
    chosen = how.get("headings")
    sheet = next((sheet for sheet in grid.sheets if chosen and sheet.name == chosen["sheet"]), None)
    if chosen is None or sheet is None:
        return propose(grid, how.get("year"))
    others = tuple(other.name for other in grid.sheets if other is not sheet)
    return TableMappings((table_at(grid, sheet, (chosen["first"], chosen["last"]), how.get("year")),), others)


def _to_choose(grid: Grid, settled: TableMappings | None) -> dict[str, Any]:
    """Return what a person needs to say himself what a table is: its columns where one was found, and all first rows."""
    has_tables = settled is not None and settled.tables
    years = {column.year for table in settled.tables for column in table.columns} if settled is not None else set()
    known = sorted(year for year in years if year is not None) or [date.today().year]
    return _columns(grid, settled if has_tables else None, known)


def _columns(grid: Grid, settled: TableMappings | None, years: Sequence[int]) -> dict[str, Any]:
    return {
        "form": grid.format.value,
        "mapping": None if settled is None else written(settled),
        "tables": [] if settled is None else _tables(grid, settled),
        "uses": {use.value: USE_WORDS[use] for use in Use},
        "yearly": sorted(use.value for use in YEARLY),
        "labels": _labels(years),
        "sheets": list(map(_first_rows, grid.sheets)),
    }


def _first_rows(sheet: Sheet) -> dict[str, Any]:
    return {"name": sheet.name, **_shown(sheet, range(min(len(sheet.rows), SHOWN_ROWS)))}


def _shown(sheet: Sheet, rows: Iterable[int]) -> dict[str, Any]:
    """Return rows of a sheet as a person sees them, with what rows and columns are called."""
    numbers = list(rows)
    return {
        "rows": [[sheet.shown(row, column) for column in range(sheet.width)] for row in numbers],
        "lines": [sheet.row_words(row) for row in numbers],
        "letters": [sheet.column_words(column) for column in range(sheet.width)],
    }


def _labels(years: Sequence[int]) -> dict[str, str]:
    """Return the short labels of a table's years, and of those around that a column may be of."""
    return {str(year): label(year) for year in range(min(years) - YEARS_BEFORE, max(years) + YEARS_AFTER + 1)}


def _tables(grid: Grid, mapping: TableMappings) -> list[dict[str, Any]]:
    found = []
    for table in mapping.tables:
        sheet = sheet_of(grid, table)
        rows = range(table.first, min(table.end, table.last + 1 + SHOWN_ROWS))
        found.append(
            {
                "sheet": table.sheet,
                "first": table.first,
                "last": table.last,
                "headings": table.last + 1 - table.first,
                **_shown(sheet, rows),
                "all_rows": table.end - table.last - 1,
                "year": table.year,
            }
        )
    return found


def _doubtful(library: Library, predecessor: Predecessor, document: Document) -> list[dict[str, Any]]:
    """Return the matches that a person should look at, with what both rows are called."""
    plan = next(plan for plan in library.plans() if plan.plan_id == predecessor.plan_id)
    before = read_document_of(plan.editions[-1])[1].initiatives
    names = {row.number: row.activity or row.program_name for row in before}
    now = {row.number: row.activity or row.program_name for row in document.initiatives}
    return [
        {
            "number": match.number,
            "before": match.before,
            "name": now[match.number],
            "name_before": names[match.before],
            "reason": match.reason,
        }
        for match in match_rows(before, document.initiatives)
        if match.is_doubtful
    ]
