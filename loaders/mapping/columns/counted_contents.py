"""Contents are what is counted where units stand behind them (内容（単位）), or 評価指標 over their heading."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.heading_senses import senses
from loaders.mapping.words.heading_units import says_units_stand_behind, unit_behind

# Of the cells under such a heading, those that end in brackets at least.
_MOST = 0.8


def with_counted_contents(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, contents of indicators or with units behind them as what is measured, where no other column is."""
    first = min((c.column for c in columns if c.use in VALUED), default=0)
    told = [
        c for c in columns[:first] if c.use is Use.ACTIVITY and (_are_counted(c, rows) or _are_of_indicators(seen[c.column]))
    ]
    if len(told) != 1 or any(c.use is Use.MEASURE for c in columns):
        return list(columns)
    reason = f"見出し「{told[0].heading}」が指標のもの、または単位の付いたもののため、指標の名前とみました"
    return [replace(c, use=Use.MEASURE, reason=reason, confidence=0.8) if c is told[0] else c for c in columns]


def _are_of_indicators(seen: Seen) -> bool:
    return any(senses(part).get(Use.MEASURE, 0.0) >= _SURE for part in seen.path[:-1])


_SURE = 0.8


def _are_counted(column: ColumnUse, rows: Sequence[Sequence[str]]) -> bool:
    cells = [row[column.column] for row in rows if row[column.column].strip()]
    behind = sum(bool(unit_behind(text)) for text in cells)
    return says_units_stand_behind(column.heading) and bool(cells) and behind >= _MOST * len(cells)
