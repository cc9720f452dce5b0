"""A column as it is looked at: its headings from above, what its cells look like, what a note says of their lines."""

from dataclasses import dataclass

from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import Use


@dataclass(frozen=True)
class CellLines:
    """What a note says that the lines of an item, or of a cell, are, and whether it tells of what stands in brackets."""

    kinds: tuple[Use, ...] = ()
    are_bracketed: bool = False

    def part(self, looks: Evidence) -> float:
        """Return the share of cells that hold both: parted in any way where the note tells of brackets, else by lines."""
        held = max(looks.parted, looks.lined) if self.are_bracketed else looks.lined
        return held if self.kinds else 0.0


@dataclass(frozen=True)
class Seen:
    """A column as it is looked at: its headings from above, what its cells look like, what a note says of their lines.

    `periods` are headings that part the years of the table and say nothing of what its columns are for (前期, 実施計画期間).
    """

    column: int
    path: tuple[str, ...]
    evidence: Evidence
    lines: CellLines = CellLines()
    periods: frozenset[str] = frozenset()
