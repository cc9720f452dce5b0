"""What a year left undone stands beside the next year's plan, the longest run first."""

from dashboard.drawing import undone_tables
from dashboard.facts import left_over, next_plan
from dashboard.facts.undone_years import InitiativeYear, InitiativeYears
from dashboard.saying import undone_words


def initiative(number: int, undone: tuple[int, ...], plan: str, *, ends_work: bool = False) -> InitiativeYears:
    years = tuple(
        InitiativeYear(
            year, f"R{year - 2018}", "unmet" if year in undone else "implemented", False, year in undone, None, "検討する", ""
        )
        for year in (2018, 2019, 2020)
    )
    due = InitiativeYear(2021, "R3", None, False, False, None, plan, "", ends_work)
    return InitiativeYears(number, "1", "1-①-ア 広報", "検討する", "防災課", (*years, due))


ROWS = (
    initiative(1, (2020,), "実施する"),
    initiative(2, (2019, 2020), ""),
    initiative(3, (2018,), "実施する"),
    initiative(4, (2018, 2019, 2020), "検討する"),
)


def test_only_what_the_year_left_undone_is_left_over_and_the_longest_comes_first() -> None:
    found = left_over.read(ROWS, 2020)
    assert [(one.row.number, one.years) for one in found] == [(4, 3), (2, 2), (1, 1)]


def test_each_is_held_against_the_next_years_plan() -> None:
    assert [one.again for one in left_over.read(ROWS, 2020)] == [
        next_plan.SAME_WORDS,
        next_plan.NOT_TAKEN_UP,
        next_plan.TAKEN_UP,
    ]


def test_the_answer_counts_what_the_plan_says_nothing_of() -> None:
    said = undone_words.left_over(left_over.read(ROWS, 2020), "令和2年度", "令和3年度")
    assert said == "令和2年度から令和3年度に残る未達・繰越は3件、令和3年度は1件が計画に記載なし、2件が計画あり"
    assert undone_words.left_over(left_over.read(ROWS[:1], 2020), "令和2年度", "令和3年度").endswith(
        "すべて令和3年度の計画に記載があります"
    )
    assert undone_words.left_over([], "令和2年度", "令和3年度") == "令和2年度から令和3年度に残る未達・繰越の事業はありません"


def test_what_the_plan_ends_is_not_planned_again() -> None:
    found = left_over.read([*ROWS, initiative(5, (2020,), "ITボランティアの解散により事業終了。", ends_work=True)], 2020)
    assert undone_words.left_over(found, "令和2年度", "令和3年度").endswith(
        "未達・繰越は4件、令和3年度は1件が終了・中断、1件が計画に記載なし、2件が計画あり"
    )
    assert undone_tables.left_over(found, "R2", "R3").set_index("番号").loc[5, "計画の書き方"] == "終了・中断"


def test_the_table_says_what_is_planned_or_that_nothing_is() -> None:
    table = undone_tables.left_over(left_over.read(ROWS, 2020), "R2", "R3")
    assert list(table["R3の計画"]) == ["検討する", "記載なし", "実施する"]
