"""A search is answered by places: which cell of which initiative says the words, in which year, and where in its text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.folding import TextSpan, merged, occurrences
from dashboard.text.markdown import verbatim
from dashboard.text.marked_text import Mark, marked
from dashboard.text.records import Record, program_of, rows_of

NAMES: Final[dict[str, str]] = {"activity": "実施内容", "program": "実施事業"}
NO_YEAR: Final = "年度なし"
SOURCES: Final[dict[str, str]] = {
    "indicator": "数値目標の指標",
    "latin": "システム名・略語",
    "department": "担当課",
}
LONGEST_WHOLE: Final = 160
AROUND: Final = 40
SCRIPTS: Final = (re.compile("[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]"), re.compile("[ァ-ヶーｦ-ﾟ]"))
LEFT_OUT: Final = "…"


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


def answer(query: str, hits: Sequence[Hit]) -> str:
    """Return what was found in one sentence."""
    said = f"「{query}」"
    if not hits:
        return f"{said}は見つかりません"
    return f"{said}は実施事業{len({hit.number for hit in hits}):,}件の{len(hits):,}か所に書かれています"


def most(hits: Sequence[Hit]) -> str:
    """Return by section and by year where most hits stand, as a sentence; '' without hits."""
    if not hits:
        return ""
    said = "最も多い担当課は{}（{:,}か所）".format(*Counter(hit.department for hit in hits).most_common(1)[0])
    years = Counter(hit.label for hit in hits if hit.label)
    return said + ("、最も多い年度は{}（{:,}か所）".format(*years.most_common(1)[0]) if years else "") + "です。"


def by_year(hits: Sequence[Hit], labels: Sequence[str]) -> pd.DataFrame:
    """Return how many places of each kind hold the words, one row a year, and one for what has no year."""
    counts = Counter((hit.year, hit.kind) for hit in hits)
    rows = [
        {
            "年度": year,
            "計画": counts[year, "plan"],
            "評価": counts[year, "result"],
            "計": sum(hit.year == year for hit in hits),
        }
        for year in (*labels, NO_YEAR)
    ]
    return pd.DataFrame(rows)


def by_department(hits: Sequence[Hit]) -> pd.DataFrame:
    """Return how many initiatives and places of each section hold the words, the most first."""
    places = Counter(hit.department for hit in hits)
    initiatives = Counter(department for department, _ in {(hit.department, hit.number) for hit in hits})
    rows = sorted(places, key=lambda name: (-places[name], -initiatives[name], name))
    return pd.DataFrame([{"担当課": name, "実施事業": initiatives[name], "か所": places[name]} for name in rows])


def excerpt(hit: Hit) -> str:
    """Return a hit's words as Markdown with what was found marked: all of a short text, the surroundings in a long one."""
    marks = [Mark(span.start, span.end, is_number=True) for span in hit.spans]
    if len(hit.text) <= LONGEST_WHOLE:
        return marked(hit.text, marks)
    size = len(hit.text)
    shown = merged(TextSpan(max(span.start - AROUND, 0), min(span.end + AROUND, size)) for span in hit.spans)
    pieces = LEFT_OUT.join(marked(hit.text[piece.start : piece.end], marks, piece.start) for piece in shown)
    return f"{LEFT_OUT if shown[0].start else ''}{pieces}{LEFT_OUT if shown[-1].end < size else ''}"


def table(hits: Iterable[Hit]) -> pd.DataFrame:
    """Return one row a place with its whole text, for taking away."""
    return pd.DataFrame(
        [
            {
                "番号": hit.number,
                "実施事業": hit.program,
                "実施内容": hit.activity,
                "担当課": hit.department,
                "年度": hit.label or "",
                "欄": place_name(hit.kind),
                "見つかったことば": "、".join(hit.found),
                "本文": hit.text,
            }
            for hit in hits
        ]
    )


def alone(counts: pd.DataFrame) -> str:
    """Return how often each of several words occurs by itself, as a Markdown list, from the frame `search_words`."""
    return "\n".join(
        f"- 「{verbatim(str(row.word))}」だけなら {row.places:,}か所（実施事業{row.initiatives:,}件）"
        for row in counts.itertuples()
    )


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
