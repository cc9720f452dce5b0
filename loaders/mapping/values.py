"""A cell of a value's column holds a number and what belongs to it, or words that say why there is none yet.

value := year? (prefix)* sign? number unit? bound? (note)*      (2017) 54.0以上, ▲1,200, 約200人, 29（4）, 5.7点（2013年度）
cell  := value | label value (separator? label value)*           小 65.0 中 48.0, 夫 60分 妻 240分
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.mapping.cues import FIRST_YEAR, LAST_YEAR, year_in
from loaders.model import Comparator
from loaders.numbers.numerals import digits_at, numeral_at
from loaders.numbers.unit_words import unit_at
from loaders.numbers.units import COUNTERS
from loaders.prose.eras import ANY_ERA_YEAR, ERA_LETTER_YEAR, WESTERN_YEAR, parse_fiscal_year
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class Value:
    """A number of a cell. `start` and `end` are the characters of the cell's text that state it, without label and notes.

    `label` tells which part of the item it is of ('' for the whole), `measured` the fiscal year that the cell itself names,
    `grade` a verdict that stands behind it (【A】), `upper` the end of a range of which `value` is the beginning (80～85).
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


# What a cell says, with its values as (label, number, unit, comparator); the tests are made from this table.
EXAMPLES: dict[str, list[tuple[str, float, str | None, str]]] = {
    "120": [("", 120, None, "eq")],
    "12,345": [("", 12345, None, "eq")],
    "１２３": [("", 123, None, "eq")],
    "12345.0": [("", 12345, None, "eq")],
    "-3.5": [("", -3.5, None, "eq")],
    "79.88年": [("", 79.88, "年", "eq")],
    "30年": [],
    "▲1,200": [("", -1200, None, "eq")],
    "△4": [("", -4, None, "eq")],
    "－12": [("", -12, None, "eq")],
    "+46": [("", 46, None, "eq")],
    "10,193件": [("", 10193, "件", "eq")],
    "29.8%": [("", 29.8, "%", "eq")],
    "(2017) 54.0以上": [("", 54, None, "ge")],
    "212,585※": [("", 212585, None, "eq")],
    "29（4）": [("", 29, None, "eq")],
    "23(8)": [("", 23, None, "eq")],
    "5.7点（2013年度）": [("", 5.7, "点", "eq")],
    "小 65.0 中 48.0": [("小", 65, None, "eq"), ("中", 48, None, "eq")],
    "夫 50分 妻 267分": [("夫", 50, "分", "eq"), ("妻", 267, "分", "eq")],
    "小５ 72.8／中２ 62.3": [("小5", 72.8, None, "eq"), ("中2", 62.3, None, "eq")],
    "男性：12.3%\n女性：8.1%": [("男性", 12.3, "%", "eq"), ("女性", 8.1, "%", "eq")],
    "約1.2万人": [("", 1.2, "万人", "approx")],
    "1,900千人": [("", 1900, "千人", "eq")],
    "2億5,000万円": [("", 250_000_000, "円", "eq")],
    "10件以下": [("", 10, "件", "le")],
    "年9回": [("", 9, "回", "eq")],
    "66【A】": [("", 66, None, "eq")],
    "2000": [("", 2000, None, "eq")],
    "120（速報値）": [("", 120, None, "eq")],
    "3,500千円": [("", 3500, "千円", "eq")],
    "78.6　前年度を上回り、目標に近づいた。": [("", 78.6, None, "eq")],
    "25.1\n案内カードの配布を増やした。": [("", 25.1, None, "eq")],
    "12月": [],
    "2023/4/1": [],
    "精査中（12月公表）": [],
    "隔年のため調査せず（次はR6）": [],
    "調査なし※2": [],
    "未実施注1": [],
    "A": [],
    "R6": [],
    "3/4箇所": [],
    "0歳児": [],
    "4回実施し、80人が参加した。": [],
    "1-(2)": [],
    "1-①-ア. 多様な防災情報の発信": [],
    "1.多様な防災情報の発信": [],
    "－": [],
    "": [],
}

BLANK_MARKS = frozenset("-－ー‐–—―−─ｰ…・/／*＊")
_SEPARATORS = r"\s、，,／/・;；|｜"
_SIGN = re.compile(r"[▲△]\s?|マイナス|[-−‐–]|[+±]")
_PREFIX = re.compile(
    r"(?P<approximate>約|およそ|概ね|おおむね|ほぼ)|(?P<least>最低|少なくとも)|延べ?|のべ|累計|計|合計|年間?(?=\d)|月(?=\d)|週(?=\d)|毎年|各"
)
_LEADS = r"(?:約|およそ|概ね|最低|延べ?|累計|計|合計|年間?|月|週|毎年)?"
_BOUND = re.compile(
    r"(?P<least>以上|を?超(?:える)?|強)|(?P<most>以下|以内|未満|を?下回る)|(?P<approximate>程度|前後|ほど|弱|くらい)|[~〜](?=\s*$)"
)
_RANGE_SIGN = re.compile(r"\s*(?:[~〜～]|から)\s*|(?<=以上)\s*[・、,]?\s*(?=[\d.,]+\s*\S{0,6}以[下内]$)")
_NOTE = re.compile(r"\s*(?:[(][^()]*[)]|[\[〔<][^\]〕>]*[\]〕>]|※.*|[*]\d*|注\d*)", re.DOTALL)
_GRADE_BEHIND = re.compile(r"\s*[【(\[]\s*([SABCDE]|[◎○〇●△▲×])\s*[】)\]]|\s+([SABCDE]|[◎○〇●△▲×])(?=\s*$)")
_YEAR_BEFORE = re.compile(rf"\s*(?:[(\[]([^()\[\]]{{2,12}})[)\]]|({ANY_ERA_YEAR}|{WESTERN_YEAR}年度?)[\s:：]+)\s*")
# A unit is what stands right behind a number: no digit, no sign that ends it, none of the words that bound it. What begins with
# a stroke or a dot goes on with a number of an outline: 1-①-ア, 1.公園.
_UNIT = re.compile(
    r"(?![-‐–.])((?:[^\d\s、。,()\[\]〔〕【】<>※*~〜:：;+▲△=＝以約]|/(?=[^\d\s])){1,12}?)(?=\s*(?:$|[(\[〔<【※*~〜\s、,/／;・]|以上|以下|以内|未満|程度|前後|を?超|を?下回))"
)
# A date, a time or a number of something else is no value of a column: 12月, 3日まで (a unit), 令和6年.
_NO_UNIT = re.compile(
    r"歳[児代]|月(?!数)|年(?!間|度?数)|年度$|時(?!間)|号|次|期(?!間)|ページ目|番|[/／].*\d|に|を|は|が|で|と|へ|から|まで|する|した|年$"
)
# 30年 may be a date; 79.88年 is how long something lasts.
_LASTING = frozenset({"年", "月"})
_DECIMALS = re.compile(r"\d\.\d+$")
_LABEL = re.compile(
    rf"\s*([^\d{_SEPARATORS}()▲△+\-−:：][^{_SEPARATORS}:：▲△+]*?(?:\d{{1,2}}(?=\s|[:：]))?)(?:[:：]|[はがを]?(?=年|約|計|延|全|\d))?\s*(?={_LEADS}[▲△+±\-−(]?\s?\d)"
)
# The scale of 千人 and 百万円 belongs to the unit that a table is kept in; that of 2億5,000万円 to the number.
_SCALED_UNIT = re.compile(r"\s?(?:百万|十億|千|万|億)(?=[^\d\s千万億、。,(])(?:(?!\d).)*$")
_SCALE = re.compile(r"百万|十億|[千万億]")
# A blank, then words that are no label of a next value: they run on for a while before a number comes, or end as sentences do.
_TOLD = re.compile(r"[\s、，]+(?=[^\d\s]{4})(?:[^\d]{8,}|[^\d。]*。)")
_END = re.compile(rf"$|[{_SEPARATORS}]")
_PERIOD = re.compile(r"[/／](?:年度?|月|週|日|回|人)")
# A label is a word: a sign or letter alone (R6, 第3位) is part of the number, and what refers to a note is none (調査なし※2).
_LABEL_WORDS = re.compile(r"(?!第$|.*(?:[※*]|注)$)(?=.*[ぁ-んァ-ヶー一-龥A-Za-z]{2}|[一-龥]\d{0,2}$).{1,20}")
_COMPARATORS = {"least": Comparator.AT_LEAST, "most": Comparator.AT_MOST, "approximate": Comparator.APPROXIMATE}
_SPELLINGS = frozenset(spelling for counter in COUNTERS for spelling in counter.spellings)

# Words that stand in a value's place and say that there is none yet, or none that year.
_NOT_REPORTED = re.compile(
    r"精査|未公表|確認中|集計中|未集計|集計前|未確定|確定前|調査中|算[定出]中|推計中|公表(?:予定|前|待ち)|未調査|調査(?:せず|なし|予定|年度?で?は?ない|を?実施せず|未実施)"
    r"|未測定|測定(?:せず|なし)|未把握|把握(?:できず|困難|中)|未計測|隔年|データ(?:なし|無し|未)|判明|後日|次回|次は|未定|対象外|該当(?:なし|無し|せず)|未実施|未評価|未算出"
    r"|実施(?:せず|なし|していない)|年(?:ごと|毎|に(?:1|一)回)の?調査|(?:設定|数値|目標)(?:なし|無し|せず)|^n/?a$|^なし$|^無し?$|(?:作成|整理|検討|準備|照会|取りまとめ|とりまとめ)中",
    re.IGNORECASE,
)


def is_blank(text: str) -> bool:
    """Return whether a cell holds nothing: blanks, or dashes alone that say so.

    >>> is_blank("　－ "), is_blank("0"), is_blank("―")
    (True, False, True)
    """
    return all(sign in BLANK_MARKS for sign in "".join(text.split()))


def is_not_reported(text: str) -> bool:
    """Return whether words say that there is no value yet, or none that year: 精査中, 隔年のため調査せず.

    >>> is_not_reported("精査中（12月公表）"), is_not_reported("120"), is_not_reported("増加")
    (True, False, False)
    """
    return not is_blank(text) and not read_values(text) and _NOT_REPORTED.search(narrow(text).strip()) is not None


@lru_cache(maxsize=65536)
def read_values(text: str) -> tuple[Value, ...]:
    """Return the values that a cell states when it is read as a value's cell, none where it is anything else.

    >>> [(v.label, v.value, v.unit) for v in read_values("夫 50分 妻 267分")], read_values("4回実施し、80人が参加した。")
    ([('夫', 50.0, '分'), ('妻', 267.0, '分')], ())
    """
    plain = narrow(text)
    if not any(sign.isdecimal() for sign in plain) or len(plain) > 200:
        return ()
    single = _value(plain, 0)
    if single is not None and not plain[_end_of_notes(plain, single.end) :].strip():
        return (single,)
    labelled = _labelled(plain)
    return (single,) if not labelled and single is not None and _is_told_behind(plain, single) else labelled


@lru_cache(maxsize=16384)
def read_range(text: str) -> tuple[Value, ...]:
    """Return the range that a cell states (80～85), as a value of at least its lower end; none where it states none.

    >>> [(v.value, v.upper, v.unit) for text in ("8～10回", "40％以上60％以下") for v in read_range(text)]
    [(8.0, 10.0, '回'), (40.0, 60.0, '%')]
    >>> read_range("2020～2025"), read_range("85～80")
    ((), ())
    """
    plain = narrow(text)
    sign = _RANGE_SIGN.search(plain)
    if sign is None or len(plain) > 40:
        return ()
    lower, upper = _value(plain[: sign.start()], 0), _value(plain, sign.end())
    if lower is None or upper is None or plain[_end_of_notes(plain, upper.end) :].strip() or lower.value >= upper.value:
        return ()
    bounds = (lower.comparator, upper.comparator)
    is_range = bounds in ((Comparator.EQUAL, Comparator.EQUAL), (Comparator.AT_LEAST, Comparator.AT_MOST))
    if plain[lower.end : sign.start()].strip() or not is_range:
        return ()
    unit = upper.unit or lower.unit
    if unit is None and all(FIRST_YEAR <= end.value <= LAST_YEAR for end in (lower, upper)):
        return ()
    return (replace(lower, unit=unit, comparator=Comparator.AT_LEAST, end=upper.end, upper=upper.value),)


def _is_told_behind(plain: str, value: Value) -> bool:
    """Return whether words behind a blank tell of the value before it: 78.6　前年度を上回り、目標に近づいた。

    Words that state another number of something (10人 前期5人) may be of a second value.
    """
    behind = plain[_end_of_notes(plain, value.end) :]
    return _TOLD.match(behind) is not None


def _labelled(plain: str) -> tuple[Value, ...]:
    """Return the values of a cell that names the part that each is of; none where a part has no name or stands twice."""
    values: list[Value] = []
    at = 0
    while plain[at:].strip(" \t\r\n　、，,／/・;；|｜"):
        at += len(plain[at:]) - len(plain[at:].lstrip(" \t\r\n　、，,／/・;；|｜"))
        label = _LABEL.match(plain, at)
        value = _value(plain, label.end()) if label else None
        if label is None or value is None or not _LABEL_WORDS.fullmatch(label[1].strip()):
            return ()
        values.append(replace(value, label=label[1].strip()))
        at = _end_of_notes(plain, value.end)
        if at < len(plain) and not re.match(rf"[{_SEPARATORS}]", plain[at]):
            return ()
    names = [value.label for value in values]
    return tuple(values) if len(set(names)) == len(names) else ()


def _value(plain: str, at: int) -> Value | None:
    """Return the value that begins at `at`, its measuring year and grade with it; None where none does."""
    measured = None
    before = _YEAR_BEFORE.match(plain, at)
    if before and (year := parse_fiscal_year(before[1] or before[2])) is not None:
        measured, at = year, before.end()
    at += len(plain[at:]) - len(plain[at:].lstrip())
    comparator, start = Comparator.EQUAL, at
    while prefix := _PREFIX.match(plain, at):
        comparator, at = _COMPARATORS.get(prefix.lastgroup or "", comparator), prefix.end()
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
        comparator, end = _COMPARATORS.get(bound.lastgroup or "", Comparator.AT_LEAST), bound.end()
    is_negative = sign is not None and sign[0].strip() not in ("+", "±")
    value = Value(-numeral.value if is_negative else numeral.value, unit, comparator, start, end, measured=measured)
    return _with_notes(plain, value)


def _unit(plain: str, at: int) -> tuple[str | None, int]:
    """Return the unit behind a number and where it ends: a known counter, behind a blank too, or a noun right behind."""
    spaced = at + plain[at : at + 1].isspace()
    scale = _SCALE.match(plain, spaced)
    for start in (spaced, scale.end()) if scale else (spaced,):
        known = unit_at(plain, start)
        if known is not None and _ends_number(plain, start + len(known)):
            period = _PERIOD.match(plain, start + len(known))
            return plain[spaced : start + len(known)], period.end() if period else start + len(known)
    found = _UNIT.match(plain, at)
    is_lasting = found is not None and found[1] in _LASTING and _DECIMALS.search(plain[:at]) is not None
    return (found[1], found.end(1)) if found and (is_lasting or _is_unit(found[1])) else (None, at)


def _ends_number(plain: str, at: int) -> bool:
    """Return whether a number with its unit may end here: at a blank, a sign that parts, a note or a bound."""
    return any(pattern.match(plain, at) for pattern in (_END, _NOTE, _BOUND, _GRADE_BEHIND, _PERIOD))


def _is_unit(words: str) -> bool:
    return words in _SPELLINGS or (_NO_UNIT.search(words) is None and words not in BLANK_MARKS and not _is_grade(words))


def _is_grade(words: str) -> bool:
    return words in ("S", "A", "B", "C", "D", "E", "◎", "○", "〇", "●", "×")


def _with_notes(plain: str, value: Value) -> Value:
    """Return a value with what the notes behind it say: its measuring year, its unit, a grade."""
    notes = plain[value.end : _end_of_notes(plain, value.end)]
    grade = _GRADE_BEHIND.match(plain, value.end)
    for inner in re.findall(r"[(]([^()]*)[)]", notes):
        year = year_in(inner) if re.search(rf"年|{ERA_LETTER_YEAR}|^\s*{WESTERN_YEAR}\s*$", inner) else None
        if year is not None and value.measured is None:
            value = replace(value, measured=year)
        elif inner.strip() in _SPELLINGS and value.unit is None:
            value = replace(value, unit=inner.strip())
    return replace(value, grade=(grade[1] or grade[2]) if grade else "")


def _end_of_notes(plain: str, at: int) -> int:
    """Return where the notes and the grade behind a value end."""
    while found := _GRADE_BEHIND.match(plain, at) or _NOTE.match(plain, at):
        if found.end() == at:
            break
        at = found.end()
    return at
