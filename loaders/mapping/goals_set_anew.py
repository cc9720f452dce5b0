"""A plan that is looked at midway sets some of its goals anew: what they were at first stands beside what they are now.

目標 over 当初 and 見直し後: the later one holds where it says a value, the first where nothing changes (据え置き). Why it was
set anew is no evaluation of its year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.mapping.heading_years import plain
from loaders.mapping.mapping import VALUED, YEARLY, ColumnUse, Use
from loaders.mapping.records import Entry
from loaders.mapping.values import is_blank

_CHANGE: Final = r"(?:見直し?|改[定訂正]|変更|修正|補正)"
_FIRST: Final = re.compile(rf"当初|従前|{_CHANGE}前")
_ANEW: Final = re.compile(rf"{_CHANGE}後")
# A heading of no more than that says when a goal was set, and the one above it what it is.
_EDITION: Final = re.compile(rf"(?:{_FIRST.pattern}|{_CHANGE}後?)の?[値量数]?")
_GOALS: Final = frozenset({Use.TARGET, Use.FINAL_GOAL})
# What stands in the place of a new goal where the first one holds.
_AS_BEFORE: Final = re.compile(
    rf"据え?置き?|(?:{_CHANGE}|変わら?)(?:なし|無し|せず|しない|ず)|(?:当初|現行|従前|現状)の?(?:まま|とおり|通り|どおり|と同じ)"
    r"|(?:当初(?:目標|計画)?|左|左記|前)?[とに]?同じ|同左|同値|〃|←|維持|継続"
)


def is_edition(heading: str) -> bool:
    """Return whether a heading says no more than when a goal was set, at first or anew.

    >>> is_edition("当　初"), is_edition("見直し後"), is_edition("当初予算"), is_edition("見直し後の目標")
    (True, True, False, False)
    """
    return _EDITION.fullmatch(plain(heading)) is not None


def with_reasons_of_goals(columns: Sequence[ColumnUse]) -> Iterator[ColumnUse]:
    """Yield the columns, remarks of a year to come of which a table tells a goal for the end alone as what is not read."""
    last = max((c.year for c in columns if c.use in VALUED & YEARLY and c.year is not None), default=None)
    for column in columns:
        is_remark = column.use in (Use.COMMENT, Use.GRADE) and column.year is not None
        if is_remark and last is not None and (column.year or 0) > last:
            yield replace(column, use=Use.UNREAD, year=None, reason="最終目標についての説明で、その年度の評価ではないため")
        else:
            yield column


def goals_that_hold(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of an item without the goals that were set anew, and without the words that leave one as it was."""
    dropped: set[int] = set()
    for at, anew in enumerate(entries):
        if anew.use not in _GOALS or not _ANEW.search(plain(anew.heading)):
            continue
        first = [order for order, entry in enumerate(entries) if _is_first_of(entry, anew)]
        if first and (is_blank(anew.text) or _AS_BEFORE.fullmatch(plain(anew.text))):
            dropped.add(at)
        else:
            dropped.update(first)
    return [entry for at, entry in enumerate(entries) if at not in dropped]


def _is_first_of(entry: Entry, anew: Entry) -> bool:
    """Return whether an entry is what a goal that was set anew was at first: of the same kind, year and values."""
    heading = plain(entry.heading)
    is_same = (entry.use, entry.year, entry.mark) == (anew.use, anew.year, anew.mark)
    return is_same and _FIRST.search(heading) is not None and not _ANEW.search(heading)
