"""What a cell is for is said by its column or its row; where a plan starts or ends with its year, it is something besides."""

from collections.abc import Iterator
from typing import Final

from loaders.mapping.cells.expected import is_expected
from loaders.mapping.cells.row_years import ends_plan
from loaders.mapping.cells.values import read_values
from loaders.mapping.model.mapping import PLANNED_OR_DONE, Use
from loaders.mapping.words.heading_years import without_year
from loaders.records.item_cells import ItemCell

# Kinds of rows in which no column holds a value of the indicator: a goal's column has its rate there.
_NO_VALUES: Final = frozenset({Use.RATE, Use.GRADE, Use.COMMENT, Use.UNREAD})
# What may be expected yet where a cell says so.
_COME: Final = frozenset({Use.RESULT, Use.CURRENT})


def use_of(cell: ItemCell) -> Use:
    """Return what a cell is for: what its column is, or its row where the column leaves it to the rows."""
    row, column = cell.row, cell.column
    use = column.use if column.use is not Use.VALUE and row.kind not in _NO_VALUES else row.kind or Use.RESULT
    if use is Use.TARGET and row.label < 0 and any(one.label >= 0 and one.kind is Use.TARGET for one in cell.item.rows):
        # Beside the row of each year's goals stands the plan's: 目標値 over R5年度 above 年度ごとの目標値.
        return Use.FINAL_GOAL
    return row.kind or use if row.label >= 0 and use in (Use.TARGET, Use.RESULT) else use


def uses_of(cell: ItemCell, use: Use, words: str) -> tuple[Use, ...]:
    """Return all that words of a cell are for which are for `use`: a target of the last year is the plan's goal too."""
    is_forecast = use in _COME and is_expected(words, cell.item.table.expected_signs)
    told = Use.FORECAST if is_forecast else use
    return tuple(dict.fromkeys((*_by_row_year(cell, told), *_by_last_year(cell, told))))


def _by_row_year(cell: ItemCell, use: Use) -> Iterator[Use]:
    """Yield what a value is in a row that the plan starts from or ends with: where it starts nothing has come of it yet.

    A lone value there stands under either heading, or merged over both. The goal of the last year is that year's target too
    once something has come of it, or where the year before has one. What came of a year that is not over, 令和6年度（見込）,
    is expected.
    """
    mark, is_of_year = cell.row_year.mark, cell.has_result_beside or cell.goes_on
    if mark is Use.BASELINE and (use in (Use.RESULT, Use.CURRENT) or (use is Use.TARGET and not is_of_year)):
        yield Use.BASELINE
        return
    if mark is Use.FORECAST and use is Use.RESULT:
        yield Use.FORECAST
        return
    is_goal = mark is Use.FINAL_GOAL and use is Use.TARGET
    if is_goal:
        yield Use.FINAL_GOAL
    if not is_goal or is_of_year:
        yield use


def _by_last_year(cell: ItemCell, use: Use) -> Iterator[Use]:
    """Yield what a value is besides in the column of the year that the plan ends with.

    A target of R8（最終） is the plan's goal too; a goal that goes on with the targets of the years before is its year's target
    too: 年次目標 over R6, R7（最終）, or 最終目標（R7） behind years alone in the row of 目標.
    """
    row, column, table = cell.row, cell.column, cell.item.table
    if use is Use.TARGET and column.year is not None and ends_plan(column.heading):
        yield Use.FINAL_GOAL
    if use is not Use.FINAL_GOAL or column.year is None or row.kind not in (None, Use.TARGET):
        return
    words = without_year(column.heading)
    alike = [c for c in table.of(*PLANNED_OR_DONE) if c.indicator == column.indicator and c.year is not None]
    before = [c for c in alike if c.year == column.year - 1 and c.use is not Use.RESULT]
    is_run = bool(words) and any(c.use is Use.TARGET and without_year(c.heading) == words for c in before)
    bare = (c for c in before if c.use is Use.VALUE and c.column < column.column and row.kind is Use.TARGET)
    is_run = is_run or any(read_values(cell.item.sheet.shown(row.at, c.column)) for c in bare)
    if is_run and all((c.year or 0) < column.year for c in alike):
        yield Use.TARGET
