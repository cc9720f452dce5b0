"""Cells of words, and what is read in them."""

from loaders.model import Cell, Finding, Initiative, Kind, Place, PrintedCell, Quantity, Role
from loaders.numbers.quantities import read_quantities

PLAN, RESULT, BASE = Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2019), Place(Kind.BASELINE_GOAL, None)


def row(text: str, place: Place, activity: str = "") -> Initiative:
    return Initiative(1, "1", "1-①", "1-①-ア", "", True, "防災課", None, None, activity, 1, (PrintedCell(place, text),))


def read(text: str, place: Place = RESULT, activity: str = "") -> tuple[Quantity, ...]:
    cell = Cell(place, place, text, 0, len(text), 1.0, "as_printed")
    return read_quantities(row(text, place, activity), [cell])[0]


def findings(text: str) -> tuple[Finding, ...]:
    cell = Cell(RESULT, RESULT, text, 0, len(text), 1.0, "as_printed")
    return read_quantities(row(text, RESULT), [cell])[1]


def said(text: str, place: Place = RESULT) -> list[tuple[Role, float, str | None]]:
    return [(quantity.role, quantity.value, quantity.unit) for quantity in read(text, place)]
