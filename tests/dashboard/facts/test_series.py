"""What is said of an indicator follows its numbers."""

from typing import Any

import pandas as pd
import pytest

from dashboard.facts import series
from dashboard.facts.judged_targets import (
    BY_CHANGE,
    BY_GAP,
    WITHOUT_BAND,
    band_counts,
    has_changes,
    judged,
    left_out,
    ordered,
    without_result,
)
from dashboard.facts.series import Point, Series
from dashboard.saying import year_words

YEARS = {2017: "H29", 2018: "H30", 2019: "R1", 2020: "R2", 2021: "R3"}


def point(year: int, target: float | None, result: float | None, **more: Any) -> Point:
    judged = target is not None and result is not None
    ratio = result / target if target and result is not None else None
    met = (result or 0) >= (target or 0) if judged else None
    return Point(year, YEARS[year], target, result, ratio, met, **more)


def indicator(*points: Point, number: int = 1, **more: Any) -> Series:
    facts: dict[str, Any] = {
        "indicator_id": number,
        "number": number,
        "activity": "防災メールの登録の推進",
        "department": "防災課",
        "name": "防災メール登録者数",
        "unit": "人",
        "direction": "up",
        "is_cumulative": True,
        "baseline": None,
        "final_goal": None,
    }
    return Series(points=points, **(facts | more))


# A row of the frame `indicator_series` of which little is known.
RECORD: dict[str, Any] = {
    "number": 1,
    "activity": "研修",
    "department": "課",
    "name": "回数",
    "unit": "回",
    "direction": "up",
    "is_cumulative": False,
    "year": 2020,
    "label": "R2",
    **dict.fromkeys(("baseline", "final_goal", "target", "first_target", "result", "attainment", "is_met", "progress")),
    **dict.fromkeys(("reason", "status", "said", "doubt")),
    **{f"{role}_{what}": None for role in ("target", "result") for what in ("quote", "kind", "label")},
}
MAIL = indicator(
    point(2017, 10000, 9813),
    point(2018, 10000, 10249),
    point(2019, 10500, 10672),
    point(2020, 11000, 12597),
    point(2021, 13000, None),
    baseline=9484,
    final_goal=11000,
)


@pytest.mark.parametrize(
    ("results", "direction", "word"),
    [
        ((9813, 10249, 10672, 12597), "up", series.BETTER),
        ((27499, 23960, 23677, 13194), "up", series.WORSE),
        ((27499, 23960, 23677, 13194), "down", series.BETTER),
        ((3, 3, 3, 3), "up", series.LEVEL),
        ((4, 3, 3, 4), "up", series.LEVEL),
        ((5, 20), "up", None),
    ],
)
def test_trend_is_told_by_all_pairs_of_years_and_wants_three_results(
    results: tuple[float, ...], direction: str, word: object
) -> None:
    one = indicator(*(point(2017 + at, None, value) for at, value in enumerate(results)), direction=direction)
    assert one.trend(2020) is word


def test_trend_looks_no_further_than_the_year_in_question() -> None:
    one = indicator(*(point(2017 + at, None, value) for at, value in enumerate((1, 2, 3, 0))))
    assert one.trend(2019) is series.BETTER


def test_furthest_from_its_target_comes_first_and_what_has_none_comes_last() -> None:
    near, far = indicator(point(2020, 10, 9), number=1), indicator(point(2020, 10, 1), number=2)
    waiting, bare = indicator(point(2020, 10, None), number=3), indicator(point(2020, None, 5), number=4)
    assert [one.number for one in ordered([bare, waiting, near, far], BY_GAP, 2020)] == [
        2,
        1,
        3,
        4,
    ]


def test_a_target_without_a_result_comes_right_after_the_misses_and_before_what_was_met() -> None:
    miss, met = indicator(point(2020, 10, 9), number=5), indicator(point(2020, 10, 10), number=1)
    waiting = indicator(point(2020, 10, None, status="implemented"), number=2)
    hiding = indicator(point(2020, 10, None, status="unmet"), number=4)
    every = [met, waiting, hiding, miss]
    assert [one.number for one in ordered(every, BY_GAP, 2020)] == [5, 4, 2, 1]
    assert [one.number for one, _ in without_result(every, 2020)] == [2, 4]


def test_what_an_outside_cause_is_named_for_goes_behind_all_else_on_request() -> None:
    outside, own = indicator(point(2020, 10, 0, reason="covid"), number=1), indicator(point(2020, 10, 9), number=2)
    assert [one.number for one in ordered([outside, own], BY_GAP, 2020)] == [1, 2]
    assert [one.number for one in ordered([outside, own], BY_GAP, 2020, without_outside=True)] == [2, 1]


def test_a_trend_that_ended_before_the_year_is_none_of_it() -> None:
    one = indicator(*(point(2017 + at, None, value) for at, value in enumerate((1, 2, 3))), point(2020, 5, None))
    assert one.trend(2019) is series.BETTER
    assert one.trend(2020) is None


def test_greatest_fall_against_the_year_before_comes_first() -> None:
    fell = indicator(point(2019, None, 10), point(2020, None, 5), number=9)
    rose = indicator(point(2019, None, 10), point(2020, None, 20), number=1)
    unknown = indicator(point(2020, None, 1), number=2)
    assert [one.number for one in ordered([unknown, rose, fell], BY_CHANGE, 2020)] == [9, 1, 2]


def test_answer_counts_what_was_set_and_names_the_furthest_miss() -> None:
    miss = indicator(point(2020, 2, 0), number=2, name="講習会 回数", unit="回")
    said = year_words.targets([MAIL, miss], 2020, "令和2年度", without_outside=False)
    assert said == "令和2年度の数値目標2件：達成1・未達1。最も遠いのは「講習会 回数」の0回／2回"


def test_misses_blamed_on_an_outside_cause_leave_the_count_only_on_request() -> None:
    miss = indicator(point(2020, 2, 0, reason="covid"), number=2)
    own = indicator(point(2020, 2, 1, reason="cost"), number=3)
    every = [MAIL, miss, own]
    assert len(judged(every, 2020, without_outside=False)) == 3
    assert [one.number for one, _ in judged(every, 2020, without_outside=True)] == [1, 3]
    assert left_out(every, 2020) == 1


def test_the_answer_says_what_it_left_out() -> None:
    miss = indicator(point(2020, 2, 0, reason="covid"), number=2)
    said = year_words.targets([MAIL, miss], 2020, "令和2年度", without_outside=True)
    assert said == "判定1件すべて達成。外的要因による未達1件を除く"


def test_what_has_no_number_stays_told_without_outside_causes() -> None:
    silent = indicator(point(2020, 5, None, state="not_carried_out"), number=3)
    unknown = indicator(point(2020, 5, None), number=4)
    said = year_words.targets([MAIL, silent, unknown], 2020, "令和2年度", without_outside=True)
    assert said.startswith("判定1件すべて達成、ほか2件は実績の数値なし（うち1件は未実施）")


def test_a_met_target_is_never_left_out_for_an_outside_cause() -> None:
    assert not point(2020, 2, 2, reason="covid").is_outside


def test_bands_of_a_year_and_what_is_not_judged_add_up_to_its_targets() -> None:
    counts = band_counts([MAIL], YEARS, without_outside=False).set_index("label")
    assert counts.loc["H29", ["A", "B", "no_number", "n"]].tolist() == [0, 1, 0, 1]
    assert counts.loc["R3", ["A", "no_number", "n"]].tolist() == [0, 1, 1]
    assert (counts[["A", "B", "C", "D", *WITHOUT_BAND]].sum(axis=1) == counts["n"]).all()


def test_heading_tells_unit_and_kind() -> None:
    assert MAIL.heading == "防災メール登録者数（人・累計）"
    assert indicator(point(2020, 1, 1), unit=None, is_cumulative=False, name="公開手続数").heading == "公開手続数（年度別）"


def test_a_total_is_held_against_the_sum_of_the_results() -> None:
    parts = indicator(point(2017, 4, 3), point(2018, 4, 4), point(2019, 3, 3), is_cumulative=False, final_goal=11)
    assert (parts.is_parts_of_total, parts.goal_name) == (True, "3年間の合計の目標")
    assert [parts.left_to_goal(each) for each in parts.points] == [8, 4, 1]
    assert (MAIL.is_parts_of_total, MAIL.goal_name) == (False, "計画の最終目標")


def test_a_plans_first_year_has_no_change() -> None:
    assert not has_changes([MAIL], 2017)
    assert has_changes([MAIL], 2018)


@pytest.mark.parametrize(
    ("direction", "target", "shown"), [("up", 12, 0.5), ("up", 8, None), ("up", 10, None), ("down", 8, 0.5), ("down", 12, None)]
)
def test_a_target_short_of_the_baseline_has_no_way_to_go(direction: str, target: float, shown: float | None) -> None:
    known = RECORD | {"indicator_id": 1, "direction": direction, "baseline": 10.0, "target": target, "progress": 0.5}
    assert series.read(pd.DataFrame([known]))[0].points[0].progress == shown


def test_indicators_of_one_name_in_one_row_can_be_told_apart() -> None:
    every = series.read(pd.DataFrame([RECORD | {"indicator_id": 1}, RECORD | {"indicator_id": 2}]))
    assert [one.option for one in every] == ["1 回数（回）｜研修", "1 回数 2（回）｜研修"]
    assert every[0].points[0].result is None
