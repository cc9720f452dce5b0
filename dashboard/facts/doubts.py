"""A doubt is a question to a person about one reading: what was concluded and why, what hangs on it, and the answers at hand.

Pure functions from the frames of `review_*` to doubts in the order of what hangs on them. An answer is what a press says: words
of the desk, which the loaders put in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from dashboard.text import rule_words, words
from dashboard.text.records import Record, known, rows_of, text_of
from desk.corrections import PersonsWord

KINDS: Final = {
    "figure": "目標・実績の数値",
    "outcome": "状況の判定",
    "finding": "文と数値の読み取り",
    "place": "文の欄",
    "promise": "期限のある約束",
    "misfit": "合わなくなった訂正",
}
# What corrections write of words that promise nothing by a year.
NO_PROMISE: Final = "none"
NO_PROMISE_WORDS: Final = "期限のある約束ではない"
CONFIRMED: Final = "原文を確かめた"
# A number that no indicator has, and what is said where none is to have it.
UNPLACED: Final = "unplaced_number"
NO_FIGURE: Final = "指標の数ではない"
LETTER: Final = re.compile(r"[^\W\d_]")
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


def figure_code(value: float | None) -> str:
    """Return a figure as corrections write it, '' for none.

    >>> figure_code(9813.0), figure_code(0.25), figure_code(None)
    ('9813', '0.25', '')
    """
    return "" if known(value) is None else words.number_text(value).replace(",", "")


def place_code(kind: str, label: str | None) -> str:
    """Return a place as corrections name it.

    >>> place_code("plan", "H29"), place_code("baseline_goal", None)
    ('H29_plan', 'baseline_goal')
    """
    return f"{label}_{kind}" if label else kind


def of_outcomes(frame: pd.DataFrame, plan_id: int, last: int) -> Iterator[Doubt]:
    """Yield the doubts about judged years of `review_outcomes`; `last` is the last evaluated year."""
    for row in rows_of(frame):
        said = _said(row, plan_id)
        status, carried, reason = str(row["status"]), bool(row["is_carried_over"]), text_of(row["reason"])
        held = f"{status}/{'true' if carried else 'false'}/{reason}"
        others = [
            Answer(f"{word.symbol} {word.label}", (said("status", "", status, code),))
            for code, word in words.STATUSES.items()
            if code != status
        ]
        if status == "unmet":
            label = f"{words.CARRIED_OVER.label}ではない" if carried else f"{words.CARRIED_OVER.text}"
            turned = "false" if carried else "true"
            others.insert(0, Answer(label, (said("is_carried_over", "", "true" if carried else "false", turned),)))
        counted = status in ("met", "unmet") or carried
        yield Doubt(
            **_head(row, "outcome"),
            where=f"{row['label_ja']}の状況",
            concluded=words.status_text(status, carried, text_of(row["carried_rule"])),
            why=tuple(filter(None, (rule_words.outcome_text(str(row["rule"])), *_lines(row["said"])))),
            hangs="達成・未達・繰越の件数が変わりえます。" if counted else "状況の件数が変わりえます。",
            weight=(JUDGED + (5 if counted else 0)) + (LAST_YEAR if row["year"] == last else 0),
            as_is=Answer("合っている", (said("confirmed", "", held, held),)),
            others=tuple(others),
        )


def of_figures(frame: pd.DataFrame, quantities: pd.DataFrame, plan_id: int, last: int) -> Iterator[Doubt]:
    """Yield the doubts about targets and results of `review_figures`; `quantities` are all numbers of their rows and years."""
    by_year = _by_year(quantities)
    for row in rows_of(frame):
        said, unit, name = _said(row, plan_id), text_of(row["unit"]), str(row["read_name"])
        target, result = known(row["target"]), known(row["result"])
        held = f"{figure_code(target)}/{figure_code(result)}"
        around = by_year.get((row["number"], row["year"]), [])
        others = []
        for item, label, value, kind in (("result", "実績", result, "result"), ("target", "目標", target, "plan")):
            found = dict.fromkeys(float(one["value"]) for one in around if one["kind"] == kind)
            for other in [value for value in found if value not in (target, result)][:3]:
                at = words.number_text(other, unit)
                others.append(Answer(f"{label}は{at}", (said(item, name, figure_code(value), figure_code(other)),)))
            if value is not None:
                others.append(Answer(f"{label}の数ではない", (said(item, name, figure_code(value), ""),)))
        has_target = target is not None
        shown = [f"目標 {words.number_text(target, unit)}" if has_target else "目標なし"]
        shown.append(f"実績 {words.number_text(result, unit)}" if result is not None else "実績なし")
        yield Doubt(
            **_head(row, "figure"),
            where=f"{row['label_ja']}「{row['name']}」",
            concluded="　".join(shown),
            why=tuple(line.removeprefix(f"{row['name']}：") for line in _lines(row["said"])),
            hangs="数値目標の達成件数が変わりえます。" if has_target else "グラフの値が変わりえます。",
            weight=(HEADLINE if has_target else CHARTED) + (LAST_YEAR if row["year"] == last else 0),
            as_is=Answer("合っている", (said("confirmed", name, held, held),)),
            others=tuple(others),
        )


def of_findings(
    frame: pd.DataFrame, quantities: pd.DataFrame, indicators: pd.DataFrame, plan_id: int, last: int
) -> Iterator[Doubt]:
    """Yield the doubts that `review_findings` tells: numbers without a place, words that may belong elsewhere.

    `quantities` and `indicators` are those of their rows and years: what a number without an indicator may be of.
    """
    numbers, measures = _by_year(quantities), _by_year(indicators)
    for row in rows_of(frame):
        said, at = _said(row, plan_id), (row["number"], row["year"])
        quotes = sorted({" ".join(str(quote).split()) for quote in row["quotes"]})
        held = " … ".join(quotes)
        settled = said("finding", str(row["kind"]), held, "checked")
        is_number = row["kind"] == UNPLACED
        # One number is settled by saying what it is; of several each is said by itself, and then that the rest are none.
        also = (settled,) if len(quotes) == 1 else ()
        others = _homes(numbers.get(at, []), measures.get(at, []), quotes, said, also) if is_number else ()
        yield Doubt(
            **_head(row, "finding"),
            where=f"{row['label_ja']}　{words.finding_kind_text(str(row['kind']))}",
            concluded=words.short(held) if held else words.NOTHING,
            why=_lines(row["said"]),
            hangs="この年度の状況と数値が、確かでないまま数えられています。",
            weight=READ + (LAST_YEAR if row["year"] == last else 0),
            as_is=Answer(NO_FIGURE if is_number else "読み取りはこのままでよい", (settled,)),
            others=tuple(others),
        )


def _by_year(frame: pd.DataFrame) -> dict[tuple[object, object], list[Record]]:
    """Return the rows of a frame by the number of their initiative and their year."""
    found: dict[tuple[object, object], list[Record]] = {}
    for row in rows_of(frame):
        found.setdefault((row["number"], row["year"]), []).append(row)
    return found


def _homes(
    quantities: Sequence[Record],
    indicators: Sequence[Record],
    quotes: Sequence[str],
    said: "Saying",
    also: tuple[PersonsWord, ...],
) -> Iterator[Answer]:
    """Yield what numbers without an indicator may be: what their words name, then indicators without a figure of the year."""
    found = {
        (str(one["kind"]), float(one["value"]), text_of(one["unit"]), text_of(one["label"])): one
        for one in quantities
        if " ".join(str(one["quote"]).split()) in quotes
    }
    names = {str(one["read_name"]) for one in indicators}
    of_others = {}
    for kind, value, unit, label in found:
        item, what = ("target", "目標") if kind == "plan" else ("result", "実績")
        code, shown = figure_code(value), words.number_text(value, unit or None)
        if LETTER.search(label) and label not in names:
            new = replace(said("indicator", label, "", unit), year=None)
            yield Answer(
                f"新しい指標「{words.short(label, 20)}」の{what}（{shown}）", (new, said(item, label, "", code), *also)
            )
        for one in indicators:
            if text_of(one["unit"]) == unit and known(one[item]) is None:
                figure = said(item, str(one["read_name"]), "", code)
                of_others[figure] = Answer(f"「{words.short(str(one['name']), 20)}」の{what}（{shown}）", (figure, *also))
    yield from of_others.values()


def of_places(frame: pd.DataFrame, plan_id: int) -> Iterator[Doubt]:
    """Yield the doubts about words that were put elsewhere than they are printed, of `review_places`."""
    for row in rows_of(frame):
        said = _said(row | {"year": None}, plan_id)
        printed = place_code(str(row["printed_kind"]), known(row["printed_label"]))
        pieces = [(str(piece["kind"]), known(piece["label"])) for piece in row["pieces"]]
        held = "+".join(place_code(*piece) for piece in pieces)
        shown = "と".join(f"「{words.place_text(*piece)}」" for piece in dict.fromkeys(pieces))
        at = words.place_text(str(row["printed_kind"]), known(row["printed_label"]))
        yield Doubt(
            **_head(row | {"year": known(row["printed_year"])}, "place"),
            where=f"印刷では「{at}」の欄の文",
            concluded=f"{shown}の文とみました",
            why=(f"{rule_words.place_text(str(row['rule']))}（確かさ：{words.sureness(float(row['confidence']))}）",),
            hangs="文の年度が変わると、その年度の状況と数値が変わります。",
            weight=MOVED + round(10 * (1 - float(row["confidence"]))),
            as_is=Answer("合っている", (said("confirmed", printed, held, held),)),
            others=(Answer("印刷どおりの欄の文", (said("cell_place", printed, held, printed),)),),
            printed=(str(row["printed_kind"]), _year(row["printed_year"])),
        )


def of_promises(frame: pd.DataFrame, plan_id: int) -> Iterator[Doubt]:
    """Yield the doubts about what was promised by a year and what became of it, of `review_promises`."""
    for row in rows_of(frame):
        said, state, place = _said(row | {"year": None}, plan_id), str(row["state"]), str(row["place"])
        others = {code: word.text for code, word in words.PROMISE_STATES.items() if code != state}
        yield Doubt(
            **_head(row | {"year": None}, "promise"),
            where=promise_text(row),
            concluded=words.PROMISE_STATES[state].text,
            why=(f"もとのことば：{row['quote']}", f"確かさ：{words.sureness(float(row['confidence']))}"),
            hangs="「次にすること」の期限超過の件数が変わりえます。",
            weight=PROMISED,
            as_is=Answer("合っている", (said("promise", place, state, state),)),
            others=tuple(
                Answer(label, (said("promise", place, state, code),))
                for code, label in {**others, NO_PROMISE: NO_PROMISE_WORDS}.items()
            ),
            printed=(str(row["printed_kind"]), None),
        )


def promise_text(row: Record) -> str:
    """Return how a promise is named on the screen: '令和3年度が期限の約束「構築運用」'."""
    return f"{row['due_label_ja']}が期限の約束「{words.short(str(row['what']))}」"


def of_misfits(frame: pd.DataFrame, plan_id: int, items: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield what people said and what does not fit any more, of `review_misfits`; `items` are the items in words."""
    for row in rows_of(frame):
        word = _said(row, plan_id)(str(row["item"]), str(row["place"]), str(row["expected"]), str(row["corrected"]))
        word = replace(word, why=str(row["why"]))
        found = str(row["found"])
        corrected = found if word.item == "confirmed" else word.corrected
        again = replace(word, expected=found, corrected=corrected)
        yield Doubt(
            **_head(row, "misfit"),
            where=f"{text_of(row['label_ja'])}　{items.get(word.item, word.item)}".strip(),
            concluded=f"今の読み取りは「{found}」です",
            why=(
                f"{row['who']}さんが「{row['expected']}」を「{row['corrected']}」と訂正しましたが、読み取りが変わったため反映していません。",
                f"そのときの理由：{row['why']}",
            ),
            hangs="人の訂正が効いていません。",
            weight=MISFIT,
            as_is=Answer("今の読み取りでよい（訂正を取り下げる）", (replace(word, is_withdrawn=True),)),
            others=(Answer(f"もう一度「{corrected}」にする", (again,)),),
        )


def ordered(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Return doubts, what most hangs on first, then by year from the latest, then by number."""
    return sorted(doubts, key=lambda one: (-one.weight, -(one.year or 0), one.number))


def with_why(answer: Answer, why: str) -> tuple[PersonsWord, ...]:
    """Return what an answer says, for a reason; what was confirmed is confirmed for the usual one where none is given."""
    return tuple(replace(word, why=why.strip() or CONFIRMED) for word in answer.words)


def _head(row: Record, kind: str) -> dict[str, Any]:
    names = ("activity", "department")
    head = {name: str(row[name]) for name in names}
    return {"kind": kind, "number": int(row["number"]), "year": _year(row["year"]), **head}


def _said(row: Record, plan_id: int) -> "Saying":
    return Saying(plan_id, int(row["number"]), str(row["activity"]), _year(row["year"]))


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


def _lines(value: object) -> tuple[str, ...]:
    return tuple(line for line in text_of(value).split("\n") if line)


def _year(value: object) -> int | None:
    found = known(value)
    return None if found is None else int(found)
