"""Below the first line of headings more may follow: merged cells that reach down, lines of kinds, years and units."""

import re

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.evidence import is_unit
from loaders.mapping.layout.form_blocks import answers_years
from loaders.mapping.layout.heading_rows import holds_values, is_heading_row
from loaders.mapping.layout.kind_lines import names_parts, parts_years
from loaders.mapping.layout.labelled_lines import tells_facts
from loaders.mapping.words.heading_senses import is_heading_word, is_year_heading, names_item
from loaders.mapping.words.heading_units import unit_in
from loaders.patterns import Pattern

# Lines that headings may take.
MOST_LINES = 5


def last_line(sheet: Sheet, first: int, row: int) -> int:
    """Return the last line of headings: merged cells of a heading that reach down, and lines of kinds and years below."""
    last = row
    while last - first < MOST_LINES:
        reach = max(
            (s.bottom for s in sheet.spans if first <= s.top <= last and s.bottom - s.top < MOST_LINES and s.bottom > last),
            default=last,
        )
        if reach > last and not any(_is_row(sheet, last, below) for below in range(last + 1, reach + 1)):
            last = reach
            continue
        if last + 1 < len(sheet.rows) - 1 and _goes_on(sheet, first, last + 1):
            last += 1
            continue
        break
    return last


def _is_row(sheet: Sheet, last: int, row: int) -> bool:
    """Return whether a line that a heading reaches down to is a row of data all the same."""
    is_answer = answers_years(sheet, last, row) and not names_parts(sheet, row)
    return is_answer or holds_values([text for _, text in non_empty(sheet.rows[row])])


def _goes_on(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line is one of the headings that begin at `first`."""
    is_line = _is_lower_line(sheet, first, row) or _fills_blanks(sheet, first, row) or _is_line_of_years(sheet, first, row)
    return is_line or parts_years(sheet, row)


def _is_lower_line(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line goes on with the headings above it: kinds, years, units and heading's words alone."""
    cells = [(column, text) for column, text in non_empty(sheet.rows[row]) if not _reaches_down(sheet, row, column)]
    known = [text for _, text in cells]
    if not known or holds_values(known) or _begins_section(sheet, first, row):
        return False
    marks = [text for text in known if is_heading_word(text) or is_unit(text) or unit_in(text)]
    if len(marks) < len(known) * 0.75:
        return False
    # A row of data may be made of heading's words (実績 beside its name), but not right under what names its item.
    above = [column for column, text in non_empty(sheet.rows[first]) if names_item(text)]
    return not any(column in above and not is_heading_word(text) for column, text in cells)


def _begins_section(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line below headings is the title of the rows under it: alone over all columns, and no unit alone."""
    text = sheet.only_text(row)
    span = sheet.span_at(row, 0) if text and sheet.rows[row][0].strip() else None
    is_across = span is not None and span.top == span.bottom and span.right - span.left + 1 == sheet.width
    return row > first and is_across and re.search(r"\w", _OF_UNITS.sub("", text)) is not None


_OF_UNITS = Pattern(r"[(（\[［][^()（）\[\]［］]*[)）\]］]|単位\s*[:：]\s*\S+")


def _reaches_down(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether a cell that is no heading is merged with those below it: what stands beside a block of lines."""
    span = sheet.span_at(row, column)
    return span is not None and span.bottom > row and not is_heading_word(sheet.rows[row][column])


def _is_line_of_years(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line holds years alone, and nothing below what names the items: 2021 2022 2021 2022 under kinds."""
    known = [(column, text) for column, text in non_empty(sheet.rows[row])]
    naming = {column for column, text in non_empty(sheet.rows[first]) if names_item(text)}
    years = [text for column, text in known if column not in naming and is_year_heading(text)]
    words = [text for column, text in known if column in naming]
    return len(years) > 1 and bool(naming) and len(years) + len(words) == len(known) and all(map(is_heading_word, words))


def _fills_blanks(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line of headings goes on with those above: two of its cells or more stand where they left blanks."""
    if not is_heading_row(sheet.rows[row]) or tells_facts(sheet, row):
        return False
    above = {column for line in range(first, row) for column in range(sheet.width) if sheet.shown(line, column).strip()}
    return sum(column not in above for column, _ in non_empty(sheet.rows[row])) >= 2
