"""Where years run down, a row's year may start or end the plan."""

import pytest

from loaders.mapping.reading import read_document
from loaders.mapping.row_years import EXAMPLES, RowYear, row_year
from loaders.model import Role


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
