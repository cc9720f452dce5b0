"""Two columns of values under each year may be told apart by a note alone: 左：目標　右：実績."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import is_guess
from loaders.mapping.model.mapping import USE_WORDS, VALUED, ColumnUse, Use


def with_sides_told(columns: Sequence[ColumnUse], seen: Sequence[Seen], kinds: Sequence[Use]) -> list[ColumnUse]:
    """Return the columns, two under one year whose headings are the same as what a note says of the left and the right one."""
    settled = list(columns)
    taken: set[int] = set()
    for left, right in pairwise(columns):
        path = seen[left.column].path
        is_open = all(c.use is Use.VALUE or (is_guess(c) and c.use in VALUED | {Use.UNREAD}) for c in (left, right))
        is_shared = left.year is not None and bool(path) and seen[right.column].path in (path, ())
        if not (kinds and is_open and is_shared) or left.column in taken:
            continue
        taken |= {left.column, right.column}
        for side, kind in zip((left, right), kinds, strict=True):
            reason = (
                f"「{left.heading}」の下に並ぶ値の{'左' if side is left else '右'}を、注記が「{USE_WORDS[kind]}」としているため"
            )
            settled[side.column] = replace(side, use=kind, year=left.year, reason=reason, confidence=0.8)
    return settled
