"""One number gives way to another of its unit (8便から10便に, 23人をゼロに, 642g → 580g): it is where things stood."""

import re

from loaders.numbers.readings import ReadAmount
from loaders.numbers.unit_words import unit_at
from loaders.numbers.units import same_unit
from loaders.prose.eras import ERA

# A year stands between a number and its verb (22施設への整備を令和2年度までに終える): it is no other number.
_YEAR = re.compile(rf"{ERA}?(?:\d{{1,2}}|元|20\d\d)年(?:度末?)?(?=まで|に|を|間)|\d{{1,2}}月末?(?=まで|に)")
_FROM = re.compile(
    r"(?:程度)?(?:から|を)(?:(?:統合|集約|再編|統廃合)し(?:て)?、?|[^\d。、をして]{0,8})(?P<number>\d[\d,.]*)[万億千]?"
)
_TO = re.compile(r"(?:以上|以下|以内|程度)?(?:に|へ|まで|と(?=する|し))(?!対|つい)")
_TO_NONE = re.compile(r"(?:から|を)(?:ゼロ|皆無|半数|半減|倍)(?:に|へ|と)")
_ARROW_BEHIND = re.compile(r"[^\d。]{0,6}[→⇒➡](?![^\d。、]{0,4}元)")


def without_years(words: str) -> str:
    """Return `words` without the years by which, in which or for which something is to be done.

    >>> without_years("への整備を令和2年度までに終える")
    'への整備をまでに終える'
    """
    return _YEAR.sub("", words)


def gives_way(reading: ReadAmount) -> bool:
    """Tell whether a number is left for another of its unit: 8便から10便に, 4往復を6往復に; 23人をゼロに; not 3台を2校に."""
    words = without_years(reading.behind)
    if _TO_NONE.match(words):
        return True
    match = _FROM.match(words)
    for end in {match.end("number"), match.end()} if match else ():
        unit = unit_at(words, end)
        if unit is not None and same_unit(unit, reading.amount.unit) and _TO.match(words, end + len(unit)):
            return True
    return False


# 30件（変更後35件）, 年6回開く。（年度途中に8回へ変更）
_NOTE = r"[^()。\d]{0,24}。?\s?\((?:\d{1,2}月)?[^()\d]{0,10}"
_RESTATED_IN_NOTE = re.compile(
    rf"{_NOTE}(?:変更後|補正後|見直し後|改定後|修正後)(?:の|は|で)?[:は ]?(?P<number>\d[\d,.]*)"
    rf"|{_NOTE}(?P<later>\d[\d,.]*)[^\d\s、。()にへ]{{0,4}}[にへ](?:変更|改|見直|修正)"
)
# What a plan says of a figure that it sets anew: 120→135(計画変更), 200 ※補正予算を受けて612に改める, 900(当初1,480).
_ANEW = r"(?:変更|改め|改訂|改定|見直|修正|上方|下方)"
_FORMER_BEFORE = re.compile(r"(?:当初|変更前|見直し前|改定前|修正前)(?:計画|目標|予定)?値?(?:の|は|で)?[:は ]?$")
_SET_ANEW = re.compile(rf"(?:以上|以下|以内|程度)?[にへ](?:上方|下方)?{_ANEW}")
_NUMBER_TO = re.compile(r"(\d[\d,.]*)([^\d、。()にへ]{0,4})(?=[にへ])")
_RESTATED_TERSELY = re.compile(r"\s?[→⇒➡]\s?\d[\d,.]*[^\d\s、。()→⇒➡]{0,4}(?:以上|以下|以内|程度)?(?=$|[\s、。(※／/])")


def is_former(reading: ReadAmount) -> bool:
    """Tell whether a plan's number was its target until it was set anew, by the number that stands beside it.

    4.8→4.5km and 当初1,480 are; 8便→10便 and 30%→35%, each with its unit, say where things stand.
    """
    if _FORMER_BEFORE.search(reading.before):
        return True
    if reading.text[reading.group_end - 1].isdecimal() and _RESTATED_TERSELY.match(reading.text, reading.group_end):
        return True
    if (noted := _RESTATED_IN_NOTE.match(reading.text, reading.group_end)) is not None:
        unit = unit_at(reading.text, noted.end("number" if noted["number"] else "later"))
        return unit is None or same_unit(unit, reading.amount.unit)
    later = reading.text[reading.group_end : reading.segment.end].partition("。")[0]
    if reading.segment.start < reading.sentence_start:
        return False
    for match in _NUMBER_TO.finditer(later):
        unit = unit_at(later, match.end(1))
        if _SET_ANEW.match(later, match.end()) and (unit is None or same_unit(unit, reading.amount.unit)):
            return True
    return False


def has_arrow_behind(reading: ReadAmount) -> bool:
    """Tell whether an arrow follows a number: 45件→52件に増加した."""
    return _ARROW_BEHIND.match(reading.behind) is not None
