"""A list of a body's open data names its plan in each row, always the same: that is the title of all of them and no project."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import SUREST
from loaders.mapping.model.mapping import ColumnUse, TableMapping, Use
from loaders.mapping.words.heading_years import plain
from loaders.patterns import Pattern

_PLAN = Pattern(r"(?:総合|基本|実施|個別|関連|行政)?(?:計画|プラン|戦略|ビジョン|大綱)(?:の?名称?|等名?)")
# So few rows may have one name by chance.
_FEW = 2
_REASON = "どの行も同じ計画の名前のため"


def with_plan_names(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, one that says the same plan's name in all rows as not read where another names what rows are of."""
    named = any(c.use in (Use.NAME, Use.MEASURE) and not _PLAN.fullmatch(plain(c.heading)) for c in columns)
    return [
        replace(c, use=Use.UNREAD, year=None, reason=_REASON, confidence=SUREST)
        if named and _PLAN.fullmatch(plain(c.heading)) and _is_one(seen[c.column])
        else c
        for c in columns
    ]


def _is_one(seen: Seen) -> bool:
    """Return whether all cells of a column hold the same words."""
    return seen.evidence.count > _FEW and round(seen.evidence.distinct * seen.evidence.count) == 1


def plan_named(table: TableMapping, rows: Sequence[Sequence[str]]) -> str:
    """Return the plan's name that a table's rows say again and again, '' where none does."""
    at = next((c.column for c in table.columns if c.reason == _REASON), None)
    names = {row[at].strip() for row in rows if row[at].strip()} if at is not None else set()
    return names.pop() if len(names) == 1 else ""
