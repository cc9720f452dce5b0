"""Doubts about what words were taken for: what a year came to, where they belong, what they promise, what people put right."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from dashboard.facts.correction_words import NO_PROMISE, NO_PROMISE_WORDS, place_code, promise_text
from dashboard.facts.doubts import JUDGED, LAST_YEAR, MISFIT, MOVED, PROMISED, Answer, Doubt, head_of, lines, saying_of, year_of
from dashboard.text import rule_words, words
from dashboard.text.records import known, rows_of, text_of


def of_outcomes(frame: pd.DataFrame, plan_id: int, last: int) -> Iterator[Doubt]:
    """Yield the doubts about judged years of `review_outcomes`; `last` is the last evaluated year."""
    for row in rows_of(frame):
        said = saying_of(row, plan_id)
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
            **head_of(row, "outcome"),
            where=f"{row['label_ja']}の状況",
            concluded=words.status_text(status, carried, text_of(row["carried_rule"])),
            why=tuple(filter(None, (rule_words.outcome_text(str(row["rule"])), *lines(row["said"])))),
            hangs="達成・未達・繰越の件数が変わりえます。" if counted else "状況の件数が変わりえます。",
            weight=(JUDGED + (5 if counted else 0)) + (LAST_YEAR if row["year"] == last else 0),
            as_is=Answer("合っている", (said("confirmed", "", held, held),)),
            others=tuple(others),
        )


def of_places(frame: pd.DataFrame, plan_id: int) -> Iterator[Doubt]:
    """Yield the doubts about words that were put elsewhere than they are printed, of `review_places`."""
    for row in rows_of(frame):
        said = saying_of(row | {"year": None}, plan_id)
        printed = place_code(str(row["printed_kind"]), known(row["printed_label"]))
        pieces = [(str(piece["kind"]), known(piece["label"])) for piece in row["pieces"]]
        held = "+".join(place_code(*piece) for piece in pieces)
        shown = "と".join(f"「{words.place_text(*piece)}」" for piece in dict.fromkeys(pieces))
        at = words.place_text(str(row["printed_kind"]), known(row["printed_label"]))
        yield Doubt(
            **head_of(row | {"year": known(row["printed_year"])}, "place"),
            where=f"印刷では「{at}」の欄の文",
            concluded=f"{shown}の文とみました",
            why=(f"{rule_words.place_text(str(row['rule']))}（確かさ：{words.sureness(float(row['confidence']))}）",),
            hangs="文の年度が変わると、その年度の状況と数値が変わります。",
            weight=MOVED + round(10 * (1 - float(row["confidence"]))),
            as_is=Answer("合っている", (said("confirmed", printed, held, held),)),
            others=(Answer("印刷どおりの欄の文", (said("cell_place", printed, held, printed),)),),
            printed=(str(row["printed_kind"]), year_of(row["printed_year"])),
        )


def of_promises(frame: pd.DataFrame, plan_id: int) -> Iterator[Doubt]:
    """Yield the doubts about what was promised by a year and what became of it, of `review_promises`."""
    for row in rows_of(frame):
        said, state, place = saying_of(row | {"year": None}, plan_id), str(row["state"]), str(row["place"])
        others = {code: word.text for code, word in words.PROMISE_STATES.items() if code != state}
        yield Doubt(
            **head_of(row | {"year": None}, "promise"),
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


def of_misfits(frame: pd.DataFrame, plan_id: int, items: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield what people said and what does not fit any more, of `review_misfits`; `items` are the items in words."""
    for row in rows_of(frame):
        word = saying_of(row, plan_id)(str(row["item"]), str(row["place"]), str(row["expected"]), str(row["corrected"]))
        word = replace(word, why=str(row["why"]))
        found = str(row["found"])
        corrected = found if word.item == "confirmed" else word.corrected
        again = replace(word, expected=found, corrected=corrected)
        yield Doubt(
            **head_of(row, "misfit"),
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
