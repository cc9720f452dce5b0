"""A goal without a year may be the plan's, or that of the year of which the whole table is: 到達目標 beside 年度末の状況.

Words of the plan's end say the first. Where none does, the same form of another year tells it: the plan's goals are the same
there, those of the year are others. Where there is no such form, it is in doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.grid.grid import Grid, Sheet, non_empty
from loaders.mapping.cells.values import read_values
from loaders.mapping.columns.starts_and_ends import STARTS
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.heading_years import plain
from loaders.patterns import Pattern

_OF_THE_PLAN = Pattern(r"最終|計画|期間|期末|全体|長期|将来|終了|目標年|あるべき|策定|ビジョン|[中前後]期")
_NAMING = frozenset({Use.NUMBER, Use.NAME, Use.MEASURE, Use.GROUP})
# The share of goals that are others in another year's form, from which on they are the years'; fewer items say nothing.
_CHANGED, _FEWEST = 0.3, 2
# Above this many rows a sheet is a list, and no form.
_MOST_ROWS = 2000


def with_goals_of_the_year(
    columns: Sequence[ColumnUse], grid: Grid, sheet: Sheet, lines: tuple[int, int], stated: int | None
) -> list[ColumnUse]:
    """Return the columns, a lone goal beside what came of a table's year as that year's; `lines`: its last heading, its end."""
    goals = [c for c in columns if c.use is Use.FINAL_GOAL]
    came = [c for c in columns if c.use is Use.RESULT]
    others = [c for c in columns if c.use in VALUED and c not in (*goals, *came)]
    if stated is None or len(goals) != 1 or not came or any(c.use in STARTS for c in columns) or others:
        return list(columns)
    [goal] = goals
    is_of_year = goal.year is None and all(c.year in (None, stated) for c in came)
    if not is_of_year or says_of_the_plan(goal.heading):
        return list(columns)
    naming = [c.column for c in columns if c.use in _NAMING]
    shares = list(_shares_changed(grid, sheet, lines, naming, goal.column))
    if shares and max(shares) < _CHANGED:
        return list(columns)
    why = "同じ様式の別の年度の表では値が違うため" if shares else "計画の終わりの目標とも書かれていないため"
    reason = f"見出し「{goal.heading}」に年度がなく、表の年度の実績と並び、{why}、その年度の目標とみました"
    confidence = BY_ITS_WORDS if shares else IN_DOUBT
    return [replace(c, use=Use.TARGET, reason=reason, confidence=confidence) if c is goal else c for c in columns]


def says_of_the_plan(heading: str) -> bool:
    """Return whether a goal's heading says that it is the plan's.

    >>> says_of_the_plan("最終目標値"), says_of_the_plan("目指す値")
    (True, False)
    """
    return _OF_THE_PLAN.search(plain(heading)) is not None


def _shares_changed(grid: Grid, sheet: Sheet, lines: tuple[int, int], naming: Sequence[int], column: int) -> Iterator[float]:
    """Yield for each other table of a file under the same headings the share of goals that are others than in this one."""
    last, end = lines
    own = _goals(sheet, last, end, naming, column)
    for other in grid.sheets:
        if len(other.rows) > _MOST_ROWS:
            continue
        for at, row in enumerate(other.rows):
            if row != sheet.rows[last] or (other is sheet and at == last):
                continue
            found = _goals(other, at, len(other.rows), naming, column)
            shared = own.keys() & found.keys()
            if len(shared) >= _FEWEST:
                yield sum(own[item] != found[item] for item in shared) / len(shared)


def _goals(sheet: Sheet, last: int, end: int, naming: Sequence[int], column: int) -> dict[tuple[str, ...], tuple[float, ...]]:
    """Return the values under a goal's heading by what names each row, up to a blank line."""
    found: dict[tuple[str, ...], tuple[float, ...]] = {}
    for row in range(last + 1, end):
        if not any(non_empty(sheet.rows[row])):
            break
        values = tuple(value.value for value in read_values(sheet.rows[row][column]))
        item = tuple(plain(sheet.shown(row, at)) for at in naming)
        if values and any(item):
            found.setdefault(item, values)
    return found
