"""A year that is none of the work's years is known by the words of its evaluation."""

import pytest

from loaders.outcomes.not_due import (
    BEGINS_WORDS,
    NOT_DUE_WORDS,
    NOT_KNOWN_YET_WORDS,
    NOT_YET_WORDS,
    is_not_due,
    is_not_known_yet,
    is_not_yet,
)


@pytest.mark.parametrize("example", [example for sign in NOT_DUE_WORDS + BEGINS_WORDS for example in sign.examples])
def test_example_tells_that_nothing_was_due(example: str) -> None:
    assert is_not_due(example, 2018)


@pytest.mark.parametrize("words", ["令和元年度から開始のため", "R3からの新規取組", "次回の調査は令和3年度のため。"])
def test_work_that_began_before_was_due(words: str) -> None:
    assert is_not_due(words, 2018)
    assert not is_not_due(words, 2022)


@pytest.mark.parametrize(
    "words",
    [
        "今年度は実施していない。",
        "補助の対象外となったため、改修は未実施。",
        "令和3年度に策定する予定。",
        "令和3年度から運用開始予定のため、今年度は実施していない。",
        "令和3年度から料金を改定する。",
    ],
)
def test_work_that_was_put_off_was_due(words: str) -> None:
    assert not is_not_due(words, 2018)


@pytest.mark.parametrize("example", [example for sign in NOT_YET_WORDS for example in sign.examples])
def test_plan_tells_why_nothing_was_to_be_done(example: str) -> None:
    assert is_not_yet(example, 2017)
    assert not is_not_yet(example, 2020)


@pytest.mark.parametrize(
    "plan",
    [
        "令和元年度より追加した窓口で相談を実施する。",
        "令和元年度から実施する講座の周知を行う。",
        "次の開催は10月とする。",
        "次の開催は令和2年度。会場を手配する。",
    ],
)
def test_plan_of_work_to_be_done_is_due(plan: str) -> None:
    assert not is_not_yet(plan, 2018)


@pytest.mark.parametrize("told", [told for sign in NOT_KNOWN_YET_WORDS for told in sign.examples])
def test_figures_that_are_not_known_yet_are_told_so(told: str) -> None:
    assert is_not_known_yet(told)


@pytest.mark.parametrize("told", ["集計中のデータを公表した。", "公表前に説明会を開いた。", "未確定の候補地を視察した。"])
def test_what_only_names_figures_not_known_yet_tells_of_work(told: str) -> None:
    assert not is_not_known_yet(told)
