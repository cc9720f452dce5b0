"""What an evaluation says in numbers speaks against a target that is left without its answer, and against one of its own.

A target stays unanswered most often because no number was told. Where the evaluation does tell one in its unit, or no year has
a result, as likely its answer was not found or it was none.
"""

from loaders.model import Indicator, IndicatorYear, Kind, Place, Quantity, Reading, Role
from loaders.numbers.bases import base_value
from loaders.numbers.denominators import LABELLED_PAIR
from loaders.numbers.equality import same_value
from loaders.series.label_similarity import unit_class


def is_beside_number(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> bool:
    """Tell whether the year's evaluation holds another number in an unanswered target's unit, whatever it was taken for."""
    return any(
        quantity is not entry.target_quantity and quantity.role is not Role.CHANGE and quantity.part_of is None
        for quantity in _numbers_of(reading, Place(Kind.RESULT, entry.year), indicator.unit)
    )


def is_never_answered(indicator: Indicator) -> bool:
    """Tell whether no year of an indicator has a result: a number that only plans tell may be no target."""
    return all(year.result is None for year in indicator.years)


def is_of_every_year(entry: IndicatorYear) -> bool:
    """Tell whether a target is the one that the plan sets for all years, which no plan of the year itself repeats."""
    return entry.target_quantity is not None and entry.target_quantity.place.kind is Kind.BASELINE_GOAL


def counts_nothing(indicator: Indicator, entry: IndicatorYear) -> bool:
    """Tell whether no unit and no name say what a figure counts."""
    quantities = [q for q in (entry.target_quantity, entry.result_quantity) if q is not None]
    return not indicator.unit and bool(quantities) and not any(q.unit or q.label for q in quantities)


def is_set_otherwise(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> bool:
    """Tell whether a target is what the evaluation alone says (3/5回), while the plan asks for other numbers of its unit.

    A label that names both (【結果/目標】3/5回) leaves no doubt that it is one.
    """
    stated = entry.target_quantity
    if stated is None or stated.place.kind is not Kind.RESULT or stated.rule == LABELLED_PAIR:
        return False
    asked = [q for q in _numbers_of(reading, Place(Kind.PLAN, entry.year), indicator.unit) if q.role is Role.TARGET]
    return bool(asked) and not any(same_value(base_value(q), base_value(stated)) for q in asked)


def is_of_unsure_swap(reading: Reading, entry: IndicatorYear) -> bool:
    """Tell whether a figure stands in a cell that was swapped with another by words that leave it open."""
    quantities = [q for q in (entry.target_quantity, entry.result_quantity) if q is not None]
    return any(
        cell.rule == SWAPPED
        and cell.confidence < SURE_SWAP
        and cell.printed == quantity.printed
        and cell.span_start <= quantity.span_start < cell.span_end
        for cell in reading.cells
        for quantity in quantities
    )


# The rule by which two cells changed places, and how sure that has to be: a wrong one makes each target a result.
SWAPPED = "swapped"
SURE_SWAP = 0.8


def _numbers_of(reading: Reading, place: Place, unit: str | None) -> list[Quantity]:
    return [q for q in reading.quantities if q.place == place and unit_class(q.unit) == unit_class(unit)]
