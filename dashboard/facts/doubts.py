"""A doubt is a question to a person about one reading: what was concluded and why, what hangs on it, and the answers at hand.

Doubts are asked in the order of what hangs on them. An answer is what a press says: words of the desk, put in by the loaders.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.text.records import Record, known, text_of
from desk.corrections import PersonsWord

KINDS: Final = {
    "figure": "目標・実績の数値",
    "outcome": "状況の判定",
    "finding": "文と数値の読み取り",
    "place": "文の欄",
    "promise": "期限のある約束",
    "misfit": "合わなくなった訂正",
}
CONFIRMED: Final = "原文を確かめた"
# What hangs on a doubt, from the heaviest on.
MISFIT, HEADLINE, JUDGED, READ, CHARTED, PROMISED, MOVED = 100, 80, 70, 50, 40, 35, 20
LAST_YEAR: Final = 10


@dataclass(frozen=True)
class Answer:
    """Words that a press says, and what stands on the button."""

    label: str
    words: tuple[PersonsWord, ...]


@dataclass(frozen=True)
class Doubt:
    """A question about one reading. `years` are those whose words help to answer it; `printed` is a printed cell in question.

    `as_is` is what is said where the reading is right, `others` are other readings at hand; `weight` orders what is asked.
    """

    kind: str
    number: int
    activity: str
    department: str
    year: int | None
    where: str
    concluded: str
    why: tuple[str, ...]
    hangs: str
    weight: int
    as_is: Answer
    others: tuple[Answer, ...] = ()
    printed: tuple[str, int | None] | None = None

    @property
    def key(self) -> str:
        """What tells it from all others, also in the next run."""
        first = self.as_is.words[0] if self.as_is.words else None
        return f"{self.kind}|{self.number}|{self.year}|{first.item if first else ''}|{first.place if first else ''}"


def ordered(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Return doubts, what most hangs on first, then by year from the latest, then by number."""
    return sorted(doubts, key=lambda one: (-one.weight, -(one.year or 0), one.number))


def with_why(answer: Answer, why: str) -> tuple[PersonsWord, ...]:
    """Return what an answer says, for a reason; what was confirmed is confirmed for the usual one where none is given."""
    return tuple(replace(word, why=why.strip() or CONFIRMED) for word in answer.words)


@dataclass(frozen=True)
class Saying:
    """What is said of one year of an initiative, or of the initiative itself."""

    plan_id: int
    number: int
    named: str
    year: int | None

    def __call__(self, item: str, place: str, expected: str, corrected: str) -> PersonsWord:
        """Return the word that `expected` is `corrected`, for the usual reason."""
        return PersonsWord(self.plan_id, self.number, self.named, self.year, item, place, expected, corrected, CONFIRMED)


def head_of(row: Record, kind: str) -> dict[str, Any]:
    """Return what every doubt of a kind tells of its row: whose it is and of which year."""
    names = ("activity", "department")
    head = {name: str(row[name]) for name in names}
    return {"kind": kind, "number": int(row["number"]), "year": year_of(row["year"]), **head}


def saying_of(row: Record, plan_id: int) -> Saying:
    """Return what says words of the year and the initiative of a row."""
    return Saying(plan_id, int(row["number"]), str(row["activity"]), year_of(row["year"]))


def lines(value: object) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line for line in text_of(value).split("\n") if line)


def year_of(value: object) -> int | None:
    """Return a year of a frame, None where there is none."""
    found = known(value)
    return None if found is None else int(found)
