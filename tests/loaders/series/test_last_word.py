"""The evaluation's denominator is the last word on a target."""

from tests.series import indicators_of


def test_the_evaluation_s_denominator_holds_and_the_plan_s_target_is_what_it_was_at_first() -> None:
    [indicator] = indicators_of(h29_plan="講座を年4回開催する。", h29_result="講座を3回／5回開催した。")
    [year] = [year for year in indicator.years if year.year == 2017]
    assert (year.target, year.first_target, year.result) == (5, 4, 3)


def test_the_plan_s_target_holds_where_the_evaluation_tells_none() -> None:
    [indicator] = indicators_of(h29_plan="講座を年4回開催する。", h29_result="講座を3回開催した。")
    [year] = [year for year in indicator.years if year.year == 2017]
    assert (year.target, year.first_target, year.result) == (4, None, 3)
