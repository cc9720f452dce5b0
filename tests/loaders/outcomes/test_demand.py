"""Work that waits for somebody to need it has nothing amiss in a year in which nobody did."""

import pytest

from loaders.model import Status
from loaders.outcomes.demand import ON_DEMAND, is_on_demand
from tests.loaders.outcomes.judged import indicator, judge_year


@pytest.mark.parametrize("plan", [plan for sign in ON_DEMAND for plan in sign.examples])
def test_plan_of_work_that_waits_to_be_asked_for_is_known(plan: str) -> None:
    assert is_on_demand(plan)


@pytest.mark.parametrize("plan", ["講座を年6回開催する。", "利用者の声を聞く場を設ける。"])
def test_plan_of_work_to_be_done_anyway_waits_for_nobody(plan: str) -> None:
    assert not is_on_demand(plan)


@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        ("差押え物件の公売（該当があれば）", "公売にかける物件がなかった。"),
        ("基準を超えたときに立入検査を行う。", "超えた事業所はなく、立入検査はしていない。"),
        ("市長申立て（必要な人が出たとき）", "申立てが要る人は出なかった。"),
        ("出前講座（依頼に応じて）", "依頼が一つも寄せられなかった。"),
    ],
)
def test_a_case_that_did_not_arise_left_nothing_to_do(plan: str, evaluation: str) -> None:
    outcome, _ = judge_year(evaluation, plan, plan)
    assert (outcome.status, outcome.rule) == (Status.NOT_REPORTED, "nobody_needed_it")


@pytest.mark.parametrize(
    ("plan", "evaluation", "status"),
    [
        ("出前講座（依頼に応じて）", "9団体で話をした。依頼のない地区もあった。", Status.IMPLEMENTED),
        ("参加者を募集し、講座を開く。", "応募がなく、開けなかった。", Status.UNMET),
    ],
)
def test_work_that_was_done_or_had_to_be_done_is_judged_as_any_other(plan: str, evaluation: str, status: Status) -> None:
    assert judge_year(evaluation, plan, plan)[0].status is status


def test_a_numeric_target_is_missed_though_nobody_asked() -> None:
    outcome, _ = judge_year(
        "依頼がなく、開催できなかった。", "出前講座を行う（依頼に応じて）。", "", indicator((2019, 3.0, None))
    )
    assert outcome.status is Status.UNMET
