"""目標値 over 実績値, both over all years, say what the two lines of each item are: 年度ごとの目標値 of a ministry's sheet.

So do the two as the lines of one heading. What stands over a year then is the year alone.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from loaders.mapping.cells.values import is_blank, stands_for_value
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_years import year_in
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of
from loaders.patterns import Pattern

Path = tuple[str, ...]
# The headings that say plan and result, and which of them each line is.
_Halves = tuple[Path, tuple[Use, ...]]
_LINES = Pattern(r"\s*[\n/／・]\s*")
# Of the items of a table, those of as many lines as the headings tell, from which on the lines are no accident.
_MOST = 0.8
_FEWEST_ITEMS = 2
_ANY_YEAR = 2019


def lines_told_above_years(paths: Sequence[Path], rows: Sequence[Sequence[str]]) -> tuple[list[Path], tuple[Use, ...]]:
    """Return the headings over each column without plan and result that stand over each other, and these from above.

    Both reach over the same years and nothing else, each year stands once, and the items have two lines each; else the
    headings stay, and nothing is told.

    >>> over = [("指標",), ("目標値", "実績値", "R4"), ("目標値", "実績値", "R5")]
    >>> [use.value for use in lines_told_above_years(over, [("植樹", "12", "14"), ("", "11", "15")] * 2)[1]]
    ['target', 'result']
    >>> lines_told_above_years(over, [("植樹", "12", "14"), ("清掃", "11", "15")])[1]
    ()
    """
    told = {column: halves for column, path in enumerate(paths) if (halves := _halves(path)) is not None}
    years = [next(filter(None, map(_year, paths[column]))) for column in told]
    if len(set(told.values())) != 1 or len(years) == 1 or len(set(years)) < len(years):
        return list(paths), ()
    [(parts, kinds)] = set(told.values())
    is_over_others = any(part in path for at, path in enumerate(paths) if at not in told for part in parts)
    if is_over_others or not _come_in_lines(rows, told.keys(), len(kinds)):
        return list(paths), ()
    return [tuple(part for part in path if part not in parts) if at in told else path for at, path in enumerate(paths)], kinds


def _year(part: str) -> int | None:
    """Return the year that a heading names; of one without its era (３年度 behind 令和２年度) any will do."""
    return year_in(part, _ANY_YEAR)


def _halves(path: Path) -> _Halves | None:
    """Return what says plan and what says result over a column of a year, None where not both stand there, each once."""
    if sum(_year(part) is not None for part in path) != 1:
        return None
    parts = [(part, [kind_of(line) for line in _LINES.split(part)]) for part in path if _year(part) is None]
    halves = [(part, kinds) for part, kinds in parts if set(kinds) <= OTHER_HALF.keys()]
    found = tuple(kind for _, kinds in halves for kind in kinds if kind is not None)
    return (tuple(part for part, _ in halves), found) if sorted(found) == sorted(OTHER_HALF) else None


def _come_in_lines(rows: Sequence[Sequence[str]], years: Collection[int], lines: int) -> bool:
    """Return whether items have so many lines each, of values: a column beside the years says something in the first alone."""
    beside = [at for at in range(len(rows[0]) if rows else 0) if at not in years]
    return any(_parts_rows(rows, column, years, lines) for column in beside)


def _parts_rows(rows: Sequence[Sequence[str]], column: int, years: Collection[int], lines: int) -> bool:
    starts = [at for at, row in enumerate(rows) if row[column].strip()]
    items = [rows[at:after] for at, after in pairwise([*starts, len(rows)])]
    whole = [item for item in items if len(item) == lines and all(_has_value(row, years) for row in item)]
    return len(items) >= _FEWEST_ITEMS and starts[0] == 0 and len(whole) >= _MOST * len(items)


def _has_value(row: Sequence[str], years: Collection[int]) -> bool:
    return any(stands_for_value(row[at]) or is_blank(row[at]) for at in years)
