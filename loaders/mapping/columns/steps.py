"""What columns are taken for is told in steps, in their order: each takes the columns, and says why it comes at all.

A step looks at the columns and at what stands around them, changes those that it knows better, and leaves the others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.grid.grid import Grid, Sheet
from loaders.mapping.layout.looking import TableSeen
from loaders.mapping.layout.regions import Region
from loaders.mapping.layout.seen import Seen
from loaders.mapping.layout.title_kinds import TitleKind
from loaders.mapping.model.mapping import ColumnUse

Columns = Sequence[ColumnUse]


@dataclass(frozen=True)
class Around:
    """What stands around the columns of a table: its file, its sheet, where it lies in it, and how it looks.

    `has_line_kinds`: the lines of each item are a target and a result. `of_title` is what the table's title says of its values,
    `stated` the year that it is of where its columns name none.
    """

    grid: Grid
    sheet: Sheet
    region: Region
    table: TableSeen
    has_line_kinds: bool = False
    of_title: TitleKind | None = None
    stated: int | None = None

    @property
    def seen(self) -> tuple[Seen, ...]:
        """What each column looks like."""
        return self.table.seen

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows below the headings."""
        return self.table.rows

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """The headings over each column."""
        return self.table.paths


class Step(NamedTuple):
    """A step: why it is taken, and what it makes of the columns."""

    why: str
    take: Callable[[Columns, Around], Columns]


def taken(columns: Columns, steps: Sequence[Step], around: Around) -> list[ColumnUse]:
    """Return the columns as all steps leave them, taken in their order."""
    for step in steps:
        columns = step.take(columns, around)
    return list(columns)
