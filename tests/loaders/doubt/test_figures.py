"""How sure a target and its result are is told by what ties them, and by what speaks against them."""

from dataclasses import replace

import pytest

from loaders.confidence import is_doubtful
from loaders.doubt.weighing import weigh_reading
from tests.series import reading_of


def rules(**words: str) -> list[tuple[str, bool]]:
    """Return what says how sure each figure of a row is, and whether that makes it doubtful."""
    reading = weigh_reading(reading_of("周知", **words))
    return [(year.rule, is_doubtful(year.confidence)) for indicator in reading.indicators for year in indicator.years]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("stated_together", {"h29_result": "【結果/目標】3/4箇所"}),
        ("one_name", {"h29_plan": "【講座】4回", "h29_result": "【講座】3回"}),
        ("only_one_of_its_unit", {"h29_plan": "研修を4回行う。", "h29_result": "【開催】4回"}),
        ("result_alone", {"h29_result": "【参加者】40人"}),
    ],
)
def test_a_figure_is_as_sure_as_what_ties_it(rule: str, words: dict[str, str]) -> None:
    assert rules(**words) == [(rule, False)]


def test_a_target_beside_a_result_of_its_unit_that_answers_none_is_doubtful() -> None:
    found = rules(h29_plan="【講座参加者】40人", h29_result="【相談会来場者】300人")
    assert found == [("unanswered_beside_result", True)] * 2


def test_a_result_ten_times_its_target_is_doubtful() -> None:
    assert rules(h29_plan="【参加者】40人", h29_result="【参加者】412人") == [("jump", True)]


def test_a_denominator_other_than_the_plans_target_makes_a_pair_less_sure() -> None:
    assert rules(h29_plan="【目標】4箇所", h29_result="【結果/目標】3/5箇所") == [("restated_otherwise", False)]


def test_another_number_of_like_weight_makes_a_pair_doubtful() -> None:
    found = rules(h29_plan="研修を5回行う。", h29_result="新任向けを4回、中堅向けを3回行った。")
    assert ("rival", True) in found or ("unanswered_beside_result", True) in found


def test_number_that_makes_up_the_target_with_the_result_makes_a_pair_doubtful() -> None:
    assert ("sum_of_parts", True) in rules(h29_plan="訓練を4回実施する。", h29_result="避難訓練3回、消火訓練1回を実施した。")


def test_sum_of_the_parts_is_offered_as_computed() -> None:
    reading = weigh_reading(reading_of("周知", h29_plan="小・中学校5校", h29_result="小学校7校 中学校2校"))
    assert any("計算値：7校＋2校＝9校" in finding.message for finding in reading.findings)


def test_number_far_from_the_result_is_no_rival() -> None:
    assert ("rival", True) not in rules(h29_plan="備蓄3,000食", h29_result="2,800食を購入し、39,000食となった。")


def test_sum_so_far_in_answer_to_a_years_own_target_is_doubtful() -> None:
    found = rules(h29_plan="年5箇所に設置する。", h29_result="累計14箇所に設置した。")
    assert ("other_basis", True) in found or ("unanswered_beside_result", True) in found


def test_an_unanswered_target_beside_another_number_of_its_unit_is_doubtful() -> None:
    said = {"h29_plan": "研修4回、相談会6回", "h30_plan": "研修4回、相談会6回", "h30_result": "研修4回、相談会5回"}
    assert ("unanswered_beside_number", True) in rules(**said, h29_result="研修は4回開いた。相談会は会場が足りず中止した。")
    assert all(not doubtful for _, doubtful in rules(**said, h29_result="どちらも中止した。"))


def test_a_target_that_no_year_answers_is_doubtful_where_the_year_was_evaluated() -> None:
    assert rules(h29_plan="車両（走行23万km）の更新を求める。", h29_result="予算が付かなかった。") == [("never_answered", True)]
    assert rules(h29_plan="車両3台を更新する。") == [("target_alone", False)]


def test_a_target_that_the_evaluation_alone_states_beside_others_of_the_plan_is_doubtful() -> None:
    found = rules(h29_plan="研修を14回行う。", h29_result="研修は12/15回開いた。")
    assert ("set_otherwise", True) in found


def test_figures_of_cells_that_were_swapped_by_weak_words_are_doubtful() -> None:
    reading = reading_of("周知", h29_plan="【講座】4回", h29_result="【講座】3回")
    swapped = replace(reading, cells=tuple(replace(c, rule="swapped", confidence=0.74) for c in reading.cells))
    [[entry]] = [indicator.years for indicator in weigh_reading(swapped).indicators]
    assert (entry.rule, is_doubtful(entry.confidence)) == ("unsure_swap", True)


def test_a_goal_of_every_year_is_doubtful_where_the_year_tells_no_result() -> None:
    found = rules(base="毎年度、相談20件以上とする。", h29_result="相談23件を受けた。", h30_result="窓口の場所を移した。")
    assert [doubtful for _, doubtful in found[:2]] == [False, True]


def test_a_number_without_unit_and_name_is_doubtful() -> None:
    assert [doubtful for _, doubtful in rules(h29_plan="3.5", h29_result="3.8")] != [False]
