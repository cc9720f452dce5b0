"""On a sheet of several tables one may lie on its side: years run down beside 策定時 and 目標値, an indicator a column.

Blank lines and titles part it from the others. What begins with numbers or goes on with headings that are read upright is none.
"""

from collections.abc import Iterator, Sequence

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.row_years import is_row_year, row_year
from loaders.mapping.cells.values import stands_for_value
from loaders.mapping.layout.regions import Region
from loaders.mapping.words.heading_senses import is_label, is_year_heading, is_year_word

Part = tuple[int, int]
_FEWEST_CELLS, _FEWEST_YEARS = 2, 3
# Longer is a list.
_MOST_ROWS = 60


def lying_parts(sheet: Sheet, regions: Sequence[Region]) -> tuple[Part, ...]:
    """Return the first and the last row of each part of a sheet whose years run down and which no upright headings head.

    >>> rows = (("年度", "植樹", "散水"), ("R3（策定時）", "1", "2"), ("R4", "3", "4"), ("R5", "5", "6"), ("", "", ""))
    >>> lying_parts(Sheet("1", (*rows, ("事業名", "R4目標", "R4実績"), ("清掃", "1", "2"))), (Region(0, 5, 5, 7),))
    ((0, 3),)
    """
    heads = {row for region in regions for row in range(region.first, region.last + 1)}
    return tuple(part for part in _parts(sheet) if not heads & set(range(part[0], part[1] + 1)) and _may_lie(sheet, part))


def _parts(sheet: Sheet) -> Iterator[Part]:
    """Yield the runs of rows of two cells or more; a blank row below merged cells parts none."""
    first: int | None = None
    for at, row in enumerate((*sheet.rows, ())):
        is_inside = len(list(non_empty(row))) >= _FEWEST_CELLS or (first is not None and _is_covered(sheet, at))
        if is_inside and first is None:
            first = at
        elif not is_inside and first is not None:
            yield first, at - 1
            first = None


def _is_covered(sheet: Sheet, row: int) -> bool:
    return any(span.top < row <= span.bottom for span in sheet.spans)


def _may_lie(sheet: Sheet, part: Part) -> bool:
    """Return whether the first column of some rows names years below words for them, and the first row holds no values.

    The words may be of the items that stand right of them as well: 項目 over 策定時（R1）, R3実績 and R8目標.
    """
    rows = range(part[0], part[1] + 1)
    corner, *below = (sheet.rows[row][0] for row in rows)
    years = [row_year(text).year for text in below if is_row_year(text) or is_year_heading(text)]
    is_headed = is_year_word(corner) or is_label(corner) or not corner.strip()
    is_headed = is_headed and not any(stands_for_value(text) for _, text in non_empty(sheet.rows[part[0]]))
    return is_headed and len(set(years)) >= _FEWEST_YEARS and len(below) <= _MOST_ROWS


def without_parts(regions: Sequence[Region], parts: Sequence[Part]) -> tuple[Region, ...]:
    """Return the regions of a sheet, each ended before a part that lies below its headings."""
    return tuple(Region(r.above, r.first, r.last, min([r.end, *(top for top, _ in parts if top > r.last)])) for r in regions)
