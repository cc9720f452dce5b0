"""A heading that says that units stand behind its words (内容（単位）) heads what is counted, whatever else it says."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.heading_units import says_units_stand_behind, unit_behind

# Of the cells under such a heading, those that end in brackets at least.
_MOST = 0.8


def with_counted_contents(columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, contents with their units behind them as what is measured, where no other column says that."""
    first = min((c.column for c in columns if c.use in VALUED), default=0)
    told = [c for c in columns[:first] if c.use is Use.ACTIVITY and _are_counted(c, rows)]
    if len(told) != 1 or any(c.use is Use.MEASURE for c in columns):
        return list(columns)
    reason = f"見出し「{told[0].heading}」の下の言葉の後ろに単位があるため、指標の名前とみました"
    return [replace(c, use=Use.MEASURE, reason=reason, confidence=0.8) if c is told[0] else c for c in columns]


def _are_counted(column: ColumnUse, rows: Sequence[Sequence[str]]) -> bool:
    cells = [row[column.column] for row in rows if row[column.column].strip()]
    behind = sum(bool(unit_behind(text)) for text in cells)
    return says_units_stand_behind(column.heading) and bool(cells) and behind >= _MOST * len(cells)
