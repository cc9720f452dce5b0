"""Each rule of words judges what it is for, as surely as it may; where two could judge, the one that stands first does."""

import pytest

from loaders.model import Indicator, Status
from loaders.outcomes.by_words import RULES
from tests.loaders.outcomes.judged import indicator, judge_year

UNANSWERED = indicator((2019, 4, None))
# (rule, status, confidence), evaluation, plan, next plan
CASES: dict[str, tuple[tuple[str, Status, float], str, str, str]] = {
    "ended": (("words_ended", Status.CLOSED, 0.9), "事業を廃止した。", "講座の開催", ""),
    "decided against": (
        ("words_decided_against", Status.CLOSED, 0.8),
        "費用の面から導入を見送ることとした。",
        "端末の導入",
        "",
    ),
    "decided against but planned again": (
        ("decided_against_but_planned_again", Status.UNMET, 0.6),
        "実行委員会が開かないと決めた。",
        "花火大会",
        "花火大会",
    ),
    "came to an end": (("ended_and_no_more_planned", Status.CLOSED, 0.6), "3月号をもって廃刊", "会報誌の発行", "（なし）"),
    "figures are being counted": (("not_known_yet", Status.NOT_REPORTED, 0.8), "集計中", "徴収率の向上", ""),
    "plan copied": (("plan_copied", Status.NOT_REPORTED, 0.4), "安全点検を行う。", "安全点検を行う。", ""),
    "next plan copied": (("plan_copied", Status.NOT_REPORTED, 0.4), "安全点検を行う。", "路面の補修", "安全点検を行う。"),
    "not due": (("not_due", Status.NOT_REPORTED, 0.8), "令和3年度から開始のため", "外部評価", ""),
    "nobody needed it": (("nobody_needed_it", Status.NOT_REPORTED, 0.8), "申請なし", "治療費用の助成（随時）", "継続"),
    "left undone": (("words_not_done", Status.UNMET, 0.9), "実施しなかった。", "講座の開催", ""),
    "left undone beside work": (
        ("partly_not_done", Status.UNMET, 0.6),
        "講座を開催した。冊子の配布は実施しなかった。",
        "講座の開催、冊子の配布",
        "",
    ),
    "left undone as guessed": (("words_not_done", Status.UNMET, 0.4), "L=1,960m", "市道舗装補修 L=2,400m", "L=2,800m"),
    "told by the next plan": (
        ("told_by_next_plan", Status.UNMET, 0.6),
        "2箇所を新設した。",
        "3箇所を新設する。",
        "前年度に新設できなかった1箇所を整備する。",
    ),
    "taken up anew": (("taken_up_anew", Status.UNMET, 0.6), "採用試験を実施した。", "通訳者の採用", "再募集"),
    "promised again": (
        ("promised_again", Status.UNMET, 0.5),
        "利用するパソコン等の選定を実施した。",
        "事業継続計画を策定する。",
        "事業継続計画の策定をする。",
    ),
    "done": (("words_carried_out", Status.IMPLEMENTED, 0.9), "講座を開催した。", "講座の開催", ""),
    "done though something failed": (
        ("words_carried_out", Status.IMPLEMENTED, 0.7),
        "対面では開催できなかったが、動画で講座を実施した。",
        "講座の実施",
        "",
    ),
    "done in words of any act": (("words_carried_out", Status.IMPLEMENTED, 0.4), "4公園で新しくした。", "遊具の更新", ""),
    "survey made": (("survey_made", Status.IMPLEMENTED, 0.7), "4件の届出に応じて調査した。", "埋蔵文化財の発掘調査", ""),
    "studied": (("words_studied", Status.UNDER_STUDY, 0.85), "他市の例を検討した。", "上水道の統合を検討する。", ""),
    "study noted": (("study_noted", Status.UNDER_STUDY, 0.6), "他市視察1回", "校務支援システムの導入検討", ""),
    "figures reported": (("figures_reported", Status.IMPLEMENTED, 0.85), "9回", "出前講座", ""),
    "figures beside a plan": (
        ("figures_reported", Status.IMPLEMENTED, 0.6),
        "【相談会】 9回。引き続き周知を図る。",
        "相談会、周知",
        "",
    ),
    "left to a later year": (("planned_for_later_year", Status.UNMET, 0.6), "令和3年度に公募する。", "指定管理者の公募", ""),
    "left to a later year and not planned": (("not_due", Status.NOT_REPORTED, 0.6), "令和3年度に公募する。", "", ""),
    "words of a plan": (("words_of_a_plan", Status.IMPLEMENTED, 0.4), "時差出勤を試行する。", "在宅勤務の拡大", ""),
    "words of a plan to study": (("words_of_a_plan", Status.UNDER_STUDY, 0.4), "導入を検討する。", "在宅勤務の拡大", ""),
    "unknown": (("words_unknown", Status.IMPLEMENTED, 0.3), "△", "林道台帳の電子化", ""),
}


def judged(evaluation: str, plan: str, following: str, *indicators: Indicator) -> tuple[str, Status, float]:
    outcome, _ = judge_year(evaluation, plan, following, *indicators)
    return outcome.rule.split(".")[0], outcome.status, outcome.confidence


@pytest.mark.parametrize(("expected", "evaluation", "plan", "following"), CASES.values(), ids=CASES)
def test_a_rule_judges_what_it_is_for(expected: tuple[str, Status, float], evaluation: str, plan: str, following: str) -> None:
    assert judged(evaluation, plan, following) == expected


@pytest.mark.parametrize(
    ("expected", "evaluation", "plan"),
    [
        (("words_attained", Status.MET, 0.7), "目標を達成した。", "講座の開催"),
        (("words_carried_out", Status.IMPLEMENTED, 0.7), "講座を開催した。", "講座の開催"),
        (
            ("target_without_demand", Status.UNMET, 0.6),
            "出前講座の要望は無かったため、次年度以降に向けて検討を行った。",
            "講座を実施する。",
        ),
        (("figure_not_out", Status.NOT_REPORTED, 0.6), "啓発を行った。死傷者数はまだつかめない。", "死傷者数 10人以下"),
        (("words_not_done", Status.UNMET, 0.9), "申請なし", "治療費用の助成（随時）"),
    ],
)
def test_a_target_without_result_makes_words_less_sure_or_something_else(
    expected: tuple[str, Status, float], evaluation: str, plan: str
) -> None:
    assert judged(evaluation, plan, "", UNANSWERED) == expected


@pytest.mark.parametrize(
    ("first", "evaluation", "plan", "following"),
    [
        ("words_ended", "実施しなかった。事業を廃止した。", "講座の開催", ""),
        ("words_not_done", "実施しなかった。", "通訳者の採用", "再募集"),
        ("told_by_next_plan", "2箇所を新設した。", "3箇所を新設する。", "前年度に新設できなかった1箇所を再度公募する。"),
        ("taken_up_anew", "選定を実施した。", "事業継続計画を策定する。", "改めて事業継続計画の策定をする。"),
        ("words_carried_out", "検討した。講座を開催した。", "講座の開催", ""),
        ("words_studied", "視察9回。検討した。", "庁舎の移転", ""),
    ],
)
def test_of_two_rules_the_first_judges(first: str, evaluation: str, plan: str, following: str) -> None:
    assert judged(evaluation, plan, following)[0] == first


def test_an_end_that_the_plan_set_out_to_make_is_none() -> None:
    assert judged("3月号をもって廃刊", "会報誌の廃刊", "（なし）")[0] != "ended_and_no_more_planned"


def test_a_want_of_demand_excuses_only_work_that_waits_for_somebody_to_ask() -> None:
    assert judged("申込みがなく、開催しなかった。", "出前講座を開催する。", "")[0] == "words_not_done"
    assert judged("申込みがなく、開催しなかった。", "依頼に応じて出前講座を開催する。", "")[0] != "words_not_done"


@pytest.mark.parametrize(
    ("words", "is_idle"), [("依頼はなかった。庁舎を清掃した。", True), ("依頼はなかった。講座の資料を作成した。", False)]
)
def test_work_that_waits_is_idle_unless_something_that_the_plan_names_was_done(words: str, is_idle: bool) -> None:
    rule, _, _ = judged(words, "依頼に応じて出前講座を開催する。", "")
    assert (rule == "nobody_needed_it") is is_idle


def test_few_signs_that_are_the_plans_too_are_no_copy() -> None:
    assert judged("周知する。", "周知する。", "")[0] == "words_of_a_plan"


def test_work_that_the_plan_itself_takes_up_again_tells_nothing_of_the_year() -> None:
    assert judged("採用試験を実施した。", "通訳者の再募集", "再募集")[0] == "words_carried_out"


def test_every_rule_says_what_it_is() -> None:
    assert [rule.__name__ for rule in RULES if not rule.__doc__] == []
