"""A number is read in its surroundings: the label that governs it, the words before and behind it, its sentence."""

import re
from dataclasses import dataclass
from typing import Final

from loaders.numbers.amounts import Amount
from loaders.numbers.labels import Segment
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/readings.toml tells what each means, with examples."""

    had_been_planned: Pattern
    called_off: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_NOTE_BEHIND = Pattern(r"\s*(?:[(][^()]*[)]\s*)*(?:\s[SA-E])?\s*(?:※.*)?$")
# ①81.0% ②14分: what stands between two marks is stated alone.
_MARKED, _NEXT_MARK = Pattern(r"[①-⑳]\s*$"), Pattern(r"[、,/・\s]*[①-⑳]")


@dataclass(frozen=True)
class ReadAmount:
    """An amount in its text.

    `words_from` is where the words that belong to it begin; `position` and `size` are its place in a pair and 2, or 0 and 1.
    `group_end` is where the pair ends. `heading` is the label that the heading of the cell's own column is to it.
    `is_in_unit_of_row`: it is a bare number of a table with a 単位 column, in that unit.
    """

    text: str
    amount: Amount
    segment: Segment
    words_from: int
    position: int
    size: int
    group_start: int
    group_end: int
    heading: str = ""
    is_in_unit_of_row: bool = False

    @property
    def before(self) -> str:
        """The words between the number before it, or its label, and the amount; a pair has them in common."""
        return self.text[self.words_from : self.group_start]

    @property
    def behind(self) -> str:
        """The words from the amount to the next label."""
        return self.text[self.group_end : self.segment.end]

    @property
    def sentence_start(self) -> int:
        """Where its sentence, or the words that its label governs, begin."""
        return max(self.text.rfind("。", 0, self.amount.start) + 1, self.segment.start)

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without a counter that begins its cell or follows its label, with a note at most behind it."""
        return self.amount.unit is None and (self.is_in_unit_of_row or (not self.before.strip() and is_stated_alone(self)))

    @property
    def is_tagged(self) -> bool:
        """Whether a label stands before it with no 。 between them, or it stands inside the label."""
        tag = self.segment.tag
        return (
            tag is not None
            and tag.is_printed
            and tag.is_bracketed
            and "。" not in self.text[self.segment.start : self.amount.start]
        )


def is_stated_alone(reading: ReadAmount) -> bool:
    """Tell whether what a label governs, or else the cell, is the number alone, a note or grade at most behind it.

    18分, 128(規模を縮小して実施) and 112 A are; 3年 in 3年を目途に is not.
    """
    own = reading.text[reading.segment.start : reading.group_start]
    if (mark := _MARKED.search(own)) is not None:
        return bool(_NOTE_BEHIND.match(_NEXT_MARK.split(reading.behind)[0])) and mark.end() == len(own)
    return not own.strip() and bool(_NOTE_BEHIND.match(reading.behind))


def fell_through(reading: ReadAmount) -> bool:
    """Tell whether a number was planned and called off, while a larger one of its cell tells what the year planned or did.

    3月に予定していた1回を中止した。【実施回数】5回; 予定していた4回を中止した alone tells the target.
    """
    unit = reading.amount.unit
    if unit is None or not _SIGNS.had_been_planned.search(reading.before) or not _SIGNS.called_off.match(reading.behind):
        return False
    sentence_end = reading.text.find("。", reading.amount.end)
    others = reading.text[: reading.words_from], reading.text[sentence_end:] if sentence_end >= 0 else ""
    stated = (
        float(number.replace(",", "")) for words in others for number in re.findall(rf"(\d[\d,]*){re.escape(unit)}", words)
    )
    return any(value > reading.amount.value for value in stated)


def is_left_over(reading: ReadAmount) -> bool:
    """Tell whether a number was planned and is missing from one before it: 9園。開園を予定していた1園は翌年に延ばした."""
    unit = reading.amount.unit
    is_topic = reading.behind.startswith(("は", "が")) and _SIGNS.had_been_planned.search(reading.before) is not None
    if unit is None or not is_topic:
        return False
    return re.search(rf"\d{re.escape(unit)}", reading.text[: reading.sentence_start]) is not None
