"""Work is carried over when it was left undone and goes on."""

import pytest

from loaders.model import Cell, Direction, Indicator, IndicatorYear, Kind, Place
from loaders.outcomes.carry_over import TAKEN_UP, Plans, carried_rule, ends, left_by, plans_again, promises_undone
from loaders.outcomes.statements import Statement, read_statements


def series(*years: tuple[int, float | None, float | None, bool | None]) -> Indicator:
    entries = tuple(IndicatorYear(year, target, result, None, is_met) for year, target, result, is_met in years)
    return Indicator("配信回数", "回", None, None, Direction.UP, False, entries)


def told(text: str) -> tuple[Statement, ...]:
    place = Place(Kind.RESULT, 2019)
    return read_statements([Cell(place, place, text, 0, len(text), 1.0, "as_printed")], "管財課")


def rule(evaluation: str, plan: str, following: str) -> str:
    statements = told(evaluation)
    return carried_rule(statements[0], Plans(plan, following), (), 2019, statements)


@pytest.mark.parametrize("plan", [plan for sign in TAKEN_UP for plan in sign.examples])
def test_plan_may_take_up_what_was_left(plan: str) -> None:
    assert not ends(plan)
    assert rule("実施できなかった。", "別の事業を行う。", plan) == "taken_up_again"


@pytest.mark.parametrize(
    ("evaluation", "plan", "following", "expected"),
    [
        ("一部にとどまった。残りは令和2年度に行う。", "改訂版を広げる。", "", "words_put_off"),
        ("応募がなく実施できなかった。次年度に募集する。", "公募する。", "", "announced_for_later_year"),
        ("素案をまとめるには届かなかった。", "計画の素案をまとめる。", "素案を公表し、策定する。", "same_object_again"),
        ("全ての講座を中止した。", "講座を年6回開催する。", "定員を半分とし年6回開催する。", "same_goal_again"),
        ("目標額には届かなかった。", "【目標】寄附額 1億円", "【目標】12,000万円", "same_goal_again"),
        ("伸び悩んだ。", "36", "対前年度比1ポイント増", "same_goal_again"),
        ("取りまとめは未了である。", "見直しの基本方針案を作成する。", "条例改正と基本方針案の公表を行う。", "planned_again"),
        ("用地が得られず着工できなかった。", "公園の造成", "用地を取得し、造成に入る。", "same_object_again"),
        ("予算がつかなかった。", "空調の更新", "空調を更新する。", "planned_again"),
        ("運転士が足りず増便できなかった。", "朝の便を増やす。", "運転士を確保し、朝の便を増やす。", "same_object_again"),
        ("実施できなかった。", "相談会を開く。", "冊子を配る。", ""),
        ("実施できなかった。", "職員の海外派遣", "国内の先進地を視察する。", ""),
        ("中止した。", "花火大会の開催", "大会は終了とする。", ""),
        ("実施できなかった。平成30年度に始めた。", "相談会を開く。", "冊子を配る。", ""),
    ],
)
def test_same_work_is_known_by_year_object_figure_or_goal(evaluation: str, plan: str, following: str, expected: str) -> None:
    assert rule(evaluation, plan, following) == expected


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
