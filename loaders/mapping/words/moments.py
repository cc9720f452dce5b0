"""A heading may name a moment and nothing else: 計画時, 申請前; a value that it heads is of then, not of a year."""

from collections.abc import Sequence

from loaders.mapping.words.heading_senses import heads_anything
from loaders.mapping.words.heading_years import without_year
from loaders.patterns import Pattern

_MOMENT = Pattern(r".{1,6}(?:時点?|前)")


def is_moment(path: Sequence[str]) -> bool:
    """Return whether headings name a moment and nothing else but that a value is meant: 計画時 over 値."""
    words = [without_year(part) for part in path if not heads_anything(part)]
    return _MOMENT.fullmatch("".join(words)) is not None
