"""A cell of a value's column holds a number and what belongs to it, or words that say why there is none yet.

cell := value | label value (separator? label value)*           小 65.0 中 48.0, 夫 60分 妻 240分

The grammar of a value is that of one_value.py.
"""

import re
from dataclasses import replace
from functools import lru_cache

from loaders.mapping.cells.one_value import BLANK_MARKS, SEPARATORS, Value, end_of_notes, value_at
from loaders.mapping.words.heading_years import FIRST_YEAR, LAST_YEAR
from loaders.model import Comparator
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

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
    "9便／週（＋1）": [("", 9, "便/週", "eq")],
    "9便／年": [("", 9, "便", "eq")],
    "毎年度24回以上": [("", 24, "回", "ge")],
    "各年度 3校": [("", 3, "校", "eq")],
    "66【A】": [("", 66, None, "eq")],
    "2000": [("", 2000, None, "eq")],
    "120（速報値）": [("", 120, None, "eq")],
    "3,500千円": [("", 3500, "千円", "eq")],
    "1,240千t-CO2以下": [("", 1240, "千t-CO2", "le")],
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

_LEADS = r"(?:約|およそ|概ね|最低|延べ?|累計|計|合計|年間?|月|週|毎年度?|各年度?)?"
_RANGE_SIGN = Pattern(r"\s*(?:[~〜～]|から)\s*|(?<=以上)\s*[・、,]?\s*(?=[\d.,]+\s*\S{0,6}以[下内]$)")
_LABEL = Pattern(
    rf"\s*([^\d{SEPARATORS}()▲△+\-−:：][^{SEPARATORS}:：▲△+]*?(?:\d{{1,2}}(?=\s|[:：]))?)(?:[:：]|[はがを]?(?=年|約|計|延|全|\d))?\s*(?={_LEADS}[▲△+±\-−(]?\s?\d)"
)
# A blank, then words that are no label of a next value: they run on for a while before a number comes, or end as sentences do.
_TOLD = Pattern(r"[\s、，]+(?=[^\d\s]{4})(?:[^\d]{8,}|[^\d。]*。)")
# A label is a word: a sign or letter alone (R6, 第3位) is part of the number, and what refers to a note is none (調査なし※2).
_LABEL_WORDS = Pattern(r"(?!第$|.*(?:[※*]|注)$)(?=.*[ぁ-んァ-ヶー一-龥A-Za-z]{2}|[一-龥]\d{0,2}$).{1,20}")

# Words that stand in a value's place and say that there is none yet, or none that year.
_NOT_REPORTED = Pattern(
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


def stands_for_value(text: str) -> bool:
    """Return whether a cell holds values, or words that stand in the place of one that there is not.

    >>> stands_for_value("120"), stands_for_value("精査中"), stands_for_value("－"), stands_for_value("公園課")
    (True, True, False, False)
    """
    return bool(read_values(text)) or is_not_reported(text)


@lru_cache(maxsize=65536)
def read_values(text: str) -> tuple[Value, ...]:
    """Return the values that a cell states when it is read as a value's cell, none where it is anything else.

    >>> [(v.label, v.value, v.unit) for v in read_values("夫 50分 妻 267分")], read_values("4回実施し、80人が参加した。")
    ([('夫', 50.0, '分'), ('妻', 267.0, '分')], ())
    >>> read_values("１人当たりの公園面積"), read_values("１日平均乗車人員（人）")
    ((), ())
    """
    plain = narrow(text)
    if not any(sign.isdecimal() for sign in plain) or len(plain) > 200 or _IS_A_BASE.fullmatch(plain.strip()):
        return ()
    single = value_at(plain, 0)
    if single is not None and not plain[end_of_notes(plain, single.end) :].strip():
        return (single,)
    labelled = _labelled(plain)
    return (single,) if not labelled and single is not None and _is_told_behind(plain, single) else labelled


# What is measured a head or a day is named by it, and no amount stands there.
_IS_A_BASE = Pattern(r"\d[\d,]*\s*[^\d\s]{1,3}?(?:当たり|あたり|平均)\D{2,}")


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
    lower, upper = value_at(plain[: sign.start()], 0), value_at(plain, sign.end())
    if lower is None or upper is None or plain[end_of_notes(plain, upper.end) :].strip() or lower.value >= upper.value:
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
    behind = plain[end_of_notes(plain, value.end) :]
    return _TOLD.match(behind) is not None


def _labelled(plain: str) -> tuple[Value, ...]:
    """Return the values of a cell that names the part that each is of; none where a part has no name or stands twice."""
    values: list[Value] = []
    at = 0
    while plain[at:].strip(" \t\r\n　、，,／/・;；|｜"):
        at += len(plain[at:]) - len(plain[at:].lstrip(" \t\r\n　、，,／/・;；|｜"))
        label = _LABEL.match(plain, at)
        value = value_at(plain, label.end()) if label else None
        if label is None or value is None or not _LABEL_WORDS.fullmatch(label[1].strip()):
            return ()
        values.append(replace(value, label=label[1].strip()))
        at = end_of_notes(plain, value.end)
        if at < len(plain) and not re.match(rf"[{SEPARATORS}]", plain[at]):
            return ()
    names = [value.label for value in values]
    return tuple(values) if len(set(names)) == len(names) else ()
