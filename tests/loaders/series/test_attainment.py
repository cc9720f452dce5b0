"""How far a target was reached, and which way an indicator improves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.initiative import read_initiative
from loaders.model import Comparator, Direction
from loaders.prose.undesired import UNWANTED
from loaders.series.attainment import attainment, direction_of, is_met
from tests.series import cells_of, indicators_of, row

AMOUNTS = st.floats(0.1, 1e6)


def test_attainment_is_result_to_target() -> None:
    assert attainment(10_000, 9_813, Direction.UP) == pytest.approx(0.9813)


def test_attainment_is_target_to_result_where_less_is_better() -> None:
    assert attainment(10, 20, Direction.DOWN) == 0.5


@pytest.mark.parametrize(("target", "result"), [(None, 5), (5, None), (0, 5), (0, 0)])
def test_attainment_is_unknown_without_both_numbers_or_with_a_target_of_0(target: float | None, result: float | None) -> None:
    assert attainment(target, result, Direction.UP) is None


def test_a_result_of_0_has_no_ratio_where_less_is_better_but_is_met() -> None:
    assert attainment(5, 0, Direction.DOWN) is None
    assert is_met(5, 0, Direction.DOWN, Comparator.EQUAL) is True


@pytest.mark.parametrize("comparator", [Comparator.EQUAL, Comparator.AT_LEAST, Comparator.APPROXIMATE])
@pytest.mark.parametrize(("result", "met"), [(1, False), (2, True), (3, True)])
def test_a_target_asks_for_that_many_however_it_is_stated(comparator: Comparator, result: float, met: bool) -> None:
    assert is_met(2, result, Direction.UP, comparator) is met


@pytest.mark.parametrize(("result", "met"), [(1, True), (2, True), (3, False)])
def test_a_target_of_so_many_at_most_asks_for_no_more(result: float, met: bool) -> None:
    assert is_met(2, result, Direction.DOWN, Comparator.AT_MOST) is met


@pytest.mark.parametrize(("result", "met"), [(0, True), (1, False)])
def test_a_target_of_0_is_judged_by_yes_or_no(result: float, met: bool) -> None:
    assert is_met(0, result, Direction.DOWN, Comparator.EQUAL) is met


@pytest.mark.parametrize(("target", "result"), [(None, 3.0), (3.0, None), (None, None)])
def test_what_is_not_stated_is_not_judged(target: float | None, result: float | None) -> None:
    assert is_met(target, result, Direction.UP, Comparator.EQUAL) is None


@given(AMOUNTS, AMOUNTS, st.sampled_from(Direction))
def test_met_is_attainment_of_one_or_more(target: float, result: float, direction: Direction) -> None:
    ratio = attainment(target, result, direction)
    assert ratio is not None
    assert is_met(target, result, direction, Comparator.EQUAL) is (ratio >= 1) or ratio == pytest.approx(1)


@pytest.mark.parametrize("name", UNWANTED.values())
def test_less_is_better_of_what_a_city_wants_less_of(name: str) -> None:
    assert direction_of(name) is Direction.DOWN


@pytest.mark.parametrize(
    "name",
    [
        "ごみの減量に関する啓発 回数",
        "ごみ減量化に係る映像コンテンツ",
        "障害対応",
        "交通事故防止教室",
        "障害者相談",
        "不具合対応",
        "参加人数",
    ],
)
def test_more_is_better_of_what_the_city_does_about_it(name: str) -> None:
    assert direction_of(name) is Direction.UP


@pytest.mark.parametrize("tail", ["以下", "以内", "未満に抑える", "まで削減する", "に短縮する", "まで減らす"])
def test_less_is_better_where_the_goal_is_an_upper_bound(tail: str) -> None:
    assert direction_of("紙の印刷枚数", (tail,)) is Direction.DOWN


def test_a_reduction_itself_is_better_the_more_it_is() -> None:
    assert direction_of("ごみ排出量の削減率", ("削減する",)) is Direction.UP


def test_what_is_left_of_what_a_title_wants_to_end_is_better_the_less_it_is() -> None:
    [indicator] = indicators_of("待機児童の解消", h29_plan="【目標】0人", h29_result="【結果】5人")
    assert (indicator.direction, indicator.years[0].is_met) == (Direction.DOWN, False)


def test_what_was_done_about_it_is_better_the_more_it_is() -> None:
    [indicator] = indicators_of("待機児童の解消", h29_plan="研修を3回開催する。", h29_result="研修を4回開催した。")
    assert (indicator.direction, indicator.years[0].is_met) == (Direction.UP, True)


def test_targets_that_rise_over_years_overrule_a_name_of_what_others_want_less_of() -> None:
    assert direction_of("経常収支比率", course=(96.8, 98.6, 98.9)) is Direction.UP
    assert direction_of("経常収支比率", course=(92.0, 91.5, 91.0)) is Direction.DOWN


def test_a_falling_goal_that_is_a_least_is_wanted_from_below() -> None:
    initiative = replace(
        row(base="48,200 → 41,000以上", r1_plan="46,900以上", r1_result="46,310"), measure="残余容量", unit="㎥"
    )
    [indicator] = read_initiative(initiative, cells_of(initiative), [2019]).indicators
    assert indicator.direction is Direction.UP
    assert [year.is_met for year in indicator.years if year.year == 2019] == [False]
