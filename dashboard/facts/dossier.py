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


def moved(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the pieces that stand under a wrong heading: the printed place and the true one side by side."""
    there = cells[cells["is_moved"].astype(bool)]
    return pd.DataFrame(
        [
            {
                "印刷された欄": words.place_text(record["printed_kind"], known(record["printed_label"])),
                "正しい欄": words.place_text(record["kind"], known(record["label"])),
                "見立て": rule_words.place_text(str(record["rule"])),
                "確かさ": words.sureness(float(record["confidence"])),
                "文": str(record["text"]),
            }
            for record in there.to_dict("records")
        ]
    )


def numbers(quantities: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers that were read, in the document's order, with their words and place.

    The number stands among the first columns: a phone shows three of them.
    """
    return pd.DataFrame(
        [
            {
                "欄": words.place_text(record["kind"], known(record["year_label"])),
                "何の数か": known(record["label"]) or words.NOTHING,
                "数値": words.number_text(float(record["value"]), known(record["unit"]))
                + words.COMPARATORS[str(record["comparator"])],
                "役割": words.ROLES[str(record["role"])],
                "時点": words.NOTHING if known(record["as_of"]) is None else words.date_text(record["as_of"]),
                "もとのことば": str(record["quote"]).strip(),
                "グラフ": "使用" if record["is_charted"] else "不使用",
            }
            for record in quantities.to_dict("records")
        ]
    )


def status_text(outcome: Record) -> str:
    """Return what became of a year with the kind of carrying over, '' in a year without an evaluation column."""
    status = known(outcome["status"])
    return words.status_text(status, bool(outcome["is_carried_over"]), outcome["carried_rule"]) if status else ""


def standing(outcomes: pd.DataFrame, year: int) -> str:
    """Return what became of the year in question, as Markdown, and of the last evaluated year where that is another one."""
    rows = outcomes.to_dict("records")
    asked = next((row for row in rows if row["year"] == year), None)
    last = next((row for row in reversed(rows) if known(row["status"]) is not None), None)
    said = ""
    if asked is not None:
        status = status_text(asked)
        said = f"{asked['label_ja']}は **{status}** です。" if status else f"{asked['label_ja']}の評価はまだありません。"
    if last is not None and last is not asked:
        said += f"最後に評価のある{last['label_ja']}は **{status_text(last)}** です。"
    return said


def conclusion(outcome: Record) -> list[str]:
    """Return why a year has its status, as Markdown lines: rule, evidence, carrying over, reason, how sure."""
    if known(outcome["status"]) is None:
        return []
    lines = [f"判断の決め手：{rule_words.outcome_text(str(outcome['rule']))}"]
    if outcome["evidence"]:
        lines.append(f"もとのことば：「{verbatim(str(outcome['evidence']).strip())}」")
    if outcome["carried_rule"]:
        lines.append(f"繰越とした決め手：{rule_words.carried_text(str(outcome['carried_rule']))}")
    reason = known(outcome["reason"])
    if reason:
        quote = f"「{verbatim(str(outcome['reason_quote']).strip())}」" if outcome["reason_quote"] else ""
        lines.append(f"理由：{words.reason_text(reason)}{quote}")
    lines.append(f"確かさ：{words.sureness(float(outcome['confidence']))}{_settled(outcome)}")
    return lines


def _settled(outcome: Record) -> str:
    """Return what a person said of a judged year, '' where nobody did."""
    if outcome["is_corrected"]:
        return "　人が訂正した判断です"
    return "　人が確かめた判断です" if outcome["is_confirmed"] else ""


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
