"""Work is carried over when it was left undone and goes on."""

import pytest

from loaders.model import Direction, Indicator, IndicatorYear
from loaders.outcomes.carrying import Plans, carried_rule, ends, plans_again, promises_undone


def series(*years: tuple[int, float | None, float | None, bool | None]) -> Indicator:
    entries = tuple(IndicatorYear(year, target, result, None, is_met) for year, target, result, is_met in years)
    return Indicator("配信回数", "回", None, None, Direction.UP, False, entries)


@pytest.mark.parametrize(
    "plan",
    [
        "ITボランティアの解散により事業終了。",
        "共催相手の東京電機大学移転に伴い、平成29年度で終了した。",
        "国がデジタル活用支援推進事業として携帯ショップにて講座を実施する予定であるため、公民館事業としては実施しない。",
        "ITボランティアの解散により、講師の確保が困難となり事業を中断した。",
    ],
)
def test_plan_that_ends_the_work_is_known(plan: str) -> None:
    assert ends(plan)


@pytest.mark.parametrize("plan", ["", "引き続き訓練を実施する。 【目標】1回", "事業内容を再検討し、引き続き講座を実施する。"])
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


def test_missed_target_that_stands_again_next_year_is_carried_over() -> None:
    indicator = series((2019, 10, 8, False), (2020, 10, 12, True))
    assert carried_rule(None, Plans("配信を行う。", "広報紙を作る。"), [indicator], 2019) == "same_target_again"
    assert carried_rule(None, Plans("配信を行う。", "広報紙を作る。"), [indicator], 2020) == ""


def test_work_that_the_next_plan_ends_is_not_carried_over() -> None:
    indicator = series((2019, 11, 9, False), (2020, 11, None, None))
    assert carried_rule(None, Plans("講座を実施する。", "ITボランティアの解散により事業終了。"), [indicator], 2019) == ""


@pytest.mark.parametrize(
    ("evaluation", "expected"),
    [("利用するパソコン等の選定を実施した。", "事業継続計画を策定する"), ("事業継続計画を策定した。", "")],
)
def test_promise_that_is_made_again_and_not_named_between_was_not_kept(evaluation: str, expected: str) -> None:
    plans = Plans("令和3年度の構成に準じた、事業継続計画を策定する。", "新たな体制に準じたICT-BCPの策定をする。")
    assert promises_undone(plans, evaluation) == expected
