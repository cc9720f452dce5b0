"""Which lines of a sheet are a table's headings is told by what they are made of: heading's words and years, no values.

Merged cells that reach down tell it too, and lines of kinds, units and years below the first.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from loaders.grid.grid import Sheet, is_remark, non_empty
from loaders.mapping.cells.evidence import are_units, is_grade, is_unit
from loaders.mapping.cells.values import is_blank, is_not_reported, read_values
from loaders.mapping.layout.form_blocks import answers_years
from loaders.mapping.layout.kind_lines import both_halves, names_parts, parts_years, said_again
from loaders.mapping.layout.labelled_cells import labelled
from loaders.mapping.layout.labelled_lines import tells_facts
from loaders.mapping.model.mapping import VALUED, YEARLY, Use
from loaders.mapping.words.heading_senses import is_heading_word, is_label, is_year_heading, senses
from loaders.mapping.words.heading_units import unit_in
from loaders.mapping.words.heading_years import YEAR_SIGN, plain, shape, year_in
from loaders.mapping.words.periods import is_part_of_year
from loaders.mapping.words.row_kinds import kind_of

# Lines that headings may take.
_MOST_LINES = 5
# Longer is a sentence of a cell, whatever year it tells of, and longer a sentence above a table.
_LONGEST, _SENTENCE = 25, 40
# Digits that are no year: most rows of data hold some, so that most are told apart by a glance.
WESTERN_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?%?|\d{5,}")


def next_headings(sheet: Sheet, at: int) -> tuple[int, int] | None:
    """Return the first and the last line of the next headings from a row on, None where none come."""
    for row in range(at, len(sheet.rows)):
        if _is_heading_row(sheet.rows[row]) and _is_followed(sheet, row) and not tells_facts(sheet, row):
            first = _first_line(sheet, row, at)
            return first, _last_line(sheet, first, row)
    return None


def _is_followed(sheet: Sheet, row: int) -> bool:
    return any(any(True for _ in non_empty(sheet.rows[r])) for r in range(row + 1, min(row + 4, len(sheet.rows))))


@lru_cache(maxsize=8192)
def _is_heading_row(cells: tuple[str, ...]) -> bool:
    """Return whether a row is one of headings: two cells or more, and half of them, are a heading's words; none a value."""
    known = [text for _, text in non_empty(cells) if not is_blank(text) and not is_remark(text)]
    if any(_PLAIN_NUMBER.fullmatch(text) for text in known):
        return False
    yearly = _said_of_years(known) | said_again(known)
    marks = [
        text
        for text in known
        if (is_heading_word(text) and not is_grade(text) and not is_not_reported(text))
        or is_part_of_year(text)
        or text in yearly
    ]
    if len(marks) < 2 or _is_values(known):
        return False
    if 2 * len(marks) < len(known):
        marks += [text for text in known if text not in marks and text in both_halves(known)]
    if 2 * len(marks) < len(known):
        return False
    fields = {use for text in marks for use, weight in senses(text).items() if weight >= 0.7}
    fields |= {kind for text in marks if (kind := kind_of(text)) is not None}
    is_telling = len(fields) > 1 or bool(yearly) or any(is_year_heading(text) for text in marks) or len(marks) >= 3
    only_kinds = all(kind_of(text) is not None for text in known)
    return is_telling and (len(marks) >= 3 or len(known) <= 3 or not only_kinds)


def _said_of_years(known: Sequence[str]) -> frozenset[str]:
    """Return the cells of a row that say the same of one year and of another: R3にめざす数値 and R4にめざす数値, in any words.

    A value, a date or a sentence is none: besides its year a heading has no digits.
    """
    by_wording: dict[str, set[str]] = {}
    for text in known:
        wording = shape(text)
        if YEAR_SIGN in wording and len(wording) <= _LONGEST and not re.search(r"\d|。$", wording):
            by_wording.setdefault(wording, set()).add(text)
    return frozenset().union(*(texts for texts in by_wording.values() if len({year_in(text) for text in texts}) > 1))


def _is_values(known: Sequence[str]) -> bool:
    """Return whether a row holds values: numbers that are no years in a line of years."""
    western = [text for text in known if WESTERN_YEAR.fullmatch(plain(text))]
    numbers = [text for text in known if text not in western and _states_value(text) and not is_heading_word(text)]
    years = [int(plain(text)) for text in western]
    steps = {later - earlier for earlier, later in pairwise(years)}
    return bool(numbers) or (len(western) == 1 and len(known) > 3) or not steps <= {0, 1}


def _states_value(text: str) -> bool:
    """Return whether a cell states a value; words with another unit in brackets are a name: １人の水の量（L）."""
    values, unit = read_values(text), unit_in(text)
    return bool(values) and not (unit and values[0].unit not in (None, unit))


def _first_line(sheet: Sheet, row: int, at: int) -> int:
    """Return where the headings begin: lines right above a heading row that span its columns are headings too."""
    first = row
    while first - 1 >= at and row - first < _MOST_LINES - 1 and _stands_over(sheet, first - 1, row, at):
        first -= 1
    return first


def _stands_over(sheet: Sheet, line: int, row: int, at: int) -> bool:
    """Return whether a line is one of headings over those below it, down to `row`: it tells of them, or parts them."""
    if tells_facts(sheet, line) or _ends_a_block(sheet, line, at):
        return False
    known = list(non_empty(sheet.rows[line]))
    texts = [text for _, text in known]
    if not known or any(len(plain(text)) > _SENTENCE or text.strip().endswith("。") for text in texts) or _is_values(texts):
        return False
    if len(known) == 1 and _is_title(sheet, line, known[0][0]):
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
    found = senses(text)
    best = max(found, key=lambda use: found[use], default=None)
    return not is_label(text) or best in VALUED | YEARLY


_MONTH = re.compile(r"年度?\d{1,2}月")


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
_NOTE = re.compile(r"\s*(?:[(（]?(?:※|注)|[(（](?:単位|備考|出典)|(?:単位|備考|出典)\s*[:：]|資料|別紙|様式)")


def _last_line(sheet: Sheet, first: int, row: int) -> int:
    """Return the last line of headings: merged cells of a heading that reach down, and lines of kinds and years below."""
    last = row
    while last - first < _MOST_LINES:
        reach = max(
            (s.bottom for s in sheet.spans if first <= s.top <= last and s.bottom - s.top < _MOST_LINES and s.bottom > last),
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
    return is_answer or _is_values([text for _, text in non_empty(sheet.rows[row])])


def _goes_on(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line is one of the headings that begin at `first`."""
    is_line = _is_lower_line(sheet, first, row) or _fills_blanks(sheet, first, row) or _is_line_of_years(sheet, first, row)
    return is_line or parts_years(sheet, row)


def _is_lower_line(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line goes on with the headings above it: kinds, years, units and heading's words alone."""
    cells = [(column, text) for column, text in non_empty(sheet.rows[row]) if not _reaches_down(sheet, row, column)]
    known = [text for _, text in cells]
    if not known or _is_values(known) or _begins_section(sheet, first, row):
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


_OF_UNITS = re.compile(r"[(（\[［][^()（）\[\]［］]*[)）\]］]|単位\s*[:：]\s*\S+")


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


def is_year_word(text: str) -> bool:
    """Return whether a heading stands over years: 年度, 年次."""
    found = senses(text)
    return max(found, key=lambda use: found[use], default=None) is Use.YEAR


def _fills_blanks(sheet: Sheet, first: int, row: int) -> bool:
    """Return whether a line of headings goes on with those above: two of its cells or more stand where they left blanks."""
    if not _is_heading_row(sheet.rows[row]) or tells_facts(sheet, row):
        return False
    above = {column for line in range(first, row) for column in range(sheet.width) if sheet.shown(line, column).strip()}
    return sum(column not in above for column, _ in non_empty(sheet.rows[row])) >= 2


def names_item(text: str) -> bool:
    """Return whether a heading says which item a row is of."""
    found = senses(text)
    return any(found.get(use, 0.0) >= 0.7 for use in (Use.NUMBER, Use.NAME, Use.GROUP, Use.DEPARTMENT, Use.MEASURE))
