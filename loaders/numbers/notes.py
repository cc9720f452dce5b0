"""Brackets and うち tie a number to a day and to a total: 192(平成30年3月31日現在), 54人(前期:34名 後期:20名)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from loaders.model import Quantity
from loaders.numbers.equality import same_value
from loaders.numbers.other_numbers import OtherNumber
from loaders.numbers.readings import ReadAmount, is_left_over
from loaders.numbers.scanning import Scan
from loaders.numbers.units import same_unit
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/notes.toml tells what each means, with examples."""

    holds: Pattern
    together: Pattern
    in_all: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_NOTES = Pattern(r"(?: ?\([^()]*\))+")
_PART_OF_WHOLE = Pattern(r"中[、,]? ?$")
_JOINS = Pattern(r"^の$|\s")
_ITEM = Pattern(r"[①-⑳●■◆・]")
# A total and its parts have no more numbers between them.
_NEAR = 30
_PART = Pattern(r"^[ 、(※・]*(?:うち|内(?=[、書]))")


def notes_behind(reading: ReadAmount) -> str:
    """Return the brackets that stand right behind a number or pair, '' where none do."""
    match = _NOTES.match(reading.text, reading.group_end)
    return match[0] if match else ""


def as_of(reading: ReadAmount, scan: Scan) -> date | None:
    """Return the day on which a number holds: in the note behind it, or before it in its sentence with 現在 or the like."""
    notes_end = reading.group_end + len(notes_behind(reading))
    days = [other for other in scan.others if other.day]
    behind = [other.day for other in days if reading.group_end <= other.start and other.end <= notes_end]
    if behind:
        return behind[0]
    before = [
        other.day
        for other in days
        if reading.sentence_start <= other.start
        and other.end <= reading.amount.start
        and _SIGNS.holds.match(scan.text, other.end)
        and not _is_whole_note(other, scan)
    ]
    return before[-1] if before else None


def total_of(position: int, readings: Sequence[ReadAmount], quantities: Sequence[Quantity]) -> int | None:
    """Return the position of the total that the number at `position` is a part of, None where it is none."""
    reading, quantity = readings[position], quantities[position]
    if (rate := _rate_of(position, readings)) is not None:
        return rate
    alike = [
        other
        for other, candidate in islice(enumerate(quantities), max(position - _NEAR, 0), position + _NEAR)
        if other != position and same_unit(candidate.unit, quantity.unit) and candidate.role is quantity.role
    ]
    before = [other for other in alike if other < position]
    behind = [other for other in alike if other > position]
    if is_part(reading):
        # 修了者のうち9人が登録し、3人が受任: a whole that only follows is no smaller than its part.
        return next(iter(before[-1:] + [other for other in behind if quantities[other].value >= quantity.value]), None)
    if before and before[-1] == position - 1 and _PART_OF_WHOLE.match(reading.before):
        return before[-1]
    for sum_of in (_sum_behind, _sum_of_sentence_before):
        if (whole := sum_of(position, alike, readings, quantities)) is not None:
            return whole
    return _total_of_sum(position, before, readings, quantities)


def _rate_of(position: int, readings: Sequence[ReadAmount]) -> int | None:
    """Return the percentage that a fraction in brackets explains: 10.7%(3/28名), None where it explains none."""
    reading = readings[position]
    rate = position - 1 - reading.position
    if reading.size != 2 or rate < 0 or not same_unit(readings[rate].amount.unit, "%"):
        return None
    between = reading.text[readings[rate].group_end : reading.group_start]
    return rate if between.strip() == "(" else None


def _sum_behind(
    position: int, alike: Sequence[int], readings: Sequence[ReadAmount], quantities: Sequence[Quantity]
) -> int | None:
    """Return the 計 or 合わせて that joins the numbers of its sentence (港町通り2基、駅前2基の計4基), None where none does.

    毎月1回、計12回 is one thing; 意識調査 1回 各審議会 計13回 are two, as 新規に2か所、計24か所 (added, and in all).
    """
    part = readings[position]
    for whole in (other for other in alike if other > position):
        total = readings[whole]
        if _SIGNS.together.search(total.before) and part.sentence_start == total.sentence_start:
            return whole if quantities[position].value <= quantities[whole].value else None
        if not total.amount.is_total:
            continue
        between = part.text[part.group_end : total.group_start]
        parts = [p for p in (position, *alike) if p < whole and readings[p].sentence_start == total.sentence_start]
        is_nameless = not _JOINS.sub("", re.split(r"[、(]", total.before)[-1])
        is_list = len(parts) > 1 or part.amount.is_frequency or same_value(quantities[position].value, quantities[whole].value)
        if is_nameless and is_list and position in parts and not _ITEM.search(between):
            return whole if quantities[position].value <= quantities[whole].value else None
    return None


def _sum_of_sentence_before(
    position: int, alike: Sequence[int], readings: Sequence[ReadAmount], quantities: Sequence[Quantity]
) -> int | None:
    """Return the number that tells what all of its sentence and the one before make: 7校に、2校とは画面越しに。合わせて9校."""
    for whole in (other for other in alike if other > position):
        total = readings[whole]
        if not _SIGNS.in_all.search(total.before):
            continue
        begins = total.text.rfind("。", 0, max(total.sentence_start - 1, 0)) + 1
        parts = [p for p in sorted({position, *alike}) if p < whole and readings[p].amount.start >= begins]
        told = sum(quantities[p].value for p in parts)
        if position in parts and len(parts) > 1 and same_value(told, quantities[whole].value):
            return whole
    return None


def is_part(reading: ReadAmount) -> bool:
    """Tell whether うち or 内 makes a number a part of another, or it is what was left of one."""
    return reading.amount.is_part or _PART.match(reading.before) is not None or is_left_over(reading)


def _total_of_sum(
    position: int, before: Sequence[int], readings: Sequence[ReadAmount], quantities: Sequence[Quantity]
) -> int | None:
    """Return the number whose note holds the one at `position`, where the numbers of the note add up to it."""
    for other in reversed(before):
        start = readings[other].group_end
        end = start + len(notes_behind(readings[other]))
        if start < readings[position].amount.start < end:
            inside = [
                quantity.value
                for reading, quantity in zip(readings, quantities, strict=True)
                if start < reading.amount.start < end and same_unit(quantity.unit, quantities[other].unit)
            ]
            return other if len(inside) > 1 and same_value(sum(inside), quantities[other].value) else None
    return None


def _is_whole_note(other: OtherNumber, scan: Scan) -> bool:
    """Tell whether a date fills a note alone, so that it belongs to the number before the note."""
    opening = scan.text.rfind("(", 0, other.start)
    if opening < 0 or scan.text[opening + 1 : other.start].strip():
        return False
    closing = scan.text.find(")", other.end)
    return not any(other.end <= reading.amount.start < closing for reading in scan.readings)
