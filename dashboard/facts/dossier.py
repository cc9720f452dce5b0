"""An initiative is read year by year: what was planned, what is said of it, what was concluded, and from which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.text import rule_words, words
from dashboard.text.markdown import verbatim
from dashboard.text.marked_text import Mark, marked
from dashboard.text.records import Record, known, program_of

Place = tuple[str, int | None]

EMPTY: Final = "（記載なし）"


def quantity_marks(quantities: pd.DataFrame) -> dict[Place, list[Mark]]:
    """Return where numbers stand, by printed cell."""
    marks: dict[Place, list[Mark]] = {}
    for record in quantities.to_dict("records"):
        at = (str(record["printed_kind"]), _year(record["printed_year"]))
        marks.setdefault(at, []).append(Mark(int(record["span_start"]), int(record["span_end"]), is_number=True))
    return marks


def evidence_marks(outcomes: pd.DataFrame) -> dict[Place, list[Mark]]:
    """Return where the words stand that decided a status, by printed cell."""
    marks: dict[Place, list[Mark]] = {}
    for record in outcomes.to_dict("records"):
        if pd.notna(record["span_start"]) and pd.notna(record["evidence_kind"]):
            at = (str(record["evidence_kind"]), _year(record["evidence_year"]))
            marks.setdefault(at, []).append(Mark(int(record["span_start"]), int(record["span_end"]), is_number=False))
    return marks


def place_in_plan(head: Record) -> dict[str, str]:
    """Return the way from goal to program, by what each step is called; without codes a program has its name alone."""
    codes = {"目標": head["goal_code"], "施策": head["policy_code"]}
    steps = {level: f"{level}{code}" for level, code in codes.items() if code}
    steps["事業"] = program_of(head).strip()
    return {" › ".join(steps): " › ".join(steps.values())}


@dataclass(frozen=True)
class ShownCell:
    """Words at a true place, as Markdown with their marks, and where they are printed if elsewhere ('' if not)."""

    text: str
    note: str


def cells_at(cells: pd.DataFrame, kind: str, year: int | None, marks: Mapping[Place, Sequence[Mark]]) -> list[ShownCell]:
    """Return the pieces that belong at a place, in the document's order, empty ones left out."""
    here = cells[(cells["kind"] == kind) & (cells["year"].isna() if year is None else cells["year"] == year)]
    return [_cell(record, marks) for record in here.to_dict("records") if str(record["text"]).strip()]


@dataclass(frozen=True)
class MarkedPiece:
    """Words of a printed cell, as Markdown with their marks, and the place that they were taken to belong to, in words."""

    text: str
    place: str


def printed_at(cells: pd.DataFrame, kind: str, year: int | None, marks: Mapping[Place, Sequence[Mark]]) -> list[MarkedPiece]:
    """Return the pieces of a printed cell in its order."""
    is_there = cells["printed_year"].isna() if year is None else cells["printed_year"] == year
    here = cells[(cells["printed_kind"] == kind) & is_there].sort_values("span_start")
    return [
        MarkedPiece(_cell(record, marks).text, words.place_text(str(record["kind"]), known(record["label"])))
        for record in here.to_dict("records")
        if str(record["text"]).strip()
    ]


def _cell(record: Record, marks: Mapping[Place, Sequence[Mark]]) -> ShownCell:
    printed = (str(record["printed_kind"]), _year(record["printed_year"]))
    text = marked(str(record["text"]), marks.get(printed, ()), int(record["span_start"]))
    heading = known(record["column_heading"])
    text = f"**{verbatim(str(heading))}**　{text}" if heading else text
    if not record["is_moved"]:
        return ShownCell(text, "")
    place = words.place_text(str(record["printed_kind"]), known(record["printed_label"]))
    why = rule_words.place_text(str(record["rule"]))
    return ShownCell(
        text, f"⇄ 印刷では「{place}」の欄にあります（{why}。確かさ：{words.sureness(float(record['confidence']))}）"
    )


def _year(value: Any) -> int | None:
    found = known(value)
    return None if found is None else int(found)
