"""What two years' plans say beside each other: the same work, what was left, the end of the work."""

import pytest

from loaders.outcomes.plans import Plans, ends, left_by, plans_again, promises_undone


@pytest.mark.parametrize(
    "plan",
    [
        "ITボランティアの解散により事業終了。",
        "共催相手の東京電機大学移転に伴い、平成29年度で終了した。",
        "国がデジタル活用支援推進事業として携帯ショップにて講座を実施する予定であるため、公民館事業としては実施しない。",
        "ITボランティアの解散により、講師の確保が困難となり事業を中断した。",
        "共催相手の移転に伴い、平成29年度で終了した。",
        "利用が少ないため廃止する。",
        "利用が少ないため廃止する。 【目標】0回 ※令和元年度は2回",
        "公民館事業としては実施しない。",
    ],
)
def test_plan_that_ends_the_work_is_known(plan: str) -> None:
    assert ends(plan)


@pytest.mark.parametrize(
    "plan",
    [
        "",
        "引き続き訓練を実施する。 【目標】1回",
        "事業内容を再検討し、引き続き講座を実施する。",
        "前年度から繰り越した工事を行う。",
        "対面の講座は中止した。動画を配信する。",
        "広報紙は廃止した。SNSで周知する。",
        "令和3年度中に整備を終了する。",
        "令和2年度に電子化作業を終了する。",
        "実施しない場合の代替策を検討する。",
        "整備を終了する。",
    ],
)
def test_plan_that_goes_on_ends_nothing(plan: str) -> None:
    assert not ends(plan)


def test_same_work_in_other_words_is_planned_again() -> None:
    assert plans_again(Plans("文化財のデジタル化に合わせて公開をする。", "郷土資料等のデジタル化に合わせて公開を検討する。"))


def test_other_work_is_not_the_same_work_again() -> None:
    assert not plans_again(
        Plans("市民課と調整し、導入の必要性について、検討する。", "手話通訳者の派遣などにより、窓口の利便性を確保していく。")
    )


def test_missing_plan_plans_nothing_again() -> None:
    assert not plans_again(Plans("訓練を実施する。", ""))


@pytest.mark.parametrize(
    ("evaluation", "expected"),
    [("利用するパソコン等の選定を実施した。", "事業継続計画を策定する"), ("事業継続計画を策定した。", "")],
)
def test_promise_that_is_made_again_and_not_named_between_was_not_kept(evaluation: str, expected: str) -> None:
    plans = Plans("令和3年度の構成に準じた、事業継続計画を策定する。", "新たな体制に準じたICT-BCPの策定をする。")
    assert promises_undone(plans, evaluation) == expected


@pytest.mark.parametrize(
    ("plan", "left"),
    [
        ("前年度に整備できなかった1箇所を整備する。", True),
        ("令和元年度に見送った研修を行う。", True),
        ("一昨年度に整備できなかった1箇所を整備する。", False),
        ("平成29年度に見送った研修を行う。", False),
    ],
)
def test_plan_tells_of_work_that_the_year_before_left(plan: str, left: bool) -> None:
    assert (left_by(plan, 2019) is not None) is left
