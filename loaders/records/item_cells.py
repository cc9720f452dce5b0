"""A cell of an item is seen among the item's rows and under its heading: what it says of itself is told by those around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.grid.grid import MergedCells, Sheet
from loaders.mapping.cells.row_years import RowYear
from loaders.mapping.cells.values import read_values
from loaders.mapping.model.mapping import ColumnUse, TableMapping, Use, own_years
from loaders.mapping.words.heading_years import year_in
from loaders.records.data_rows import DataRow


@dataclass(frozen=True)
class Item:
    """The rows of an item in its table; `first` is the one that says whose they are."""

    sheet: Sheet
    table: TableMapping
    rows: Sequence[DataRow]
    first: DataRow


@dataclass(frozen=True)
class ItemCell:
    """A cell under a heading of values: its item, and the row and the column in which it stands."""

    item: Item
    row: DataRow
    column: ColumnUse

    @property
    def words(self) -> str:
        """The words that stand in it; '' in a cell that another is merged over."""
        return self.item.sheet.rows[self.row.at][self.column.column]

    @property
    def shown(self) -> str:
        """The words that a person sees over it: its own, or those of the merged cell that covers it."""
        return self.item.sheet.shown(self.row.at, self.column.column)

    @property
    def span(self) -> MergedCells | None:
        """The merged cell that covers it, None where it stands alone."""
        return self.item.sheet.span_at(self.row.at, self.column.column)

    @property
    def begins_span(self) -> bool:
        """Whether it is the first of those that are merged with it."""
        return self.span is None or (self.span.top, self.span.left) == (self.row.at, self.column.column)

    @property
    def where(self) -> str:
        """What a person finds its row by: 4行目."""
        return self.item.sheet.row_words(self.row.at)

    @property
    def row_year(self) -> RowYear:
        """What its row says of its year."""
        return self.row.year_at(self.column.column)

    @property
    def year_beside(self) -> int | None:
        """The year that a column beside names for it: 基準年度 | 基準値, 最新値 over 値 | 年度."""
        own = own_years(self.item.table.columns).get(self.column.column)
        return None if own is None else year_in(self.item.sheet.shown(self.row.at, own))

    @property
    def has_result_beside(self) -> bool:
        """Whether its row holds what came of the same indicator."""
        beside = (c for c in self.item.table.of(Use.RESULT) if c.indicator == self.column.indicator)
        return any(read_values(self.item.sheet.rows[self.row.at][c.column]) for c in beside)

    @property
    def goes_on(self) -> bool:
        """Whether its value goes on with that of the year before in its column: what is planned from year to year."""
        year = self.row_year.year
        alike = [other for other in self.item.rows if other.kind is self.row.kind]
        before = [other for other in alike if year is not None and other.year_at(self.column.column).year == year - 1]
        return any(read_values(self.item.sheet.rows[other.at][self.column.column]) for other in before)
