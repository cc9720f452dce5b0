"""A plan that is looked at midway sets some of its goals anew: what they were at first stands beside what they are now.

目標 over 当初 and 見直し後: the later one holds where it says a value, the first where nothing changes (据え置き).
"""

from collections.abc import Sequence
from typing import Final

from loaders.mapping.cells.values import is_blank
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.goal_editions import CHANGE, is_set_anew, is_set_at_first
from loaders.mapping.words.heading_years import plain
from loaders.patterns import Pattern
from loaders.records.records import Entry

_GOALS: Final = frozenset({Use.TARGET, Use.FINAL_GOAL})
# What stands in the place of a new goal where the first one holds.
_AS_BEFORE: Final = Pattern(
    rf"据え?置き?|(?:{CHANGE}|変わら?)(?:なし|無し|せず|しない|ず)|(?:当初|現行|従前|現状)の?(?:まま|とおり|通り|どおり|と同じ)"
    r"|(?:当初(?:目標|計画)?|左|左記|前)?[とに]?同じ|同左|同値|〃|←|維持|継続"
)


def goals_that_hold(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of an item without the goals that were set anew, and without the words that leave one as it was."""
    dropped: set[int] = set()
    for at, anew in enumerate(entries):
        if anew.use not in _GOALS or not is_set_anew(anew.heading):
            continue
        first = [order for order, entry in enumerate(entries) if _is_first_of(entry, anew)]
        if first and (is_blank(anew.text) or _AS_BEFORE.fullmatch(plain(anew.text))):
            dropped.add(at)
        else:
            dropped.update(first)
    return [entry for at, entry in enumerate(entries) if at not in dropped]


def _is_first_of(entry: Entry, anew: Entry) -> bool:
    """Return whether an entry is what a goal that was set anew was at first: of the same kind, year and values."""
    is_same = (entry.use, entry.year, entry.mark) == (anew.use, anew.year, anew.mark)
    return is_same and is_set_at_first(entry.heading)
