"""Headings are read together: what one leaves open its neighbours say."""

from loaders.model import Kind, Place
from loaders.table.heading_rows import read_headings
from loaders.table.heading_words import Field


def test_columns_beside_each_plan_under_a_wording_of_the_city_s_own_are_results() -> None:
    texts = ["番号", "事業名", "R1計画", "R1のあゆみ", "R2計画", "R2のあゆみ", "備考"]
    kinds = [column.kind if isinstance(column, Place) else None for column in read_headings(texts)]
    assert kinds == [None, None, Kind.PLAN, Kind.RESULT, Kind.PLAN, Kind.RESULT, None]


def test_words_that_mean_the_plan_beside_an_evaluation_mean_it_in_the_last_year_too() -> None:
    texts = ["番号", "令和元年度 見立て", "令和元年度 実績", "令和2年度 見立て"]
    assert read_headings(texts) == (Field.NUMBER, Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2019), Place(Kind.PLAN, 2020))


def test_words_that_stand_once_are_no_year_s_where_others_come_back_year_after_year() -> None:
    years = ["令和元年度 めあて", "令和元年度 ふりかえり", "令和2年度 めあて", "令和2年度 ふりかえり", "令和3年度 めあて"]
    kinds = [c.kind if isinstance(c, Place) else None for c in read_headings(["番号", "これまでと、夢(令和3年度)", *years])]
    assert kinds == [None, None, Kind.PLAN, Kind.RESULT, Kind.PLAN, Kind.RESULT, Kind.PLAN]


def test_unknown_words_beside_known_results_stay_unknown() -> None:
    assert read_headings(["番号", "R1計画", "R1実績", "R1のあゆみ"])[3] is None


def test_era_left_out_is_the_neighbour_s() -> None:
    texts = ["番号", "平成30年度計画", "30年度実績", "令和元年度計画", "元年度実績", "2年度計画"]
    years = [column.year for column in read_headings(texts) if isinstance(column, Place)]
    assert years == [2018, 2018, 2019, 2019, 2020]


def test_goal_beyond_the_years_is_the_end_of_the_plan() -> None:
    columns = read_headings(["番号", "R1目標値", "R1実績値", "R2目標値", "目標値(R6)"])
    assert columns[3:] == (Place(Kind.PLAN, 2020), Place(Kind.BASELINE_GOAL, None))
