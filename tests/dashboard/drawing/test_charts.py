"""What is drawn, what is spoken and what stands in the table are the same counts."""

import re

import pandas as pd
import pytest

from dashboard.drawing import charts
from dashboard.text import words

COUNTS = pd.DataFrame(
    {
        "bar": ["H29<br>4件", "H30<br>0件"],
        "met": [3, 0],
        "unmet": [1, 0],
        "implemented": [0, 0],
        "under_study": [0, 0],
        "closed": [0, 0],
        "not_reported": [0, 0],
    }
)


def test_stacked_shares_add_up_to_100_percent_and_leave_out_what_never_occurs() -> None:
    figure = charts.stacked_shares(COUNTS, words.STATUSES, "bar")
    assert [bar.name for bar in figure.data] == ["● 達成", "✕ 未達"]
    assert sum(bar.x[0] for bar in figure.data) == pytest.approx(100)


def test_every_figure_stands_below_its_bar_however_narrow_its_part() -> None:
    narrow = COUNTS.assign(met=[990, 0], unmet=[1, 0])
    said = [note.text for note in charts.stacked_shares(narrow, words.STATUSES, "bar").layout.annotations]
    assert [re.sub("<[^>]+>", "", text) for text in said] == ["●990\u2002✕1", ""]
    assert "<b>" in said[0]


def test_a_chart_is_as_high_as_its_bars_need() -> None:
    bars = pd.concat([COUNTS] * 4)
    heights = [charts.stacked_shares(frame, words.STATUSES, "bar").layout.height for frame in (COUNTS, bars)]
    assert heights[1] - heights[0] == (len(bars) - len(COUNTS)) * charts.BAR_HEIGHT


def test_the_key_names_every_part_beside_its_fill() -> None:
    figure = charts.stacked_shares(COUNTS.assign(not_reported=[2, 0]), words.STATUSES, "bar")
    said = charts.key_html(figure)
    assert re.sub("<[^>]+>", "", said) == "● 達成✕ 未達－ 記載なし"
    assert [said.count(f"background: {bar.marker.color}") for bar in figure.data] == [1, 1, 0]
    assert "repeating-linear-gradient" in said


def test_an_empty_year_is_drawn_without_parts() -> None:
    figure = charts.stacked_shares(COUNTS, words.STATUSES, "bar")
    assert all(pd.isna(bar.x[1]) for bar in figure.data)


def test_a_part_that_was_not_judged_is_hatched() -> None:
    figure = charts.stacked_shares(COUNTS.assign(not_reported=[2, 0]), words.STATUSES, "bar")
    assert figure.data[-1].marker.pattern.shape == "/"
    assert figure.data[0].marker.pattern.shape is None


def test_the_spoken_chart_holds_every_count_and_no_markup() -> None:
    assert charts.spoken(COUNTS, words.STATUSES, "bar") == "H29 4件は達成3件、未達1件。H30 0件は該当なし。"


def test_years_are_categories_in_the_plans_order() -> None:
    axis = charts.years_axis(charts.base(charts.go.Figure()), ["H29", "H30", "R1"]).layout.xaxis
    assert axis.type == "category"
    assert list(axis.categoryarray) == ["H29", "H30", "R1"]


def test_a_finger_is_never_trapped_by_a_chart() -> None:
    layout = charts.base(charts.go.Figure()).layout
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
