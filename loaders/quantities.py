"""The table's numbers are in prose: 【結果/目標】9,813人/10,000人(329人増), 4回、参加人数70人, 年間15,000件を維持する."""

from collections.abc import Sequence

from loaders.model import Cell, Finding, Initiative, Quantity


def read_quantities(initiative: Initiative, cells: Sequence[Cell]) -> tuple[tuple[Quantity, ...], tuple[Finding, ...]]:
    """Return the numbers of a row in the document's order, and findings on numbers that could not be read."""
    return (), ()
