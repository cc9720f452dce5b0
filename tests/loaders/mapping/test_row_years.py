"""Where years run down, a row's year may start or end the plan."""

import pytest

from loaders.mapping.cells.row_years import EXAMPLES, RowYear, row_year
from loaders.model import Role
from loaders.records.reading import read_document


@pytest.mark.parametrize(("cell", "named"), EXAMPLES.items())
def test_cell_names_the_year_of_its_row_and_its_part_in_the_plan(cell: str, named: RowYear) -> None:
    assert row_year(cell) == named


def stated(table: str) -> list[tuple[Role, int | None, float]]:
    [row] = read_document(table.encode(), "a.csv").initiatives
    return [(value.role, value.year, value.value) for measure in row.measures for value in measure.stated]


def test_base_years_value_is_the_baseline_and_the_goal_years_target_the_final_goal() -> None:
    table = "みどり計画,,\n年度,緑地の面積,\n,目標,実績\nR2（基準）,－,50\nR3,55,52\nR8（目標年度）,80,\n"
    assert stated(table) == [
        (Role.BASELINE, None, 50),
        (Role.TARGET, 2021, 55),
        (Role.RESULT, 2021, 52),
        (Role.FINAL_GOAL, None, 80),
    ]


def test_goal_of_the_last_year_is_its_target_once_it_has_a_result() -> None:
    table = "みどり計画,,\n年度,緑地の面積,\n,目標,実績\nR3,55,52\nR4（最終）,60,61\n"
    assert stated(table)[2:] == [(Role.FINAL_GOAL, None, 60), (Role.TARGET, 2022, 60), (Role.RESULT, 2022, 61)]


def test_lone_value_of_the_base_year_is_the_baseline_under_either_heading() -> None:
    table = "みどり計画,,\n年度,緑地の面積,\n,目標,実績\nR2（基準）,50,\nR3,55,52\n"
    assert stated(table)[0] == (Role.BASELINE, None, 50)
    table = "みどり計画,,\n年度,緑地の面積,\n,目標,実績\nR2（基準）,48,50\nR3,55,52\n"
    assert (Role.TARGET, 2020, 48) in stated(table)


def test_note_behind_a_year_without_its_era_marks_the_row_and_other_brackets_do_not() -> None:
    table = "みどり計画,,\n年度,緑地の面積,\n,目標,実績\n令和３,55,52\n４,60,61\n５（最終目標）,70,\n"
    assert stated(table)[-2:] == [(Role.FINAL_GOAL, None, 70), (Role.TARGET, 2023, 70)]
    assert (row_year("5（見込）", 2022).year, row_year("5（12）", 2022).year, row_year("7（最終目標）", 2022).year) == (
        2023,
        None,
        None,
    )


def test_rows_are_of_years_though_one_is_their_average_and_what_came_of_one_that_is_not_over_is_expected() -> None:
    years = ("R3,55,52", "R4,60,61", "R5,62,60", "３か年平均,,57", "R6（決算見込）,64,63", "最終目標（R10）,80,")
    table = "みどり計画,,\n年度,緑地の面積,\n,計画,決算\n" + "\n".join(years) + "\n"
    [measure] = [m for one in read_document(table.encode(), "a.csv").initiatives for m in one.measures]
    assert [(s.place.year, s.is_forecast) for s in measure.stated if s.role is Role.RESULT] == [
        (2021, False),
        (2022, False),
        (2023, False),
        (2024, True),
    ]
    assert [s.value for s in measure.stated if s.role is Role.FINAL_GOAL] == [80]
