"""A difference behind two columns of values tells what they are: what was planned, and what came of it.

The words may be a body's own (戦略 | 決算 | 差): the third number is the second less the first in every row. It is a guess all
the same, and told as doubtful.
"""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.cells.values import read_values
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import IN_DOUBT, is_guess
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use

# Of the rows that have all three numbers, those in which they go together; what is rounded may miss by one of its last place.
_MOST = 0.9
# How many differences that are not nil it takes.
_FEWEST = 2


def with_halves_of_differences(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]
) -> list[ColumnUse]:
    """Return the columns, two that nobody knows as plan and result where the column right of them is what lies between them."""
    settled = list(columns)
    for plan, result, between in zip(columns, columns[1:], columns[2:], strict=False):
        halves = (plan, result)
        above = {seen[c.column].path[:-1] for c in (*halves, between)}
        if between.use is not Use.RATE or len(above) > 1 or not all(_is_open(c, seen) for c in halves):
            continue
        if _go_together([tuple(_number(row[c.column]) for c in (*halves, between)) for row in rows]):
            for column, use in zip(halves, (Use.TARGET, Use.RESULT), strict=True):
                reason = f"右の「{between.heading}」が、「{result.heading}」から「{plan.heading}」を引いた値のため"
                settled[column.column] = replace(column, use=use, reason=reason, confidence=IN_DOUBT)
    return settled


def _is_open(column: ColumnUse, seen: Sequence[Seen]) -> bool:
    return is_guess(column) and column.use in VALUED | {Use.UNREAD, Use.GROUP} and seen[column.column].evidence.values >= 0.5


def _number(text: str) -> float | None:
    values = read_values(text)
    return values[0].value if len(values) == 1 else None


def _go_together(rows: Sequence[tuple[float | None, ...]]) -> bool:
    """Return whether in nearly all rows the third number is the second less the first.

    >>> _go_together([(10, 12, 2), (8, 7, -1), (5, None, None)]), _go_together([(10, 12, -2), (8, 7, 1)])
    (True, False)
    """
    told = [(p, r, d) for p, r, d in rows if p is not None and r is not None and d is not None]
    apart = [difference for _, _, difference in told if difference]
    fitting = sum(abs(result - plan - difference) <= _ROUNDED * max(1.0, abs(result)) for plan, result, difference in told)
    return len(apart) >= _FEWEST and fitting >= _MOST * len(told)


_ROUNDED = 0.001
