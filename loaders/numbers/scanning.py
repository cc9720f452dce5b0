"""Every digit of a cell is accounted for: in an amount, in words that measure nothing, or reported as unread."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.model import Kind
from loaders.numbers.amount_reading import read_amounts
from loaders.numbers.bare_numbers import GRADE, GRADE_OR_SIGN, LEADING, as_stated, counts_in_unit_of_row, is_figure_of_row
from loaders.numbers.descriptions import description
from loaders.numbers.labels import Segment, roles, segments
from loaders.numbers.numerals import is_sayable, numeral_at, run_end
from loaders.numbers.other_numbers import OtherNumber, find_other_numbers, offsets_of
from loaders.numbers.readings import ReadAmount, is_stated_alone
from loaders.numbers.units import same_unit
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/scanning.toml tells what each means, with examples."""

    count_noun: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_DIGIT = Pattern(r"\d")
_DIGITS = Pattern(r"\d+")
NUMBER_SIGN = Pattern(r"[\d〇一二三四五六七八九十百千]")
_BEHIND_DATE = Pattern(r"(?:現在|時点|末|中|以降|まで|より|から)*(?:における|に|の|は|、)? ?")
_ENDS = Pattern(r"[\s、。()（）,・※【]|$")

# Words with digits that a noun holds (環境白書2017); the noun behind any other kind begins after it (平成30年度ICT研修).
_KINDS_IN_NOUNS = frozenset(
    {"western_year", "name", "name_ahead", "place_in_order", "ordinal", "school_year", "reference", "per_each", "age"}
)


@dataclass(frozen=True)
class Scan:
    """All digits of a text: amounts, words that measure nothing, and the spans of what could not be read; each in order.

    `beyond` are the spans of numbers that are larger than anything a plan can mean.
    """

    text: str
    readings: tuple[ReadAmount, ...]
    others: tuple[OtherNumber, ...]
    unread: tuple[tuple[int, int], ...]
    beyond: tuple[tuple[int, int], ...] = ()


def scan(
    text: str,
    heading: str = "",
    *,
    has_unit: bool = False,
    unit: str = "",
    asked_in: Collection[str] = (),
    has_grades: bool = False,
    nouns: Collection[str] = (),
) -> Scan:
    """Return what the digits of a cell's text (narrowed) are.

    `heading` is the label of a column that states one thing. `has_unit`: the table has a 単位 column, so that a bare number at
    the beginning of a cell counts, whatever is told behind it (20,116 ※3月から休館). `unit` is that unit where it is known: a
    length of time in it is no description (42分 of a row in 分), nor is one in a unit that the row's plans ask in (`asked_in`):
    運航は171日で終わった, after 運航日数 200日. `has_grades`: marks stand before the row's figures (○ 78.0), of which △ is one.
    `nouns`: words that no table of counters holds, but that count other numbers of the row (11タイトル).
    """
    has_unit = has_unit or bool(unit)
    readings: list[ReadAmount] = []
    leading = LEADING.match(text) if has_unit else None
    others = [other for other in find_other_numbers(text) if not is_figure_of_row(other, text, leading, has_unit=has_unit)]
    ahead = _Ahead(others)
    grade = (GRADE_OR_SIGN if has_grades else GRADE).match(text)
    unread: list[tuple[int, int]] = []
    beyond: list[tuple[int, int]] = []
    for segment in segments(text, others, heading):
        at = words_from = max(segment.start, grade.end() if grade else 0)
        while match := NUMBER_SIGN.search(text, at, segment.end):
            at = match.start()
            other = ahead.at(at)
            if other and not _is_count_after_all(other, text, segment, words_from):
                at = other.end
                words_from = _words_from(text, words_from, other)
                continue
            group = _group(text, at, words_from, segment, heading, nouns)
            if (
                group
                and leading is not None
                and leading.start("number") == at
                and text[leading.end() : leading.end() + 1] == " "
            ):
                group = [as_stated(reading, leading, unit) for reading in group[:1]]
            if not all(is_sayable(reading.amount.value) for reading in group):
                at = _end_of_number(text, at, group)
                beyond.append((match.start(), at))
                continue
            if has_unit and group and counts_in_unit_of_row(group[0], leading):
                group = [replace(reading, is_in_unit_of_row=True) for reading in group]
            is_measured = bool(group) and any(same_unit(group[0].amount.unit, known) for known in (unit, *asked_in) if known)
            if group and (is_measured or group[0].is_in_unit_of_row or _is_quantity(group)):
                readings += group
                at = words_from = group[-1].group_end
                continue
            end = _end_of_number(text, at, group)
            if group and (kind := description(group[0])):
                others.append(OtherNumber(kind, at, end))
                words_from = end
            elif _DIGIT.search(text, at, end):
                unread.append((at, end))
            at = end
    covered = {at for reading in readings for at in range(reading.amount.start, reading.amount.end)}
    kept = [other for other in others if covered.isdisjoint(range(other.start, other.end))]
    known = covered | offsets_of(kept) | {at for start, end in (*unread, *beyond) for at in range(start, end)}
    unread += [match.span() for match in _DIGITS.finditer(text) if match.start() not in known]
    others = sorted(kept, key=lambda other: other.start)
    return Scan(text, tuple(readings), tuple(others), tuple(sorted(unread)), tuple(beyond))


class _Ahead:
    """The words that measure nothing, asked for sign by sign from left to right."""

    def __init__(self, others: Sequence[OtherNumber]) -> None:
        self._others, self._next = tuple(others), 0

    def at(self, at: int) -> OtherNumber | None:
        """Return the one that holds the sign at `at`, which is behind all signs asked for before; None where none does."""
        while self._next < len(self._others) and self._others[self._next].end <= at:
            self._next += 1
        other = self._others[self._next] if self._next < len(self._others) else None
        return other if other is not None and other.start <= at else None


def _words_from(text: str, words_from: int, other: OtherNumber) -> int:
    """Return where the words of the next number begin: behind a date and its particle, unless it stands in a note."""
    is_in_note = text.count("(", words_from, other.start) > text.count(")", words_from, other.start)
    if other.kind in _KINDS_IN_NOUNS or is_in_note:
        return words_from
    match = _BEHIND_DATE.match(text, other.end)
    return match.end() if match else other.end


def _group(text: str, at: int, words_from: int, segment: Segment, heading: str, nouns: Collection[str]) -> list[ReadAmount]:
    amounts = read_amounts(text, at, words_from, nouns)
    return [
        ReadAmount(text, amount, segment, words_from, position, len(amounts), amounts[0].start, amounts[-1].end, heading)
        for position, amount in enumerate(amounts)
    ]


def _end_of_number(text: str, at: int, group: Sequence[ReadAmount]) -> int:
    numeral = numeral_at(text, at)
    return max(at + 1, group[-1].group_end if group else 0, numeral.end if numeral else run_end(text, at))


def _is_count_after_all(other: OtherNumber, text: str, segment: Segment, words_from: int) -> bool:
    """Tell whether a label makes a number of it: 3/4 behind 【結果/目標】 is no day, 2017 behind 【登録数】 is no year."""
    if segment.tag is None:
        return False
    if other.kind == "month_days":
        return len(roles(segment.tag.words, Kind.RESULT)) == 2 and text[other.start - 1] != "("
    is_bare_year = other.kind == "western_year" and text[other.start : other.end].isdecimal()
    before = text[words_from : other.start].strip() or segment.tag.words
    return is_bare_year and _SIGNS.count_noun.search(before) is not None


def _is_quantity(group: Sequence[ReadAmount]) -> bool:
    """Tell whether amounts count something: by a counter, as a pair or change, or behind a label or a noun of counting."""
    first = group[0]
    if first.amount.unit is not None:
        return not description(first)
    if first.amount.change:
        return True
    is_labelled = first.segment.tag is not None
    if len(group) == 2:
        return is_labelled
    if not _ENDS.match(first.text, first.amount.end):
        return False
    if _SIGNS.count_noun.search(first.before):
        return True
    return not first.before.strip() and (is_labelled or is_stated_alone(first))
