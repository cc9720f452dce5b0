"""Every digit of a cell is accounted for: in an amount, in words that measure nothing, or reported as unread."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.model import Kind
from loaders.numbers.amount_reading import read_amounts
from loaders.numbers.descriptions import description
from loaders.numbers.labels import Segment, roles, segments
from loaders.numbers.numerals import is_sayable, numeral_at, run_end
from loaders.numbers.other_numbers import OtherNumber, find_other_numbers, signs_of
from loaders.numbers.readings import ReadAmount, is_stated_alone
from loaders.numbers.units import same_unit
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/scanning.toml tells what each means, with examples."""

    count_noun: re.Pattern[str]
    of_a_time: re.Pattern[str]
    is_set_anew: re.Pattern[str]


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
NUMBER_SIGN = re.compile(r"[\d〇一二三四五六七八九十百千]")
_BEHIND_DATE = re.compile(r"(?:現在|時点|末|中|以降|まで|より|から)*(?:における|に|の|は|、)? ?")
_LEADING = re.compile(
    r"\s*(?:[①-⑳]\s?|[◎○〇●×△▲]\s+)?[▲△]?(?P<number>\d[\d,]*(?:\.\d+)?(?:億|[万千](?:\d[\d,]*千?)?)?)(?=\s|[(※。、~〜]|/(?!\d)|$)"
)
# What of a number stands before its digits: △48, △ 48 as a format of spreadsheets shows it.
_SIGN_ALONE = re.compile(r"(?:\D ?)?")
# ○ 78.0: a grade stands before the figure; △ 76.9 is one where the row's other years bear such marks, else a sign.
_GRADE = re.compile(r"\s*[◎○〇●×]\s+(?=\d)")
_GRADE_OR_SIGN = re.compile(r"\s*[◎○〇●×△▲]\s+(?=\d)")
_COUNTED = re.compile(r"(?:[①-⑳] ?|[一-龥々ァ-ヶー][)]?[はがも]?[:：]? ?|(?:^|[\s・/、(])[小中高]\d(?:年生?)?[:：]? ?)$")
_ENDS_WHOLE = re.compile(r"[\s、。()※【①-⑳]|以上|以下|以内|未満|と、|[・/](?=[^\d\s]{1,8}\d)|$")
# 【特環】58.1　新しい接続が2件にとどまった
_BEHIND_LABEL = re.compile(r"\s|[(※。]|$")
# 76.2→80以上: what stands before an arrow is in the unit of what stands behind it.
_BEFORE_ARROW = re.compile(r"\s*(?:\([^()]*\))?\s*[→⇒➡]\s*[^\d\s]{0,8}\s*\d")
_WHOLE_SENTENCE = re.compile(r"。\s*\Z")
# 200⇒612, 612に改める: a figure of the row that is set anew.
_SET_ANEW = re.compile(r"[\d)]\s*[→⇒➡]\s*\Z")
_ENDS = re.compile(r"[\s、。()（）,・※【]|$")

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
    leading = _LEADING.match(text) if has_unit else None
    others = [other for other in find_other_numbers(text) if not _is_figure(other, text, leading, has_unit=has_unit)]
    ahead = _Ahead(others)
    grade = (_GRADE_OR_SIGN if has_grades else _GRADE).match(text)
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
                group = [_as_stated(reading, leading, unit) for reading in group[:1]]
            if not all(is_sayable(reading.amount.value) for reading in group):
                at = _end_of_number(text, at, group)
                beyond.append((match.start(), at))
                continue
            if has_unit and group and _counts_in_unit_of_row(group[0], leading):
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
    known = covered | signs_of(kept) | {at for start, end in (*unread, *beyond) for at in range(start, end)}
    unread += [match.span() for match in _DIGITS.finditer(text) if match.start() not in known]
    others = sorted(kept, key=lambda other: other.start)
    return Scan(text, tuple(readings), tuple(others), tuple(sorted(unread)), tuple(beyond))


def begins_with_bare_number(text: str) -> bool:
    """Return whether a cell's text (narrowed) begins with a number that nothing says the unit of, its mark (①) before it.

    >>> begins_with_bare_number("12(30.6)"), begins_with_bare_number("①5 ②1"), begins_with_bare_number("12回")
    (True, True, False)
    """
    return _LEADING.match(text) is not None


def bears_grade(text: str) -> bool:
    """Return whether a cell's text (narrowed) begins with a grade before its figure.

    >>> bears_grade("○ 78.0"), bears_grade("△ 76.9")
    (True, False)
    """
    return _GRADE.match(text) is not None


def _is_figure(other: OtherNumber, text: str, leading: re.Match[str] | None, *, has_unit: bool) -> bool:
    """Tell whether what looks like no amount is the row's own figure: 42 of 基準値 42 目標値 120 is no number of a list."""
    if leading is not None and other.start < leading.end():
        return True
    return has_unit and other.kind == "list_number" and _SIGNS.of_a_time.search(text, 0, other.start) is not None


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


def _as_stated(reading: ReadAmount, leading: re.Match[str], unit: str) -> ReadAmount:
    """Return a row's leading figure without a noun behind its blank: of 18,963 町民ライター… the 町 counts nothing."""
    amount = reading.amount
    if amount.unit is None or amount.end <= leading.end() or same_unit(amount.unit, unit):
        return reading
    return replace(reading, amount=replace(amount, end=leading.end(), unit=None), size=1, group_end=leading.end())


def _counts_in_unit_of_row(reading: ReadAmount, leading: re.Match[str] | None) -> bool:
    """Tell whether a bare number is in its row's unit: the first of its cell, or one behind what it counts (小学校40.2)."""
    if reading.amount.unit is not None:
        return False
    if leading is not None and _SIGN_ALONE.fullmatch(reading.text, reading.amount.start, leading.start("number")):
        return True
    if reading.segment.tag is not None and not reading.before.strip() and _BEHIND_LABEL.match(reading.behind):
        return True
    ahead = reading.text[: reading.group_start]
    if _SET_ANEW.search(ahead) or _SIGNS.is_set_anew.match(reading.behind) or _BEFORE_ARROW.match(reading.behind):
        return True
    if _SIGNS.of_a_time.search(ahead) and _ENDS_WHOLE.match(reading.text, reading.group_end):
        return True
    if _WHOLE_SENTENCE.search(ahead) and reading.behind.startswith("。"):
        return True
    is_in_brackets = reading.text.count("(", 0, reading.group_start) > reading.text.count(")", 0, reading.group_start)
    is_counted = _COUNTED.search(reading.before) and _ENDS_WHOLE.match(reading.text, reading.group_end)
    return is_counted is not None and not is_in_brackets
