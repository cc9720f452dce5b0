"""The numbers of an initiative as rows of the store: what was read, and the indicators that it was tied into, year by year."""

from collections.abc import Iterator

from loaders.model import Indicator, Quantity, Reading
from loaders.numbers.bases import base_of, base_value, in_base, in_unit
from loaders.numbers.equality import same_value
from loaders.store.cell_rows import places
from loaders.store.doubtful_years import DoubtfulYears
from loaders.store.identities import Identities, Row


def quantity_rows(reading: Reading, ids: Identities) -> Iterator[Row]:
    """Yield a row for each number that was read of an initiative, as written and in its base unit."""
    names = ("role", "label", "value", "unit", "comparator", "as_of", "span_start", "span_end", "quote", "is_tagged")
    number = reading.initiative.number
    for quantity in reading.quantities:
        yield {
            "quantity_id": ids.quantity(number, quantity),
            "initiative_id": number,
            **places(quantity.printed, quantity.place),
            **{name: getattr(quantity, name) for name in names},
            "is_cumulative": quantity.is_cumulative,
            "part_of_quantity_id": ids.total(number, quantity),
            "rule": quantity.rule,
            "base_value": base_value(quantity),
            "base_unit": base_of(quantity.unit)[0],
        }


def indicator_rows(reading: Reading, ids: Identities) -> Iterator[Row]:
    """Yield a row for each indicator of an initiative, with where it starts and shall end."""
    number = reading.initiative.number
    for position, indicator in enumerate(reading.indicators, start=1):
        yield {
            "indicator_id": ids.indicator(number, position),
            "initiative_id": number,
            "position": position,
            "name": indicator.name,
            "unit": indicator.unit,
            "baseline": indicator.baseline,
            "final_goal": indicator.final_goal,
            "direction": indicator.direction,
            "is_cumulative": indicator.is_cumulative,
            "baseline_quantity_id": ids.quantity(number, indicator.baseline_quantity),
            "final_goal_quantity_id": ids.quantity(number, indicator.final_goal_quantity),
            "read_name": indicator.read_name or indicator.name,
            "base_unit": base_of(indicator.unit)[0],
            "base_baseline": _in_base(indicator, indicator.baseline, indicator.baseline_quantity),
            "base_final_goal": _in_base(indicator, indicator.final_goal, indicator.final_goal_quantity),
        }


def indicator_year_rows(reading: Reading, ids: Identities, named: DoubtfulYears) -> Iterator[Row]:
    """Yield a row for each year of each indicator of an initiative, with whether it is doubtful."""
    number = reading.initiative.number
    for position, indicator in enumerate(reading.indicators, start=1):
        for row in _years_of(indicator, ids.indicator(number, position), number, ids):
            yield row | {"is_doubtful": named.is_figure_doubtful(number, row)}


def _years_of(indicator: Indicator, indicator_id: int, number: int, ids: Identities) -> Iterator[Row]:
    names = (
        *("year", "target", "result", "attainment", "is_met", "first_target", "is_corrected", "is_forecast"),
        *("confidence", "rule", "is_confirmed"),
    )
    for year in indicator.years:
        yield {
            "indicator_id": indicator_id,
            **{name: getattr(year, name) for name in names},
            "target_quantity_id": ids.quantity(number, year.target_quantity),
            "result_quantity_id": ids.quantity(number, year.result_quantity),
            "first_target_quantity_id": ids.quantity(number, year.first_target_quantity),
            "base_target": _in_base(indicator, year.target, year.target_quantity),
            "base_result": _in_base(indicator, year.result, year.result_quantity),
        }


def _in_base(indicator: Indicator, value: float | None, quantity: Quantity | None) -> float | None:
    """Return a value of an indicator in its base unit, exactly as its number says it where it was not corrected since."""
    if value is None:
        return None
    if quantity is not None and same_value(in_unit(quantity, indicator.unit), value):
        return base_value(quantity)
    return in_base(value, indicator.unit)
