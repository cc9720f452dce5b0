"""A heading may say when a goal was set: at first (当初, 変更前), or anew (見直し後)."""

from typing import Final

from loaders.mapping.words.heading_years import plain
from loaders.patterns import Pattern

# How an office says that it set something anew.
CHANGE: Final = r"(?:見直し?|改[定訂正]|変更|修正|補正)"
_FIRST: Final = Pattern(rf"当初|従前|{CHANGE}前")
_ANEW: Final = Pattern(rf"{CHANGE}後")
# A heading of no more than that says when a goal was set, and the one above it what it is.
_EDITION: Final = Pattern(rf"(?:{_FIRST.pattern}|{CHANGE}後?)の?[値量数]?")


def is_edition(heading: str) -> bool:
    """Return whether a heading says no more than when a goal was set, at first or anew.

    >>> is_edition("当　初"), is_edition("見直し後"), is_edition("当初予算"), is_edition("見直し後の目標")
    (True, True, False, False)
    """
    return _EDITION.fullmatch(plain(heading)) is not None


def is_set_anew(heading: str) -> bool:
    """Return whether a heading is of a goal that was set anew.

    >>> is_set_anew("見直し後の目標"), is_set_anew("見直し前の目標")
    (True, False)
    """
    return _ANEW.search(plain(heading)) is not None


def is_set_at_first(heading: str) -> bool:
    """Return whether a heading is of a goal as it was before it was set anew.

    >>> is_set_at_first("目標（当初）"), is_set_at_first("目標（当初・見直し後）")
    (True, False)
    """
    return _FIRST.search(plain(heading)) is not None and not is_set_anew(heading)
