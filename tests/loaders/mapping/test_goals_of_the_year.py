"""A goal without a year beside what came of the table's year is that year's, unless words or other years' forms speak."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.mapping.proposing import propose


def goals(heading: str, *years: tuple[str, str, str]) -> list[ColumnUse]:
    """Return what a goal under a heading is taken for in a sheet a year: (its title, the two goals)."""
    sheets = tuple(
        Sheet(
            title[:4],
            (
                (title, "", ""),
                ("指標", heading, "実績"),
                ("植樹の本数", first, "118"),
                ("清掃の回数", second, "9"),
            ),
        )
        for title, first, second in years
    )
    return [table.columns[1] for table in propose(Grid("a.xlsx", Format.EXCEL, sheets)).tables]


def test_goals_that_are_others_in_another_year_s_form_are_the_years() -> None:
    found = goals("到達目標", ("令和4年度の状況", "120", "10"), ("令和5年度の状況", "130", "11"))
    assert [(c.use, c.confidence >= SURE_ENOUGH) for c in found] == [(Use.TARGET, True)] * 2


def test_goals_that_are_the_same_in_another_year_s_form_are_the_plan_s() -> None:
    found = goals("到達目標", ("令和4年度の状況", "120", "10"), ("令和5年度の状況", "120", "10"))
    assert [c.use for c in found] == [Use.FINAL_GOAL] * 2


def test_a_goal_of_one_form_alone_is_in_doubt() -> None:
    [goal] = goals("到達目標", ("令和4年度の状況", "120", "10"))
    assert (goal.use, goal.confidence < SURE_ENOUGH) == (Use.TARGET, True)


@pytest.mark.parametrize("heading", ["最終目標", "計画期間の到達目標", "R8到達目標"])
def test_a_goal_whose_words_say_when_the_plan_ends_is_the_plan_s(heading: str) -> None:
    [goal] = goals(heading, ("令和4年度の状況", "120", "10"))
    assert goal.use is Use.FINAL_GOAL
