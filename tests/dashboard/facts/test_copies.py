"""Evaluations that repeat the year before's words, or the plan's: who has done so longest, and what that leaves unsaid."""

import pandas as pd

from dashboard.drawing import insight_tables
from dashboard.facts import copies
from dashboard.facts.copies import Copy
from dashboard.saying import insight_words
from dashboard.text.differences import OTHER_NUMBERS, SAME


def copy(number: int, year: int, grade: str = SAME, message: str = "", *, is_warning: bool = False) -> Copy:
    labels = f"R{year - 2018}", f"R{year - 2019}"
    return Copy(number, "1-①-ア 発信", f"取組{number}", "防災課", year, *labels, "前", "今", grade, "met", message, is_warning)


def runs(*every: Copy) -> list[list[tuple[str, ...]]]:
    return [[stretch.labels for stretch in group] for group in copies.stretches(every)]


def test_years_in_a_row_with_the_same_words_are_one_stretch() -> None:
    assert runs(copy(1, 2020), copy(1, 2021), copy(1, 2022)) == [[("R1", "R2", "R3", "R4")]]
    assert runs(copy(1, 2020), copy(1, 2022)) == [[("R1", "R2"), ("R3", "R4")]]
    assert runs(copy(1, 2020), copy(1, 2021, OTHER_NUMBERS)) == [[("R1", "R2"), ("R2", "R3")]]
    assert runs(copy(1, 2020, OTHER_NUMBERS), copy(1, 2021, OTHER_NUMBERS)) == [[("R1", "R2"), ("R2", "R3")]]


def test_the_longest_repetition_comes_first_then_the_lower_number() -> None:
    every = [copy(4, 2020), copy(3, 2020), copy(2, 2020, OTHER_NUMBERS), copy(5, 2020), copy(5, 2021)]
    assert [group[0].copies[0].number for group in copies.stretches(every)] == [5, 3, 4, 2]


def test_the_answer_counts_the_same_words_of_the_year_and_names_who_has_done_so_longest() -> None:
    every = [copy(1, 2020), copy(1, 2021), copy(2, 2021), copy(3, 2021, OTHER_NUMBERS)]
    assert insight_words.copied(every, 2021, "令和3年度") == (
        "前年度と一字一句同じ評価は3件（うち令和3年度は2件）です。最も長いのは防災課「取組1」などの3年分です。"
    )


def test_two_years_alone_are_no_long_repetition() -> None:
    assert insight_words.copied([copy(1, 2020), copy(2, 2021)], 2021, "令和3年度") == (
        "前年度と一字一句同じ評価は2件（うち令和3年度は1件）です。"
    )


def test_where_only_the_year_in_question_repeats_it_is_said_of_that_year() -> None:
    said = insight_words.copied([copy(1, 2021), copy(2, 2021)], 2021, "令和3年度")
    assert said == "令和3年度の評価のうち、前年度と一字一句同じものは2件です。"


def test_of_a_year_that_cannot_be_compared_no_number_is_told() -> None:
    assert (
        insight_words.copied([copy(1, 2021)], 2021, "令和3年度", is_comparable=False) == "前年度と一字一句同じ評価は1件です。"
    )


def test_without_the_same_words_that_is_said() -> None:
    assert insight_words.copied([copy(1, 2021, OTHER_NUMBERS)], 2021, "令和3年度") == "前年度と一字一句同じ評価はありません。"


def test_plans_words_are_counted_with_those_that_do_not_say_whether_anything_was_done() -> None:
    every = [copy(1, 2020, is_warning=True), copy(2, 2020), copy(3, 2020)]
    assert insight_words.plan_copied(every) == (
        "計画の文のままの評価は3件あり、うち1件は実施したかどうかが書かれていません（残る2件は数値だけが加えられています）。"
    )


def test_what_is_doubtful_about_a_repetition_is_told_once() -> None:
    told = [copy(1, 2020, message="数値も同じ", is_warning=True), copy(1, 2021, message="数値も同じ", is_warning=True)]
    [[stretch]] = copies.stretches([*told, copy(1, 2022, message="文だけ")])
    assert stretch.messages == ("数値も同じ",)


def test_a_choice_of_differences_and_a_year_let_through_what_they_say() -> None:
    every = [copy(1, 2020), copy(2, 2021), copy(3, 2021, OTHER_NUMBERS)]
    assert [one.number for one in copies.narrowed(every, [], None)] == [1, 2, 3]
    assert [one.number for one in copies.narrowed(every, [SAME], None)] == [1, 2]
    assert [one.number for one in copies.narrowed(every, [SAME], 2021)] == [2]


def test_a_table_to_take_away_holds_both_sides_words() -> None:
    table = insight_tables.copied([copy(1, 2020, message="数値も同じ")], "前年度の評価")
    [row] = table.to_dict("records")
    assert (row["番号"], row["年度"], row["もとの年度"], row["前年度の評価"], row["評価"]) == (1, "R2", "R1", "前", "今")
    assert (row["文の違い"], row["状況"], row["気づき"]) == (SAME, "● 達成", "数値も同じ")
    assert insight_tables.copied([], "計画").empty


def test_a_copy_is_read_with_its_grade_and_whether_figures_are_repeated_too() -> None:
    base = {"number": 1, "program_code": "1-①-ア", "program_name": "発信", "activity": "取組", "department": "防災課"}
    base |= {"year": 2020, "label": "R2", "before_label": "R1", "status": "met", "message": "同じ"}
    rows = [
        base | {"before": "3回行った。", "now": "3回行った。", "severity": copies.FIGURES_TOO},
        base | {"before": "3回行った。", "now": "4回行った。", "severity": "info"},
    ]
    same, other = copies.read(pd.DataFrame(rows))
    assert (same.grade, same.is_warning, same.program) == (SAME, True, "1-①-ア 発信")
    assert (other.grade, other.is_warning) == (OTHER_NUMBERS, False)
