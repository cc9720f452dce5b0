"""A cell of bare numbers fits under every heading: it moves with words alone, and may tell that a move is wrong."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from loaders.model import Kind, Place
from loaders.numbers.scanning import scan
from loaders.numbers.unit_words import noun_at, unit_at
from loaders.numbers.units import usual_unit
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

_NUMBER = Pattern(r"\d[\d,]*(?:\.\d+)?")
_LETTER = Pattern(r"[ぁ-んァ-ヶ一-龠A-Za-z]")
# Fewer letters beside the numbers and what they are counted in are a sign or a mark (延, A), no words.
_FEW = 2


@lru_cache(maxsize=16384)
def has_words(text: str) -> bool:
    """Tell whether a cell says more than numbers and their units.

    >>> has_words("78.0"), has_words("3回"), has_words("男40.3・女46.2"), has_words("講座を3回開催")
    (False, False, False, True)
    """
    return len(_LETTER.findall(_without_amounts(narrow(text)))) > _FEW


def years_apart(texts: Mapping[Place, str]) -> int:
    """Return in how many years plan and evaluation both state numbers, and count them in no common unit."""
    units: dict[int, dict[Kind, frozenset[str]]] = defaultdict(dict)
    for place, text in texts.items():
        if place.year is not None and (found := _units(text)):
            units[place.year][place.kind] = found
    both = [list(kinds.values()) for kinds in units.values() if len(kinds) > 1]
    return sum(one.isdisjoint(other) for one, other in both)


@lru_cache(maxsize=16384)
def _units(text: str) -> frozenset[str]:
    """Return what the numbers of a text are counted in, '' for a bare number; dates and the like are none."""
    return frozenset(usual_unit(reading.amount.unit) or "" for reading in scan(narrow(text)).readings)


def _without_amounts(text: str) -> str:
    words, at = "", 0
    for match in _NUMBER.finditer(text):
        unit = unit_at(text, match.end()) or noun_at(text, match.end()) or ""
        words, at = words + text[at : match.start()], match.end() + len(unit)
    return words + text[at:]
