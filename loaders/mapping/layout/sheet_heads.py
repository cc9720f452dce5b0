"""The first lines of a sheet are of all tables below them: 令和６年度　運営方針 | 作成 R7.4.18."""

from itertools import takewhile

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.layout.heading_rows import is_heading_row
from loaders.mapping.layout.labelled_lines import tells_facts

# Longer tells something.
_LONGEST = 50


def head_of_sheet(sheet: Sheet, end: int) -> tuple[str, ...]:
    """Return the cells of a sheet's first lines, above its first blank line, its first headings and `end`.

    Sentences are left out, and lines of labels with their values: 事業開始年度 | 令和２年度.

    >>> head_of_sheet(Sheet("1", (("R6 方針", "作成 R7.4.18"), ("担当課", "公園課"), ("", ""), ("R5", "12"))), 4)
    ('R6 方針', '作成 R7.4.18')
    """
    rows = list(takewhile(lambda row: _is_head(sheet, row), range(min(end, len(sheet.rows)))))
    texts = (text.strip() for row in rows if not tells_facts(sheet, row) for _, text in non_empty(sheet.rows[row]))
    return tuple(text for text in texts if len(text) <= _LONGEST and not text.endswith("。"))


def _is_head(sheet: Sheet, row: int) -> bool:
    return any(non_empty(sheet.rows[row])) and (tells_facts(sheet, row) or not is_heading_row(sheet.rows[row]))
