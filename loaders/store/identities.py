"""A row of the store is its columns by name; rows refer to quantities and indicators by numbers, which readings do not bear."""

from typing import Any

from loaders.model import Place, Quantity
from loaders.pipeline import PlanReading

Row = dict[str, Any]
Rows = dict[str, list[Row]]
# Each plan is numbered from 1; combining.py goes on from the plans before it.
PLAN_ID = DOCUMENT_ID = 1


class Identities:
    """Numbers for what other rows refer to: a quantity by where it stands, an indicator by its order in its row."""

    def __init__(self, plan: PlanReading) -> None:
        """Number the quantities and indicators of a plan from 1, in the order of its rows."""
        self._quantities: dict[tuple[int, Quantity], int] = {}
        self._starts: dict[tuple[int, Place, int], int] = {}
        self._indicators: dict[tuple[int, int], int] = {}
        for reading in plan.readings:
            number = reading.initiative.number
            for quantity in reading.quantities:
                new = self._quantities.setdefault((number, quantity), len(self._quantities) + 1)
                self._starts.setdefault((number, quantity.printed, quantity.span_start), new)
            for position in range(1, len(reading.indicators) + 1):
                self._indicators[number, position] = len(self._indicators) + 1

    def quantity(self, number: int, quantity: Quantity | None) -> int | None:
        """Return a quantity's number; one whose role was seen otherwise later is still the number that stands at its place."""
        if quantity is None:
            return None
        found = self._quantities.get((number, quantity))
        return found or self._starts[number, quantity.printed, quantity.span_start]

    def total(self, number: int, quantity: Quantity) -> int | None:
        """Return the quantity that this one is a part of."""
        return None if quantity.part_of is None else self._starts[number, quantity.printed, quantity.part_of]

    def indicator(self, number: int, position: int) -> int:
        """Return an indicator's number; `position` is its order in its row, from 1."""
        return self._indicators[number, position]
