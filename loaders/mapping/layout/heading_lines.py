"""Where headings begin and end on a sheet: a row of headings, the lines right above it that span its columns, those below."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.evidence import are_units, is_unit
from loaders.mapping.layout.heading_rows import holds_values, is_heading_row
from loaders.mapping.layout.kind_lines import said_again
from loaders.mapping.layout.labelled_cells import labelled
from loaders.mapping.layout.labelled_lines import tells_facts
from loaders.mapping.layout.lower_headings import MOST_LINES, last_line
from loaders.mapping.model.mapping import IDENTIFYING, VALUED, YEARLY
from loaders.mapping.words.heading_senses import (
    is_heading_word,
    is_label,
    is_year_heading,
    is_year_word,
    likeliest_sense,
)
from loaders.mapping.words.heading_years import plain
from loaders.mapping.words.row_kinds import kind_of
from loaders.patterns import Pattern

# Longer is a sentence above a table.
_LONGEST = 40


def next_headings(sheet: Sheet, at: int) -> tuple[int, int] | None:
    """Return the first and the last line of the next headings from a row on, None where none come."""
    for row in range(at, len(sheet.rows)):
        if is_heading_row(sheet.rows[row]) and _is_followed(sheet, row) and not _is_of_a_form(sheet, row):
            first = _first_line(sheet, row, at)
            return first, last_line(sheet, first, row)
    return None


def _is_of_a_form(sheet: Sheet, row: int) -> bool:
    """Return whether a line is labels with their values; words that come again and again beside each other are none."""
    return tells_facts(sheet, row) and not said_again([text for _, text in non_empty(sheet.rows[row])])


def _heads_beside(text: str) -> bool:
    """Return whether a cell right of a title is a heading, and no number or day of a page: 令和5年度, 目標, not No.1."""
    return (is_year_heading(text) and not _MONTH.search(plain(text))) or (
        is_heading_word(text) and not re.search(r"\d", plain(text))
    )


# Lines that titles of sections may take below headings.
_MOST_TITLES = 5


def _is_followed(sheet: Sheet, row: int) -> bool:
    """Return whether rows of several cells stand below a line, with titles of sections above them at most.

    What stands over a sentence and a blank line is who made the sheet, and no heading.
    """
    below = [len(list(non_empty(cells))) for cells in sheet.rows[row + 1 : row + 2 + _MOST_TITLES]]
    run = list(takewhile(bool, dropwhile(lambda count: not count, below)))
    return any(count > 1 for count in run) or len(run) > _MOST_TITLES


def _first_line(sheet: Sheet, row: int, at: int) -> int:
    """Return where the headings begin: lines right above a heading row that span its columns are headings too."""
    first = row
    for line in range(row - 1, max(at, row - MOST_LINES + 1) - 1, -1):
        if _stands_over(sheet, line, row, at):
            first = line
        elif not _goes_on_above(sheet, line):
            break
    return first


def _goes_on_above(sheet: Sheet, line: int) -> bool:
    """Return whether a line is blank because cells that begin above it reach down into it."""
    return not any(non_empty(sheet.rows[line])) and any(span.top < line <= span.bottom for span in sheet.spans)


def _stands_over(sheet: Sheet, line: int, row: int, at: int) -> bool:
    """Return whether a line is one of headings over those below it, down to `row`: it tells of them, or parts them."""
    if tells_facts(sheet, line) or _ends_a_block(sheet, line, at):
        return False
    known = list(non_empty(sheet.rows[line]))
    texts = [text for _, text in known]
    if not known or any(len(plain(text)) > _LONGEST or text.strip().endswith("。") for text in texts) or holds_values(texts):
        return False
    if (len(known) == 1 and _is_title(sheet, line, known[0][0])) or _is_title_of_all(sheet, line, row):
        return False
    if _tells_of_columns(texts):
        return True
    if any(map(_is_note, texts)):
        return False
    lines = ([text for _, text in non_empty(sheet.rows[r])] for r in range(line + 1, row + 1))
    below = next(words for words in lines if not _tells_of_columns(words))
    said = said_again(below)
    if len(known) > 1 and all(text in said or _says_kind_or_year(text) for text in below):
        return True
    is_wide = any(column > 0 and _reaches_right(sheet, line, column) for column, _ in known)
    return any(column > 0 and is_heading_word(text) for column, text in known) or (is_wide and len(known) > 1)


def _reaches_right(sheet: Sheet, row: int, column: int) -> bool:
    span = sheet.span_at(row, column)
    return span is not None and span.right > span.left


def _ends_a_block(sheet: Sheet, row: int, at: int) -> bool:
    """Return whether a line is the last of a block beside which a cell stands that began above `at`, in the table before."""
    return any(span.top < at <= row == span.bottom for span in sheet.spans)


def _is_title(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether a line's only cell is a title, where the table's first column begins, or says when a sheet was made."""
    if not any(line[at].strip() for line in sheet.rows for at in range(column)):
        return True
    span = sheet.span_at(row, column)
    below = {sheet.shown(row + 1, at) for at in range(column, span.right + 1)} if span else set[str]()
    return not any(map(_may_be_of_a_year, below)) and _MONTH.search(plain(sheet.rows[row][column])) is not None


def _may_be_of_a_year(text: str) -> bool:
    """Return whether a heading may hold something of a year that stands over it: not where it is one of 所管 or 備考."""
    return not is_label(text) or likeliest_sense(text) in VALUED | YEARLY


_MONTH = Pattern(r"年度?\d{1,2}月")


def _is_title_of_all(sheet: Sheet, line: int, row: int) -> bool:
    """Return whether a line begins with a title: what reaches from the first column over labels of several things heads none.

    Beside it may stand which page it is or when it was made: 事業一覧 | 1 / 2 ページ over 番号, 事業名 and 担当課. Beside
    headings it is one: 基本情報 | 令和5年度.
    """
    span = sheet.span_at(line, 0)
    beside = [text for column, text in non_empty(sheet.rows[line]) if column > 0]
    if span is None or span.right == 0 or is_heading_word(sheet.rows[line][0]) or any(map(_heads_beside, beside)):
        return False
    labels = {text for at in range(span.right + 1) for r in range(line + 1, row + 1) if (text := sheet.rows[r][at]).strip()}
    return len({likeliest_sense(text) for text in labels if is_label(text)} & IDENTIFYING) > 1


def _says_kind_or_year(text: str) -> bool:
    return kind_of(text) is not None or is_year_heading(text) or is_year_word(text)


def _tells_of_columns(texts: Sequence[str]) -> bool:
    """Return whether a line among headings tells of the columns below it, their units or their sections, and heads nothing."""
    return are_units(texts) or all(
        labelled(text) is not None or (is_unit(text) and not is_heading_word(text)) for text in texts
    )


def _is_note(text: str) -> bool:
    return _NOTE.match(text) is not None or "現在" in text


# 単位 and 備考 alone head columns of their own.
_NOTE = Pattern(r"\s*(?:[(（]?(?:※|注)|[(（](?:単位|備考|出典)|(?:単位|備考|出典)\s*[:：]|資料|別紙|様式)")
