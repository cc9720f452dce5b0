"""The whole plan at one look: every matter in every year, whose it is, and what of a year was left undone or is doubtful."""

import pandas as pd

from dashboard.facts import board

COLUMNS = (
    *("number", "numbers", "goal_code", "activity", "department", "sections", "year", "label"),
    *("status", "is_carried_over", "is_undone", "is_doubtful"),
)


def matters(*rows: tuple[object, ...]) -> tuple[board.Matter, ...]:
    return board.read(pd.DataFrame([dict(zip(COLUMNS, row, strict=True)) for row in rows]))


def a_year(number: int, year: int, status: str | None, *said: bool | None, goal: str = "1") -> tuple[object, ...]:
    carried, undone, doubtful = said or (False, False, False)
    return (number, [number, 9], goal, "研修", "指導課", 2, year, f"R{year - 2018}", status, carried, undone, doubtful)


def test_a_matter_has_its_rows_its_owner_and_its_years_in_order() -> None:
    [one] = matters(a_year(3, 2019, "met"), a_year(3, 2020, "unmet", True, True, False))
    assert (one.number, one.numbers, one.owner) == (3, (3, 9), "指導課ほか1課")
    assert [(year.year, year.label, year.status) for year in one.years] == [(2019, "R1", "met"), (2020, "R2", "unmet")]
    assert [(year.is_carried_over, year.is_undone) for year in one.years] == [(False, False), (True, True)]


def test_a_matter_of_one_section_is_that_sections() -> None:
    [one] = matters((*a_year(3, 2019, "met")[:5], 1, *a_year(3, 2019, "met")[6:]))
    assert one.owner == "指導課"


def test_a_year_without_an_evaluation_has_no_status_and_nothing_is_said_of_it() -> None:
    [one] = matters(a_year(3, 2021, None, None, None, None))
    [year] = one.years
    assert (year.status, year.is_carried_over, year.is_undone, year.is_doubtful) == (None, False, False, False)


def test_what_was_left_undone_and_what_is_doubtful_is_counted_by_year() -> None:
    every = matters(
        a_year(1, 2019, "unmet", False, True, True),
        a_year(1, 2020, "unmet", False, True, False),
        a_year(2, 2019, "unmet", False, True, False),
        a_year(2, 2020, "met", False, False, True),
    )
    assert [board.undone(every, year) for year in (2019, 2020, 2021)] == [2, 1, 0]
    assert [board.doubtful(every, year) for year in (2019, 2020, 2021)] == [1, 1, 0]
    assert [board.undone_years(one) for one in every] == [2, 1]


def test_goals_stand_by_their_numbers_and_their_matters_in_the_tables_order() -> None:
    every = matters(a_year(5, 2019, "met", goal="2"), a_year(1, 2019, "met", goal="1"), a_year(2, 2019, "met", goal="2"))
    goals = {goal: [one.number for one in found] for goal, found in board.by_goal(every).items()}
    assert list(goals.items()) == [("1", [1]), ("2", [5, 2])]


def test_years_are_told_from_the_first_to_the_last_and_one_by_itself() -> None:
    assert board.years_told(matters(a_year(1, 2019, "met"), a_year(1, 2020, "met"))) == "R1～R2"
    assert (board.years_told(matters(a_year(1, 2019, "met"))), board.years_told(())) == ("R1", "")
