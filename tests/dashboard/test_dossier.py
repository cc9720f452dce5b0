"""An initiative's cells as they are read: where they belong, what was marked, which column they fill."""

from typing import Any

import pandas as pd

from dashboard import dossier
from dashboard.marked_text import Mark


def cells(*records: dict[str, Any]) -> pd.DataFrame:
    usual = {
        "kind": "baseline_goal",
        "year": None,
        "label": None,
        "printed_kind": "baseline_goal",
        "printed_year": None,
        "printed_label": None,
        "text": "24.8",
        "span_start": 0,
        "is_moved": False,
        "confidence": 1.0,
        "rule": "as_printed",
        "column_heading": None,
    }
    return pd.DataFrame([usual | record for record in records])


def test_words_of_a_column_stand_behind_its_heading() -> None:
    frame = cells({"column_heading": "基準値（H28）"}, {"column_heading": "目標値（R4）", "text": "35.0", "span_start": 5})
    marks = {("baseline_goal", None): [Mark(0, 4, True), Mark(5, 9, True)]}
    assert [cell.text for cell in dossier.cells_at(frame, "baseline_goal", None, marks)] == [
        "**基準値（H28）**　:blue-background[**24.8**]",
        "**目標値（R4）**　:blue-background[**35.0**]",
    ]


def test_moved_words_say_where_they_are_printed() -> None:
    moved = {"kind": "plan", "year": 2020, "printed_kind": "result", "printed_year": 2019, "printed_label": "R1"}
    frame = cells({**moved, "text": "周知を図る。", "is_moved": True, "confidence": 0.7, "rule": "lost_cell"})
    [cell] = dossier.cells_at(frame, "plan", 2020, {})
    assert cell.text == "周知を図る。"
    assert "印刷では「R1 評価」の欄" in cell.note


def test_empty_pieces_are_left_out() -> None:
    assert dossier.cells_at(cells({"text": " "}), "baseline_goal", None, {}) == []
