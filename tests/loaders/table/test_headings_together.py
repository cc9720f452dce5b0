"""Headings are read together: what one leaves open its neighbours say."""

from loaders.model import Kind, Place
from loaders.table.heading_words import Field
from loaders.table.headings_together import read_headings


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


def test_what_is_told_of_a_year_s_columns_is_taken_where_no_word_of_them_is_known() -> None:
    texts = ["番号", "R1開催予定", "R1結果・備考"]
    told = {"R1開催予定": Place(Kind.PLAN, 2019), "R1結果・備考": Place(Kind.RESULT, 2019)}
    assert read_headings(texts)[2] is None
    assert read_headings(texts, told=told) == (Field.NUMBER, Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2019))


def test_a_result_that_words_tell_goes_before_what_is_told() -> None:
    told = {"R1のあゆみ": Place(Kind.RESULT, 2019), "R1実績": Place(Kind.PLAN, 2019)}
    assert read_headings(["番号", "R1のあゆみ", "R1実績"], told=told)[1:] == (Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2019))


def test_of_two_that_words_call_a_plan_the_one_that_is_told_or_the_second_is_the_result() -> None:
    texts = ["番号", "R1実施内容", "R1目標"]
    assert read_headings(texts)[1:] == (Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2019))
    told = {"R1実施内容": Place(Kind.RESULT, 2019)}
    assert read_headings(texts, told=told)[1:] == (Place(Kind.RESULT, 2019), Place(Kind.PLAN, 2019))


def test_words_of_a_plan_beside_one_that_is_told_to_be_it_are_of_the_result() -> None:
    texts = ["番号", "R1取りかかること", "R1実施内容"]
    told = {"R1取りかかること": Place(Kind.PLAN, 2019)}
    assert read_headings(texts, told=told)[1:] == (Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2019))


def test_a_last_year_with_two_columns_of_its_plan_has_no_result_yet() -> None:
    columns = read_headings(
        ["番号", "R1取組内容", "R1目標", "R1実績", "R2取組内容", "R2目標"], told={"R2目標": Place(Kind.PLAN, 2020)}
    )
    assert columns[4:] == (Place(Kind.PLAN, 2020), Place(Kind.PLAN, 2020))


def test_a_goal_that_the_same_words_set_for_several_years_is_each_year_s_plan() -> None:
    columns = read_headings(["番号", "現状値(H30)", "R1当初目標", "R1実績", "R2当初目標", "R2実績"])
    assert columns[1:] == (
        Place(Kind.BASELINE_GOAL, None),
        Place(Kind.PLAN, 2019),
        Place(Kind.RESULT, 2019),
        Place(Kind.PLAN, 2020),
        Place(Kind.RESULT, 2020),
    )
    assert read_headings(["番号", "現状値(H28)", "現状値(H30)", "R1実績"])[1:3] == (Place(Kind.BASELINE_GOAL, None),) * 2
