"""One thing said several times in a row: plan, denominator, prose, baseline, the goal of every year and of the end."""

import pytest

from tests.series import indicators_of, threads_of, values


def test_plan_and_denominator_state_one_target() -> None:
    [indicator] = indicators_of(h30_plan="【目標】10,000人", h30_result="【結果/目標】10,249人/10,000人(延人数)")
    assert values(indicator) == {2018: (10_000, 10_249)}
    assert indicator.years[0].first_target is None


def test_target_that_only_the_evaluation_states_counts() -> None:
    [indicator] = indicators_of(h29_plan="登録者数を増やす。", h29_result="【結果/目標】9,813人/10,000人(329人増)")
    assert values(indicator) == {2017: (10_000, 9_813)}


def test_of_a_target_that_was_moved_the_last_counts_and_the_first_is_kept() -> None:
    [indicator] = indicators_of(h29_plan="【目標】4箇所", h29_result="【結果/目標】3/5箇所")
    [year] = indicator.years
    assert (year.first_target, year.target, year.result, year.is_met) == (4, 5, 3, False)
    assert year.first_target_quantity is not None
    assert year.first_target_quantity.quote == "4箇所"


def test_prose_that_repeats_a_labelled_result_is_no_second_series() -> None:
    [thread] = threads_of(h30_result="案内板を4箇所設置した。 【結果/目標】4/4箇所")
    assert [term.value for term in thread.restated] == [4]


def test_prose_about_something_else_is_a_series_of_its_own() -> None:
    found = indicators_of(h30_result="操作研修を年4回実施した。 【広報紙での周知】4回")
    assert len(found) == 2


def test_result_that_the_plan_cell_repeats_is_one_result() -> None:
    [indicator] = indicators_of(h29_plan="【結果/目標】13/13回", h29_result="講座を実施した。 【結果/目標】13/13回")
    assert values(indicator) == {2017: (13, 13)}


def test_sub_counts_are_no_series() -> None:
    [indicator] = indicators_of(r2_result="【内容】子ども・子育て会議 2回 (うち書面開催1回)")
    assert values(indicator) == {2020: (None, 2)}


def test_goal_for_every_year_is_the_target_of_every_evaluated_year() -> None:
    [indicator] = indicators_of(
        base="【事業目標】年間15,000件のアクセス件数を維持する。",
        h29_result="【結果】アクセス件数 27,499件/年",
        r2_result="【結果】アクセス件数 13,194件(令和3年3月31日現在)",
    )
    assert values(indicator) == {2017: (15_000, 27_499), 2018: (15_000, None), 2019: (15_000, None), 2020: (15_000, 13_194)}
    assert indicator.final_goal is None


@pytest.mark.parametrize("goal", ["令和4年3月31日現在の登録数11,000人", "令和3年度までに登録数を年間11,000人にする。"])
def test_goal_for_the_end_is_the_target_of_no_year(goal: str) -> None:
    [indicator] = indicators_of(base=f"【事業目標】{goal}", h29_result="【登録数】9,813人")
    assert values(indicator) == {2017: (None, 9_813)}
    assert indicator.final_goal == 11_000


def test_baseline_goes_to_the_series_that_bears_its_name() -> None:
    found = indicators_of(
        base="【現状】提供 年9回 登録数180(個人、団体)",
        h29_plan="メールマガジンの配信を行う。 【目標】10回",
        h29_result="メールマガジンの配信を行った。 【結果/目標】10/10回 【登録数】192(前年度比37増)",
    )
    assert {indicator.unit: indicator.baseline for indicator in found} == {"回": 9, None: 180}


def test_bare_goal_goes_where_the_baseline_of_its_unit_goes() -> None:
    found = indicators_of(
        base="【現状】デジタルライブラリー件数 1件 【事業目標】令和4年3月31日現在の件数 5件",
        h29_result="【デジタルライブラリー公開件数】1件",
        r1_result="デジタルライブラリーに1件新たに公開した。",
    )
    assert [(i.baseline, i.final_goal) for i in found] == [(1, 5), (None, None)]


def test_bare_baseline_goes_to_the_only_series_of_its_unit() -> None:
    [indicator] = indicators_of(base="【現状】平成29年3月31日現在 設置数67カ所", h29_result="【施設数】63箇所(4箇所減)")
    assert indicator.baseline == 67


def test_baseline_of_something_else_is_left_out() -> None:
    [indicator] = indicators_of(
        base="【現状】ホームページに「生涯学習ガイド」を掲載し、年1回、冊子を発行している。",
        h29_result="アプリ化について課内で検討を行った。 【結果/目標】1/1回",
    )
    assert indicator.baseline is None


def test_number_of_all_there_are_is_no_baseline() -> None:
    [indicator] = indicators_of(
        base="【現状】小学校29校中、22校で整備済み。", h29_result="タブレット型PCを整備した。 【整備】小学校7校"
    )
    assert indicator.baseline is None


STATED_TOGETHER = [
    ("【結果/目標】4/5回", 5, 4),
    ("目標5回に対し4回実施した。", 5, 4),
    ("市民講座を4回（目標5回）開催した。", 5, 4),
    ("【結果/目標】9,813人/10,000人(329人増)", 10_000, 9_813),
]


@pytest.mark.parametrize(("words", "target", "result"), STATED_TOGETHER, ids=[words for words, *_ in STATED_TOGETHER])
def test_result_and_target_stated_together_are_a_pair(words: str, target: float, result: float) -> None:
    [indicator] = indicators_of(h29_result=words)
    assert values(indicator) == {2017: (target, result)}


def test_years_with_and_without_a_name_are_joined_by_the_targets_name() -> None:
    [indicator] = indicators_of(
        h29_plan="市民講座を5回開催する。",
        h29_result="目標5回に対し4回実施した。",
        h30_plan="市民講座を5回開催する。",
        h30_result="市民講座を6回開催した。",
    )
    assert values(indicator) == {2017: (5, 4), 2018: (5, 6)}


def test_rate_of_attainment_is_the_result_said_again() -> None:
    [indicator] = indicators_of(h29_plan="【目標】受診率55％", h29_result="受診率54.1％（達成率98％）")
    assert values(indicator) == {2017: (55, 54.1)}


@pytest.mark.parametrize("words", ["同左", "同上。", "前年度と同じ"])
def test_plan_that_refers_to_the_year_before_asks_for_as_much(words: str) -> None:
    [indicator] = indicators_of(
        h29_plan="掲載 年6回", h29_result="掲載6回", h30_plan=words, h30_result="掲載5回", r1_plan=words, r1_result="掲載7回"
    )
    assert values(indicator) == {2017: (6, 6), 2018: (6, 5), 2019: (6, 7)}


def test_plan_that_does_more_than_refer_states_its_own_targets() -> None:
    [indicator] = indicators_of(h29_plan="掲載 年6回", h29_result="掲載6回", h30_plan="同左のほか、SNSでも発信する。")
    assert values(indicator) == {2017: (6, 6)}


ADDED_AND_ALL = {
    "base": "【現状】12施設 【事業目標】令和3年度末 40施設",
    "h29_plan": "5施設を追加する。",
    "h29_result": "5施設を追加し、計17施設となった。",
    "h30_plan": "6施設を追加する。",
    "h30_result": "4施設の追加にとどまった（計21施設）。",
}


def test_what_a_year_added_answers_its_target_and_not_how_many_there_are_by_now() -> None:
    found = {tuple(values(indicator).items()) for indicator in indicators_of(**ADDED_AND_ALL)}
    assert found == {((2017, (5, 5)), (2018, (6, 4))), ((2017, (None, 17)), (2018, (None, 21)))}


def test_baseline_and_final_goal_go_with_how_many_there_are_by_now() -> None:
    found = {
        indicator.years[0].result: (indicator.baseline, indicator.final_goal) for indicator in indicators_of(**ADDED_AND_ALL)
    }
    assert found == {5: (None, None), 17: (12, 40)}


def test_goal_for_a_named_year_is_no_goal_for_every_year() -> None:
    [indicator] = indicators_of(base="【事業目標】令和3年度には年8回開催する。", h29_result="教室を4回開催した。")
    assert values(indicator) == {2017: (None, 4)}


def test_number_from_which_a_goal_is_counted_is_a_baseline() -> None:
    [indicator] = indicators_of(base="年間の利用540台を令和3年度までに800台とする。", h29_result="利用は600台であった。")
    assert (indicator.baseline, values(indicator)) == (540, {2017: (None, 600)})


def test_number_that_is_asked_for_each_year_is_the_target_of_each() -> None:
    [indicator] = indicators_of(base="毎年度6課以上の参加を得る。", h29_result="参加は5課。", h30_result="参加7課")
    assert [values(indicator)[year] for year in (2017, 2018)] == [(6, 5), (6, 7)]
