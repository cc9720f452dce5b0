"""What was left undone goes on or ends: carried over, decided against, handed over, not begun yet."""

import pytest

from loaders.model import Reason, Status
from loaders.outcomes.judging import judge
from tests.loaders.outcomes.judged import YEARS, cells, initiative, judge_year


@pytest.mark.parametrize(
    ("evaluation", "plan", "following", "carried"),
    [
        ("検討は次年度以降に行う。", "提供の可否を検討する。", "提供の可否を検討する。", True),
        ("次年度へ見送りとなった。", "SNS講座を1回行う予定。", "SNS講座若しくは質問会を1回開催する予定。", True),
        ("令和2年度に策定する予定。", "計画を策定する。", "計画を策定する。", True),
        ("検討結果を出すには至らなかった。", "新規導入自治体の研究をおこなう。", "", True),
        ("購入はできなかったため、令和3年度導入に向けて準備を行った。", "対応する。", "", True),
        ("導入に至らなかった。", "番号呼出システムを導入する。", "引き続き、番号呼出システムの導入を行う。", True),
        ("公表が予定より遅れた。", "結果を速やかに公表する。", "引き続き、結果を速やかに公表する。", False),
        ("広報紙で周知を行った。", "広報紙で周知を図る。", "引き続き広報紙で周知を図る。", False),
        ("コロナの影響で未実施。", "講座を実施する。", "講座は国が行うため、事業としては実施しない。", False),
        ("整備不備のため公開しなかった。", "公開できる地図があるか各課と調整する。", "", False),
    ],
)
def test_carried_over_is_what_was_left_undone_and_goes_on(evaluation: str, plan: str, following: str, carried: bool) -> None:
    outcome, _ = judge_year(evaluation, plan, following)
    assert outcome.is_carried_over is carried
    assert bool(outcome.carried_rule) is carried


def test_decision_against_stands_only_where_the_next_plan_lets_it_rest() -> None:
    evaluation = "アプリ化については膨大な費用がかかることから見送ることとした。"
    plan = "引き続き他市町村の情報を収集し、利用拡大のための方法を検討する。"
    again, _ = judge_year(evaluation, plan, plan)
    assert (again.status, again.reason, again.is_carried_over) == (Status.UNMET, Reason.COST, True)
    assert judge_year(evaluation, plan, "")[0].status is Status.CLOSED


def test_work_that_is_done_has_no_reason() -> None:
    assert judge_year("コロナの影響により規模を縮小して開催した。", "開催する。")[0].reason is None


def test_plan_that_hands_the_work_over_closes_the_years_that_follow() -> None:
    row = cells(
        {2017: "提供する情報について検討を行う。", 2018: "事務事業の移管により、子育て支援課で実施する。"},
        {2017: "子育て支援課と検討した。"},
    )
    outcomes, findings = judge(initiative("保育課"), row, (), YEARS)
    assert [o.status for o in outcomes] == [Status.UNDER_STUDY, Status.CLOSED, Status.CLOSED, Status.CLOSED]
    assert [o.rule for o in outcomes[1:]] == ["plan_transferred.another_section_does_it", "closed_before", "closed_before"]
    assert findings == ()


@pytest.mark.parametrize(
    ("plan", "department"),
    [
        ("令和元年度より、保育課から事務移管のため子育て支援課で実施。", "子育て支援課"),
        ("令和元年度の組織改編により旧情報管理課から管財課に事務移管。", "管財課"),
        ("平成30年度発足のため平成30年度より記載。", "建築指導課"),
        ("計画策定時には、計画していなかったが、令和元年度に多言語翻訳機を設置予定のため追加。", "企画政策課"),
    ],
)
def test_year_before_the_work_came_to_the_section_is_not_reported(plan: str, department: str) -> None:
    row = cells({2017: plan}, {})
    outcome = judge(initiative(department), row, (), (2017,))[0][0]
    assert (outcome.status, outcome.rule) == (Status.NOT_REPORTED, "nothing_planned_yet")


@pytest.mark.parametrize(
    ("plan", "status"),
    [
        ("広報紙は廃止した。SNSで周知する。", Status.NOT_REPORTED),
        ("利用が少ないため廃止する。 【目標】0回", Status.CLOSED),
        ("健康増進課に移管。今後は同課で計画する。", Status.CLOSED),
    ],
)
def test_plan_without_an_evaluation_ends_the_work_unless_it_goes_on(plan: str, status: Status) -> None:
    assert judge_year("", plan)[0].status is status


def test_work_that_was_finished_and_is_never_planned_again_is_closed() -> None:
    row = cells({2018: "案内板を設置する。"}, {2018: "11校に案内板の設置を終了した。"})
    outcomes, _ = judge(initiative(), row, (), (2018, 2019))
    assert [o.status for o in outcomes] == [Status.IMPLEMENTED, Status.CLOSED]
