"""One number gives way to another of its unit (8便から10便に, 23人をゼロに, 642g → 580g): it is where things stood."""

from dataclasses import dataclass
from typing import Final

from loaders.numbers.readings import ReadAmount
from loaders.numbers.unit_words import unit_at
from loaders.numbers.units import same_unit
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.eras import ERA
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/giving_way.toml tells what each means, with examples."""

    from_one: Pattern
    to_another: Pattern
    to_none: Pattern
    restated_in_note: Pattern
    former_before: Pattern
    set_anew: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# A year stands between a number and its verb (22施設への整備を令和2年度までに終える): it is no other number.
_YEAR = Pattern(rf"{ERA}?(?:\d{{1,2}}|元|20\d\d)年(?:度末?)?(?=まで|に|を|間)|\d{{1,2}}月末?(?=まで|に)")
_ARROW = Pattern(f"[{ARROWS}]")
_ARROW_AHEAD = Pattern(rf"[{ARROWS}]\s*(?:約|延べ)?$")
_ARROW_BEHIND = Pattern(rf"[^\d。]{{0,6}}[{ARROWS}](?![^\d。、]{{0,4}}元)")


def without_years(words: str) -> str:
    """Return `words` without the years by which, in which or for which something is to be done.

    >>> without_years("への整備を令和2年度までに終える")
    'への整備をまでに終える'
    """
    return _YEAR.sub("", words)


def gives_way(reading: ReadAmount) -> bool:
    """Tell whether a number is left for another of its unit: 8便から10便に, 4往復を6往復に; 23人をゼロに; not 3台を2校に."""
    words = without_years(reading.behind)
    if _SIGNS.to_none.match(words):
        return True
    match = _SIGNS.from_one.match(words)
    for end in {match.end("number"), match.end()} if match else ():
        unit = unit_at(words, end)
        if unit is not None and same_unit(unit, reading.amount.unit) and _SIGNS.to_another.match(words, end + len(unit)):
            return True
    return False


_NUMBER_TO = Pattern(r"(\d[\d,.]*)([^\d、。()にへ]{0,4})(?=[にへ])")
_RESTATED_TERSELY = Pattern(
    rf"\s?[{ARROWS}]\s?\d[\d,.]*[^\d\s、。(){ARROWS}]{{0,4}}(?:以上|以下|以内|程度)?(?=$|[\s、。(※／/])"
)


def is_former(reading: ReadAmount) -> bool:
    """Tell whether a plan's number was its target until it was set anew, by the number that stands beside it.

    4.8→4.5km and 当初1,480 are; 8便→10便 and 30%→35%, each with its unit, say where things stand.
    """
    if _SIGNS.former_before.search(reading.before):
        return True
    if reading.text[reading.group_end - 1].isdecimal() and _RESTATED_TERSELY.match(reading.text, reading.group_end):
        return True
    if (noted := _SIGNS.restated_in_note.match(reading.text, reading.group_end)) is not None:
        unit = unit_at(reading.text, noted.end("number" if noted["number"] else "later"))
        return unit is None or same_unit(unit, reading.amount.unit)
    later = reading.text[reading.group_end : reading.segment.end].partition("。")[0]
    if reading.segment.start < reading.sentence_start:
        return False
    for match in _NUMBER_TO.finditer(later):
        unit = unit_at(later, match.end(1))
        if _SIGNS.set_anew.match(later, match.end()) and (unit is None or same_unit(unit, reading.amount.unit)):
            return True
    return False


def has_arrow_behind(reading: ReadAmount) -> bool:
    """Tell whether an arrow follows a number: 45件→52件に増加した."""
    return _ARROW_BEHIND.match(reading.behind) is not None


def side_of_arrow(reading: ReadAmount) -> int | None:
    """Return 0 for the number before the one arrow of a label's words, 1 for the one right behind it; None for others.

    【目標→結果】18手続→16手続 labels each side by its own word.
    """
    words = reading.text[reading.segment.start : reading.segment.end]
    if len(_ARROW.findall(words.partition("。")[0])) != 1:
        return None
    if has_arrow_behind(reading):
        return 0
    return 1 if _ARROW_AHEAD.search(reading.text[reading.segment.start : reading.group_start]) else None
