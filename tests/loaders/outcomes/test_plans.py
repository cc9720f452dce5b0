"""What two years' plans say beside each other: the same work, what was left, the end of the work."""

import pytest

from loaders.outcomes.plans import (
    Plans,
    ends,
    is_end_mark,
    is_goal,
    is_mere_figure,
    left_by,
    names_another,
    plans_again,
    promises_undone,
    same_figure_again,
)


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


@pytest.mark.parametrize(
    ("plan", "another"),
    [
        ("冊子を配る。", True),
        ("相談会を9月に開催する。", False),
        ("公募条件を改める。", False),
        ("残9隻", False),
        ("再開発", True),
        ("再提案", False),
        ("", False),
    ],
)
def test_a_plan_names_another_work_by_a_thing_that_nothing_said_names(plan: str, another: bool) -> None:
    assert names_another(plan, "相談会を開く。 実施できなかった。") is another


@pytest.mark.parametrize(
    ("this", "following", "again"),
    [
        ("36", "37", True),
        ("講座を年6回開催する。", "定員を半分とし年6回開催する。", True),
        ("講座を年6回開催する。", "講座を年7回開催する。", False),
        ("令和2年度に開催する。", "令和2年度に配布する。", False),
        ("36", "講座を開催する。", False),
    ],
)
def test_figures_are_the_same_again_where_both_state_one_or_are_no_more_than_that(
    this: str, following: str, again: bool
) -> None:
    assert same_figure_again(Plans(this, following)) is again


@pytest.mark.parametrize(
    ("plan", "is_mere"), [("3回/100人", True), ("対前年度比1ポイント増", True), ("講座を3回", False), ("ポイント", False)]
)
def test_a_plan_is_a_mere_figure_where_nothing_else_stands_in_it(plan: str, is_mere: bool) -> None:
    assert is_mere_figure(plan) is is_mere


@pytest.mark.parametrize(("plan", "sets"), [("【目標】寄附額 1億円", True), ("目標を定める。", False), ("年6回", False)])
def test_a_goal_is_said_to_be_one_and_has_a_figure(plan: str, sets: bool) -> None:
    assert is_goal(plan) is sets


@pytest.mark.parametrize(
    ("this", "following", "again"),
    [
        ("啓発冊子を配る", "啓発冊子を広める", True),
        ("啓発冊子を配る", "啓発冊を流す", False),
        ("啓発冊子を配る", "引き続き、啓発冊を流す", True),
    ],
)
def test_half_of_the_shorter_plan_is_the_same_work_a_third_where_it_goes_on(this: str, following: str, again: bool) -> None:
    assert plans_again(Plans(this, following)) is again


@pytest.mark.parametrize("plan", ["-", "（削除）", "県の事業に統合", "大会は終了とする。"])
def test_a_mark_ends_the_row_as_words_do(plan: str) -> None:
    assert is_end_mark(plan) is (plan != "-")
