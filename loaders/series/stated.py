"""A value that stands in a table's grid under 目標 or 実績 of a year is that year's target or result: nothing is guessed."""

from collections.abc import Sequence
from itertools import pairwise

from loaders.mapping.cells.evidence import is_grade
from loaders.mapping.cells.values import is_not_reported, stands_for_value
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.model import (
    BodyGrade,
    Cell,
    Comparator,
    Direction,
    Indicator,
    IndicatorYear,
    Initiative,
    Kind,
    Measure,
    Quantity,
    Role,
    Stated,
)
from loaders.prose.earned import is_earned, is_spent
from loaders.prose.widths import narrow
from loaders.series.attainment import attainment, direction_of, is_met, lessens
from loaders.series.verdict_directions import direction_by_verdicts

RULE = "grid"


def stated_quantities(initiative: Initiative) -> tuple[Quantity, ...]:
    """Return the values that the grid states of a row, as quantities with their place in the printed cell."""
    return tuple(_quantity(measure, stated) for measure in initiative.measures for stated in measure.stated)


def stated_indicators(initiative: Initiative) -> tuple[Indicator, ...]:
    """Return the indicators of a row whose values the grid states, in the table's order."""
    evaluated = [cell.place.year for cell in initiative.cells if cell.place.kind is Kind.RESULT and cell.place.year is not None]
    work = " ".join((initiative.program_name, initiative.activity))
    return tuple(_indicator(measure, max(evaluated, default=None), initiative.grades, work) for measure in initiative.measures)


def prose(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells whose words are to be read: not those whose value or grade the grid states.

    Nor those of a column that is but guessed to tell what came of a year, beside the one that holds its value or says that it
    is still being counted: 算定中 under 実績額, 2校で試行 under 主な取組内容.
    """
    open_ones = [cell for cell in cells if cell.column is None or not cell.column.is_stated]
    valued = {cell.printed for cell in cells if cell not in open_ones and stands_for_value(cell.text)}
    return tuple(cell for cell in open_ones if not (cell.printed in valued and _is_guess(cell)))


def _is_guess(cell: Cell) -> bool:
    return cell.column is not None and cell.column.confidence < SURE_ENOUGH


def evaluated(initiative: Initiative, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells that a year is judged by: prose, and the values that the grid states, without forecasts.

    The body's own grade is left out, since ours stands beside it, and so are words for a value that is not there yet (精査中).
    Words in the place of a result that tell what became of it stay, whatever its column holds in other rows: 着手せず, 中止.
    """
    if not initiative.measures:
        return tuple(cells)
    results = {(s.place, s.span_start) for m in initiative.measures for s in m.stated if not s.is_forecast}
    starts = {(s.place, s.span_start, s.span_end) for m in initiative.measures for s in m.stated}
    kept = []
    for cell in cells:
        inside = [(p, start) for p, start, end in starts if p == cell.printed and cell.span_start <= start < cell.span_end]
        is_value = any(place in results for place in inside)
        is_told = not (cell.column and cell.column.is_stated) or _tells_in_words(cell, initiative.grades)
        if is_value or (not inside and is_told and not is_not_reported(cell.text)):
            kept.append(cell)
    return tuple(kept)


def _tells_in_words(cell: Cell, grades: Sequence[BodyGrade]) -> bool:
    """Whether a cell of a column of results holds words, and no number that could not be read nor the body's own verdict."""
    text = narrow(cell.text).strip()
    is_verdict = is_grade(text) or any(text == narrow(grade.words).strip() for grade in grades)
    return cell.place.kind is Kind.RESULT and len(text) > 1 and not any(map(str.isnumeric, text)) and not is_verdict


def _quantity(measure: Measure, stated: Stated) -> Quantity:
    return Quantity(
        printed=stated.place,
        place=stated.place,
        role=stated.role,
        label=measure.name,
        value=stated.value,
        unit=stated.unit or measure.unit,
        comparator=stated.comparator,
        as_of=None,
        span_start=stated.span_start,
        span_end=stated.span_end,
        quote=stated.quote,
        is_tagged=False,
        rule=RULE,
    )


def _indicator(measure: Measure, evaluated: int | None, grades: Sequence[BodyGrade], work: str) -> Indicator:
    of = {role: [s for s in measure.stated if s.role is role] for role in Role}
    baseline = next(iter(of[Role.BASELINE]), None)
    final = next(iter(of[Role.FINAL_GOAL]), None) or _last_of_later_targets(of[Role.TARGET], evaluated)
    final = final or _lone_target_at_the_end(of[Role.TARGET], of[Role.RESULT], has_start=baseline is not None)
    told = measure.direction or _bound(*of[Role.TARGET], *of[Role.FINAL_GOAL]) or direction_by_verdicts(measure, grades)
    direction, is_sure = (told, True) if told else _direction(measure, baseline, final, of[Role.TARGET], work)
    years = sorted({s.year for role in (Role.TARGET, Role.RESULT) for s in of[role] if s.year is not None})
    return Indicator(
        name=measure.name,
        unit=measure.unit,
        baseline=baseline.value if baseline else None,
        final_goal=final.value if final else None,
        direction=direction,
        is_cumulative=any(word in measure.name for word in ("累計", "累積", "通算")),
        years=tuple(_year(measure, year, direction) for year in years),
        baseline_quantity=_quantity(measure, baseline) if baseline else None,
        final_goal_quantity=_quantity(measure, final) if final else None,
        is_direction_sure=is_sure,
    )


def _last_of_later_targets(targets: Sequence[Stated], evaluated: int | None) -> Stated | None:
    """Return the last of several targets of years that nobody has evaluated yet: what the plan aims at in the end."""
    later = [s for s in targets if s.year is not None and evaluated is not None and s.year > evaluated]
    return max(later, key=lambda s: s.year or 0) if len(later) > 1 else None


def _lone_target_at_the_end(targets: Sequence[Stated], results: Sequence[Stated], *, has_start: bool) -> Stated | None:
    """Return the only target of a measure where results of other years lead to it: that year's, and the plan's in the end.

    The year after the only result, or after results without a start, may have a target as any year has.
    """
    years = {s.year for s in results if s.year is not None}
    if len(targets) != 1 or not years:
        return None
    away = (targets[0].year or 0) - max(years)
    return targets[0] if away > 1 or (has_start and len(years) > 1 and away >= 0) else None


def _bound(*aims: Stated) -> Direction | None:
    """Return which way a measure improves by the bounds of its targets and its goal, None where they state none."""
    bounds = {aim.comparator for aim in aims}
    return next((direction for bound, direction in _BOUNDS.items() if bound in bounds), None)


_BOUNDS = {Comparator.AT_MOST: Direction.DOWN, Comparator.AT_LEAST: Direction.UP}


def _direction(
    measure: Measure, baseline: Stated | None, final: Stated | None, targets: Sequence[Stated], work: str
) -> tuple[Direction, bool]:
    """Return which way a measure improves by what it earns or costs, by where its goals lead, else by its name; and how sure.

    Of a goal of nothing less is better, unless a value may be below it: as an aim for more 0 is none. Goals that fall while
    the name of the work, and of what it measures, say nothing of less leave it open: a plan may hope for less each year. So do
    goals that stay alike a little below the start: 団体数 141 shall be kept at 140.
    """
    in_order = sorted(targets, key=lambda s: s.year or 0)
    goals = [s.value for s in in_order] + ([final.value] if final else [])
    if is_earned(measure.name, goals):
        return Direction.UP, True
    if is_spent(measure.name) or (goals and not any(goals) and all(s.value >= 0 for s in measure.stated)):
        return Direction.DOWN, True
    start = baseline or _result_before(measure, in_order)
    course = [*([start.value] if start else []), *goals]
    steps = [later < earlier for earlier, later in pairwise(course) if later != earlier]
    if start is not None and goals and goals[-1] != start.value and len(set(steps)) == 1 and not _is_kept(start.value, goals):
        return Direction.DOWN if steps[0] else Direction.UP, True
    is_falling = bool(steps) and all(steps)
    if is_falling and (lessens(work) or (len(steps) >= _LONG_COURSE and goals[-1] < goals[0] * _FAR_BELOW)):
        return Direction.DOWN, True
    direction = direction_of(measure.name, course=goals)
    return direction, direction is Direction.DOWN or not is_falling


def _is_kept(start: float, goals: Sequence[float]) -> bool:
    """Return whether goals stay at one amount a little below the start: what dwindles shall be kept there.

    >>> _is_kept(141, [140, 140, 140]), _is_kept(57, [30, 30, 30]), _is_kept(141, [140, 135, 130])
    (True, False, False)
    """
    return len(goals) > _ALIKE and set(goals) == {goals[0]} and start * _FAR_BELOW <= goals[0] < start


# So many goals may be alike by chance.
_ALIKE = 2
# From so many steps on goals that all fall, and so far in all, ask for less; what only dwindles falls less in a plan's years.
_LONG_COURSE, _FAR_BELOW = 3, 0.9


def _result_before(measure: Measure, targets: Sequence[Stated]) -> Stated | None:
    """Return the last result before the first of the targets, from which they lead on; None where there is none."""
    first = next((target.year for target in targets if target.year is not None), 0)
    results = (s for s in measure.stated if s.role is Role.RESULT and not s.is_forecast)
    return max((s for s in results if s.year and s.year < first), key=lambda s: s.year or 0, default=None)


def _year(measure: Measure, year: int, direction: Direction) -> IndicatorYear:
    """Return a year of a measure; a forecast is shown as its result and judged by nobody."""
    target = next((s for s in measure.stated if s.role is Role.TARGET and s.year == year), None)
    results = [s for s in measure.stated if s.role is Role.RESULT and s.year == year]
    result = next((s for s in results if not s.is_forecast), None) or next(iter(results), None)
    is_forecast = result is not None and result.is_forecast
    goal, reached = target.value if target else None, result.value if result else None
    judged = None if is_forecast else reached
    return IndicatorYear(
        year=year,
        target=goal,
        result=reached,
        attainment=attainment(goal, judged, direction),
        is_met=is_met(goal, judged, direction, target.comparator if target else Comparator.EQUAL),
        target_quantity=_quantity(measure, target) if target else None,
        result_quantity=_quantity(measure, result) if result else None,
        is_forecast=is_forecast,
    )
