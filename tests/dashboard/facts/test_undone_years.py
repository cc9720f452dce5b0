"""Runs, reasons and what the next year plans are read from an initiative's years."""

from typing import Any

import pytest

from dashboard.facts import undone_years
from dashboard.facts.undone_years import Choice, InitiativeYear, InitiativeYears
from dashboard.text import words

LABELS = {2017: "H29", 2018: "H30", 2019: "R1", 2020: "R2", 2021: "R3"}
PLAN = "防災課と調整し、提供の可否を検討する。"


def year(when: int, status: str | None, carried: bool = False, **more: Any) -> InitiativeYear:
    facts: dict[str, Any] = {"reason": None, "plan": PLAN, "evaluation": "検討は次年度以降に行う。"}
    return InitiativeYear(when, LABELS[when], status, carried, status == "unmet" or carried, **(facts | more))


def row(*years: InitiativeYear, number: int = 6, **more: Any) -> InitiativeYears:
    facts: dict[str, Any] = {"goal_code": "1", "program": "1-①-イ 被災者支援システムの活用", "activity": "構築"}
    return InitiativeYears(number, department="障がい福祉課", years=years, **(facts | more))


LONG = row(
    year(2017, "unmet", True, reason="dependency"),
    year(2018, "unmet", True, reason="dependency"),
    year(2019, "unmet", True),
    year(2020, "implemented"),
    year(2021, None, plan="協議を行う。"),
)
SHORT = row(year(2019, "implemented"), year(2020, "unmet", reason="covid"), year(2021, None, plan=""), number=4)


def test_a_run_is_years_in_a_row_and_says_since_when() -> None:
    assert LONG.longest.said == ("3年", "（H29～R1）")
    assert SHORT.longest.said == ("1年", "（R2）")


def test_a_break_makes_two_runs_of_which_the_later_counts() -> None:
    broken = row(year(2017, "unmet"), year(2018, "met"), year(2019, "unmet"))
    assert [run.length for run in broken.runs] == [1, 1]
    assert broken.longest.years[0].label == "R1"


def test_the_longest_run_comes_first() -> None:
    assert [one.number for one in undone_years.ordered([SHORT, LONG])] == [6, 4]


def test_a_filter_holds_for_one_and_the_same_year() -> None:
    rows = [LONG, SHORT]
    assert undone_years.narrowed(rows, undone_years.EVERYTHING) == rows
    assert undone_years.narrowed(rows, Choice(("R2",))) == [SHORT]
    assert undone_years.narrowed(rows, Choice(states=(words.CARRIED_OVER.label,))) == [LONG]
    assert undone_years.narrowed(rows, Choice(reasons=("新型コロナ",))) == [SHORT]
    assert undone_years.narrowed(rows, Choice(("R1",), reasons=("他の事業・団体待ち",))) == []


def test_what_the_year_left_undone_stands_before_what_is_settled_however_long_that_ran() -> None:
    now, others = undone_years.parted([LONG, SHORT], 2020)
    assert ([one.number for one in now], [one.number for one in others]) == ([4], [6])
    assert [one.number for one in undone_years.parted([LONG, SHORT], 2018)[0]] == [6]


def test_a_year_that_is_undone_for_another_reason_is_not_among_those_looked_for() -> None:
    flooded = row(year(2019, "unmet", reason="disaster"), year(2020, "unmet", reason="covid"))
    found = Choice(reasons=(words.REASONS["disaster"],))
    assert undone_years.narrowed([flooded], found) == [flooded]
    assert undone_years.parted([flooded], 2020, found) == ([], [flooded])
    assert undone_years.parted([flooded], 2019, found) == ([flooded], [])
    assert Choice(("R1",), (undone_years.unmet_label(),), ("災害",)).said == "R1、未達、理由が災害"


def test_a_run_is_counted_up_to_the_year_in_question() -> None:
    assert [LONG.years_so_far(year) for year in (2017, 2018, 2019, 2020)] == [1, 2, 3, 0]


def test_the_table_of_a_year_tells_the_run_of_that_year() -> None:
    broken = row(year(2017, "unmet"), year(2018, "unmet"), year(2019, "met"), year(2020, "unmet"))
    said = undone_years.table([broken], lambda one: one.activity, 2020).loc[0, undone_years.GOING_ON]
    assert said == "R2のみ"
    assert undone_years.table([broken], lambda one: one.activity).loc[0, undone_years.LONGEST] == "H29から2年"


@pytest.mark.parametrize(
    ("plan", "ends_work", "said"),
    [
        (PLAN, False, undone_years.SAME_WORDS),
        ("別の計画", False, undone_years.TAKEN_UP),
        ("", False, undone_years.NOT_TAKEN_UP),
        ("事業を中断した。", True, undone_years.ENDED),
    ],
)
def test_the_next_years_plan_tells_whether_work_is_taken_up_again(plan: str, ends_work: bool, said: str) -> None:
    assert undone_years.again(year(2019, "unmet"), year(2020, "met", plan=plan, plan_ends_work=ends_work)) == said


def test_nothing_is_said_of_the_year_after_the_plan() -> None:
    assert undone_years.again(year(2021, "unmet"), None) == ""


def test_answer_counts_runs_up_to_the_year_in_question() -> None:
    assert undone_years.answer([LONG, SHORT], 2018, "平成30年度").endswith("うち繰越1件）、1件は2年続いています")
    assert undone_years.answer([LONG], 2020, "令和2年度") == "令和2年度に未達または繰越の実施事業はありません"


def test_the_table_has_a_column_for_each_evaluated_year_with_sign_and_word_the_latest_first() -> None:
    table = undone_years.table([LONG], lambda one: one.activity)
    assert list(table.columns) == ["実施事業", "最長の連続", "R2", "R1", "H30", "H29", "担当課", "理由"]
    assert table.loc[0, "H29"] == "✕ 未達 ↻ 繰越"


def test_the_file_has_a_line_for_each_undone_year() -> None:
    taken = undone_years.long_table([LONG])
    assert taken["年度"].tolist() == ["H29", "H30", "R1"]
    assert taken["翌年度の状況"].tolist() == ["未達", "未達", "実施"]


def test_a_carried_year_says_of_which_kind_it_is_where_there_is_room() -> None:
    put_off = year(2019, "unmet", True, carried_rule="words_put_off")
    assert put_off.signs == ("✕ 未達", "↻ 繰越")
    assert put_off.full_signs == ("✕ 未達", "↻ 繰越（見送り）")
    assert year(2019, "unmet").full_signs == ("✕ 未達",)
    assert undone_years.long_table([row(put_off)])["繰越の種類"].tolist() == ["見送り"]


def test_groups_come_largest_first() -> None:
    rows = [row(LONG.years[0], number=1, goal_code="2"), LONG, SHORT]
    assert [(name, len(found)) for name, found in undone_years.grouped(rows, lambda one: one.goal_code)] == [("1", 2), ("2", 1)]
