"""Doubts about what was read as a number: a year's target and result, and numbers that no indicator has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from dashboard.facts.correction_words import figure_code
from dashboard.facts.doubts import CHARTED, HEADLINE, LAST_YEAR, READ, Answer, Doubt, Saying, head_of, lines, saying_of
from dashboard.text import words
from dashboard.text.records import Record, known, rows_of, text_of
from desk.corrections import PersonsWord

# A number that no indicator has, and what is said where none is to have it.
UNPLACED: Final = "unplaced_number"


NO_FIGURE: Final = "指標の数ではない"


LETTER: Final = re.compile(r"[^\W\d_]")


def of_figures(frame: pd.DataFrame, quantities: pd.DataFrame, plan_id: int, last: int) -> Iterator[Doubt]:
    """Yield the doubts about targets and results of `review_figures`; `quantities` are all numbers of their rows and years."""
    by_year = _by_year(quantities)
    for row in rows_of(frame):
        said, unit, name = saying_of(row, plan_id), text_of(row["unit"]), str(row["read_name"])
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
            **head_of(row, "figure"),
            where=f"{row['label_ja']}「{row['name']}」",
            concluded="　".join(shown),
            why=tuple(line.removeprefix(f"{row['name']}：") for line in lines(row["said"])),
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
        said, at = saying_of(row, plan_id), (row["number"], row["year"])
        quotes = sorted({" ".join(str(quote).split()) for quote in row["quotes"]})
        held = " … ".join(quotes)
        settled = said("finding", str(row["kind"]), held, "checked")
        is_number = row["kind"] == UNPLACED
        # One number is settled by saying what it is; of several each is said by itself, and then that the rest are none.
        also = (settled,) if len(quotes) == 1 else ()
        others = _homes(numbers.get(at, []), measures.get(at, []), quotes, said, also) if is_number else ()
        yield Doubt(
            **head_of(row, "finding"),
            where=f"{row['label_ja']}　{words.finding_kind_text(str(row['kind']))}",
            concluded=words.short(held) if held else words.NOTHING,
            why=lines(row["said"]),
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
    said: Saying,
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
