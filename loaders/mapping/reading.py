"""A file is read by its grid and a mapping; a text of sentences, which may come out of a PDF, by the reader that repairs it."""

from collections.abc import Sequence

from loaders.grid.delimited import decode
from loaders.grid.grid import Grid
from loaders.mapping.documents import document_of
from loaders.mapping.mapping import Mapping
from loaders.mapping.proposing import propose
from loaders.mapping.tables import is_prose
from loaders.mapping.taken_apart import read_tables
from loaders.table.document import Document, parse_document


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
        return parse_document(decode(data, file_name), file_name, missing_numbers=missing_numbers)
    return document_of(grid, proposed)


def reads_as_prose(grid: Grid, proposed: Mapping) -> bool:
    """Return whether a file is a text of sentences, which is read by the headings' words and not by a mapping."""
    return not grid.is_sure and is_prose(grid, proposed)
