"""Numbers can contradict words or each other: what is said on one side is read beside what is said on the other."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.folding import TextSpan, folded_text, occurrences
from dashboard.text.records import Record, program_of, rows_of, text_of

KINDS: Final = ("words_contradict_numbers", "target_contradicts", "sum_mismatch", "cumulative_falls")
# What is said before matters where a figure is held against the year before, else the year's own plan.
AGAINST_BEFORE: Final = ("sum_mismatch", "cumulative_falls")
BETWEEN_QUOTES: Final = " … "


@dataclass(frozen=True)
class Side:
    """One side: the heading its words stand under, the words, and those quoted by what was found, folded."""

    place: str
    text: str
    quotes: tuple[str, ...]

    @cached_property
    def quoted(self) -> tuple[TextSpan, ...]:
        """Where the quoted words stand in the text: asked only of what is shown."""
        return occurrences(self.text, self.quotes)


@dataclass(frozen=True)
class Contradiction:
    """What does not fit together in a year of an initiative, both sides in their own words."""

    number: int
    program: str
    activity: str
    department: str
    kind: str
    year: int | None
    label: str
    message: str
    status: str | None
    sides: tuple[Side, ...]

    @property
    def kind_text(self) -> str:
        """What kind it is, in words."""
        return words.FINDING_KINDS[self.kind]


def read(frame: pd.DataFrame) -> tuple[Contradiction, ...]:
    """Return the contradictions of the frame `insight_contradictions`, in its order."""
    return tuple(_contradiction(record) for record in rows_of(frame))


def _contradiction(record: Record) -> Contradiction:
    kind, label = str(record["kind"]), text_of(record["label"])
    quotes = tuple(folded_text(quote) for quote in text_of(record["quote"]).split(BETWEEN_QUOTES))
    before = ("result", record["before_label"]) if text_of(record["before_label"]) else ("baseline_goal", None)
    first = (*before, record["before"]) if kind in AGAINST_BEFORE else ("plan", label, record["plan"])
    sides = [first, ("result", label, record["evaluation"])]
    return Contradiction(
        number=int(record["number"]),
        program=program_of(record),
        activity=str(record["activity"]),
        department=str(record["department"]),
        kind=kind,
        year=None if pd.isna(record["year"]) else int(record["year"]),
        label=label,
        message=str(record["message"]),
        status=text_of(record["status"]) or None,
        sides=tuple(Side(words.place_text(place, at), text_of(text), quotes) for place, at, text in sides),
    )
