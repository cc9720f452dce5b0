"""What a heading may say that its column is for: the uses that its words hold cues of, each with a weight; or that it is none.

The head of a Japanese heading is its end: 目標に対する達成状況 is a 状況, 目標年度の実績 an 実績; there the cues of
cues.py weigh most. What a column holds decides with them (cells/evidence.py): a 評価 of letters is a grade.
"""

import re
from functools import lru_cache

from loaders.mapping.model.mapping import VALUED, Use
from loaders.mapping.words.cues import CUES, Cue
from loaders.mapping.words.formula_marks import is_formula
from loaders.mapping.words.heading_years import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    counts_year_of_plan,
    in_brackets,
    plain,
    without_year,
    year_in,
)
from loaders.patterns import Pattern
from loaders.table.printed_headings import states_and_aims

_COMPILED = tuple((cue, Pattern(cue.words)) for cue in CUES)
# What a heading ends in, also where other words of the cue end within it: 計画値 in 次年度計画値, whose 年度計画 is one too.
_ENDING = {pattern: Pattern(rf"(?:{pattern.pattern})$") for _, pattern in _COMPILED}


@lru_cache(maxsize=65536)
def senses(text: str) -> dict[Use, float]:
    """Return what a heading's words may say that its column is for, each with a weight; none for words that say nothing.

    >>> max(senses("令和5年度目標値"), key=senses("令和5年度目標値").get).value, senses("植樹")
    ('target', {})
    """
    bare = without_year(text)
    if not bare or len(bare) > LONGEST:
        return {}
    if is_formula(text):
        return {Use.RATE: 1.5}
    found: dict[Use, float] = {}
    if states_and_aims(text):
        found[Use.STATE_AND_AIM] = 1.5
    of_a_value = _OF_A_VALUE.sub("", bare)
    for cue, pattern in _COMPILED:
        weight = _weight(cue, pattern, bare)
        if of_a_value != bare and cue.use in VALUED and cue.weight >= _TELLING:
            weight = max(weight, _weight(cue, pattern, of_a_value))
        if weight > found.get(cue.use, 0.0):
            found[cue.use] = weight
    return found


@lru_cache(maxsize=16384)
def likeliest_sense(text: str) -> Use | None:
    """Return what a heading's words say most strongly that its column is for, None where they say nothing.

    >>> likeliest_sense("令和5年度目標値"), likeliest_sense("植樹")
    (<Use.TARGET: 'target'>, None)
    """
    found = senses(text)
    return max(found, key=lambda use: found[use], default=None)


def strength(text: str) -> float:
    """Return how strongly a heading's words say what its column is for, whatever that is; 0 for words that say nothing."""
    return max(senses(text).values(), default=0.0)


# めざす姿の値 is of めざす姿; words that may mean other things as well (取組) do not become values by it.
_OF_A_VALUE = Pattern(r"(?<=..)の(?:数値|値|水準|数量|数|推移)$")
_TELLING = 0.9


def _weight(cue: Cue, pattern: Pattern, bare: str) -> float:
    """Return how strongly a cue speaks: fully where it is the heading or ends it, less where other words follow."""
    if pattern.fullmatch(bare):
        return cue.weight * 1.1
    if cue.is_whole:
        return 0.0
    best = 0.0
    ending = _ENDING[pattern].search(bare)
    for match in (*pattern.finditer(bare), *([ending] if ending else [])):
        if match.end() == match.start():
            continue
        share = len(match[0]) / len(bare)
        best = max(best, cue.weight * (0.75 + 0.25 * share) if match.end() == len(bare) else cue.weight * 0.35 * share)
    return best if best >= 0.2 else 0.0


@lru_cache(maxsize=16384)
def is_label(text: str) -> bool:
    """Return whether a text is nothing but a heading's words; a project's name may end in one (がん検診推進事業).

    >>> is_label("担当課"), is_label("がん検診推進事業"), is_label("健康増進課")
    (True, False, False)
    """
    bare = without_year(text)
    is_short = len(bare) <= 4 or bare.endswith(("名", "名称", "項目"))
    return any((is_short or cue.use is not Use.NAME) and pattern.fullmatch(bare) is not None for cue, pattern in _COMPILED)


# What heads columns and says nothing of what they are for: beside 計画 a 決算 is what came of it, beside 予算 it is money.
_HEADS = frozenset({"値", "数値", "数量", "決算"})


def heads_anything(text: str) -> bool:
    """Return whether a heading says nothing of what its column is for: 値, 数量.

    >>> heads_anything("値"), heads_anything("実績値")
    (True, False)
    """
    return plain(text) in _HEADS


def is_heading_word(text: str) -> bool:
    """Return whether a cell reads as a heading: it names a year and nothing unknown, or is made of a heading's words."""
    if not text.strip() or len(plain(text)) > LONGEST:
        return False
    if text.rstrip().endswith("。"):
        return False
    if heads_anything(text) or counts_year_of_plan(text):
        return True
    return is_year_heading(text) or strength(text) >= 0.5


# A cue in the midst of longer words says less than this, and they are not known by it: めざす in めざす到達点.
_HINT = 0.3


def is_cued(text: str) -> bool:
    """Return whether cues know a heading by more than a hint in a longer word.

    >>> is_cued("実施計画"), is_cued("実施計画期間")
    (True, False)
    """
    return strength(text) >= _HINT


# What says when a year is and nothing of its values: 前回（令和4年度）, 今回（令和5年度）.
_WHEN = r"(?:前々?回|今回|前々?年度?|[当本今]年度?)(?:の?(?:調査|値|時))?"


@lru_cache(maxsize=65536)
def is_year_heading(text: str) -> bool:
    """Return whether a cell names a year and no more than a heading's words with it.

    >>> [is_year_heading(text) for text in ("R4", "令和5年度（見込）", "今回（R5）", "第7期（平成30年3月策定）", "120")]
    [True, True, True, False, False]
    >>> is_year_heading("めざす到達点（令和８年度）"), is_year_heading("31（令和4年度）")
    (False, False)
    """
    year = year_in(text)
    if year is None and not re.fullmatch(r"(?:元|\d{1,2})年度", plain(text)):
        return False
    if plain(text).isdecimal() and not FIRST_YEAR <= (year or 0) <= LAST_YEAR:
        return False
    rest = without_year(text)
    if not rest or is_cued(text):
        return True
    if any(year_in(inner) is not None and without_year(inner) for inner in in_brackets(plain(text))):
        return False
    return re.fullmatch(rf"(?:第\d+期?|\d*期)?(?:\d+年目)?|年目|初年度|最終年度|[a-z]|{_WHEN}", rest) is not None


def is_year_word(text: str) -> bool:
    """Return whether a heading stands over years: 年度, 年次."""
    return likeliest_sense(text) is Use.YEAR


def names_item(text: str) -> bool:
    """Return whether a heading says which item a row is of."""
    found = senses(text)
    return any(found.get(use, 0.0) >= 0.7 for use in (Use.NUMBER, Use.NAME, Use.GROUP, Use.DEPARTMENT, Use.MEASURE))
