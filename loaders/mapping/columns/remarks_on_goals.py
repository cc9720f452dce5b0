"""Why a goal is what it is stands beside it: a remark of the year to come, which no evaluation is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.mapping.model.mapping import VALUED, YEARLY, ColumnUse, Use


def with_reasons_of_goals(columns: Sequence[ColumnUse]) -> Iterator[ColumnUse]:
    """Yield the columns, remarks of a year to come of which a table tells a goal for the end alone as what is not read."""
    last = max((c.year for c in columns if c.use in VALUED & YEARLY and c.year is not None), default=None)
    for column in columns:
        is_remark = column.use in (Use.COMMENT, Use.GRADE) and column.year is not None
        if is_remark and last is not None and (column.year or 0) > last:
            yield replace(column, use=Use.UNREAD, year=None, reason="最終目標についての説明で、その年度の評価ではないため")
        else:
            yield column
