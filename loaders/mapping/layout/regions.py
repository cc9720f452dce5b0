"""Above its rows a table has a title and lines of headings, below them notes; a sheet may hold several tables.

Headings that a page or a section repeats begin no new one, unless what stands above them says that they are of something else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.layout.heading_lines import next_headings
from loaders.mapping.layout.heading_paths import reaching_down
from loaders.mapping.layout.labelled_lines import tells_facts
from loaders.mapping.layout.stacked import is_stacked
from loaders.mapping.words.heading_senses import is_heading_word, is_year_heading, is_year_word, names_item
from loaders.mapping.words.heading_years import is_western_year, plain, year_in
from loaders.mapping.words.row_kinds import kind_of
from loaders.table.printed import is_page_number


@dataclass(frozen=True)
class Region:
    """Rows of a sheet that are one table: headings `first` to `last`, then rows up to `end`; its title begins at `above`."""

    above: int
    first: int
    last: int
    end: int


def find_regions(sheet: Sheet) -> tuple[Region, ...]:
    """Return the tables of a sheet, from above. A repeated heading (on each printed page) begins no new one."""
    found: list[Region] = []
    at = 0
    while at < len(sheet.rows):
        block = next_headings(sheet, at)
        if block is None:
            break
        first, last = block
        is_repeat = (
            bool(found) and _is_repeat(sheet, found[-1], first, last) and not _is_told_anew(sheet, found[-1], first, last)
        )
        is_row = bool(found) and (_is_row_of_values(sheet, found[-1], last) or _is_row_of_a_year(sheet, found[-1], first, last))
        if found and (is_repeat or is_row or not _begins_table(sheet, first, last)):
            at = last + 1
            continue
        above = 0
        if found:
            before = found.pop()
            above = _end_above(sheet, before.last, first)
            if _has_rows(sheet, before.last + 1, above):
                found.append(Region(before.above, before.first, before.last, above))
            else:
                above = before.above
        found.append(Region(above, first, last, len(sheet.rows)))
        at = last + 1
    return tuple(found)


def _has_rows(sheet: Sheet, start: int, end: int) -> bool:
    """Return whether anything stands in lines below headings; else they tell of the table below: 担当 | 公園課."""
    return any(next(non_empty(sheet.rows[row]), None) is not None for row in range(start, end))


def _begins_table(sheet: Sheet, first: int, last: int) -> bool:
    """Return whether headings below a table are those of another: they name an item or a year, not kinds of rows alone.

    Below a blank line, a title or what is told of a table any headings are.
    """
    texts = [text for row in range(first, last + 1) for _, text in non_empty(sheet.rows[row])]
    is_apart = first > 0 and (len(list(non_empty(sheet.rows[first - 1]))) <= 1 or tells_facts(sheet, first - 1))
    return any(names_item(text) or is_year_heading(text) for text in texts) or (is_apart and not all(map(kind_of, texts)))


def _end_above(sheet: Sheet, last: int, first: int) -> int:
    """Return where a table ends that another follows: its title, lines of one cell, stands between."""
    at = first
    while at - 1 > last and (len(list(non_empty(sheet.rows[at - 1]))) <= 1 or tells_facts(sheet, at - 1)):
        at -= 1
    return at


def _is_told_anew(sheet: Sheet, region: Region, first: int, last: int) -> bool:
    """Return whether headings that come again are of something else, or of another year: lines above them or beside say so."""
    beside = reaching_down(sheet, first, last)
    is_of_another = (
        _are_over_others(sheet, region, first)
        or _are_of_another_kind(sheet, region, first, last)
        or _has_facts(sheet, region.last, first)
        or (beside and beside != reaching_down(sheet, region.first, region.last))
        or is_stacked(sheet, (region.first, region.last), (first, last))
    )
    if is_of_another:
        return True
    corner = sheet.rows[first][0].strip()
    if corner and not is_heading_word(corner) and plain(corner) != plain(sheet.rows[region.first][0]):
        return True
    year = _year_above(sheet, region.last, first)
    return year is not None and year != _year_above(sheet, region.above - 1, region.first)


def _are_over_others(sheet: Sheet, region: Region, first: int) -> bool:
    """Return whether the first line of headings names other things over the same columns: 有収率 where 給水収益 stood above."""
    above, here = _wide_headings(sheet, region.first), _wide_headings(sheet, first)
    return len(above) > 1 and above.keys() == here.keys() and not set(above.values()) & set(here.values())


def _wide_headings(sheet: Sheet, row: int) -> dict[int, str]:
    """Return the words of a line over several columns each, without those of years."""
    spans = ((column, text, sheet.span_at(row, column)) for column, text in non_empty(sheet.rows[row]))
    return {c: plain(text) for c, text, span in spans if span and span.right > span.left and not is_year_heading(text)}


def _are_of_another_kind(sheet: Sheet, region: Region, first: int, last: int) -> bool:
    """Return whether headings that are else the same say 実績 where those above say 計画."""
    above, here = _words(sheet, region.first, region.last), _words(sheet, first, last)
    kinds = {column: kind for column, text in above - here if (kind := kind_of(text)) is not None}
    return any(kinds.get(column, told) != told for column, text in here - above if (told := kind_of(text)) is not None)


def _year_above(sheet: Sheet, last: int, first: int) -> int | None:
    """Return the year that the lines of one cell right above headings name, None where they name none or several."""
    lines = map(sheet.only_text, range(_end_above(sheet, last, first), first))
    years = {year for line in lines if (year := year_in(line)) is not None}
    return years.pop() if len(years) == 1 else None


def _has_facts(sheet: Sheet, last: int, first: int) -> bool:
    """Return whether lines between two tables say whose the lower one is: the same form again, of another project."""
    return any(tells_facts(sheet, row) for row in range(_end_above(sheet, last, first), first))


def _is_row_of_values(sheet: Sheet, region: Region, row: int) -> bool:
    """Return whether what looks like a line of years is a row of values: a name stands below what names the items."""
    texts = [text for _, text in non_empty(sheet.rows[row])]
    naming = [column for column, text in non_empty(sheet.rows[region.first]) if names_item(text)]
    years = [text for text in texts if is_western_year(text)]
    has_words = any(is_heading_word(text) for text in texts if text not in years)
    is_named = any(sheet.rows[row][column].strip() and not is_heading_word(sheet.rows[row][column]) for column in naming)
    return bool(years) and not has_words and is_named


def _is_row_of_a_year(sheet: Sheet, region: Region, first: int, last: int) -> bool:
    """Return whether what looks like headings is a row of the table above: its only year stands under the heading 年度."""
    years = [column for row in range(first, last + 1) for column, text in non_empty(sheet.rows[row]) if is_year_heading(text)]
    heads = [
        column
        for row in range(region.first, region.last + 1)
        for column, text in non_empty(sheet.rows[row])
        if is_year_word(text)
    ]
    return first == last and len(years) == 1 and years[0] in heads


def _is_repeat(sheet: Sheet, region: Region, first: int, last: int) -> bool:
    """Return whether headings are those of the table above again, as a printed page or a section repeats them."""
    above = _words(sheet, region.first, region.last)
    here = _words(sheet, first, last)
    if not here:
        return True
    return len(above & here) >= 0.7 * max(len(here), 1) and len(above & here) >= 0.6 * len(above)


def _words(sheet: Sheet, first: int, last: int) -> set[tuple[int, str]]:
    return {(column, plain(text)) for row in range(first, last + 1) for column, text in non_empty(sheet.rows[row])}


def repeated_headings(sheet: Sheet, region: Region) -> Iterator[int]:
    """Yield the rows of a table that say its headings again, and right above them those that its page says again."""
    words = [{(c, plain(t)) for c, t in non_empty(sheet.rows[r])} for r in range(region.first, region.last + 1)]
    page = {_as_printed(row) for row in sheet.rows[max(0, region.first - _MOST_OF_A_PAGE) : region.first]}
    last = region.last
    for row in range(region.last + 1, region.end):
        here = {(c, plain(t)) for c, t in non_empty(sheet.rows[row])}
        if here and any(len(here & line) >= max(2, 0.7 * len(here)) for line in words if line):
            above = takewhile(lambda at: _as_printed(sheet.rows[at]) in page | _BETWEEN, range(row - 1, last, -1))
            yield from reversed(list(above))
            yield row
            last = row


def _as_printed(row: Sequence[str]) -> frozenset[tuple[int, str]]:
    """Return the words of a row by column, each page's own number as any other's."""
    return frozenset((column, "" if is_page_number(text) else plain(text)) for column, text in non_empty(row))


# What a page says above its headings takes a few lines.
_MOST_OF_A_PAGE = 5
# A blank line stands between two pages.
_BETWEEN = frozenset({frozenset[tuple[int, str]]()})
