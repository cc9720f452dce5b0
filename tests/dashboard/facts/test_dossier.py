"""An initiative's cells as they are read: where they belong, what was marked, which column they fill."""

from typing import Any

import pandas as pd

from dashboard.drawing import initiative_tables
from dashboard.facts import dossier
from dashboard.saying import initiative_words
from dashboard.text.marked_text import Mark


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
        "**基準値（H28）**　:blue-background[**24\\.8**]",
        "**目標値（R4）**　:blue-background[**35\\.0**]",
    ]


def test_moved_words_say_where_they_are_printed() -> None:
    moved = {"kind": "plan", "year": 2020, "printed_kind": "result", "printed_year": 2019, "printed_label": "R1"}
    frame = cells({**moved, "text": "周知を図る。", "is_moved": True, "confidence": 0.7, "rule": "lost_cell"})
    [cell] = dossier.cells_at(frame, "plan", 2020, {})
    assert cell.text == "周知を図る。"
    assert "印刷では「R1 評価」の欄" in cell.note


def test_empty_pieces_are_left_out() -> None:
    assert dossier.cells_at(cells({"text": " "}), "baseline_goal", None, {}) == []


def outcomes(*years: tuple[int, str, str | None]) -> pd.DataFrame:
    usual = {"is_carried_over": False, "carried_rule": ""}
    return pd.DataFrame([usual | {"year": year, "label_ja": label, "status": status} for year, label, status in years])


YEARS = outcomes((2019, "令和元年度", "unmet"), (2020, "令和2年度", "met"), (2021, "令和3年度", None))


def test_the_chosen_year_leads_and_the_last_evaluated_one_stands_beside_it() -> None:
    assert (
        initiative_words.standing(YEARS, 2019) == "令和元年度は **✕ 未達** です。最後に評価のある令和2年度は **● 達成** です。"
    )
    assert initiative_words.standing(YEARS, 2020) == "令和2年度は **● 達成** です。"
    assert (
        initiative_words.standing(YEARS, 2021)
        == "令和3年度の評価はまだありません。最後に評価のある令和2年度は **● 達成** です。"
    )


def test_a_day_is_written_as_everywhere_else() -> None:
    read = {"kind": "baseline_goal", "year_label": None, "label": None, "role": "baseline", "value": 9484.0, "unit": "人"}
    read |= {"comparator": "eq", "quote": "9,484人", "is_charted": True}
    frame = pd.DataFrame([read | {"as_of": pd.Timestamp(2017, 3, 31)}, read | {"as_of": pd.NaT}])
    assert initiative_tables.numbers(frame)["時点"].tolist() == ["2017年3月31日", "－"]
