"""The overview's first sentence and figures are computed from the year and the year before."""

import pandas as pd
import pytest

from dashboard.saying import story

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
ITEM = {
    "status": "unmet",
    "is_carried_over": True,
    "carried_rule": "words_put_off",
    "rule": "words_not_done",
    "confidence": 0.9,
    "undone_run": 1,
    "is_worse": False,
    "previous_status": "implemented",
    "indicator": None,
    "reason": None,
    "quote": "",
    "next_plan": None,
    "unit": None,
    "target": None,
    "result": None,
    "attainment": None,
    "missed_targets": 0,
}


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2020, "令和2年度は数値目標48件中39件を達成（前年度は45件中42件）"),
        (2019, "令和2年度は数値目標45件中42件を達成"),
        (2021, "令和2年度はまだ評価がありません。令和2年度の数値目標は60件です"),
    ],
)
def test_the_answer_compares_with_the_year_before_where_there_is_one(year: int, said: str) -> None:
    assert story.answer(TARGETS, STATUSES, year, "令和2年度") == said


def test_the_answer_says_that_nothing_can_be_judged() -> None:
    assert story.answer(TARGETS.assign(judged=0), STATUSES, 2020, "令和2年度") == "令和2年度は判定できる数値目標がありません"


def test_the_same_number_is_said_so() -> None:
    assert "前年度と同数" in story.answer(TARGETS.assign(met=39, judged=48), STATUSES, 2020, "令和2年度")


def test_of_equally_many_the_difference_is_said() -> None:
    assert "（前年度より3件減）" in story.answer(TARGETS.assign(judged=48), STATUSES, 2020, "令和2年度")


def test_a_moved_denominator_is_warned_of() -> None:
    said = "判定できる数値目標が前年度の45件から48件に変わったため、件数ではなく割合（93% → 81%）で比べてください。"
    assert story.moved_denominator(TARGETS, 2020) == said
    assert story.moved_denominator(TARGETS.assign(judged=45), 2020) == ""
    assert story.moved_denominator(TARGETS, 2019) == ""


def test_targets_without_a_result_are_told_with_those_whose_initiative_is_unmet() -> None:
    assert story.unjudged(TARGETS, 2020) == (
        "令和2年度の数値目標55件のうち7件は、実績の数値がなく判定できません（うち3件は事業が未達）。"
    )
    assert story.unjudged(TARGETS, 2019).endswith("判定できません。")
    assert story.unjudged(TARGETS.assign(unjudged=0), 2020) == ""
    said = (story.unjudged(TARGETS, 2020), story.moved_denominator(TARGETS, 2020), story.outside(STATUSES, 2020))
    assert story.caution(TARGETS, STATUSES, 2020) == "".join(said)


def test_what_cannot_be_judged_is_outside_the_figures_and_told() -> None:
    assert (
        story.outside(STATUSES, 2020) == "実施事業133件のうち、判定できない終了8件・記載なし5件は次の件数の母数に含めません。"
    )
    assert story.outside(STATUSES.assign(closed=0, not_reported=0), 2020) == ""
    assert story.outside(STATUSES, 2021) == ""


def test_the_best_year_is_told_by_its_share_and_not_by_its_count() -> None:
    assert story.best_year(TARGETS) == "達成の割合が最も高いのは令和元年度の45件中42件です。"
    assert "判定できる数値目標はありません" in story.best_year(TARGETS.assign(judged=0))


def test_every_figure_names_its_year_and_is_compared_with_the_year_before() -> None:
    met, done, unmet, carried = story.opening(TARGETS, STATUSES, 2020)
    assert (met.label, met.value, met.change, met.compared_with) == (
        "R2の数値目標の達成",
        "39/48件",
        "93% → 81%",
        "R1 42/45件",
    )
    assert (done.value, done.change) == ("94/120件", "+4件")
    assert (unmet.value, unmet.change, unmet.colour) == ("14/120件", "-6件", "inverse")
    assert carried.change == "増減なし"


def test_the_first_year_is_compared_with_nothing() -> None:
    opening = story.opening(TARGETS, STATUSES, 2019)
    assert all(figure.change is None and figure.compared_with is None for figure in opening)


def test_a_year_without_evaluation_has_no_figures() -> None:
    assert story.opening(TARGETS, STATUSES, 2021) == ()


def test_a_note_tells_status_run_reason_and_words() -> None:
    item = ITEM | {"undone_run": 3, "reason": "covid", "quote": "感染防止のため *中止*", "next_plan": "開催する"}
    assert story.agenda_note(item) == (
        "✕ 未達 ↻ 繰越（見送り）　**3年連続**　理由：新型コロナ  \n"
        ":gray[「感染防止のため \\*中止\\*」]  \n翌年度の計画：開催する"
    )


def test_a_note_says_from_what_it_turned_worse_and_that_no_reason_is_given() -> None:
    assert story.agenda_note(ITEM | {"is_worse": True, "is_carried_over": False}) == (
        "✕ 未達　前年度の実施から悪化　理由の記載なし  \n翌年度の計画：記載なし"
    )


def test_a_missed_target_is_told_with_its_ratio_and_how_many_more_there_are() -> None:
    item = ITEM | {
        "indicator": "防災メール登録者数",
        "unit": "人",
        "target": 10000.0,
        "result": 9813.0,
        "attainment": 0.9813,
        "missed_targets": 2,
    }
    assert story.missed_text(item) == "防災メール登録者数 9,813人／目標10,000人（98%、187人不足）、ほか1件の目標"


def test_a_missed_target_of_zero_has_no_ratio() -> None:
    item = ITEM | {"indicator": "事故", "unit": "件", "target": 0.0, "result": 2.0, "attainment": None, "missed_targets": 1}
    assert story.missed_text(item) == "事故 2件／目標0件（2件超過）"


def test_a_turn_is_told_in_figures_where_there_are_some_else_in_statuses() -> None:
    figures = {
        "subject": "講習会",
        "unit": "回",
        "previous_result": 4.0,
        "previous_target": 4.0,
        "result": 0.0,
        "target": 2.0,
        "undone_run": 1,
    }
    assert story.turned_note(figures) == "講習会：4回／目標4回 → 0回／目標2回"
    assert story.turned_note({"subject": None, "previous_status": "met", "status": "unmet"}) == "● 達成 → ✕ 未達"


def test_a_number_that_turned_does_not_hide_that_its_initiative_has_been_unmet_for_longer() -> None:
    figures = {"subject": "講習会", "unit": "回", "previous_result": 4, "previous_target": 4, "result": 0, "target": 2}
    assert story.turned_note(figures | {"undone_run": 3}).endswith("目標2回（事業としては3年連続の未達・繰越）")


def test_words_that_do_not_show_the_status_come_with_the_rule_that_did() -> None:
    item = ITEM | {"rule": "promised_again", "confidence": 0.5, "quote": "選定を実施した。"}
    assert "判定の理由：計画した成果に触れておらず、翌年度も同じ成果を約束している（確かさ：低い（50%））" in story.agenda_note(
        item
    )
    assert "判定の理由" not in story.agenda_note(ITEM)
