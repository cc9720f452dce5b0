"""Numbers decide what became of a year where a target has a result; how sure it is hangs on the place of the words."""

import pytest

from loaders.model import Kind, Reason, Status
from loaders.outcomes.judging import DOUBTFUL_BELOW, judge
from tests.loaders.outcomes.judged import cell, indicator, initiative, judge_year


@pytest.mark.parametrize(("result", "status"), [(5, Status.MET), (4, Status.MET), (3, Status.UNMET)])
def test_numbers_decide_where_a_target_has_a_result(result: float, status: Status) -> None:
    quote = f"{result}/4箇所"
    text = f"再選定を行った。 【結果/目標】{quote}"
    outcome, findings = judge_year(text, "設置する。", "", indicator((2019, 4, result), quote=quote, start=text.index(quote)))
    assert outcome.status is status
    assert outcome.evidence == f"【結果/目標】{quote}"
    assert findings == ()


def test_one_missed_target_among_others_is_a_miss() -> None:
    outcome, _ = judge_year("講習会を実施した。", "開催する。", "", indicator((2019, 4, 4)), indicator((2019, 70, 46)))
    assert outcome.status is Status.UNMET


@pytest.mark.parametrize(
    ("evaluation", "result", "status"),
    [("台風により1回は未実施。", 4, Status.MET), ("目標値のアクセス件数を達成した。", 3, Status.UNMET)],
)
def test_numbers_win_over_words_and_a_finding_tells_of_it(evaluation: str, result: float, status: Status) -> None:
    outcome, findings = judge_year(evaluation, "訓練を実施する。", "", indicator((2019, 4, result)))
    assert outcome.status is status
    assert [(finding.kind, finding.quote) for finding in findings] == [("words_contradict_numbers", evaluation)]


@pytest.mark.parametrize(
    ("evaluation", "is_doubtful"),
    [
        ("12人を選び、事前研修も終えていたが、受入れを断られ、派遣は断念せざるを得なかった。", True),
        ("12人を選び、派遣した。夏の報告会は断念した。", False),
    ],
)
def test_a_count_whose_sentence_ends_in_giving_up_reaches_its_target_in_doubt(evaluation: str, is_doubtful: bool) -> None:
    reached = indicator((2019, 12, 12), quote="12人", start=0)
    outcome, findings = judge_year(evaluation, "12人を派遣する。", "12人を派遣する。", reached)
    assert outcome.status is Status.MET
    assert (outcome.confidence < DOUBTFUL_BELOW) is is_doubtful
    assert "words_contradict_numbers" in [finding.kind for finding in findings]


def test_words_decide_on_a_target_without_result() -> None:
    target = indicator((2019, 1, None))
    failed, _ = judge_year("台風の影響により、打合せを実施出来なかった。", "更新について、検討する【目標】1回", "", target)
    done, _ = judge_year("システムの紹介を行った。", "勉強会を開催する。 【目標】1回", "", target)
    nobody_asked, _ = judge_year(
        "出前講座の要望は無かったため、次年度以降に向けて検討を行った。", "講座を実施する。", "", target
    )
    assert (failed.status, done.status, nobody_asked.status) == (Status.UNMET, Status.IMPLEMENTED, Status.UNMET)


def test_evaluation_in_the_mood_of_a_plan_is_doubtful() -> None:
    outcome, findings = judge_year("関係機関と協議を進めていく。", "関係機関と協議を進めていく。")
    assert outcome.confidence < DOUBTFUL_BELOW
    assert [finding.kind for finding in findings] == ["doubtful_outcome"]


def test_words_of_a_doubtful_place_are_doubtful_for_that() -> None:
    row = [cell(Kind.RESULT, 2019, "実施した。", confidence=0.3)]
    (finding,) = judge(initiative(), row, (), (2019,))[1]
    assert (finding.kind, "この年度のものか" in finding.message) == ("doubtful_outcome", True)


def test_outcome_is_no_surer_than_the_place_of_its_words() -> None:
    row = [cell(Kind.RESULT, 2019, "実施した。", confidence=0.55)]
    assert judge(initiative(), row, (), (2019,))[0][0].confidence == 0.55


def test_several_pieces_at_one_place_are_read_together() -> None:
    row = [cell(Kind.RESULT, 2019, "講座を実施した。"), cell(Kind.RESULT, 2019, "サイトの構築は行っていない。", start=20)]
    outcome = judge(initiative(), row, (), (2019,))[0][0]
    assert (outcome.status, outcome.span_start, outcome.span_end) == (Status.UNMET, 20, 34)


def test_other_work_that_the_plan_holds_counts_beside_a_target_that_was_reached() -> None:
    evaluation = "遊具の更新 5公園。長寿命化計画の見直しは、担当職員の欠員により着手できなかった。"
    reached = indicator((2019, 5, 5), quote="5公園", start=evaluation.index("5公園"))
    planned = "遊具の更新 5公園。長寿命化計画の見直し"
    outcome, findings = judge_year(evaluation, planned, "", reached)
    assert (outcome.status, outcome.rule, outcome.reason) == (Status.UNMET, "partly_not_done.was_not_done", Reason.ORGANISATION)
    assert findings == ()
    assert judge_year(evaluation, "遊具を更新する。", "", reached)[0].status is Status.MET


@pytest.mark.parametrize(
    ("following", "reason"), [("検討を続ける。", Reason.DEPENDENCY), ("", None)], ids=["goes on", "nothing is planned"]
)
def test_a_study_left_open_that_goes_on_bears_its_reason(following: str, reason: Reason | None) -> None:
    outcome, _ = judge_year("国の指針が示されないため、方向性は定まっていない。", "宿泊税の導入を検討する。", following)
    assert outcome.status is Status.UNDER_STUDY
    assert outcome.is_carried_over == bool(following)
    assert outcome.reason is reason
