"""A unit has several spellings (人 and 名, カ所 and 箇所): what it is called, and whether two count the same."""

import unicodedata
from functools import lru_cache

from loaders.numbers.counters import COUNTERS, Counter
from loaders.patterns import Pattern

# The thousand of 千円 belongs to the unit that a table is kept in.
SCALED_MONEY = frozenset({"千円", "万円", "百万円", "億円"})
MONEY = SCALED_MONEY | {"円"}

_COUNTER_OF = {spelling: counter for counter in COUNTERS for spelling in counter.spellings}
# Every way in which the table writes a unit.
SPELLINGS = frozenset(_COUNTER_OF)


def counter(unit: str) -> Counter:
    """Return the table's row of a unit; one for a plain noun where the table does not hold it."""
    known = _COUNTER_OF.get(unit) or _COUNTER_OF.get(unicodedata.normalize("NFKC", unit))
    return known or Counter((unit,), "", is_plain_noun=True)


def is_counter(unit: str) -> bool:
    """Tell whether the table holds a unit: 千人 is a scale and one that it holds, 千畳 is not."""
    return unit in _COUNTER_OF


def names_unit(words: str) -> bool:
    """Tell whether words are a unit of the table in any case, alone, under a scale, or with what it is counted by behind it.

    >>> [names_unit(words) for words in ("人", "千人", "箇所/年", "gb", "千畳", "評価")]
    [True, True, True, True, False, False]
    """
    bare = _without_widths(words)
    return bare in _FOLDED or _SCALE_OR_DIVISOR.sub("", bare) in _FOLDED


def _without_widths(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()


_FOLDED = frozenset(map(_without_widths, SPELLINGS))
_SCALE_OR_DIVISOR = Pattern(r"^[千万百億]|/.*$")


def same_unit(one: str | None, other: str | None) -> bool:
    """Tell whether two units count the same: 人 and 名, カ所 and 箇所; what is not in the table is compared as written.

    >>> same_unit("名", "人"), same_unit("カ所", "箇所"), same_unit("回", "件"), same_unit(None, "件")
    (True, True, False, False)
    """
    return usual_unit(one) == usual_unit(other)


@lru_cache(maxsize=4096)
def usual_unit(unit: str | None) -> str | None:
    """Return the usual spelling of a unit, itself after NFKC where the table does not hold it, and None for None.

    >>> usual_unit("名"), usual_unit("ヶ所"), usual_unit("％"), usual_unit("羽")
    ('人', '箇所', '%', '羽')
    """
    if unit is None:
        return None
    unit = unicodedata.normalize("NFKC", unit)
    row = _COUNTER_OF.get(unit)
    return unit if row is None else unicodedata.normalize("NFKC", row.spellings[0])
