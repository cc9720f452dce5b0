"""A table with a unit of its own (単位) states bare numbers: which of a cell's count in it, and which are its grades."""

import re
from dataclasses import dataclass, replace
from typing import Final

from loaders.numbers.other_numbers import OtherNumber
from loaders.numbers.readings import ReadAmount
from loaders.numbers.units import same_unit
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/bare_numbers.toml tells what each means, with examples."""

    of_a_time: Pattern
    is_set_anew: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# The first number of a cell, its mark before it.
LEADING = Pattern(
    r"\s*(?:[①-⑳]\s?|[◎○〇●×△▲]\s+)?[▲△]?(?P<number>\d[\d,]*(?:\.\d+)?(?:億|[万千](?:\d[\d,]*千?)?)?)(?=\s|[(※。、~〜]|/(?!\d)|$)"
)
# What of a number stands before its digits: △48, △ 48 as a format of spreadsheets shows it.
_SIGN_ALONE = Pattern(r"(?:\D ?)?")
# ○ 78.0: a grade stands before the figure; △ 76.9 is one where the row's other years bear such marks, else a sign.
GRADE = Pattern(r"\s*[◎○〇●×]\s+(?=\d)")
GRADE_OR_SIGN = Pattern(r"\s*[◎○〇●×△▲]\s+(?=\d)")
_COUNTED = Pattern(r"(?:[①-⑳] ?|[一-龥々ァ-ヶー][)]?[はがも]?[:：]? ?|(?:^|[\s・/、(])[小中高]\d(?:年生?)?[:：]? ?)$")
_ENDS_WHOLE = Pattern(r"[\s、。()※【①-⑳]|以上|以下|以内|未満|と、|[・/](?=[^\d\s]{1,8}\d)|$")
# 【特環】58.1　新しい接続が2件にとどまった
_BEHIND_LABEL = Pattern(r"\s|[(※。]|$")
# 76.2→80以上: what stands before an arrow is in the unit of what stands behind it.
_BEFORE_ARROW = Pattern(rf"\s*(?:\([^()]*\))?\s*[{ARROWS}]\s*[^\d\s]{{0,8}}\s*\d")
_WHOLE_SENTENCE = Pattern(r"。\s*\Z")
# 200⇒612, 612に改める: a figure of the row that is set anew.
_SET_ANEW = Pattern(rf"[\d)]\s*[{ARROWS}]\s*\Z")


def begins_with_bare_number(text: str) -> bool:
    """Return whether a cell's text (narrowed) begins with a number that nothing says the unit of, its mark (①) before it.

    >>> begins_with_bare_number("12(30.6)"), begins_with_bare_number("①5 ②1"), begins_with_bare_number("12回")
    (True, True, False)
    """
    return LEADING.match(text) is not None


def bears_grade(text: str) -> bool:
    """Return whether a cell's text (narrowed) begins with a grade before its figure.

    >>> bears_grade("○ 78.0"), bears_grade("△ 76.9")
    (True, False)
    """
    return GRADE.match(text) is not None


def is_figure_of_row(other: OtherNumber, text: str, leading: re.Match[str] | None, *, has_unit: bool) -> bool:
    """Tell whether what looks like no amount is the row's own figure: 42 of 基準値 42 目標値 120 is no number of a list."""
    if leading is not None and other.start < leading.end():
        return True
    return has_unit and other.kind == "list_number" and _SIGNS.of_a_time.search(text, 0, other.start) is not None


def as_stated(reading: ReadAmount, leading: re.Match[str], unit: str) -> ReadAmount:
    """Return a row's leading figure without a noun behind its blank: of 18,963 町民ライター… the 町 counts nothing."""
    amount = reading.amount
    if amount.unit is None or amount.end <= leading.end() or same_unit(amount.unit, unit):
        return reading
    return replace(reading, amount=replace(amount, end=leading.end(), unit=None), size=1, group_end=leading.end())


def counts_in_unit_of_row(reading: ReadAmount, leading: re.Match[str] | None) -> bool:
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
