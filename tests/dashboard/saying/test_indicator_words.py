"""The sentences beside an indicator's chart say its figures, and its words where figures are missing."""

from dataclasses import replace

import pytest

from dashboard.facts import series
from dashboard.saying import indicator_words, point_words
from tests.dashboard.facts.test_series import MAIL, YEARS, indicator, point

LESS = indicator(point(2020, 8, 11), number=2, direction="down", name="事故", unit="件")
LESS_MISSED = replace(LESS, points=(replace(LESS.points[0], is_met=False),))


@pytest.mark.parametrize(
    ("target", "result", "said"),
    [
        (15000, 13194, "目標に1,806人不足"),
        (10, 12, "目標より2人多い"),
        (10, 10, "目標ちょうど"),
        (10, None, ""),
        (None, 10, ""),
    ],
)
def test_a_gap_is_told_in_the_unit(target: float | None, result: float | None, said: str) -> None:
    one = indicator(point(2020, target, result))
    assert indicator_words.gap_text(one, one.at(2020)) == said


def test_a_gap_follows_the_direction() -> None:
    assert indicator_words.gap_text(LESS, LESS.at(2020)) == "目標より3件多い"


def test_a_miss_comes_with_its_gap_and_the_words_that_tell_why() -> None:
    one = indicator(point(2020, 15000, 13194, said="*外出*が減ったため"))
    said = indicator_words.came_to(one, 2020, "R2")
    assert said == "R2　◐ B 概ね達成　88%　目標に1,806人不足  \n:gray[「\\*外出\\*が減ったため」]"


def test_the_way_from_the_baseline_stands_beside_the_ratio() -> None:
    one = indicator(point(2017, 10000, 9813, progress=0.6376), baseline=9484)
    assert indicator_words.came_to(one, 2017, "H29").startswith("H29　◐ B 概ね達成　98%（現状からの進み64%）　目標に187人不足")


def test_a_goal_that_is_a_total_is_said_with_the_sum_of_the_results() -> None:
    parts = indicator(point(2017, 4, 3), point(2018, 4, 4), point(2019, 3, 3), is_cumulative=False, final_goal=11)
    assert indicator_words.of_the_total(parts, 2018) == "3年間の合計の目標は11人、H30までの実績の合計は7人です。"
    assert indicator_words.of_the_total(MAIL, 2018) == ""
    goal = indicator_words.figures(parts, 2018, "H30")[-1]
    assert (goal.label, goal.compared_with) == ("3年間の合計の目標", "H30までの実績の合計7人から、あと4人。")
    assert indicator_words.chosen([parts], 2019, "令和元年度").endswith("を達成（100%）、3年間の合計の目標11人まであと1人")


def test_a_target_that_asks_for_less_than_the_baseline_has_no_progress() -> None:
    one = indicator(point(2020, 1500, 1187), baseline=2310)
    progress = indicator_words.figures(one, 2020, "R2")[1]
    assert (progress.value, progress.compared_with) == ("－", "目標1,500人は、現状2,310人より進んだ水準ではありません")


def test_a_target_without_a_result_says_what_became_of_the_initiative() -> None:
    one = indicator(point(2020, 7, None, status="implemented", said="リモート研修を実施した。"))
    said = indicator_words.came_to(one, 2020, "R2")
    assert said == "R2　？ 数値の記載なし　実績の数値なし（事業は○ 実施）  \n:gray[「リモート研修を実施した。」]"


def test_what_was_met_needs_no_quotation() -> None:
    assert "「" not in indicator_words.came_to(indicator(point(2020, 7, 7, said="実施した。")), 2020, "R2")


def test_a_year_that_is_left_out_of_the_count_is_marked() -> None:
    one = indicator(point(2020, 2, 0, reason="covid"))
    assert indicator_words.came_to(one, 2020, "R2", without_outside=True).startswith(point_words.SET_ASIDE)
    assert point_words.SET_ASIDE not in indicator_words.came_to(one, 2020, "R2")


def test_targets_without_a_result_are_counted_with_those_that_hide_a_miss() -> None:
    hidden = indicator(point(2020, 10, None, status="unmet"), number=2)
    open_one = indicator(point(2020, 10, None, status="implemented"), number=3)
    said = "目標のある指標がほかに2件ありますが、実績の数値がなく判定できません（うち1件は事業が未達）。"
    assert indicator_words.unjudged([MAIL, hidden, open_one], 2020) == said
    assert indicator_words.unjudged([MAIL], 2020) == ""


def test_one_chosen_indicator_is_answered_with_target_and_final_goal() -> None:
    assert indicator_words.chosen([MAIL], 2020, "令和2年度") == (
        "「防災メール登録者数」の令和2年度の実績は12,597人、目標11,000人を達成（115%）、計画の最終目標11,000人にも届いています"
    )
    assert indicator_words.chosen([MAIL], 2017, "平成29年度").endswith(
        "実績は9,813人、目標10,000人を下回り未達（98%）、計画の最終目標11,000人まであと1,187人"
    )


def test_a_chosen_year_without_a_result_is_said_with_the_latest_one() -> None:
    one = indicator(point(2019, None, 175), point(2020, 7, None))
    assert indicator_words.chosen([one], 2020, "令和2年度") == (
        "「防災メール登録者数」は令和2年度の実績の数値がありません（最新の実績はR1の175人）"
    )


def test_a_result_without_a_target_is_compared_with_the_year_before() -> None:
    one = indicator(point(2019, None, 163), point(2020, None, 175))
    assert indicator_words.chosen([one], 2020, "令和2年度").endswith("実績は175人（目標の数値なし、前年度は163人）")


def test_several_chosen_indicators_are_counted() -> None:
    waiting = indicator(point(2020, 7, None), number=3)
    assert indicator_words.chosen([MAIL, LESS_MISSED, waiting], 2020, "令和2年度") == (
        "選んだ3件の令和2年度は、達成1件、未達1件、判定できないもの1件"
    )


def test_the_final_goal_has_a_card_with_who_reached_it_and_what_is_asked_instead() -> None:
    ratio, progress, trend, goal = indicator_words.figures(MAIL, 2020, "R2")
    assert (ratio.value, ratio.compared_with) == ("115%", "● A 達成　目標より1,597人多い")
    assert progress.compared_with == "現状9,484人から目標11,000人までの道のりに対する割合"
    assert (trend.value, trend.compared_with) == ("↗ 改善", f"H29～R2の実績。{series.BETTER.meaning}")
    assert (goal.value, goal.compared_with) == ("11,000人", "R2の実績12,597人で到達。R3の目標は13,000人です。")
    assert indicator_words.figures(MAIL, 2018, "H30")[3].compared_with == (
        "H30の実績10,249人から、あと751人。R3の目標は13,000人です。"
    )


def test_a_year_without_a_result_has_no_figure_but_the_final_goal() -> None:
    one = indicator(*(point(2017 + at, None, value) for at, value in enumerate((1, 2, 3))), point(2020, 5, None))
    assert indicator_words.figures(one, 2020, YEARS[2020]) == ()
    (goal,) = indicator_words.figures(replace(one, final_goal=10), 2020, YEARS[2020])
    assert goal.compared_with == "R1の実績3人から、あと7人。"


def test_the_evaluation_stands_where_the_figure_is_missing() -> None:
    one = indicator(point(2019, None, 175))
    said = {2019: "175人参加した。", 2020: "リモート研修を実施した。"}
    assert indicator_words.untold(one, 2020, "R2", said) == "R2の評価：リモート研修を実施した。"
    assert indicator_words.untold(one, 2019, "R1", said) == ""
    assert indicator_words.untold(one, 2020, "R2", {}) == "R2の評価：記載なし"


def test_two_results_make_no_trend() -> None:
    trend = indicator_words.figures(indicator(point(2019, None, 1), point(2020, None, 2)), 2020, "R2")[2]
    assert (trend.value, trend.compared_with) == ("－", "R2までの実績が3年度未満")


def test_what_is_only_expected_of_a_year_is_no_result_and_no_miss() -> None:
    one = indicator(point(2019, 100, 90), replace(point(2020, 100, 80, state="forecast"), is_met=None, is_forecast=True))
    assert indicator_words.chosen([one], 2020, "令和2年度").endswith("実績は確定していません（見込80人／目標100人）")
    assert indicator_words.came_to(one, 2020, "R2") == "R2　≒ 見込（未確定）　見込80人／目標100人"
    assert [each.year for each in one.results(2020)] == [2019]
