"""The sentences of a year are computed from the year and the year before."""

import pandas as pd
import pytest

from dashboard.saying import year_words

TARGETS = pd.DataFrame(
    {
        "year": [2019, 2020, 2021],
        "label_ja": ["令和元年度", "令和2年度", "令和3年度"],
        "targets": [50, 55, 60],
        "judged": [45, 48, 0],
        "met": [42, 39, 0],
        "missed": [3, 9, 0],
        "unjudged": [5, 7, 60],
        "unjudged_unmet": [0, 3, 0],
    }
)
STATUSES = pd.DataFrame(
    {
        "year": [2019, 2020],
        "label": ["R1", "R2"],
        "initiatives": [133, 133],
        "judged": [120, 120],
        "closed": [8, 8],
        "not_reported": [5, 5],
        "met": [30, 28],
        "done": [90, 94],
        "unmet": [20, 14],
        "carried_over": [9, 9],
    }
)


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2020, "令和2年度は数値目標48件中39件を達成（前年度は45件中42件）"),
        (2019, "令和2年度は数値目標45件中42件を達成"),
        (2021, "令和2年度はまだ評価がありません。令和2年度の数値目標は60件です"),
    ],
)
def test_the_answer_compares_with_the_year_before_where_there_is_one(year: int, said: str) -> None:
    assert year_words.answer(TARGETS, STATUSES, year, "令和2年度") == said


def test_the_answer_says_that_nothing_can_be_judged() -> None:
    assert (
        year_words.answer(TARGETS.assign(judged=0), STATUSES, 2020, "令和2年度") == "令和2年度は判定できる数値目標がありません"
    )


def test_the_same_number_is_said_so() -> None:
    assert "前年度と同数" in year_words.answer(TARGETS.assign(met=39, judged=48), STATUSES, 2020, "令和2年度")


def test_of_equally_many_the_difference_is_said() -> None:
    assert "（前年度より3件減）" in year_words.answer(TARGETS.assign(judged=48), STATUSES, 2020, "令和2年度")


def test_a_moved_denominator_is_warned_of() -> None:
    said = "判定できる数値目標が前年度の45件から48件に変わったため、件数ではなく割合（93% → 81%）で比べてください。"
    assert year_words.moved_denominator(TARGETS, 2020) == said
    assert year_words.moved_denominator(TARGETS.assign(judged=45), 2020) == ""
    assert year_words.moved_denominator(TARGETS, 2019) == ""


def test_targets_without_a_result_are_told_with_those_whose_initiative_is_unmet() -> None:
    assert year_words.unjudged(TARGETS, 2020) == (
        "令和2年度の数値目標55件のうち7件は、実績の数値がなく判定できません（うち3件は事業が未達）。"
    )
    assert year_words.unjudged(TARGETS, 2019).endswith("判定できません。")
    assert year_words.unjudged(TARGETS.assign(unjudged=0), 2020) == ""
    said = (year_words.unjudged(TARGETS, 2020), year_words.moved_denominator(TARGETS, 2020), year_words.outside(STATUSES, 2020))
    assert year_words.caution(TARGETS, STATUSES, 2020) == "".join(said)


def test_what_cannot_be_judged_is_outside_the_figures_and_told() -> None:
    assert (
        year_words.outside(STATUSES, 2020)
        == "実施事業133件のうち、判定できない終了8件・記載なし5件は次の件数の母数に含めません。"
    )
    assert year_words.outside(STATUSES.assign(closed=0, not_reported=0), 2020) == ""
    assert year_words.outside(STATUSES, 2021) == ""
