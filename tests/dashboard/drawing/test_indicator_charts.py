"""A chart draws what its series says: dashes, a line, crosses for misses, hollow rings where no result is known."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.drawing import chart_room, indicator_charts, sparklines
from tests.dashboard.facts.test_series import MAIL, YEARS, indicator, point


def marks(figure: object) -> dict[str, list[tuple[str, float]]]:
    return {trace.name: list(zip(trace.x, trace.y, strict=True)) for trace in figure.data if trace.name}  # type: ignore[attr-defined]


@pytest.mark.parametrize("build", [indicator_charts.small, indicator_charts.large])
def test_a_target_without_a_result_is_drawn_hollow(build: object) -> None:
    figure = build(MAIL, YEARS)  # type: ignore[operator]
    hollow = next(trace for trace in figure.data if trace.name == "評価前（目標のみ）")
    assert list(zip(hollow.x, hollow.y, strict=True)) == [("R3", 13000)]
    assert hollow.marker.symbol.endswith("-open")


def test_targets_without_a_result_look_as_what_became_of_them() -> None:
    states = ("not_yet", "no_number", "not_carried_out", "closed")
    one = indicator(*(replace(point(2017 + at, 10, None), state=state) for at, state in enumerate(states)))
    drawn = {trace.name: trace for trace in indicator_charts.small(one, YEARS).data if trace.name and "目標のみ" in trace.name}
    assert len({(trace.mode, trace.marker.symbol) for trace in drawn.values()}) == len(states)
    assert drawn["未実施（目標のみ）"].y == (0,)
    assert drawn["数値の記載なし（目標のみ）"].text == ("？",) or drawn["数値の記載なし（目標のみ）"].text == ("?",)


def test_a_missed_year_differs_from_a_reached_one_by_its_sign() -> None:
    figure = indicator_charts.large(MAIL, YEARS)
    assert marks(figure)["実績（未達）"] == [("H29", 9813)]
    assert [label for label, _ in marks(figure)["実績"]] == ["H30", "R1", "R2"]
    signs = {trace.name: trace.marker.symbol for trace in figure.data if trace.name}
    assert signs["実績（未達）"] != signs["実績"]


def test_every_target_is_a_dash_of_its_own_and_no_line_joins_them() -> None:
    figure = indicator_charts.large(MAIL, YEARS)
    target = next(trace for trace in figure.data if trace.name == "目標")
    assert list(target.x) == list(YEARS.values())
    assert "lines" not in target.mode


@pytest.mark.parametrize("build", [indicator_charts.small, indicator_charts.large])
def test_a_dash_is_shorter_than_a_year_however_narrow_the_screen(build: Any) -> None:
    figure = build(MAIL, YEARS)
    categories = list(figure.layout.xaxis.categoryarray)
    dashes = {categories[round((line.x0 + line.x1) / 2)]: (line.x1 - line.x0, line.y0) for line in figure.layout.shapes}
    assert {label: value for label, (_, value) in dashes.items()} == {p.label: p.target for p in MAIL.points}
    assert all(0 < length < 1 for length, _ in dashes.values())


def test_the_key_lists_the_marks_that_are_drawn_and_no_others() -> None:
    everything = indicator_charts.key([MAIL])
    assert all(mark in everything for mark in ("● 実績", "✕ 実績", "━", "○ 評価前", "☆", "□"))
    assert "┅" not in everything
    assert indicator_charts.marks([indicator(point(2017, None, 5))]) == ["● 実績"]
    assert any("┅" in mark for mark in indicator_charts.marks([indicator(point(2020, 10, 8, first_target=12))]))


def test_a_figure_stands_where_the_line_does_not_run() -> None:
    rising = indicator_charts.large(MAIL, YEARS)
    places = {
        label: place
        for trace in rising.data
        if (trace.name or "").startswith("実績")
        for label, place in zip(trace.x, trace.textposition, strict=True)
    }
    assert places == {"H29": "bottom right", "H30": "top left", "R1": "top left", "R2": "top center"}


def test_the_final_goal_is_named_in_the_chart() -> None:
    star = next(trace for trace in indicator_charts.large(MAIL, YEARS).data if trace.name == "計画の最終目標")
    assert (star.text, star.textposition) == (("最終目標<br>11,000",), "top center")


def test_the_final_goal_gives_way_to_the_label_of_the_target_that_equals_it() -> None:
    one = indicator(point(2020, 9, 9), point(2021, 10, None), final_goal=10)
    star = next(trace for trace in indicator_charts.large(one, YEARS).data if trace.name == "計画の最終目標")
    assert star.textposition == "bottom center"


def test_a_total_of_several_years_is_said_and_not_drawn_among_yearly_counts() -> None:
    parts = indicator(point(2017, 4, 3), point(2018, 4, 4), point(2019, 3, 3), is_cumulative=False, final_goal=11)
    assert "計画の最終目標" not in marks(indicator_charts.small(parts, YEARS))
    assert "☆" not in indicator_charts.key([parts])
    assert chart_room.value_range(parts)[1] < 11
    assert indicator_charts.spoken(parts).endswith("3年間の合計の目標は11人。")


def target_places(figure: Any) -> dict[str, str]:
    target = next(trace for trace in figure.data if trace.name == "目標")
    return dict(zip(target.x, target.textposition, strict=True))


def test_the_label_of_the_last_target_stands_beside_the_star_of_a_goal_close_to_it() -> None:
    points = [point(2017, 41, 40.2), point(2021, 37, 39.5)]
    falling = indicator(*points, direction="down", is_cumulative=False, baseline=43.1, final_goal=35)
    assert target_places(indicator_charts.small(falling, YEARS))["R3"] == "bottom left"
    far = indicator(*points, direction="down", is_cumulative=False, baseline=43.1, final_goal=20)
    assert target_places(indicator_charts.small(far, YEARS))["R3"] == "bottom center"


def test_the_label_of_the_last_result_stands_beside_the_star_as_well() -> None:
    one = indicator(point(2020, 62, 62.4), point(2021, 72, 72), is_cumulative=False, baseline=41.2, final_goal=80)
    result = next(trace for trace in indicator_charts.small(one, YEARS).data if trace.name == "実績")
    assert dict(zip(result.x, result.textposition, strict=True))["R3"] == "top left"


def test_the_label_of_a_missed_target_gives_way_to_the_next_figure_of_a_rising_line() -> None:
    assert target_places(indicator_charts.large(MAIL, YEARS))["H29"] == "top left"
    assert target_places(indicator_charts.small(MAIL, YEARS))["H29"] == "top center"


def test_the_axis_of_a_count_has_no_step_below_zero() -> None:
    figure = indicator_charts.large(indicator(point(2017, 11, 3), point(2018, 9, 0)), YEARS)
    low, high = figure.layout.yaxis.range
    assert low < 0
    assert -low < (high - low) / figure.layout.yaxis.nticks


def test_years_stand_in_order_after_the_baseline_even_where_nothing_is_known() -> None:
    axis = indicator_charts.small(MAIL, YEARS).layout.xaxis
    assert list(axis.categoryarray) == ["現状", *YEARS.values()]
    assert axis.type == "category"
    assert list(indicator_charts.small(indicator(point(2018, 1, 1)), YEARS).layout.xaxis.categoryarray) == list(YEARS.values())


def test_a_year_without_a_result_breaks_the_line() -> None:
    figure = indicator_charts.small(indicator(point(2017, None, 1), point(2019, None, 3)), YEARS)
    line = next(trace for trace in figure.data if trace.mode == "lines")
    assert list(line.y) == [1, None, 3, None, None]
    assert line.connectgaps is False


def test_a_revised_target_shows_both() -> None:
    figure = indicator_charts.large(indicator(point(2020, 10, 8, first_target=12)), YEARS)
    assert marks(figure)["当初の目標"] == [("R2", 12)]
    assert marks(figure)["目標"] == [("R2", 10)]


def test_baseline_and_final_goal_are_marks_of_their_own() -> None:
    drawn = marks(indicator_charts.small(MAIL, YEARS))
    assert drawn["計画前の現状"] == [("現状", 9484)]
    assert drawn["計画の最終目標"] == [("R3", 11000)]


def test_a_series_without_targets_still_draws() -> None:
    assert set(marks(indicator_charts.small(indicator(point(2017, None, 5)), YEARS))) == {"実績"}


def test_long_numbers_are_told_only_at_the_ends_and_at_misses_of_a_card() -> None:
    told = {
        label
        for trace in indicator_charts.small(MAIL, YEARS).data
        if (trace.name or "").startswith("実績")
        for label, text in zip(trace.x, trace.text, strict=True)
        if text
    }
    assert told == {"H29", "R2"}


def test_spoken_words_hold_every_number_that_is_drawn() -> None:
    said = indicator_charts.spoken(MAIL)
    assert said.startswith("防災メール登録者数（人・累計）。現状は9,484人。H29は目標10,000人、実績9,813人（未達）。")
    assert said.endswith("R3は目標13,000人、実績なし。計画の最終目標は11,000人。")


def test_the_label_of_the_final_goal_has_room_on_its_side() -> None:
    falling = indicator(point(2017, 140, 153), point(2018, 135, 158), final_goal=120.0)
    bottom, top = indicator_charts.small(falling, YEARS).layout.yaxis.range
    assert (chart_room.value_range(falling)[0] > bottom, top) == (True, chart_room.value_range(falling)[1])
    rising = indicator(point(2017, 10, 8), point(2018, 12, 9), final_goal=28.0)
    assert indicator_charts.small(rising, YEARS).layout.yaxis.range[1] > chart_room.value_range(rising)[1]


def test_values_far_from_zero_keep_their_own_range_and_small_ones_start_at_zero() -> None:
    assert chart_room.value_range(MAIL)[0] > 0
    assert chart_room.value_range(indicator(point(2017, 11, 3)))[0] <= 0
    assert chart_room.value_range(indicator(point(2017, 4, 3)))[0] <= 0
    assert chart_room.value_range(indicator(point(2017, 3.9, 3.5)))[0] > 0


def test_what_is_compared_in_narrow_cards_is_drawn_higher() -> None:
    assert indicator_charts.small(MAIL, YEARS, indicator_charts.NARROW_HEIGHT).layout.height > indicator_charts.SMALL_HEIGHT


def test_what_is_only_expected_is_a_ring_in_charts_and_in_small_lines() -> None:
    one = indicator(point(2019, 100, 90), replace(point(2020, 100, 80), is_met=None, is_forecast=True))
    drawn = {trace.name: trace for trace in indicator_charts.small(one, YEARS).data if trace.name}
    assert drawn["見込（未確定）"].marker.symbol == "circle-open"
    assert "実績" not in drawn
    assert 'fill="none" stroke' in sparklines.svg(one, YEARS).split("circle")[1]
    assert "R2は目標100人、見込80人。" in indicator_charts.spoken(one)


def test_the_sign_of_a_target_without_a_number_stands_clear_of_its_figure() -> None:
    one = indicator(replace(point(2020, 7, None), state="no_number"))
    drawn = {trace.name: trace for trace in indicator_charts.small(one, YEARS).data if trace.name}
    assert set(drawn["目標"].textposition) == {chart_room.ABOVE}
    assert drawn["数値の記載なし（目標のみ）"].textposition == chart_room.BELOW
