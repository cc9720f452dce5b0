"""Where a form stands again and again on a sheet, all of them tell the words of its rows: one alone has each word once."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.layout.form_blocks import begins_block
from loaders.mapping.layout.labelled_lines import tells_facts

# A form's table is short; below the headings that a page repeats stand more rows.
_MOST_ROWS = 12
_FEWEST = 2


def words_in_forms(sheet: Sheet, last: int, column: int) -> tuple[str, ...]:
    """Return a column's words in all tables of a sheet that have a table's lowest line of headings; none where it stands alone.

    `last` is that line of the table.
    """
    return tuple(text for row in _rows_of_forms(sheet, sheet.rows[last]) if (text := sheet.shown(row, column)).strip())


@lru_cache(maxsize=8)
def _rows_of_forms(sheet: Sheet, headings: tuple[str, ...]) -> tuple[int, ...]:
    """Return the rows of all tables of a sheet whose lowest line of headings is the same, none where it stands once."""
    forms = [list(_rows_below(sheet, row)) for row in range(len(sheet.rows)) if sheet.rows[row] == headings]
    if len(forms) < _FEWEST or any(len(rows) > _MOST_ROWS for rows in forms):
        return ()
    return tuple(row for rows in forms for row in rows)


def _rows_below(sheet: Sheet, row: int) -> Iterator[int]:
    """Return the rows of a form's table: up to a blank line, what is told of the next one, or headings again.

    A label that reaches down beside several rows (成果指標 beside its name, 目標値 and 実績値) is one of the table's own.
    """
    below = range(row + 1, min(row + 2 + _MOST_ROWS, len(sheet.rows)))
    return takewhile(lambda at: _is_of_table(sheet, at), below)


def _is_of_table(sheet: Sheet, row: int) -> bool:
    return any(non_empty(sheet.rows[row])) and (begins_block(sheet, row) or not tells_facts(sheet, row))
