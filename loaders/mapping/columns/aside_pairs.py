"""A heading may say in brackets what stands in the brackets of its cells: R3（計画） over 81.2（82.0）.

A note that tells the halves of cells apart does so under all years that are headed alike.

So it is where all years are headed so, and what is in brackets is of the size of what is beside it; a part of it (23（8）)
is less. What is read so is told as doubtful.
"""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.mapping.cells.brackets import parted_by_brackets
from loaders.mapping.cells.values import read_values
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import IN_DOUBT
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.heading_years import shape, without_year, year_in
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

_ASIDE = Pattern(r"(?P<outside>[^()]*)\((?P<inside>[^()]+)\)")
# Cells that hold both, as a share; how much larger one of them is than the other at most, in the middle of all.
_MOST, _TIMES = 0.6, 1.6


def order_aside(heading: str) -> tuple[Use, ...]:
    """Return what a heading says that its cells hold beside brackets and in them, none where it says no kind in brackets alone.

    >>> [use.value for use in order_aside("R3（計画）")], order_aside("計画（R3）"), order_aside("R3計画")
    (['result', 'target'], (), ())
    """
    found = _ASIDE.fullmatch(narrow(heading).strip())
    if found is None or year_in(found["outside"]) is None or without_year(found["outside"]):
        return ()
    kind = kind_of(found["inside"])
    return (OTHER_HALF[kind], kind) if kind in OTHER_HALF else ()


def with_pairs_aside(columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, those of years as both halves where their headings say of what stands in brackets which it is."""
    yearly = [c for c in columns if c.use in VALUED and c.year is not None]
    orders = {order_aside(c.heading) for c in yearly}
    shares = [share for c in yearly for row in rows if (share := _share(row[c.column])) is not None]
    cells = [row[c.column] for c in yearly for row in rows if read_values(row[c.column])]
    is_told = len(orders) == 1 and () not in orders and len(shares) >= max(1.0, _MOST * len(cells))
    if not is_told or not 1 / _TIMES <= statistics.median(shares) <= _TIMES:
        return list(columns)
    return list(_as_pairs(columns, {c.column for c in yearly}))


def with_pairs_told(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, those of years that hold some pairs as pairs where a note makes those headed alike ones."""
    told = [c for c in columns if c.use is Use.PAIR and seen[c.column].lines.kinds]
    shapes = {shape(c.heading) for c in told if c.year is not None}
    return [
        replace(c, use=Use.PAIR, reason=told[0].reason.replace(told[0].heading, c.heading), confidence=told[0].confidence)
        if c.use in VALUED and c.year is not None and shape(c.heading) in shapes and seen[c.column].evidence.parted
        else c
        for c in columns
    ]


def _as_pairs(columns: Sequence[ColumnUse], paired: set[int]) -> Iterator[ColumnUse]:
    for column in columns:
        reason = f"見出し「{column.heading}」の括弧の言葉が、中身の括弧の値を表すとみました"
        is_pair = column.column in paired
        yield replace(column, use=Use.PAIR, reason=reason, confidence=IN_DOUBT) if is_pair else column


def _share(text: str) -> float | None:
    """Return how large what stands in brackets is beside what they follow, None where a cell holds no such two values."""
    plain = narrow(text)
    spans = parted_by_brackets(plain)
    values = [read_values(plain[start:end]) for start, end in spans] if spans else []
    one, other = (found[0].value if len(found) == 1 else 0.0 for found in values) if len(values) == 2 else (0.0, 0.0)
    return other / one if one and other else None
