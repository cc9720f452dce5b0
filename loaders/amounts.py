"""A number is read with the words that touch it: 約3,000人, 年9回程度, 延べ54人, 3~5回, 13回/年, 12/10回, 前年度比37増.

reading := prefix* (pair | range | amount) bound? change?
pair    := amount '/' amount            3/4箇所, 9,813人/10,000人
range   := NUMBER unit? '~' amount      3~5回
amount  := NUMBER unit? ('/' period)?   13回/年
prefix  := 約 | 延べ | 計 | うち | 年 | 月 | 各 …
bound   := 以上 | 程度 | 未満 …
change  := 増 | 減 …, or 前年度比 before it
"""

import re
from dataclasses import dataclass, replace

from loaders.model import Comparator
from loaders.numerals import Numeral, numeral_at
from loaders.units import counter, unit_at, usual_unit


@dataclass(frozen=True)
class Amount:
    """A number as read, its offsets in the text, and what the words that touch it say.

    `change` is -1, 0 or 1: a fall, no change, a rise. `is_part`: うち stands before it. `is_total`: 計 stands before it.
    """

    start: int
    end: int
    value: float
    unit: str | None
    comparator: Comparator = Comparator.EQUAL
    change: int = 0
    is_part: bool = False
    is_total: bool = False
    is_cumulative: bool = False
    is_frequency: bool = False


@dataclass(frozen=True)
class Affix:
    """Words that touch a number and what they say of it, with an example."""

    sense: str
    pattern: str
    example: str


PREFIXES = (
    Affix("approximate", r"約|およそ|おおよそ|概ね|おおむね|ほぼ", "約3,000人"),
    Affix("cumulative", r"延べ|のべ|延(?=\Z)|累計で?|累積|通算", "延べ54人"),
    Affix("total", r"(?<![一-龥])計|合計|総計|全(?=\Z)", "計13回"),
    Affix("part", r"うち、?|(?<![一-龥])内、?", "うち2回"),
    Affix(
        "frequency",
        r"年間で?|毎年度?|(?<![\d元一-龥])年に?|(?<![\d一-龥])月に?|毎月|(?<![一-龥])週に?|毎週|(?:各年度?)",
        "年9回",
    ),
    Affix("each", r"(?:各校|各|それぞれ)", "各校1回以上"),
    Affix("least", r"最低|少なくとも", "最低2回"),
    Affix("rise", r"[+＋]", "前年比+5人"),
    Affix("fall", r"[▲△]|(?<=比)[-−]", "▲3件"),
)
BOUNDS = (
    Affix("least", r"以上|超(?!過)|を超える|強(?![化い])", "2回以上"),
    Affix("approximate", r"程度|前後|ほど|余り?(?![りるっ])|弱(?![いく])|くらい|ぐらい", "20件程度"),
    Affix("most", r"以下|以内|未満", "10件以下"),
)
CHANGES = (
    Affix("rise", r"の?(?:増(?:加|員|(?![やしえ設築員進強発]))|アップ|上昇|上回)", "329人増"),
    Affix("fall", r"の?(?:減(?:少|(?![らるじ免災塩額]))|ダウン|低下|下回)", "4箇所減"),
)
COMPARED = re.compile(r"(?:前年度?比|前年度?より|前回比|昨年度?比|対前年度?比?)[ 、:：]*$")

_PREFIX = re.compile("|".join(f"(?P<{affix.sense}{position}>{affix.pattern})" for position, affix in enumerate(PREFIXES)))
_PREFIX_END = re.compile(rf"(?:{'|'.join(f'(?:{affix.pattern})' for affix in PREFIXES)})[ 、]?\Z")
_BOUND = {affix.sense: re.compile(affix.pattern) for affix in BOUNDS}
_CHANGE = {affix.sense: re.compile(affix.pattern) for affix in CHANGES}
_PERIOD = re.compile(r"\s?[/／]\s?(?:年度?|月|週|日|回)(?![\d一-龥])")
_PAIR = re.compile(r"\s?[/／]\s?(?=\d)")
_RANGE = re.compile(r"\s?[~〜～]\s?(?=\d)")
_COMPARATORS = {"approximate": Comparator.APPROXIMATE, "least": Comparator.AT_LEAST, "most": Comparator.AT_MOST}

# Kanji numerals are read with these counters alone: 一部, 一度, 一般, 十分 and the like are words, not counts.
KANJI_UNITS = frozenset(
    {"人", "回", "件", "箇所", "校", "園", "館", "台", "冊", "枚", "団体", "自治体", "施設", "世帯", "講座", "手続き", "割"}
)
_BEFORE_KANJI = re.compile(r"(?:^|[^一-龥々]|[年月週計約各全延])$")
_IDIOM = re.compile(r"一人|.?[^つ]{1,2}[一化目]")


def read_amounts(text: str, start: int, floor: int) -> tuple[Amount, ...]:
    """Return the number at `start` of `text` (narrowed) with its words: one amount, two for a pair, none for no number.

    Words before `floor` belong to something else.
    """
    numeral = numeral_at(text, start)
    if numeral is None:
        return ()
    first = _amount(text, numeral)
    if numeral.is_kanji and not _is_count(text, numeral, first.unit):
        return ()
    first = _prefixed(text, first, floor)
    second = _second(text, first)
    if second is None:
        return (_suffixed(text, first),)
    unit = first.unit or second.unit
    return replace(first, unit=unit), _suffixed(text, replace(second, unit=second.unit or unit))


def _amount(text: str, numeral: Numeral) -> Amount:
    if ranged := _RANGE.match(text, numeral.end):
        upper = numeral_at(text, ranged.end())
        if upper is not None and (unit := unit_at(text, upper.end)):
            end = upper.end + len(unit)
            return Amount(numeral.start, end, numeral.value, unit, Comparator.AT_LEAST)
    unit = unit_at(text, numeral.end)
    end = numeral.end + len(unit or "")
    if ranged and unit:
        return Amount(numeral.start, end, numeral.value, unit)
    if not unit and text[numeral.end : numeral.end + 1] == " ":
        spaced = unit_at(text, numeral.end + 1)
        if spaced and not counter(spaced).is_plain_noun:
            unit, end = spaced, numeral.end + 1 + len(spaced)
    if unit and (ranged := _RANGE.match(text, end)):
        upper = numeral_at(text, ranged.end())
        if upper is not None and text.startswith(unit, upper.end):
            return Amount(numeral.start, upper.end + len(unit), numeral.value, unit, Comparator.AT_LEAST)
    if unit and (period := _PERIOD.match(text, end)):
        end = period.end()
    return Amount(numeral.start, end, numeral.value, unit)


def _is_count(text: str, numeral: Numeral, unit: str | None) -> bool:
    if usual_unit(unit) not in KANJI_UNITS or not _BEFORE_KANJI.search(text[: numeral.start]):
        return False
    return not _IDIOM.match(text, numeral.start)


def _prefixed(text: str, amount: Amount, floor: int) -> Amount:
    senses, start = set(), amount.start
    while match := _PREFIX_END.search(text[floor:start]):
        found = _PREFIX.search(match[0])
        senses.add(re.sub(r"\d+$", "", (found and found.lastgroup) or ""))
        start = floor + match.start()
    start = start if senses - {"part"} else amount.start
    compared = COMPARED.search(text[floor : amount.start])
    change = 1 if "rise" in senses or (compared and "fall" not in senses) else -1 if "fall" in senses else 0
    return replace(
        amount,
        start=start,
        comparator=_comparator(senses, amount.comparator),
        change=change,
        is_part="part" in senses,
        is_total="total" in senses,
        is_cumulative="cumulative" in senses,
        is_frequency="frequency" in senses,
    )


def _suffixed(text: str, amount: Amount) -> Amount:
    senses, end = set(), amount.end
    for sense, pattern in _BOUND.items():
        if match := pattern.match(text, end):
            senses.add(sense)
            end = match.end()
    change = amount.change
    for sense, pattern in _CHANGE.items():
        if match := pattern.match(text, end):
            change, end = (1 if sense == "rise" else -1), match.end()
    value = -amount.value if change < 0 else amount.value
    return replace(amount, end=end, value=value, change=change, comparator=_comparator(senses, amount.comparator))


def _comparator(senses: set[str], default: Comparator) -> Comparator:
    return next((_COMPARATORS[sense] for sense in ("least", "most", "approximate") if sense in senses), default)


def _second(text: str, first: Amount) -> Amount | None:
    divided = _PAIR.match(text, first.end)
    numeral = numeral_at(text, divided.end()) if divided else None
    return None if numeral is None else _amount(text, numeral)
