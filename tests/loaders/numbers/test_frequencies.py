"""A number that is told for a month keeps that in its unit, and is held against a year's count by what it makes in a year."""

import pytest

from tests.loaders.numbers.cells import PLAN, read
from tests.series import indicators_of, values


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("月1回開催", "回/月"),
        ("毎月2回の相談", "回/月"),
        ("週3回巡回する", "回/週"),
        ("隔月1回", "回/2か月"),
        ("四半期に1回", "回/四半期"),
        ("会報を隔月で1回発行", "回/2か月"),
        ("年4回", "回"),
        ("10月1回", "回"),
    ],
)
def test_unit_tells_the_period(words: str, unit: str) -> None:
    assert [quantity.unit for quantity in read(words, PLAN)] == [unit]


@pytest.mark.parametrize(
    ("plan", "result", "pair", "met"),
    [
        ("月1回の会議を開催する。", "11回開催した。", (12, 11), False),
        ("月2回、相談会を開く。", "年24回開いた。", (24, 24), True),
        ("四半期に1回", "3回", (4, 3), False),
        ("隔月1回", "6回実施", (6, 6), True),
        ("年12回開催する。", "月1回開催した。", (12, 12), True),
        ("更新 月1回以上", "更新 月2回", (1, 2), True),
    ],
)
def test_month_and_year_are_held_against_each_other(plan: str, result: str, pair: tuple[float, float], met: bool) -> None:
    [indicator] = indicators_of(r1_plan=plan, r1_result=result)
    assert (values(indicator), indicator.years[0].is_met) == ({2019: pair}, met)


def test_week_makes_no_count_of_the_year() -> None:
    pairs = [pair for i in indicators_of(r1_plan="週3回開く。", r1_result="180回開いた。") for pair in values(i).values()]
    assert pairs == [(3, None), (None, 180)]


def test_count_far_from_what_the_months_make_is_of_something_else() -> None:
    pairs = [
        pair for i in indicators_of(r1_plan="会議を月1回開く。", r1_result="研修を2回開いた。") for pair in values(i).values()
    ]
    assert (12, 2) not in pairs


def test_how_often_something_was_done_that_nobody_asked_for_is_a_count_as_written() -> None:
    assert [quantity.unit for quantity in read("補助を週1回行った。")] == ["回"]
