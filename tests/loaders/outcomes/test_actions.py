"""The past of any verb is no sign that the plan was carried out; what stands in the place of the work leaves it undone."""

import pytest

from loaders.confidence import is_doubtful
from loaders.model import Status
from tests.loaders.outcomes.judged import judge_year


@pytest.mark.parametrize(
    ("plan", "evaluation", "doubtful"),
    [
        ("案内所を移す。", "新しい案内所で業務を始めた。", False),
        ("講座を開く。", "講座を開き、好評であった。", False),
        ("台帳を読みやすくする。", "読みやすくなった。", False),
        ("体育館の床の張替え", "人々は首をかしげた。", True),
        ("庁舎の清掃", "雨に降られた。", True),
    ],
)
def test_a_past_that_tells_of_no_action_is_doubtful(plan: str, evaluation: str, *, doubtful: bool) -> None:
    outcome, _ = judge_year(evaluation, plan)
    assert (outcome.status, is_doubtful(outcome.confidence)) == (Status.IMPLEMENTED, doubtful)


@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        ("福祉タクシー券の電子化", "端末が対応しておらず、紙の券を使っている。"),
        ("避難所の手引を地区ごとにつくる。", "全12地区のうち8地区で手引ができた。"),
        ("消防団員の定数を満たす。", "定数420人に対し実員398人を確保した。"),
        ("待機児童ゼロ", "待機児童は14人であった。"),
        ("訓練を全校で行う。", "9校のうち5校で行った。"),
    ],
)
def test_less_than_the_plan_or_something_in_its_place_is_unmet(plan: str, evaluation: str) -> None:
    assert judge_year(evaluation, plan, plan)[0].status is Status.UNMET


@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        ("市民マラソン", "使用許可を調整できず、コースを短縮して開催した。"),
        ("申請書の見直し", "1,204種のうち1,130種で押印を廃した。"),
        ("児童の見守り", "児童14人が参加した。"),
    ],
)
def test_the_work_itself_in_another_way_is_not(plan: str, evaluation: str) -> None:
    assert judge_year(evaluation, plan, plan)[0].status is not Status.UNMET


@pytest.mark.parametrize(
    ("plan", "evaluation", "status"),
    [
        ("導入の可否を検討する。", "近隣の3区を訪ね、運用の実際を聴き取った。", Status.UNDER_STUDY),
        ("導入を検討する。", "交付金を得て、電子図書館を開設した。", Status.IMPLEMENTED),
        ("相談を続けるとともに、遠隔の方法を検討する。", "相談を続けた。", Status.IMPLEMENTED),
        ("空き家の調査を行う。", "市内全域を調べ、台帳を整えた。", Status.IMPLEMENTED),
    ],
)
def test_what_was_done_under_a_plan_of_study_is_study_unless_it_brought_something_about(
    plan: str, evaluation: str, status: Status
) -> None:
    assert judge_year(evaluation, plan)[0].status is status
