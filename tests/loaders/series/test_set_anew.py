"""A plan sets its own target anew in the cell that states it, and groups or what is left are series of their own."""

import pytest

from loaders.model import Direction
from loaders.series.number_checks import check_numbers
from tests.series import indicators_of, reading_of

ANEW = [
    pytest.param("120→135件（計画変更）", 120.0, 135.0, id="arrow-with-note"),
    pytest.param("4.8→4.5km、延長0.78％", 4.8, 4.5, id="arrow-in-a-list"),
    pytest.param("8,200→8,260百万円以下", 8200.0, 8260.0, id="arrow-before-scaled-money"),
    pytest.param("相談を900件（当初1,480件）", 1480.0, 900.0, id="former-one-in-brackets"),
    pytest.param("200件 ※補正予算を受けて612件に改める", 200.0, 612.0, id="set-anew-in-a-note"),
]


@pytest.mark.parametrize(("plan", "first", "target"), ANEW)
def test_target_that_the_plan_sets_anew_is_the_new_one_and_the_old_its_first(plan: str, first: float, target: float) -> None:
    year = indicators_of(r1_plan=plan)[0].years[0]
    assert (year.first_target, year.target) == (first, target)


def test_plan_that_sets_its_target_anew_is_told_without_blaming_the_evaluation() -> None:
    [finding] = check_numbers([reading_of(r1_plan="120→135件（計画変更）", r1_result="140件")])
    assert finding.kind == "target_revised"
    assert "計画の中で120件から135件に改められています" in finding.message


def test_number_that_something_grows_from_is_no_former_target() -> None:
    [indicator] = indicators_of(r1_plan="バスを8便→10便に増便する。", r1_result="10便")
    assert [(year.first_target, year.target, year.result) for year in indicator.years] == [(None, 10.0, 10.0)]


def test_what_is_left_is_a_series_beside_what_was_done() -> None:
    words = {"r1_plan": "250件解消（残1,590件）", "r1_result": "262件（残1,578件）"}
    words |= {"r2_plan": "240件（残1,338件）", "r2_result": "118件（残1,460件）"}
    found = {tuple((y.target, y.result) for y in i.years): i.direction for i in indicators_of("鉛製給水管の解消", **words)}
    assert found == {
        ((250.0, 262.0), (240.0, 118.0)): Direction.UP,
        ((1590.0, 1578.0), (1338.0, 1460.0)): Direction.DOWN,
    }


@pytest.mark.parametrize(
    ("plan", "first", "last"),
    [
        ("30件（変更後35件）", 30, 35),
        ("3件（補正後4件）", 3, 4),
        ("相談を年6件受ける。（年度途中に8件へ変更）", 6, 8),
        ("年間12件（6月補正で10件に変更）", 12, 10),
        ("年20件　※9月に16件へ改定", 20, 16),
    ],
)
def test_note_behind_a_target_sets_it_anew(plan: str, first: float, last: float) -> None:
    [indicator] = indicators_of(r1_plan=plan, r1_result="9件")
    assert (indicator.years[0].first_target, indicator.years[0].target) == (first, last)
