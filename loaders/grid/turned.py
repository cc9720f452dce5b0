"""A table may lie on its side: an item a column, its unit, its baseline and each year's target and result in rows."""

from loaders.grid.grid import MergedCells, Sheet, non_empty

# Cells of a row below which it is a title or a note, and no part of the table.
_FEWEST = 2


def turned(sheet: Sheet, part: tuple[int, int] | None = None) -> Sheet:
    """Return a sheet with its rows as columns, without the titles above its table and the notes below it.

    Of a sheet of several tables `part` are the first and the last row of the one that lies; the lines of one cell right above
    it are its titles.

    >>> turned(Sheet("", (("計画", ""), ("単位", "本"), ("R5目標", "120")))).rows
    (('単位', 'R5目標'), ('本', '120'))
    >>> turned(Sheet("", (("木", "1"), ("表２", ""), ("単位", "本"), ("R5目標", "120"))), (2, 3)).around
    ('表２',)
    """
    counts = [len(list(non_empty(row))) for row in sheet.rows]
    filled = [at for at in range(len(sheet.rows)) if counts[at] >= _FEWEST and (part is None or part[0] <= at <= part[1])]
    if not filled:
        return Sheet(sheet.name, (), is_turned=True)
    first, last = filled[0], filled[-1]
    top = first if part else 0
    while part and top and counts[top - 1] < _FEWEST:
        top -= 1
    titles = tuple(sheet.text_of(row) for row in range(top, first))
    spans = (s for s in sheet.spans if s.top >= first and s.bottom <= last)
    return Sheet(
        name=sheet.name,
        rows=tuple(zip(*sheet.rows[first : last + 1], strict=True)),
        spans=tuple(MergedCells(s.left, s.top - first, s.right, s.bottom - first) for s in spans),
        lines=sheet.columns or tuple(range(1, sheet.width + 1)),
        columns=tuple(sheet.line(row) for row in range(first, last + 1)),
        around=(*sheet.around, *filter(None, titles)),
        below=sheet.below,
        page=sheet.page,
        is_turned=True,
    )
