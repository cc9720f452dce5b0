"""A file is read by its grid and a mapping; a text of sentences, which may come out of a PDF, by the reader that repairs it."""

from collections.abc import Sequence
from typing import Final

from loaders.errors import TablelessError
from loaders.grid.delimited import decode
from loaders.grid.grid import Grid
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import USE_KINDS, Mapping, Use
from loaders.mapping.proposing import propose
from loaders.model import Place
from loaders.records.documents import document_of
from loaders.records.tables import is_prose
from loaders.records.taken_apart import read_tables
from loaders.table.document import Document, parse_document
from loaders.table.heading_words import Field, Meaning
from loaders.table.headings_together import as_told

# Columns of a year whose cells are sentences, which the reader of texts reads.
_SENTENCES: Final = frozenset({Use.TARGET, Use.RESULT, Use.COMMENT})
# What the reader of texts calls the uses of columns that say what a row is.
MEANINGS: Final[dict[Use, Meaning]] = {
    Use.NUMBER: Field.NUMBER,
    Use.GROUP: Field.PROGRAM,
    Use.NAME: Field.PROGRAM,
    Use.ACTIVITY: Field.ACTIVITY,
    Use.DEPARTMENT: Field.DEPARTMENT,
    Use.LEAD: Field.LEAD,
    Use.MEASURE: Field.MEASURE,
    Use.UNIT: Field.UNIT,
    Use.STATE_AND_AIM: Place(USE_KINDS[Use.STATE_AND_AIM], None),
}


def read_document(
    data: bytes,
    file_name: str,
    *,
    mapping: Mapping | None = None,
    year: int | None = None,
    missing_numbers: Sequence[int] = (),
) -> Document:
    """Return the document of a file of any kind that is read; raise DocumentError naming what is wrong, where, what to do.

    Without a `mapping` the proposed one is used; `year` is the fiscal year of a table that names none.
    """
    grid = read_tables(data, file_name)
    proposed = propose(grid, year) if mapping is None else mapping
    if mapping is None and reads_as_prose(grid, proposed):
        told = told_headings(proposed)
        try:
            return parse_document(decode(data, file_name), file_name, missing_numbers=missing_numbers, told=told)
        except TablelessError:
            if not any(True for table in proposed.tables for _ in table.of(Use.TARGET, Use.RESULT)):
                raise
    return document_of(grid, proposed)


def reads_as_prose(grid: Grid, proposed: Mapping) -> bool:
    """Return whether a file is a text of sentences, which is read by the headings' words and not by a mapping."""
    return not grid.is_sure and is_prose(grid, proposed)


def told_headings(proposed: Mapping) -> dict[str, Meaning]:
    """Return what a proposed mapping is sure enough of, for the reader of texts, which knows headings by their words alone."""
    told: dict[str, Meaning] = {}
    for column in (column for table in proposed.tables for column in table.columns):
        is_of_year = column.use in _SENTENCES and column.year is not None
        meaning: Meaning = Place(USE_KINDS[column.use], column.year) if is_of_year else MEANINGS.get(column.use)
        if meaning is not None and column.confidence >= SURE_ENOUGH:
            told.setdefault(as_told(column.heading), meaning)
    return told
