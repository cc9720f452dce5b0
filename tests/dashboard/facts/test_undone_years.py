"""A run of undone years is told by when it began, how long it went on, and what the years say."""

from dashboard.facts import undone_years
from tests.undone import LONG, SHORT, row, year


def test_a_run_is_years_in_a_row_and_says_since_when() -> None:
    assert LONG.longest.said == ("3年", "（H29～R1）")
    assert SHORT.longest.said == ("1年", "（R2）")


def test_a_break_makes_two_runs_of_which_the_later_counts() -> None:
    broken = row(year(2017, "unmet"), year(2018, "met"), year(2019, "unmet"))
    assert [run.length for run in broken.runs] == [1, 1]
    assert broken.longest.years[0].label == "R1"


def test_a_run_is_counted_up_to_the_year_in_question() -> None:
    assert [LONG.years_so_far(year) for year in (2017, 2018, 2019, 2020)] == [1, 2, 3, 0]


def test_the_run_that_is_told_is_that_of_the_year_else_the_longest() -> None:
    broken = row(year(2017, "unmet"), year(2018, "unmet"), year(2019, "met"), year(2020, "unmet"))
    assert undone_years.run_told(broken, 2020).since == "R2のみ"
    assert undone_years.run_told(broken, None).since == undone_years.run_told(broken, 2019).since == "H29から2年"


def test_a_carried_year_says_of_which_kind_it_is_where_there_is_room() -> None:
    put_off = year(2019, "unmet", True, carried_rule="words_put_off")
    assert put_off.signs == ("✕ 未達", "↻ 繰越")
    assert put_off.full_signs == ("✕ 未達", "↻ 繰越（見送り）")
    assert year(2019, "unmet").full_signs == ("✕ 未達",)
