"""What was called off is the plan's own work, unless it is named as another; what was done beside it makes it no better."""

import pytest

from loaders.model import Status
from tests.loaders.outcomes.judged import judge_year


@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        ("敬老会の開催", "今年の集いは見合わせ、対象の方には祝いの品を郵送した。"),
        ("病院祭を開催し、地域との交流を深める", "今年度の開催は早い段階で断念した。職員の動画をホームページに載せた。"),
        ("中学生の職場体験", "受入事業所の辞退が相次いだため、講師を学校に招く講話に振り替えた。"),
    ],
    ids=["with something else instead", "without its name", "for want of a place"],
)
def test_work_that_was_called_off_is_unmet_whatever_was_done_beside_it(plan: str, evaluation: str) -> None:
    outcome, _ = judge_year(evaluation, plan)
    assert outcome.status is Status.UNMET


@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        ("施設の運営", "予約制で再開し、延べ6,238人が利用した。4～5月は休止。"),
        ("美術展を開催する。", "美術展を開催した。協賛の募集は見送った。"),
    ],
    ids=["for some months", "another thing by its name"],
)
def test_what_was_called_off_beside_the_work_leaves_it_done(plan: str, evaluation: str) -> None:
    outcome, _ = judge_year(evaluation, plan)
    assert outcome.status is Status.IMPLEMENTED


def test_a_next_plan_that_takes_it_up_anew_tells_that_it_did_not_come_about() -> None:
    outcome, _ = judge_year("8月に浴室の配管を調べた。", "入浴サービスの提供", "浴室を再開する。")
    assert (outcome.status, outcome.rule, outcome.is_carried_over) == (Status.UNMET, "taken_up_anew", True)


def test_a_next_plan_that_takes_up_what_the_year_told_of_says_nothing_of_the_year() -> None:
    outcome, _ = judge_year("再開に必要な支援をまとめた。", "休止中の団体への聞き取り", "再開を支える助成枠を設ける。")
    assert outcome.status is not Status.UNMET
