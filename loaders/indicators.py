"""A target and the result that answers it often bear different labels; an indicator ties them into one series of years."""

from collections.abc import Sequence

from loaders.model import Cell, Finding, Indicator, Initiative, Quantity


def build_indicators(
    initiative: Initiative, cells: Sequence[Cell], quantities: Sequence[Quantity]
) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """Return the row's indicators in the order in which the document names them, and findings on numbers left unplaced."""
    return (), ()
