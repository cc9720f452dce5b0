"""Work is carried over when it was left undone and goes on."""

from dataclasses import replace

import pytest

from loaders.model import Cell, Direction, Indicator, IndicatorYear, Kind, Place, Status
from loaders.outcomes.carry_over import TAKEN_UP, carried_rule
from loaders.outcomes.plans import Plans, ends
from loaders.outcomes.predicates import Predicate
from loaders.outcomes.statements import Statement, read_statements
from loaders.outcomes.verdict import Verdict
from loaders.outcomes.year_facts import YearFacts


def series(*years: tuple[int, float | None, float | None, bool | None]) -> Indicator:
    entries = tuple(IndicatorYear(year, target, result, None, is_met) for year, target, result, is_met in years)
    return Indicator("配信回数", "回", None, None, Direction.UP, False, entries)


def told(text: str) -> tuple[Statement, ...]:
    place = Place(Kind.RESULT, 2019)
    return read_statements([Cell(place, place, text, 0, len(text), 1.0, "as_printed")], "管財課")


def rule(evaluation: str, plan: str, following: str) -> str:
    statements = told(evaluation)
    return carried_rule(facts(Plans(plan, following), told=statements), unmet(statements[0]), ())


def facts(plans: Plans, year: int = 2019, told: tuple[Statement, ...] = ()) -> YearFacts:
    return YearFacts(
        year=year,
        department="管財課",
        sections=(),
        plan=(),
        result=(),
        following=(),
        plans=plans,
        statements=told,
        entries=(),
        was_closed=False,
        was_completed=False,
    )


def unmet(failing: Statement | None = None, rule: str = "words_not_done.unfinished") -> Verdict:
    return Verdict(Status.UNMET, rule, 0.9, failing=failing)


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


def test_missed_target_that_stands_again_next_year_is_carried_over() -> None:
    indicator = series((2019, 10, 8, False), (2020, 10, 12, True))
    plans = Plans("配信を行う。", "広報紙を作る。")
    assert carried_rule(facts(plans), unmet(), [indicator]) == "same_target_again"
    assert carried_rule(facts(plans, 2020), unmet(), [indicator]) == ""


def test_work_that_the_next_plan_ends_is_not_carried_over() -> None:
    indicator = series((2019, 11, 9, False), (2020, 11, None, None))
    assert carried_rule(facts(Plans("講座を実施する。", "ITボランティアの解散により事業終了。")), unmet(), [indicator]) == ""


@pytest.mark.parametrize(
    ("by", "expected"),
    [("promised_again", "promised_again"), ("told_by_next_plan", "taken_up_again"), ("taken_up_anew", "taken_up_again")],
)
def test_what_the_next_plan_told_of_the_year_that_plan_goes_on_with(by: str, expected: str) -> None:
    assert carried_rule(facts(Plans("相談会を開く。", "冊子を配る。")), unmet(rule=by), ()) == expected


@pytest.mark.parametrize(
    ("evaluation", "following", "expected"),
    [
        ("導入の可否を検討したが、結論は出ていない。", "検討を続ける。", "left_undecided"),
        ("導入の可否を検討した。", "検討を続ける。", ""),
        ("導入の可否を検討したが、結論は出ていない。", "", ""),
        ("導入の可否を検討したが、結論は出ていない。", "検討は終了とする。", ""),
    ],
)
def test_study_is_carried_over_where_it_is_still_open_and_planned_on(evaluation: str, following: str, expected: str) -> None:
    studied = Verdict(Status.UNDER_STUDY, "words_studied.study", 0.9)
    known = facts(Plans("導入の可否を検討する。", following), told=told(evaluation))
    assert carried_rule(known, studied, ()) == expected


@pytest.mark.parametrize("status", [Status.IMPLEMENTED, Status.MET, Status.CLOSED, Status.NOT_REPORTED])
def test_nothing_but_unmet_and_studied_years_is_carried_over(status: Status) -> None:
    known = facts(Plans("講座を年6回開催する。", "引き続き講座を年6回開催する。"), told=told("開催は令和2年度に延期した。"))
    assert carried_rule(known, Verdict(status, "words_carried_out.done", 0.9), ()) == ""


def test_work_that_was_done_late_is_not_carried_over() -> None:
    statements = told("予定より遅れたが、開催した。")
    late = replace(statements[0], predicate=Predicate.LATE)
    known = facts(Plans("講座を年6回開催する。", "講座を年6回開催する。"), told=statements)
    assert carried_rule(known, unmet(late), ()) == ""
