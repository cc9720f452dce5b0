"""A search is answered by places: which cell of which initiative says the words, in which year, and where in its text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.folding import TextSpan, occurrences
from dashboard.text.records import Record, program_of, rows_of

NAMES: Final[dict[str, str]] = {"activity": "実施内容", "program": "実施事業"}
NO_YEAR: Final = "年度なし"
SOURCES: Final[dict[str, str]] = {
    "indicator": "数値目標の指標",
    "latin": "システム名・略語",
    "department": "担当課",
}
SCRIPTS: Final = (re.compile("[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]"), re.compile("[ァ-ヶーｦ-ﾟ]"))


def places() -> list[str]:
    """Return what every place is called, the cells first."""
    return [*words.KINDS.values(), *NAMES.values()]


def place_name(kind: str) -> str:
    """Return how a place is called on screen: a kind of cell, or a name of the initiative."""
    return NAMES.get(kind) or words.KINDS[kind]


@dataclass(frozen=True)
class Hit:
    """A place that holds all words of a search, with the stretches of its text that are those words."""

    number: int
    program: str
    activity: str
    department: str
    kind: str
    label: str | None
    text: str
    spans: tuple[TextSpan, ...]

    @property
    def place(self) -> str:
        """Where it stands: 'R2 評価', '実施内容'."""
        return f"{self.label} {place_name(self.kind)}" if self.label else place_name(self.kind)

    @property
    def year(self) -> str:
        """Its year for filters and counts; what an initiative is called and stands at has none."""
        return self.label or NO_YEAR

    @property
    def found(self) -> tuple[str, ...]:
        """The words as they are written there, each once."""
        return tuple(dict.fromkeys(self.text[span.start : span.end] for span in self.spans))

    @property
    def forms(self) -> tuple[str, ...]:
        """The whole words that what was found is part of, each once: LINEPay is not LINE."""
        return tuple(dict.fromkeys(whole_word(self.text, span) for span in self.spans))


def whole_word(text: str, span: TextSpan) -> str:
    """Return the word around a stretch of a text, as far as the script that it is written in goes on; folded in width.

    Of kanji and hiragana a reader can't tell where a word ends, so there the stretch stands alone.

    >>> whole_word("ＬＩＮＥPayや市公式LINEで", TextSpan(0, 4)), whole_word("市公式LINEで", TextSpan(3, 7))
    ('LINEPay', 'LINE')
    """
    start, end = span.start, span.end
    for script in SCRIPTS:
        while script.fullmatch(text[start]) and start and script.fullmatch(text[start - 1]):
            start -= 1
        while script.fullmatch(text[end - 1]) and end < len(text) and script.fullmatch(text[end]):
            end += 1
    return unicodedata.normalize("NFKC", text[start:end])


def read(frame: pd.DataFrame, searched: Sequence[str]) -> tuple[Hit, ...]:
    """Return the hits of the frame `search_places`, in its order, marked for the folded words that it was asked for."""
    return tuple(_hit(record, searched) for record in rows_of(frame))


def narrowed(hits: Iterable[Hit], years: Sequence[str], places: Sequence[str], forms: Sequence[str] = ()) -> list[Hit]:
    """Return hits of one of the years, kinds of cells and forms of the word; nothing chosen lets all through."""
    return [
        hit
        for hit in hits
        if (not years or hit.year in years)
        and (not places or place_name(hit.kind) in places)
        and (not forms or not set(forms).isdisjoint(hit.forms))
    ]


def grouped(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Return hits by initiative, that with the most places first, then by number."""
    groups: dict[int, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.number, []).append(hit)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].number))


def _hit(record: Record, searched: Sequence[str]) -> Hit:
    label, text = record["label"], str(record["text"])
    return Hit(
        number=int(record["number"]),
        program=program_of(record),
        activity=str(record["activity"]),
        department=str(record["department"]),
        kind=str(record["kind"]),
        label=None if pd.isna(label) else str(label),
        text=text,
        spans=occurrences(text, searched),
    )
