"""The grammar of one number in a value's cell, with all that belongs to it.

value := (year | standing)* prefix* sign? number unit? bound? note*     (2017) 54.0以上, ▲1,200, 約200人, 29（4）, （見込）80
"""

import re
from dataclasses import dataclass, replace

from loaders.mapping.words.heading_years import year_in
from loaders.model import Comparator
from loaders.numbers.affixes import COMPARATORS
from loaders.numbers.bases import PERIODS
from loaders.numbers.numerals import digits_at, numeral_at
from loaders.numbers.unit_words import ACTION_BEHIND, unit_at
from loaders.numbers.units import SPELLINGS
from loaders.patterns import Pattern
from loaders.prose.eras import ANY_ERA_YEAR, ERA_LETTER_YEAR, WESTERN_YEAR, parse_fiscal_year


@dataclass(frozen=True)
class Value:
    """A number of a cell. `start` and `end` are the characters of the cell's text that state it, without label and notes.

    `label` tells which part of the item it is of ('' for the whole), `measured` the fiscal year that the cell itself names,
    `grade` a verdict that stands behind it (【A】), `upper` the end of a range of which `value` is the beginning (80～85). It
    `is_expected` where the cell says that it has not come yet: 80（見込）.
    """

    value: float
    unit: str | None
    comparator: Comparator
    start: int
    end: int
    label: str = ""
    measured: int | None = None
    grade: str = ""
    upper: float | None = None
    is_expected: bool = False


BLANK_MARKS = frozenset("-－ー‐–—―−─ｰ…・/／\\＼*＊")
SEPARATORS = r"\s、，,／/・;；|｜"
_SIGN = Pattern(r"[▲△]\s?|マイナス|[-−‐–]|[+±]")
_PREFIX = Pattern(
    r"(?P<approximate>約|およそ|概ね|おおむね|ほぼ)|(?P<least>最低|少なくとも)|延べ?|のべ|累計|計|合計|年間?(?=\d)|月(?=\d)|週(?=\d)|毎年度?|各年度?|各"
)
_BOUND = Pattern(
    r"(?P<least>以上|を?超(?:える)?|強)|(?P<most>以下|以内|未満|を?下回る)|(?P<approximate>程度|前後|ほど|弱|くらい)|[~〜](?=\s*$)"
)
_NOTE = Pattern(r"\s*(?:[(][^()]*[)]|[\[〔<][^\]〕>]*[\]〕>]|※.*|[*]\d*|注\d*)", re.DOTALL)
# A grade in one letter or sign; △ and ▲ are grades behind a number only, before one they are its sign.
_GRADE_MARKS = "SABCDE◎○〇●×"
_GRADE_BEHIND = Pattern(rf"\s*[【(\[]\s*([{_GRADE_MARKS}△▲])\s*[】)\]]|\s+([{_GRADE_MARKS}△▲])(?=\s*$)")
# How sure a number is stands before it or behind it: not yet come, or not yet settled.
EXPECTED = r"(?:年度末|決算|実績)?(?:見込み?|見通し|予測|予想)(?:値|額|数|量)?"
_STANDING = rf"(?P<expected>{EXPECTED})|(?:速報|暫定|概算|推計)(?:値|額|数)?"
_STANDING_BEFORE = Pattern(rf"\s*(?:[(\[〔【<]\s*(?:{_STANDING})\s*[)\]〕】>]\s*)(?=\S)")
_STANDING_BEHIND = Pattern(rf"[(\[〔【<]\s*(?:{ANY_ERA_YEAR}|{WESTERN_YEAR})?(?:年度?)?末?の?{EXPECTED}\s*[)\]〕】>]")
_YEAR_BEFORE = Pattern(rf"\s*(?:[(\[]([^()\[\]]{{2,12}})[)\]]|({ANY_ERA_YEAR}|{WESTERN_YEAR}年度?)末?[\s:：]+)\s*")
# A unit is what stands right behind a number: no digit, no sign that ends it, none of the words that bound it. What begins with
# a stroke or a dot goes on with a number of an outline: 1-①-ア, 1.公園.
_UNIT = Pattern(
    r"(?![-‐–.])((?:[^\d\s、。,()\[\]〔〕【】<>※*~〜:：;+▲△=＝以約]|/(?=[^\d\s])){1,12}?)(?=\s*(?:$|[(\[〔<【※*~〜\s、,/／;・]|以上|以下|以内|未満|程度|前後|を?超|を?下回))"
)
# A date, a time or a number of something else is no value of a column: 12月, 3日まで (a unit), 令和6年.
_NO_UNIT = Pattern(
    r"歳[児代]|月(?!数)|年(?!間|度?数)|間の|年度$|時(?!間)|号|次|期(?!間)|ページ目|番|[/／].*\d|見込み?$|予測$|予定$|に|を|は|が|で|と|へ|から|まで|する|した|年$"
)
# 30年 may be a date; 79.88年 is how long something lasts.
_LASTING = frozenset({"年", "月"})
_DECIMALS = Pattern(r"\d\.\d+$")
# The scale of 千人 and 百万円 belongs to the unit that a table is kept in; that of 2億5,000万円 to the number.
_SCALED_UNIT = Pattern(r"\s?(?:百万|十億|千|万|億)(?=[^\d\s千万億、。,(])(?:(?<=[A-Za-z])\d|[^\d(])*(?:$|[(])")
_SCALE = Pattern(r"百万|十億|[千万億]")
_END = Pattern(rf"$|[{SEPARATORS}]")
_PERIOD = Pattern(rf"[/／](?:{PERIODS}|人)")


def value_at(plain: str, at: int) -> Value | None:
    """Return the value that begins at `at`, its measuring year and grade with it; None where none does."""
    measured = None
    before = _YEAR_BEFORE.match(plain, at)
    if before and (year := parse_fiscal_year(before[1] or before[2])) is not None:
        measured, at = year, before.end()
    standing = _STANDING_BEFORE.match(plain, at)
    at = standing.end() if standing else at
    at += len(plain[at:]) - len(plain[at:].lstrip())
    comparator, start = Comparator.EQUAL, at
    while prefix := _PREFIX.match(plain, at):
        comparator, at = COMPARATORS.get(prefix.lastgroup or "", comparator), prefix.end()
        at += plain[at : at + 1].isspace()
    sign = _SIGN.match(plain, at)
    at = sign.end() if sign else at
    numeral = digits_at(plain, at)
    longer = numeral_at(plain, at) if numeral else None
    if numeral is None or longer is None:
        return None
    end = numeral.end
    if longer.is_scaled and not _SCALED_UNIT.match(plain, numeral.end):
        numeral, end = longer, longer.end
    unit, end = _unit(plain, end)
    if unit is None and not _ends_number(plain, end):
        return None
    if bound := _BOUND.match(plain, end):
        comparator, end = COMPARATORS.get(bound.lastgroup or "", Comparator.AT_LEAST), bound.end()
    is_negative = sign is not None and sign[0].strip() not in ("+", "±")
    amount = -numeral.value if is_negative else numeral.value
    is_expected = standing is not None and standing["expected"] is not None
    value = Value(amount, unit, comparator, start, end, measured=measured, is_expected=is_expected)
    return _with_notes(plain, value)


def _unit(plain: str, at: int) -> tuple[str | None, int]:
    """Return the unit behind a number and where it ends: a known counter, behind a blank too, or a noun right behind.

    For which period it counts belongs to it (5便/週), but for a year, as all values of a year do (12件/年).
    """
    spaced = at + plain[at : at + 1].isspace()
    scale = _SCALE.match(plain, spaced)
    for start in (spaced, scale.end()) if scale else (spaced,):
        known = unit_at(plain, start)
        if known is not None and _ends_number(plain, start + len(known)):
            period = _PERIOD.match(plain, start + len(known))
            end = period.end() if period else start + len(known)
            return plain[spaced : start + len(known) if period and "年" in period[0] else end], end
        if known is not None and (done := ACTION_BEHIND.match(plain, start + len(known))):
            return known, done.end()
    found = _UNIT.match(plain, at)
    is_lasting = found is not None and found[1] in _LASTING and _DECIMALS.search(plain[:at]) is not None
    return (_without_action(found[1]), found.end(1)) if found and (is_lasting or _may_be_unit(found[1])) else (None, at)


def _without_action(unit: str) -> str:
    """Return a unit without what is done to the things counted, which stands behind it: パターン of 1パターン追加."""
    done = ACTION_BEHIND.search(unit)
    return unit[: done.start()] if done and done.start() else unit


def _ends_number(plain: str, at: int) -> bool:
    """Return whether a number with its unit may end here: at a blank, a sign that parts, a note or a bound."""
    return any(pattern.match(plain, at) for pattern in (_END, _NOTE, _BOUND, _GRADE_BEHIND, _PERIOD))


def _may_be_unit(words: str) -> bool:
    """Return whether words right behind a number are its unit, be it one that nobody knows: 圃, but not 歳児 or 号."""
    return words in SPELLINGS or (_NO_UNIT.search(words) is None and words not in BLANK_MARKS and not _is_grade(words))


def _is_grade(words: str) -> bool:
    return len(words) == 1 and words in _GRADE_MARKS


def _with_notes(plain: str, value: Value) -> Value:
    """Return a value with what the notes behind it say: its measuring year, its unit, a grade, that it has not come yet."""
    notes = plain[value.end : end_of_notes(plain, value.end)]
    grade = _GRADE_BEHIND.match(plain, value.end)
    for inner in re.findall(r"[(]([^()]*)[)]", notes):
        year = year_in(inner) if re.search(rf"年|{ERA_LETTER_YEAR}|^\s*{WESTERN_YEAR}\s*$", inner) else None
        if year is not None and value.measured is None:
            value = replace(value, measured=year)
        elif inner.strip() in SPELLINGS and value.unit is None:
            value = replace(value, unit=inner.strip())
    is_expected = value.is_expected or _STANDING_BEHIND.search(notes) is not None
    return replace(value, grade=(grade[1] or grade[2]) if grade else "", is_expected=is_expected)


def end_of_notes(plain: str, at: int) -> int:
    """Return where the notes and the grade behind a value end."""
    while found := _GRADE_BEHIND.match(plain, at) or _NOTE.match(plain, at):
        if found.end() == at:
            break
        at = found.end()
    return at
