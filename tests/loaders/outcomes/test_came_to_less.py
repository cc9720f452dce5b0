"""Work left undone is told by what led to it, by the voice of others and by what is said in passing; work done is not."""

import pytest

from loaders.model import Reason, Status
from loaders.outcomes.phrases import active, read_phrase
from loaders.outcomes.predicates import FAILING, Predicate
from tests.loaders.outcomes.judged import indicator, judge_year


@pytest.mark.parametrize(
    ("evaluation", "rule"),
    [
        # What was done to the work, and what is said of a failure behind it.
        ("建替えは停止された。", "words_cancelled.ran_no_more"),
        ("貸出しは8月から取り消されている。", "words_cancelled.left_out_of_it"),
        ("改修は実施できず、基準に合わないとの指摘が残った。", "words_not_done.did_not_come_about"),
        ("改修を始められなかったのは、見積りが予算を超えたためである。", "words_not_done.was_not_done"),
    ],
)
def test_failure_is_told_in_any_voice_and_order(evaluation: str, rule: str) -> None:
    outcome, _ = judge_year(evaluation, "改修を行う。")
    assert (outcome.status, outcome.rule) == (Status.UNMET, rule)


def test_explained_failure_has_its_cause_behind_it() -> None:
    outcome, _ = judge_year("改修を始められなかったのは、見積りが予算を超えたためである。", "改修を行う。")
    assert outcome.reason is Reason.COST


def test_work_done_is_told_in_any_voice() -> None:
    assert active("資料が提供された") == "資料が提供した"
    assert {says.says for words in ("資料が提供された", "橋が架けられた") if (says := read_phrase(words))}.isdisjoint(FAILING)


@pytest.mark.parametrize(
    ("evaluation", "plan", "status"),
    [
        ("県大会がなくなり、市の大会もそれにならった。", "操法大会", Status.UNMET),
        ("減っていた利用者が戻り、稼働率は71%となった。", "利用を促す。", Status.IMPLEMENTED),
        ("参加者が途切れず、毎回にぎわった。", "集いを催す。", Status.IMPLEMENTED),
    ],
)
def test_want_that_led_to_the_past_of_some_verb_is_guessed_to_have_kept_the_work(
    evaluation: str, plan: str, status: Status
) -> None:
    outcome, _ = judge_year(evaluation, plan)
    assert outcome.status is status
    assert outcome.status is Status.IMPLEMENTED or outcome.confidence < 0.5


def test_guess_does_not_speak_against_a_number_that_was_reached() -> None:
    outcome, _ = judge_year("71校。県大会がなくなり、市の大会もそれにならった。", "65校", "70校", indicator((2019, 65, 71)))
    assert outcome.status is Status.MET


def test_mere_past_of_a_verb_hides_no_failure_beside_it() -> None:
    outcome, _ = judge_year("埋め戻しと図面の直しに追われた。上棟は翌年度になる。", "詰所の建替え", "完成させる。")
    assert (outcome.status, outcome.is_carried_over) == (Status.UNMET, True)


def test_work_done_stands_before_what_no_plan_held() -> None:
    outcome, _ = judge_year("講座を5回開催した。視察は見送った。", "講座を開催する。")
    assert outcome.status is Status.IMPLEMENTED


@pytest.mark.parametrize(
    ("plan", "evaluation", "status", "is_carried_over"),
    [
        ("導入を検討する。", "費用を調べた。時期は固まっていない。", Status.UNDER_STUDY, True),
        ("導入を検討する。", "庁内での検討も動いていない。", Status.UNMET, True),
        ("導入の可否を決める。", "費用を調べた。方式が決まっていない。", Status.UNMET, True),
        ("システムの導入を検討", "他市視察1回", Status.UNDER_STUDY, False),
        ("施設の統合を検討する。", "消防団に3案を示した。", Status.UNDER_STUDY, False),
    ],
)
def test_study_without_an_answer_yet_goes_on(plan: str, evaluation: str, status: Status, *, is_carried_over: bool) -> None:
    outcome, _ = judge_year(evaluation, plan, plan)
    assert (outcome.status, outcome.is_carried_over) == (status, is_carried_over)


@pytest.mark.parametrize(
    ("following", "rule"),
    [("募集方法を改める。", "goes_on"), ("同左", "goes_on"), ("感染状況をみて判断", "goes_on"), ("冊子を配る。", "")],
)
def test_next_plan_that_only_changes_how_goes_on_with_the_work(following: str, rule: str) -> None:
    outcome, _ = judge_year("実施できなかった。", "相談会を開く。", following)
    assert outcome.carried_rule == rule


def test_missed_number_goes_on_too() -> None:
    outcome, _ = judge_year("1名", "検針員の増員", "残る1名", indicator((2019, 2, 1)))
    assert outcome.is_carried_over


def test_words_of_no_known_kind_are_read_by_their_likeness() -> None:
    outcome, _ = judge_year("踊り手がそろわず、神楽の公開は取りやめた。", "神楽の公開")
    assert (outcome.status, outcome.reason) == (Status.UNMET, Reason.ORGANISATION)


def test_phrase_that_says_it_more_closely_comes_first() -> None:
    phrase = read_phrase("訪問は延期した")
    assert phrase
    assert phrase.says is Predicate.POSTPONED
