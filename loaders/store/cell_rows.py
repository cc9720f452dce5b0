"""An initiative and its cells as rows of the store: names folded for search, words at their places, cells that nobody reads."""

import unicodedata
from collections.abc import Iterator

from loaders.lengths import SENTENCES
from loaders.model import Cell, Initiative, Place, Reading
from loaders.outcomes.plans import ends
from loaders.store.identities import DOCUMENT_ID, PLAN_ID, Row


def search_text(text: str) -> str:
    """Return a text as search compares it: one width, one case, no spaces.

    >>> search_text("Ｇ Ｉ Ｓ等")
    'gis等'
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def initiative_row(reading: Reading) -> Row:
    """Return the row of an initiative."""
    names = (
        *("number", "goal_code", "policy_code", "program_code", "program_code_printed", "program_name", "is_lead"),
        *("department", "department_unit", "former_department", "activity", "source_line", "source_page"),
        *("program_printed", "lead_printed", "department_printed", "number_printed", "measure_printed", "unit_printed"),
        "source_sheet",
    )
    row = reading.initiative
    keys = {"initiative_id": row.number, "plan_id": PLAN_ID, "document_id": DOCUMENT_ID}
    return keys | {name: getattr(row, name) for name in names} | _folded_names(row) | {"is_ended": False}


def _folded_names(row: Initiative) -> Row:
    section = (row.department, row.department_unit, row.former_department)
    names = (row.program_code, row.program_name, *section, row.activity)
    return {
        "search_text": " ".join(search_text(name) for name in names if name),
        "program_search_text": search_text(row.program_name),
        "activity_search_text": search_text(row.activity),
    }


def places(printed: Place, place: Place) -> Row:
    """Return the columns that say where words are printed and where they belong."""
    return {"printed_kind": printed.kind, "printed_year": printed.year, "kind": place.kind, "year": place.year}


def cell_rows(reading: Reading) -> Iterator[Row]:
    """Yield a row for each piece of an initiative's cells, at its true place."""
    for cell in reading.cells:
        yield {
            "initiative_id": reading.initiative.number,
            **places(cell.printed, cell.place),
            "text": cell.text,
            "search_text": search_text(cell.text),
            "span_start": cell.span_start,
            "span_end": cell.span_end,
            "is_moved": cell.is_moved,
            "confidence": cell.confidence,
            "rule": cell.rule,
            "column_heading": cell.column.heading if cell.column and _is_one_of_several(cell, reading) else None,
            "ends_work": cell.place.kind == "plan" and ends(cell.text[:SENTENCES]),
            "document_id": DOCUMENT_ID,
            "is_confirmed": cell.is_confirmed,
        }


def _is_one_of_several(cell: Cell, reading: Reading) -> bool:
    """Return whether other columns share a cell's place, so that its heading tells them apart."""
    printed = next((p for p in reading.initiative.cells if p.place == cell.printed), None)
    return printed is not None and len(printed.columns) > 1


def other_cell_rows(reading: Reading) -> Iterator[Row]:
    """Yield a row for each cell that no reading uses, with its heading."""
    number = reading.initiative.number
    for position, (heading, text) in enumerate(reading.initiative.other, start=1):
        yield {"initiative_id": number, "position": position, "heading": heading, "text": text}
