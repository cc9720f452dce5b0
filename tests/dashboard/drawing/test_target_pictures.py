"""A ranking of targets says of each how far it was reached, and of a heading for how many targets it stands."""

from dataclasses import replace

import pytest

from dashboard.database import store
from dashboard.drawing import picture, target_pictures
from dashboard.facts.series import Point, Series
from dashboard.frame import links


def indicator(number: int, target: float, result: float | None, state: str, *, is_counted: bool = True) -> Series:
    ratio = result / target if target and result is not None else None
    point = Point(2020, "R2", target, result, ratio, state == "met", state=state, is_counted=is_counted)
    return Series(number, number, "待機児童の解消", "保育課", f"待機児童数{number}", "人", "down", False, None, None, (point,))


@pytest.fixture(autouse=True)
def without_filters(open_store: store.Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "filters_in_url", dict)


def test_a_heading_tells_the_targets_it_stands_for_where_some_are_of_one_matter() -> None:
    every = [
        indicator(1, 2, None, "no_number"),
        indicator(2, 2, None, "no_number", is_counted=False),
        indicator(3, 2, 2, "met"),
    ]
    drawn = target_pictures.ranking(every, 2020)
    assert "数値の記載なし 1件 <small>（同じ取組を分けると2件）" in drawn
    assert "達成 1件</h3>" in drawn


def test_of_a_target_of_nothing_the_miss_is_told_as_no_share_can_be() -> None:
    assert "<b>4人超過</b>" in target_pictures.ranking([indicator(1, 0, 4, "missed")], 2020)
    assert "<b>80%</b>" in target_pictures.ranking([indicator(1, 5, 4, "missed")], 2020)


def test_of_too_many_targets_the_first_of_each_kind_are_drawn_and_the_others_counted() -> None:
    every = [indicator(number, 2, 1, "missed") for number in range(picture.MOST_ROWS + 1)]
    drawn = target_pictures.ranking(every, 2020)
    assert drawn.count('class="row"') == target_pictures.FIRST_OF_A_STATE
    assert f"未達 {len(every)}件" in drawn
    assert f"ほか{len(every) - target_pictures.FIRST_OF_A_STATE}件" in drawn


def test_what_is_only_expected_is_drawn_hollow_and_never_as_reached() -> None:
    one = indicator(1, 5, 4, "forecast")
    expected = replace(one, points=(replace(one.points[0], is_met=None, attainment=None, is_forecast=True),))
    drawn = target_pictures.ranking([expected], 2020)
    assert "見込4／5人" in drawn
    assert 'class="fill open"' in drawn
    assert "%</b>" not in drawn
