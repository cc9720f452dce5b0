"""What the grid states under a year's 目標 or 実績 is that year's value; a year is judged by it, not by a forecast or grade."""

from dataclasses import replace

import pytest

from loaders.codes import Status
from loaders.model import (
    BodyGrade,
    Cell,
    Column,
    Comparator,
    Direction,
    Indicator,
    Initiative,
    Kind,
    Measure,
    Place,
    Role,
    Stated,
)
from loaders.series.stated import evaluated, prose, stated_indicators
from tests.series import cells_of, row

EVALUATED = 2019


def value(role: Role, year: int | None, number: float, **other: object) -> Stated:
    kind = Kind.RESULT if role is Role.RESULT else Kind.PLAN if role is Role.TARGET else Kind.BASELINE_GOAL
    stated = Stated(role, year, Place(kind, year), number, "回", Comparator.EQUAL, 0, 3, f"{number:g}回")
    return replace(stated, **other)


def measured(*stated: Stated, name: str = "講座") -> Initiative:
    initiative = row(h29_result="3回", h30_result="4回", r1_result="精査中")
    cells = tuple(cell for cell in initiative.cells if cell.place.year is None or cell.place.year <= EVALUATED)
    return replace(initiative, cells=cells, measures=(Measure(name, "回", stated),))


def indicator(*stated: Stated, name: str = "講座") -> Indicator:
    [found] = stated_indicators(measured(*stated, name=name))
    return found


def judged_cells(initiative: Initiative) -> list[str]:
    return [cell.text for cell in evaluated(initiative, cells_of(initiative)) if cell.text]


def test_a_year_is_judged_by_the_value_that_the_grid_states_and_by_no_forecast() -> None:
    initiative = measured(value(Role.RESULT, 2017, 3), value(Role.RESULT, 2018, 4, is_forecast=True))
    assert judged_cells(initiative) == ["3回"]


def test_words_beside_the_values_are_judged_and_words_for_a_missing_value_are_not() -> None:
    initiative = measured(value(Role.RESULT, 2017, 3))
    assert judged_cells(initiative) == ["3回", "4回"]


def test_the_bodys_own_grade_is_left_out() -> None:
    initiative = measured(value(Role.RESULT, 2017, 3))
    place = Place(Kind.RESULT, 2018)
    grade = Cell(place, place, "A", 0, 1, 1.0, "as_printed", column=Column("評価", 0, 1, is_stated=True))
    assert evaluated(initiative, [grade]) == ()
    assert evaluated(initiative, [replace(grade, column=replace(grade.column, is_stated=False))]) != ()


@pytest.mark.parametrize(
    ("words", "is_judged"),
    [
        ("着手せず", True),
        ("設計の作成途上", True),
        ("精査中", False),
        ("順調", False),
        ("C", False),
        ("3か4", False),
    ],
)
def test_words_of_what_became_of_a_year_are_judged_in_a_column_of_values_too(words: str, is_judged: bool) -> None:
    initiative = replace(measured(value(Role.RESULT, 2017, 3)), grades=(BodyGrade(2018, "順調", "評価"),))
    place = Place(Kind.RESULT, 2018)
    cell = Cell(place, place, words, 0, len(words), 1.0, "as_printed", column=Column("実績", "", 0, is_stated=True))
    assert (evaluated(initiative, [cell]) != ()) is is_judged


def test_a_value_ends_where_its_cell_does() -> None:
    initiative = measured(value(Role.RESULT, 2017, 3, span_start=0))
    place = Place(Kind.RESULT, 2017)
    before, after = (Cell(place, place, "未定", start, start + 2, 1.0, "as_printed") for start in (3, 0))
    assert evaluated(initiative, [before]) == ()
    assert evaluated(initiative, [after]) == (after,)


@pytest.mark.parametrize(
    ("years", "final"),
    [((2018, 2019), None), ((2019, 2020), None), ((2020, 2021), 2021.0), ((2019, 2020, 2022, 2021), 2022.0)],
)
def test_the_last_of_several_targets_of_years_to_come_is_the_goal_for_the_end(
    years: tuple[int, ...], final: float | None
) -> None:
    assert indicator(*(value(Role.TARGET, year, float(year)) for year in years)).final_goal == final


def test_a_stated_final_goal_is_the_goal_for_the_end() -> None:
    targets = [value(Role.TARGET, year, float(year)) for year in (2020, 2021)]
    assert indicator(*targets, value(Role.FINAL_GOAL, None, 50)).final_goal == 50


@pytest.mark.parametrize(
    ("baseline", "targets", "final", "direction"),
    [
        (10, (8, 6), None, Direction.DOWN),
        (10, (12, 14), None, Direction.UP),
        (10, (10, 8), None, Direction.DOWN),
        (10, (), 8, Direction.DOWN),
        (10, (), 12, Direction.UP),
        # By neither bounds nor goals: the name says it.
        (None, (8, 6), None, Direction.UP),
        (None, (10, 9.9, 9.8, 9.7), None, Direction.UP),
        (None, (10, 8, 9, 6), None, Direction.UP),
        (None, (10, 9, 8, 6), None, Direction.DOWN),
        (None, (10, 9, 8), 6, Direction.DOWN),
        (10, (8, 12), None, Direction.UP),
        (10, (12, 8), None, Direction.UP),
        (10, (), None, Direction.UP),
    ],
)
def test_a_measure_improves_whither_its_goals_lead(
    baseline: float | None, targets: tuple[float, ...], final: float | None, direction: Direction
) -> None:
    stated = [value(Role.TARGET, 2018 + at, target) for at, target in enumerate(targets)]
    stated += [] if baseline is None else [value(Role.BASELINE, None, baseline)]
    stated += [] if final is None else [value(Role.FINAL_GOAL, None, final)]
    assert indicator(*stated).direction is direction


@pytest.mark.parametrize(
    ("name", "goals", "direction"),
    [
        ("簡易水道の料金収入", (90, 80), Direction.UP),
        ("病院事業の経常収支比率", (103, 101), Direction.UP),
        ("経常収支比率", (98, 97), Direction.DOWN),
        ("収入未済額", (90, 80), Direction.DOWN),
    ],
)
def test_of_what_is_earned_more_is_better_though_its_goals_fall(
    name: str, goals: tuple[float, ...], direction: Direction
) -> None:
    targets = [value(Role.TARGET, 2018 + at, goal) for at, goal in enumerate(goals)]
    assert indicator(value(Role.BASELINE, None, 110), *targets, name=name).direction is direction


@pytest.mark.parametrize(("before", "direction"), [(12, Direction.DOWN), (9, Direction.UP), (7, Direction.UP)])
def test_where_no_state_at_the_start_is_told_goals_lead_on_from_the_result_before_them(
    before: float, direction: Direction
) -> None:
    goals = (value(Role.TARGET, 2018, 10), value(Role.TARGET, 2019, 8))
    assert indicator(value(Role.RESULT, 2017, before), *goals).direction is direction
    forecast = value(Role.RESULT, 2017, before, is_forecast=True)
    assert indicator(forecast, *goals).direction is Direction.UP


@pytest.mark.parametrize("role", [Role.TARGET, Role.FINAL_GOAL])
@pytest.mark.parametrize(("bound", "direction"), [(Comparator.AT_MOST, Direction.DOWN), (Comparator.AT_LEAST, Direction.UP)])
def test_a_bound_says_which_way_is_better_whatever_the_course(role: Role, bound: Comparator, direction: Direction) -> None:
    other_way = 20 if bound is Comparator.AT_MOST else 5
    goal = value(role, 2018 if role is Role.TARGET else None, other_way, comparator=bound)
    assert indicator(value(Role.BASELINE, None, 10), goal).direction is direction


def test_a_forecast_is_shown_and_judged_by_nobody() -> None:
    goal, forecast = value(Role.TARGET, 2018, 4), value(Role.RESULT, 2018, 5, is_forecast=True)
    [year] = indicator(goal, forecast).years
    assert (year.result, year.is_forecast, year.is_met, year.attainment) == (5, True, None, None)
    [year] = indicator(goal, forecast, value(Role.RESULT, 2018, 3)).years
    assert (year.result, year.is_forecast, year.is_met, year.attainment) == (3, False, False, 0.75)


def test_values_of_one_year_are_not_anothers() -> None:
    stated = (value(Role.TARGET, 2018, 4), value(Role.RESULT, 2017, 3), value(Role.TARGET, 2017, 2))
    years = {year.year: (year.target, year.result) for year in indicator(*stated).years}
    assert years == {2017: (2, 3), 2018: (4, None)}


@pytest.mark.parametrize(("name", "is_cumulative"), [("累計登録者数", True), ("通算の回数", True), ("登録者数", False)])
def test_a_name_says_that_years_add_up(name: str, is_cumulative: bool) -> None:
    assert indicator(value(Role.RESULT, 2017, 3), name=name).is_cumulative is is_cumulative


@pytest.mark.parametrize(
    ("goals", "results", "direction"),
    [((0, 0), (0, 2.5), Direction.DOWN), ((0, 0), (-1.5, 2.5), Direction.UP), ((0, 5), (0, 2.5), Direction.UP)],
)
def test_of_a_goal_of_nothing_less_is_better_unless_values_go_below_it(
    goals: tuple[float, ...], results: tuple[float, ...], direction: Direction
) -> None:
    stated = [value(Role.TARGET, 2018 + at, goal) for at, goal in enumerate(goals)]
    stated += [value(Role.RESULT, 2018 + at, result) for at, result in enumerate(results)]
    assert indicator(*stated).direction is direction


MET, UNMET = Status.MET, Status.UNMET


@pytest.mark.parametrize(
    ("verdicts", "direction"),
    [
        # More than the target is unmet again and again; one verdict may differ from the figures for reasons of its own.
        ([(UNMET, 5)], Direction.UP),
        ([(UNMET, 5), (UNMET, 6)], Direction.DOWN),
        ([(MET, 3.9)], Direction.UP),
        ([(MET, 3), (MET, 2)], Direction.DOWN),
        # Verdicts that don't agree, and one on a target that was just reached, tell nothing.
        ([(UNMET, 5), (UNMET, 3)], Direction.UP),
        ([(UNMET, 4)], Direction.UP),
        ([(None, 5)], Direction.UP),
    ],
)
def test_the_bodys_verdicts_on_its_targets_say_which_way_is_better(
    verdicts: list[tuple[Status | None, float]], direction: Direction
) -> None:
    stated = [value(Role.TARGET, 2018 + at, 4) for at in range(len(verdicts))]
    stated += [value(Role.RESULT, 2018 + at, result) for at, (_, result) in enumerate(verdicts)]
    grades = tuple(BodyGrade(2018 + at, "○", "判定", "目標との差", says=says) for at, (says, _) in enumerate(verdicts))
    [found] = stated_indicators(replace(measured(*stated), grades=grades))
    assert found.direction is direction
    of_another = tuple(replace(grade, measure="別の指標") for grade in grades)
    assert stated_indicators(replace(measured(*stated), grades=of_another))[0].direction is Direction.UP
    of_progress = tuple(replace(grade, meaning="順調でない") for grade in grades)
    assert stated_indicators(replace(measured(*stated), grades=of_progress))[0].direction is Direction.UP


def test_the_bodys_verdicts_say_which_way_is_better_whatever_the_course() -> None:
    stated = [value(Role.BASELINE, None, 10)]
    stated += [v for year in (2018, 2019) for v in (value(Role.TARGET, year, 8), value(Role.RESULT, year, 7))]
    grades = tuple(BodyGrade(year, "×", "判定", "目標を下回る", says=Status.UNMET) for year in (2018, 2019))
    assert indicator(*stated).direction is Direction.DOWN
    assert stated_indicators(replace(measured(*stated), grades=grades))[0].direction is Direction.UP


@pytest.mark.parametrize(
    ("value", "kept"),
    [("算定中", []), ("3,200", []), ("Ａ", ["民間の施設を2校で試した。"]), ("", ["民間の施設を2校で試した。"])],
)
def test_beside_the_column_of_a_years_value_one_that_is_but_guessed_to_tell_it_counts_something_else(
    value: str, kept: list[str]
) -> None:
    place, told = Place(Kind.RESULT, 2019), "民間の施設を2校で試した。"
    columns = (Column("R1実績額", "", 0, is_stated=True), Column("R1の主な動き", "", 0, confidence=0.5))
    cells = [
        Cell(place, place, text, 0, len(text), 1.0, "as_printed", c) for text, c in zip((value, told), columns, strict=True)
    ]
    assert [cell.text for cell in prose(cells)] == kept


def _falling(name: str, work: str = "", **told: Direction) -> Indicator:
    stated = (value(Role.TARGET, 2017, 320), value(Role.TARGET, 2018, 300), value(Role.RESULT, 2017, 310))
    initiative = replace(measured(*stated, name=name), program_name=work)
    initiative = replace(initiative, measures=tuple(replace(measure, **told) for measure in initiative.measures))
    [found] = stated_indicators(initiative)
    return found


def test_which_way_is_better_is_open_where_targets_fall_and_nothing_says_why() -> None:
    open_one, lessened = _falling("建物の床面積"), _falling("建物の床面積", "公共施設の縮減")
    assert not open_one.is_direction_sure
    assert (lessened.direction, lessened.is_direction_sure) == (Direction.DOWN, True)


def test_what_the_table_says_of_the_way_stands_above_where_targets_lead() -> None:
    told = _falling("施設の利用率", direction=Direction.UP)
    assert (told.direction, told.is_direction_sure) == (Direction.UP, True)


def test_of_what_something_costs_less_is_better_though_more_is_expected() -> None:
    stated = (value(Role.BASELINE, None, 168), value(Role.TARGET, 2017, 170), value(Role.TARGET, 2018, 175))
    assert indicator(*stated, name="給水原価（円／㎥）").direction is Direction.DOWN


def test_the_only_target_that_closes_the_years_is_the_plans_goal_too() -> None:
    results = (value(Role.RESULT, 2017, 3), value(Role.RESULT, 2018, 4), value(Role.RESULT, 2019, 5))
    start, goal = value(Role.BASELINE, None, 2), value(Role.TARGET, 2019, 6)
    assert (indicator(start, *results, goal).final_goal, indicator(*results, goal).final_goal) == (6, None)


def test_goals_that_stay_alike_a_little_below_the_start_leave_open_which_way_is_better() -> None:
    def kept(*goals: float) -> Indicator:
        targets = (value(Role.TARGET, 2017 + at, goal) for at, goal in enumerate(goals))
        return indicator(value(Role.BASELINE, None, 141), *targets, name="協力団体の数")

    assert (kept(140, 140, 140).direction, kept(140, 140, 140).is_direction_sure) == (Direction.UP, False)
    assert [kept(*goals).direction for goals in ((60, 60, 60), (140, 130, 120), (140, 140))] == [Direction.DOWN] * 3
