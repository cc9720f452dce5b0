"""Where no column says what a row measures, its words do: KPI：移住相談件数(件) 基準値(H28) 42, 水洗化率(%)=…÷…, 単位:km.

Bare numbers of the years count what is found so. Of several units nothing is taken: which one holds for which number is open.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.numbers.bare_numbers import begins_with_bare_number
from loaders.numbers.measures import MARKS, unit_in_name, without_unit
from loaders.numbers.scanning import scan
from loaders.numbers.unit_words import unit_at
from loaders.numbers.units import is_counter, same_unit
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/prose_measures.toml tells what each means, with examples."""

    head: Pattern
    number_begins: Pattern
    stated: Pattern
    sentence: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_FORMULA = Pattern(r"\s*[=＝÷].*$")
_MARKED = Pattern(rf"(?=[{MARKS}])")
_BRACKETED = Pattern(r"[^()]*?\([^()]*\)")
_TRAILING = Pattern(r"(?<=[^\d\s]) ([^\d\s。、()]{1,6})$")
# A name is no sentence.
_LONGEST = 40


@dataclass(frozen=True)
class ProseMeasure:
    """What a row measures by its own words: a name ('' where none is told) and the unit of its bare numbers ('' likewise)."""

    name: str = ""
    unit: str = ""


def prose_measure(aims: str, others: Sequence[str], years: Iterable[str]) -> ProseMeasure:
    """Return what the words of a row say that it measures; `aims` tell its state and goal, `others` what it is about.

    It is asked where one of its cells of `years` begins with a bare number, which counts nothing by itself.

    >>> prose_measure("KPI：移住相談件数(件)　基準値(H28) 42　目標値(R3) 120", (), ["60"])
    ProseMeasure(name='移住相談件数', unit='件')
    >>> prose_measure("18.6(H30まで) → 累計120", ("調査延長 単位km。( )は累計",), ["12(30.6)"]).unit
    'km'
    >>> prose_measure("41.0%(R10 60.0%)", ("管路を優先",), ["42.5"]), prose_measure("85件、3か所", (), ["9"])
    (ProseMeasure(name='', unit='%'), ProseMeasure(name='', unit=''))
    """
    if not any(begins_with_bare_number(narrow(text)) for text in years):
        return ProseMeasure()
    texts = [narrow(text) for text in (aims, *others)]
    name = _name(texts[0])
    units = (unit for text in texts for unit in (_stated_unit(text), _bracketed_unit(text)))
    unit = next(filter(None, units), "") or _common_unit(texts[0])
    if not name and unit:
        name = next((found for text in texts[1:] if (found := _named_with_unit(text))), "")
    return ProseMeasure(name) if re.search(f"[{MARKS}]", name) else ProseMeasure(without_unit(name), unit)


def _name(aims: str) -> str:
    """Return the words before the numbers of a state and a goal, by their marks (①, ②) where there are several."""
    parts = [part for part in _MARKED.split(aims) if part.strip()]
    names = [_before_number(part) for part in parts]
    return " ".join(names) if all(names) else ""


def _before_number(words: str) -> str:
    words = _SIGNS.head.sub("", words)
    found = _SIGNS.number_begins.search(words)
    name = words[: found.start()].strip(" :：、・").removesuffix("は") if found else ""
    return name if 1 < len(name) <= _LONGEST and not _SIGNS.sentence.search(name) else ""


def _named_with_unit(words: str) -> str:
    """Return the name that stands before a unit in brackets at the head of a row's words: 水洗化率(%)=…."""
    found = _BRACKETED.match(words)
    name = _FORMULA.sub("", found[0]).strip() if found else ""
    return name if unit_in_name(name) and len(name) <= _LONGEST and not _SIGNS.sentence.search(name) else ""


def _stated_unit(words: str) -> str:
    found = _SIGNS.stated.search(words)
    if found:
        return unit_at(words, found.end()) or ""
    last = _TRAILING.search(words.rstrip())
    return last[1] if last and is_counter(last[1]) else ""


def _bracketed_unit(words: str) -> str:
    """Return the one unit that brackets of the words hold, '' where they hold none or several."""
    units = dict.fromkeys(unit for match in _BRACKETED.finditer(words) if (unit := unit_in_name(match[0])))
    return next(iter(units)) if len(units) == 1 else ""


def _common_unit(words: str) -> str:
    """Return the unit in which all numbers of the words are, '' where they differ."""
    units = [reading.amount.unit for reading in scan(words).readings]
    return units[0] or "" if units and all(same_unit(units[0], unit) for unit in units) else ""
