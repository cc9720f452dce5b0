"""Which rows below the headings are data, and whose: merged cells reach down, and what is left blank is as it is above.

Sums, notes, titles of sections and rows without a name are no data, and are told.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from loaders.grid.grid import MergedCells, Sheet, non_empty
from loaders.mapping.cells.row_years import RowYear
from loaders.mapping.cells.values import is_blank, read_values
from loaders.mapping.layout.form_blocks import BlockTitle, block_title, title_of
from loaders.mapping.layout.regions import Region, repeated_headings
from loaders.mapping.layout.table_titles import title_above
from loaders.mapping.layout.verdict_lines import told_of_all
from loaders.mapping.model.mapping import VALUED, YEARLY, ColumnUse, TableMapping, Use
from loaders.records.left_lines import Left, WhyLeft, group_summed, why_no_data
from loaders.table.printed import is_total

# What says whose a row is and holds for the rows below it where their own cell is blank.
CARRIED = (Use.NUMBER, Use.GROUP, Use.NAME, Use.ACTIVITY, Use.DEPARTMENT, Use.MEASURE, Use.PART, Use.UNIT, Use.DIRECTION)


@dataclass
class DataRow:
    """A row as it is read: identifying words carried down, whether they are its own, its kind and years.

    `years` is what each column of years names, by its place. A row `is_remark` where it tells of several values together;
    `label` is the column of values in which it says its kind instead, -1 for none. `aside` are the words of a row that is a
    plan of its own beside its item's (second_plans.py), `start` is what the title of its block says of where the plan starts:
    a heading and a value (form_blocks.py).
    """

    at: int
    words: dict[int, str]
    own: set[int]
    section: str
    kind: Use | None = None
    years: dict[int, RowYear] = field(default_factory=dict)
    base: str = ""
    aside: str = ""
    is_remark: bool = False
    label: int = -1
    start: tuple[str, str] = ("", "")

    def year_at(self, column: int) -> RowYear:
        """Return the year of a value: what the nearest column of years names left of it, else the first of them."""
        left = max((at for at in self.years if at <= column), default=min(self.years, default=None))
        return RowYear(None) if left is None else self.years[left]


def data_rows(sheet: Sheet, table: TableMapping, left: list[Left]) -> Iterator[DataRow]:
    """Yield the rows of data, merged and left-out cells carried down; lines that are no data go to `left`."""
    region = Region(0, table.first, table.last, table.end)
    repeated = set(repeated_headings(sheet, region))
    carried: dict[int, str] = {}
    identifying = [c for c in table.columns if c.use in CARRIED]
    naming = [c.column for c in identifying if c.use not in (Use.DEPARTMENT, Use.PART, Use.UNIT)]
    titles: list[BlockTitle] = []
    section = _first_section(sheet, table, repeated) if naming else title_above(sheet, table.first)
    levels: list[tuple[int, str]] = []
    for at in range(table.last + 1, min(table.end, len(sheet.rows))):
        cells = list(non_empty(sheet.rows[at]))
        if not cells or at in repeated:
            continue
        if (title := block_title(sheet, at, table)) is not None:
            titles.append(title)
            continue
        if why := why_no_data(sheet, table, at, cells):
            left.append(Left(sheet.row_words(at), why, " ".join(dict.fromkeys(text.strip() for _, text in cells))))
            if why is WhyLeft.SECTION:
                section, carried = cells[0][1].strip(), {}
                indent = _indent(cells[0][1])
                levels = [*(level for level in levels if level[0] < indent), (indent, section)]
            continue
        section = _section_of(cells[0][1], levels) or section
        words, own = _identified(sheet, at, identifying, carried)
        carried = words
        if group := group_summed(sheet, table, at):
            sums = {c.column for c in table.of(Use.NAME, Use.MEASURE) if is_total(words.get(c.column, ""))}
            words = {c: f"{group}　{text.strip()}" if c in sums else text for c, text in words.items()}
        if naming and not any(words.get(column, "").strip() for column in naming):
            left.append(Left(sheet.row_words(at), WhyLeft.NAMELESS, sheet.text_of(at)))
            continue
        row = DataRow(at, words, own, section, is_remark=_is_remark(sheet, table, at, cells))
        yield row if (title := title_of(titles, at)) is None else _under(row, title)


def _first_section(sheet: Sheet, table: TableMapping, repeated: AbstractSet[int]) -> str:
    """Return the title of the first section, which stands above the headings where each later one stands above them again."""
    titles = [sheet.only_text(row - 1) for row in repeated if row - 1 not in repeated]
    own = sheet.only_text(table.first - 1).strip() if table.first else ""
    return own if titles and all(titles) and len({own, *map(str.strip, titles)}) == len(titles) + 1 else ""


def _under(row: DataRow, title: BlockTitle) -> DataRow:
    """Return a row of a block with what the block's title says of it."""
    return replace(row, words={**row.words, title.column: title.name}, own={*row.own, title.column}, start=title.start)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _section_of(name: str, levels: Sequence[tuple[int, str]]) -> str:
    """Return the title that a row stands under by how far it and the titles are set in, '' where that tells nothing.

    A title set in as far as the row is of its level: its own rows, set in further or not at all, stand above.
    """
    own = _indent(name)
    above = [title for indent, title in levels if indent < own]
    return above[-1] if own and above and any(indent == own for indent, _ in levels) else ""


def _is_remark(sheet: Sheet, table: TableMapping, at: int, cells: Sequence[tuple[int, str]]) -> bool:
    """Return whether a row tells of the values above it: a line of a form, or one sentence under several years or items."""
    if told_of_all(sheet.rows[at]):
        return True
    by_column = {c.column: c for c in table.of(*VALUED | YEARLY)}
    valued = [(column, text) for column, text in cells if column in by_column]
    if len(valued) != 1 or is_blank(valued[0][1]) or read_values(valued[0][1]):
        return False
    span = sheet.span_at(at, valued[0][0])
    covered = [by_column[c] for c in range(span.left, span.right + 1) if c in by_column] if span else []
    return len({(c.year, c.indicator) for c in covered}) > 1 or (len(covered) > 2 and bool(list(table.of(Use.YEAR))))


def _identified(
    sheet: Sheet, at: int, identifying: Sequence[ColumnUse], carried: dict[int, str]
) -> tuple[dict[int, str], set[int]]:
    """Return a row's identifying words by column, and the columns whose words are its own.

    A merged cell holds for all rows that it covers, in the first column that it covers. A blank cell, alone or merged, is the
    one above where nothing to its left is new and the row has no name of its own: a spreadsheet saved as text leaves merged
    cells so. A blank unit is so only of the same indicator.
    """
    words: dict[int, str] = {}
    own: set[int] = set()
    is_new = False
    named = [c for c in identifying if c.use in (Use.NUMBER, Use.NAME)]
    names = [c.column for c in named or identifying if c.use in (Use.NUMBER, Use.NAME, Use.MEASURE)]
    goes_on = bool(names) and not any(sheet.rows[at][c].strip() for c in names)
    telling = [c.column for c in identifying if c.use in (Use.NUMBER, Use.NAME, Use.MEASURE, Use.PART)]
    is_same = bool(telling) and not any(sheet.rows[at][c].strip() for c in telling)
    spans: set[MergedCells] = set()
    for column in identifying:
        text = sheet.rows[at][column.column]
        span = sheet.span_at(at, column.column) if sheet.shown(at, column.column).strip() else None
        is_told_left = span in spans
        spans |= {span} if span is not None else set()
        if text.strip():
            words[column.column] = text
            own.add(column.column)
            is_new = is_new or text.strip() != carried.get(column.column, "").strip()
        elif span is not None and span.top < at and not is_told_left:
            words[column.column] = sheet.shown(at, column.column)
        elif (
            span is None
            and (is_same or column.use not in (Use.UNIT, Use.DIRECTION))
            and (not is_new or (goes_on and column.use is Use.DEPARTMENT))
        ):
            words[column.column] = carried.get(column.column, "")
        else:
            words[column.column] = ""
    return words, own
