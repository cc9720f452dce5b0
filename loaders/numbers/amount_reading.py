"""A number is read with the words that touch it: 約3,000人, 年9回程度, 延べ54人, 3~5回, 13回/年, 12/10回, 前年度比37増.

reading := prefix* (pair | range | amount) bound? change?
pair    := amount '/' amount            3/4箇所, 9,813人/10,000人
range   := NUMBER unit? '~' amount      3~5回: at least 3
amount  := NUMBER unit? ('/' period)?   13回/年
         | NUMBER 時間 NUMBER 分 ...      1時間30分: 1.5時間
"""

import re
from collections.abc import Collection
from dataclasses import replace

from loaders.model import Comparator
from loaders.numbers.affixes import with_prefixes, with_suffix
from loaders.numbers.amounts import Amount
from loaders.numbers.bases import PERIODS, in_base
from loaders.numbers.numerals import Numeral, digits_at, numeral_at
from loaders.numbers.unit_words import noun_at, unit_at
from loaders.numbers.units import MONEY, SCALED_MONEY, counter, same_unit, usual_unit
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS

_PERIOD = Pattern(rf"\s?/\s?(?:{PERIODS})(?![\d一-龥])")
# What may follow the unit of 5.6人/台.
_NAMES_GROUP = Pattern(r"[号歳級期次]|年[生次]|学年")
_OF_SOMETHING = Pattern(r"(?:程度|前後|くらい|ほど)?(?:の(?!増)|を(?:予定|見込|想定|目安|目標)|$|[、。(])")
_ENDS_UNIT = Pattern(rf"[\s、。,()をはがにでとも{ARROWS}・※【]|まで|以上|以下|以内|程度|未満|$")
_PAIR = Pattern(r"\s?/\s?(?=\d)")
_RANGE = Pattern(r"\s?[~〜]\s?(?=\d)")
# 7分40秒 is one length, and so is 1時間半: told in the larger unit, to two decimals as cities do.
_SIXTIETHS = {"時間": (Pattern(r"(\d{1,2})分(?!の)"), 60), "分": (Pattern(r"(\d{1,2})秒"), 60)}
_HALF = Pattern(r"半(?![年月期日額数分])")
# The longest first: 百万 ends in 万.
_MONEY_SCALES = {"百万": 10**6, "億": 10**8, "万": 10**4, "千": 10**3}
_HALVED = frozenset({"時間", "日"})
# 4.8→4.5km is two lengths, of which the second alone bears their unit.
_ARROW = Pattern(rf"\s*[{ARROWS}]\s*(?=\d)")
# Between a number without a counter and a larger one: 20から30人, 20-30人; 2、3回 for numbers next to each other.
_LOOSE_RANGE = Pattern(r"(?:から|-|(?P<next>、))(?=\d)")
_IN_LIST = Pattern(r"\d[、-]\Z")

# Kanji numerals are read with these counters alone: 一部, 一度, 一般, 十分 and the like are words, not counts.
KANJI_UNITS = frozenset(
    {"人", "回", "件", "箇所", "校", "園", "館", "台", "冊", "枚", "団体", "自治体", "施設", "世帯", "講座", "手続き", "割"}
)
# .5t may be 0.5t or a slip: it is no 5t.
_BARE_POINT = Pattern(r"(?<![0-9A-Za-z])\.\Z")
_BEFORE_KANJI = Pattern(r"(?:^|[^一-龥々]|[年月週計約各全延])$")
# Below, and in four digits without a comma, a number and a noun are as often a name: 3密, 5類, 6次産業, 8020運動.
_LARGE = 10
_WORD_BEHIND_KANJI = Pattern(r"[一-十化目ひ]")


def read_amounts(text: str, start: int, floor: int, nouns: Collection[str] = ()) -> tuple[Amount, ...]:
    """Return the number at `start` of `text` (narrowed) with its words: one amount, two for a pair, none for no number.

    Words before `floor` belong to something else. `nouns` count other numbers of the row, so that they count small ones too.
    """
    numeral = numeral_at(text, start)
    if numeral is None or _BARE_POINT.match(text, start - 1, start):
        return ()
    first = _amount(text, numeral, nouns)
    if numeral.is_kanji and not _is_count(text, numeral, first):
        return ()
    divided = _PAIR.match(text, first.end)
    divisor = numeral_at(text, divided.end()) if divided else None
    if divisor is None:
        return (with_suffix(text, with_prefixes(text, first, floor)),)
    second = _amount(text, divisor, nouns)
    if not _is_pair(text, first, second):
        return (with_suffix(text, with_prefixes(text, first, floor)),)
    unit = first.unit or second.unit
    return (
        with_prefixes(text, replace(first, unit=unit), floor),
        with_suffix(text, replace(second, unit=second.unit or unit)),
    )


def _is_pair(text: str, first: Amount, second: Amount) -> bool:
    """Tell whether two amounts parted by a stroke count one thing: not 3回/98人, nor 88人/2号認定, nor 4点/5点満点."""
    if text.startswith("満点", second.end) or (second.unit is None and _NAMES_GROUP.match(text, second.end)):
        return False
    both_money = first.unit in MONEY and second.unit in MONEY
    return None in (first.unit, second.unit) or both_money or same_unit(first.unit, second.unit)


def _amount(text: str, numeral: Numeral, nouns: Collection[str] = ()) -> Amount:
    numeral = _before_money(text, numeral)
    unit, end = _unit(text, numeral.end)
    if unit == "円" and (scaled := _in_scale_of_its_end(text, numeral)):
        numeral, unit = scaled
    is_count = not numeral.is_kanji and (_LARGE <= numeral.value < 1000 or "," in text[numeral.start : numeral.end])
    if unit is None and (noun := noun_at(text, numeral.end)) and (is_count or (noun in nouns and not numeral.is_kanji)):
        unit, end = noun, numeral.end + len(noun)
    if ranged := _RANGE.match(text, end) or (_loose_range(text, numeral) if unit is None else None):
        upper = numeral_at(text, ranged.end())
        upper_unit, upper_end = _unit(text, upper.end) if upper else (None, end)
        if upper_unit is not None and (unit is None or same_unit(unit, upper_unit)):
            return Amount(numeral.start, upper_end, numeral.value, upper_unit, Comparator.AT_LEAST)
    if unit is not None and (range_end := _end_of_loose_range(text, numeral, unit, end)) is not None:
        return Amount(numeral.start, range_end, numeral.value, unit, Comparator.AT_LEAST)
    if unit is None and (ranged := _RANGE.match(text, end)) and (upper := numeral_at(text, ranged.end())):
        return Amount(numeral.start, upper.end, numeral.value, None, Comparator.AT_LEAST)
    if unit is None and (arrow := _ARROW.match(text, end)):
        later = numeral_at(text, arrow.end())
        return Amount(numeral.start, end, numeral.value, _amount(text, later).unit if later else None)
    value, exact, end = _with_smaller_parts(text, numeral.value, unit, end)
    if unit is not None and (period := _PERIOD.match(text, end)):
        end = period.end()
    elif unit is not None and (each := _each(text, end)):
        unit, end = f"{unit}/{each}", end + len(each) + 1
    return Amount(numeral.start, end, value, unit, exact=exact)


def _each(text: str, end: int) -> str | None:
    """Return the unit of which so many are told, where a number's unit ends before a stroke: 台 of 5.6人/台."""
    each = unit_at(text, end + 1) if text[end : end + 1] == "/" else None
    return each if each and _ENDS_UNIT.match(text, end + 1 + len(each)) else None


def _with_smaller_parts(text: str, value: float, unit: str | None, end: int) -> tuple[float, float | None, int]:
    """Return a length with its minutes and seconds (1時間30分 is 1.5時間), the seconds that it has, and where it ends.

    Other amounts are returned as they are, without seconds.
    """
    if unit in _HALVED and (half := _HALF.match(text, end)):
        return value + 0.5, None, half.end()
    pattern, parts = _SIXTIETHS.get(unit or "", (None, 1))
    smaller = pattern.match(text, end) if pattern else None
    if smaller is None:
        return value, None, end
    below, exact, end = _with_smaller_parts(text, float(smaller[1]), "分" if unit == "時間" else None, smaller.end())
    seconds = in_base(value, unit) + (exact if exact is not None else in_base(below, "分" if unit == "時間" else "秒"))
    return round(value + below / parts, 2), seconds, end


def _loose_range(text: str, numeral: Numeral) -> re.Match[str] | None:
    """Return what ties the number without a counter to the larger one behind it, None where nothing does."""
    match = _LOOSE_RANGE.match(text, numeral.end)
    upper = numeral_at(text, match.end()) if match else None
    if match is None or upper is None or _IN_LIST.search(text[max(numeral.start - 2, 0) : numeral.start]):
        return None
    is_range = upper.value == numeral.value + 1 < _LARGE if match["next"] else upper.value > numeral.value
    return match if is_range else None


def _end_of_loose_range(text: str, numeral: Numeral, unit: str, end: int) -> int | None:
    """Return where 30人から40人程度の参加 ends, None where a number is left for the next one (30人から40人に増やす)."""
    upper = numeral_at(text, end + 2) if text.startswith("から", end) else None
    upper_unit, upper_end = _unit(text, upper.end) if upper else (None, end)
    if upper is None or upper_unit is None or not same_unit(unit, upper_unit) or upper.value <= numeral.value:
        return None
    return upper_end if _OF_SOMETHING.match(text, upper_end) else None


def _before_money(text: str, numeral: Numeral) -> Numeral:
    """Return 3,500 of 3,500千円: tables are kept in 千円 and 百万円, so that the scale belongs to the unit."""
    plain = digits_at(text, numeral.start)
    if plain is None or not numeral.is_scaled:
        return numeral
    unit = unit_at(text, plain.end)
    return plain if unit in SCALED_MONEY and plain.end + len(unit or "") - 1 == numeral.end else numeral


def _in_scale_of_its_end(text: str, numeral: Numeral) -> tuple[Numeral, str] | None:
    """Return 3億2,000万円 as 32,000 of 万円, the scale that stands before 円, None where digits do."""
    scale = next((scale for scale in _MONEY_SCALES if text.endswith(scale, numeral.start, numeral.end)), None)
    if scale is None or not text[numeral.start].isdecimal():
        return None
    return replace(numeral, value=round(numeral.value / _MONEY_SCALES[scale], 6)), f"{scale}円"


def _unit(text: str, at: int) -> tuple[str | None, int]:
    """Return the counter at `at`, behind one space at most, and where it ends; a plain noun behind a space is no counter."""
    unit = unit_at(text, at)
    if unit is not None:
        return unit, at + len(unit)
    spaced = unit_at(text, at + 1) if text[at : at + 1] == " " else None
    if spaced is None or counter(spaced).is_plain_noun:
        return None, at
    return spaced, at + 1 + len(spaced)


def _is_count(text: str, numeral: Numeral, amount: Amount) -> bool:
    if usual_unit(amount.unit) not in KANJI_UNITS or not _BEFORE_KANJI.search(text[max(numeral.start - 2, 0) : numeral.start]):
        return False
    return not _WORD_BEHIND_KANJI.match(text, amount.end) and not text.startswith("一人", numeral.start)
