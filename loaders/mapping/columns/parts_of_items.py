"""Words that come again below each item are parts of the items, though headed as names are: 項目 over 量の見込み, 確保方策.

What they are parts of then stands left of them, under a heading that is none of a name's: 認定区分, サービス種別.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import is_guess
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.heading_senses import senses
from loaders.mapping.words.heading_units import unit_in
from loaders.mapping.words.heading_years import plain, without_year
from loaders.patterns import Pattern

# Headings of parts, of which any may head the items themselves.
_PARTS = Pattern(r"区分|内訳|種別|(?:小|細)?項目名?|内容|細目|指標|量")


def with_parts_that_come_again(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]
) -> list[ColumnUse]:
    """Return the columns, words that come again below each item as its parts and the words left of them as its name."""
    named = [c for c in columns if c.use in (Use.NAME, Use.MEASURE) and not is_guess(c)]
    first = min((c.column for c in columns if c.use in VALUED), default=0)
    parts = [c for c in (named or [c for c in columns if c.use is Use.GROUP]) if c.column < first]
    if len(named) > 1 or not parts or _PARTS.fullmatch(without_year(parts[-1].heading)) is None:
        return list(columns)
    part = parts[-1]
    left = [c for c in columns[: part.column] if _may_name(c, seen[c.column])]
    if not left or not _come_again(left[-1].column, part.column, rows):
        return list(columns)
    settled = list(columns)
    reason = f"見出し「{part.heading}」の同じ言葉が項目ごとに繰り返されるため、"
    settled[left[-1].column] = replace(left[-1], use=Use.NAME, reason=f"{reason}その左を項目の名前とみました", confidence=0.6)
    settled[part.column] = replace(part, use=Use.PART, reason=f"{reason}指標の内訳とみました", confidence=0.7)
    return settled


def with_levels_under_one_heading(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]
) -> list[ColumnUse]:
    """Return the columns, words that are set in by a column under one heading as what they are parts of and its parts.

    区分 over 世帯数 | （blank）, then （blank） | うち単身世帯: each row has words in one of the columns alone.
    """
    settled = list(columns)
    headed: list[tuple[str, ...]] = []
    for column in columns:
        headed.append(seen[column.column].path or (headed[-1] if headed else ()))
    for path, found in groupby(columns, lambda column: headed[column.column]):
        levels = [c for c in found if _may_be_level(c, seen[c.column])]
        words = [[c for c in levels if row[c.column].strip()] for row in rows]
        told = [level[0] for level in words if level]
        if not path or not 2 <= len(levels) <= len(_LEVELS) or any(len(level) > 1 for level in words):
            continue
        if told[:1] != levels[:1] or any(told.count(level) < _FEWEST_OF_A_LEVEL for level in levels[1:]):
            continue
        for level, use in zip(levels, _LEVELS[-len(levels) :], strict=True):
            reason = f"見出し「{level.heading}」の下で、行ごとに一つの列だけに言葉があるため、字下げした項目とみました"
            settled[level.column] = replace(level, use=use, year=None, reason=reason, confidence=0.7)
    return settled


# What is set in by one column more is a part of what stands above it.
_LEVELS = (Use.GROUP, Use.NAME, Use.PART)
_FEWEST_OF_A_LEVEL = 2


def _may_be_level(column: ColumnUse, seen: Seen) -> bool:
    """Return whether a column of words may hold a level of the items' names; a number in them is counted by none: 要支援1."""
    looks = seen.evidence
    is_wordy = looks.count > 0 and max(looks.kinds, looks.units, looks.grades, looks.sentences) < 0.5
    return is_wordy and (looks.values < 0.5 or looks.worded >= _WORDED) and column.use in _OPEN


# The share of cells whose numbers all stand behind words, from which on a column names and counts nothing.
_WORDED = 0.8


_OPEN = frozenset({*_LEVELS, Use.MEASURE, Use.ACTIVITY, Use.UNREAD})


def with_parts_under_one_heading(
    columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]
) -> list[ColumnUse]:
    """Return the columns, the right one of two under one heading of names as parts of the left: 項目 over 喫煙率（％） | 男性.

    So it is where some items have no part, where the left one says what values are counted in, or where the right one's words
    come again below each item.
    """
    settled = list(columns)
    valued = [c.column for c in columns if c.use in VALUED]
    for left, right in pairwise(columns):
        path = seen[right.column].path
        if not (left.use is right.use is Use.NAME and path and path == seen[left.column].path):
            continue
        named = [row for row in rows if row[left.column].strip() and any(row[at].strip() for at in valued)]
        lacking = [row for row in named if not row[right.column].strip()]
        counted = [row for row in named if unit_in(row[left.column])]
        if lacking or 2 * len(counted) > len(named) or _come_again(left.column, right.column, rows):
            reason = f"見出し「{right.heading}」の下に並ぶ列の右で、左の語を細かく分けているため、指標の内訳とみました"
            settled[right.column] = replace(right, use=Use.PART, reason=reason, confidence=0.7)
    return settled


def _may_name(column: ColumnUse, seen: Seen) -> bool:
    """Return whether a column of words under a heading that says nothing may hold the items' names."""
    looks = seen.evidence
    is_wordy = looks.count > 0 and max(looks.values, looks.kinds, looks.units, looks.grades, looks.sentences) < 0.5
    return is_guess(column) and bool(column.heading) and not senses(seen.path[-1]) and is_wordy


def _come_again(left: int, part: int, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether most words of a column stand below several items, and each item has several of them."""
    items: dict[str, set[str]] = {}
    item = word = ""
    for row in rows:
        item, word = plain(row[left]) or item, plain(row[part]) or ("" if plain(row[left]) else word)
        if item and word:
            items.setdefault(item, set()).add(word)
    words = [word for found in items.values() for word in found]
    again = {word for word in words if words.count(word) > 1}
    return len(items) > 1 and all(len(found) > 1 for found in items.values()) and 2 * len(again) > len(set(words))
