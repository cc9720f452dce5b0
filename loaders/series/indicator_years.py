"""A year of an indicator: target and result in the unit of the series, held against each other."""

from loaders.model import Comparator, Direction, IndicatorYear, Quantity
from loaders.numbers.bases import base_value, in_unit
from loaders.numbers.equality import same_value
from loaders.numbers.frequencies import period_of, times_a_year
from loaders.series.attainment import attainment, is_met
from loaders.series.last_word import holding_target
from loaders.series.terms import Thread


def indicator_year(thread: Thread, year: int, direction: Direction, unit: str | None) -> IndicatorYear:
    """Return target and result of one year in the series' unit; the target is the one that holds, the first is kept too."""
    stated = [term.quantity for term in thread.targets.get(year, ())]
    if not stated and thread.yearly_goal:
        stated = [thread.yearly_goal.quantity]
    result = thread.results[year].quantity if year in thread.results else None
    known = [*stated, *([result] if result else [])]
    # 月1回 planned and 11回 done are held against each other as 12 and 11.
    is_by_year = len({period_of(quantity.unit) for quantity in known}) > 1

    def times(quantity: Quantity) -> float:
        return (times_a_year(quantity.unit) or 1.0) if is_by_year else 1.0

    values = [in_unit(quantity, unit) * times(quantity) for quantity in stated]
    goal = holding_target(values) if values else None
    first = values[0] if goal is not None and not same_value(values[0], goal) else None
    target = next((q for q, value in zip(stated, values, strict=True) if goal is not None and same_value(value, goal)), None)
    reached = in_unit(result, unit) * times(result) if result else None
    # 7分40秒 is held against 8分 to the second.
    judged = (
        base_value(target) * times(target) if target else None,
        base_value(result) * times(result) if result else None,
        direction,
    )
    return IndicatorYear(
        year=year,
        target=goal,
        result=reached,
        attainment=attainment(*judged),
        is_met=is_met(*judged, target.comparator if target else Comparator.EQUAL),
        target_quantity=target,
        result_quantity=result,
        first_target=first,
        first_target_quantity=stated[0] if first is not None else None,
    )
