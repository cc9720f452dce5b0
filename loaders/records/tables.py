"""A table as it is read: its sheet, its mapping, its records, what the lines above it say, which of its columns hold values."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from loaders.grid.dittos import with_dittos_said
from loaders.grid.grid import Grid, Sheet
from loaders.mapping.cells.evidence import count_values
from loaders.mapping.cells.values import is_blank, is_not_reported
from loaders.mapping.layout.ends_beside import ENDS, EndTold, ends_among, ends_in_lines
from loaders.mapping.layout.facts_above import facts_above, facts_around, head_above
from loaders.mapping.model.mapping import IDENTIFYING, Mapping, TableMapping, Use, lines_taken, sheet_of
from loaders.mapping.words.heading_years import shape
from loaders.mapping.words.legend import read_legend
from loaders.records.by_number import one_a_number
from loaders.records.left_lines import WhyLeft
from loaders.records.period_goals import plan_ends, with_goals_of_the_end
from loaders.records.recording import read_records
from loaders.records.records import Entry, Record, Records, of_a_table


@dataclass(frozen=True)
class Table:
    """A table as it is read: its sheet, its mapping, its records, which of its columns hold values."""

    sheet: Sheet
    mapping: TableMapping
    records: Records
    numeric: frozenset[int]
    legend: dict[str, str]
    has_projects: bool


# What 〃 may say again: what a row is of. In the place of a plan or its result it tells of another year as well as of the row
# above, and stays as it is printed.
_SAID_AGAIN = IDENTIFYING | {Use.YEAR, Use.OWN_YEAR, Use.KIND}


def read_table(grid: Grid, mapping: TableMapping, all_tables: Mapping) -> Table:
    """Return a table of a grid as it is read; lines between it and the table before say what all of its rows are of.

    Where they name no project, the head of the form does, in which the table stands below others: 事業名, 担当課 on top.
    """
    said_again = {column.column for column in mapping.columns if column.use in _SAID_AGAIN}
    sheet = with_dittos_said(sheet_of(grid, mapping), said_again)
    others = () if mapping.is_turned else all_tables.tables
    before = [t for t in others if t.sheet == mapping.sheet and lines_taken(t)[1] <= mapping.first]
    start = max((lines_taken(t)[1] for t in before), default=0)
    own = {column.use for column in mapping.columns}
    told = [*facts_above(sheet, mapping.first, start), *facts_around(sheet)]
    uses = {use for use, _ in told}
    if not uses & {Use.NAME, Use.NUMBER}:
        # Below the first table of a form, of a section at least, stands one of its next indicator.
        heads = {Use.NAME, Use.GROUP} if Use.MEASURE in uses and Use.GROUP not in uses else {Use.NAME}
        told += [(use, text) for use, text in _head_of_form(sheet, before, heads) if use not in uses]
    facts = [(use, text) for use, text in told if use not in own]
    records = _with_ends_above(of_a_table(read_records(sheet, mapping), facts), sheet, mapping, start)
    told_above = filter(None, map(sheet.only_text, range(mapping.first - 1, -1, -1)))
    records = with_goals_of_the_end(records, plan_ends([*told_above, *reversed(sheet.around)]))
    records = replace(records, records=tuple(one for record in records.records for one in one_a_number(record)))
    has_projects = bool({Use.NAME, Use.NUMBER} & (own | {use for use, _ in facts}))
    above = [sheet.text_of(r) for r in range(mapping.first)]
    legend = read_legend([*sheet.around, *above, *(left.text for left in records.left), *sheet.below])
    return Table(sheet, mapping, records, _numeric(records.records), legend, has_projects)


def _with_ends_above(records: Records, sheet: Sheet, table: TableMapping, start: int) -> Records:
    """Return a table's record with what the lines `start` up to its headings say of where its plan starts and ends.

    Of several indicators such a line says nothing, nor where the table has columns for its ends.
    """
    told = list(_ends_above(sheet, start, table.first))
    is_told_once = len(told) == len({end.use for end, _ in told})
    if not told or not is_told_once or len(records.records) != 1 or any(table.of(*ENDS)):
        return records
    entries = tuple(Entry(e.use, None, e.text, e.label, e.column, where) for e, where in told if not is_blank(e.text))
    [record] = records.records
    row = tuple((end.label, end.text) for end, _ in told)
    return replace(records, records=(replace(record, entries=(*entries, *record.entries), row=(*row, *record.row)),))


def _ends_above(sheet: Sheet, start: int, first: int) -> Iterator[tuple[EndTold, str]]:
    for row in range(start, first):
        for end in ends_among(sheet.rows[row]) or ends_in_lines([sheet.only_text(row)], sheet.width):
            yield end, sheet.row_words(row)
    yield from ((end, _ABOVE) for end in ends_in_lines(sheet.around, sheet.width))


# Where a line stands that a page has before its table.
_ABOVE = "表の上"


def _head_of_form(sheet: Sheet, before: Sequence[TableMapping], naming: AbstractSet[Use]) -> tuple[tuple[Use, str], ...]:
    """Return what the nearest head above the tables before says of its project, none where none of them names one.

    `naming` are the uses by which a head names it.
    """
    firsts, ends = zip(*sorted(map(lines_taken, before)), strict=True) if before else ((), ())
    ends = (0, *ends)
    heads = (head_above(sheet, first, end) for first, end in reversed(list(zip(firsts, ends, strict=False))))
    return next((head for head in heads if any(use in naming for use, _ in head)), ())


def of_some_year(tables: list[Table]) -> list[Table]:
    """Return the tables of a file that tell of some year, or all where none does; one of money alone is told as that."""
    dated = [table for table in tables if any(_names_year(entry) for r in table.records.records for entry in r.entries)]
    of_money = [t for t in tables if not t.records.records and any(left.why is WhyLeft.MONEY for left in t.records.left)]
    return [table for table in tables if table in dated or table in of_money] if dated else tables


def _names_year(entry: Entry) -> bool:
    return entry.year is not None or any(value.measured is not None for value in entry.values)


def _numeric(records: Sequence[Record]) -> frozenset[int]:
    """Return the columns whose cells are values, or words that stand for one, more often than sentences."""
    known: Counter[int] = Counter()
    values: Counter[int] = Counter()
    for record in records:
        for entry in record.entries:
            if not is_blank(entry.text):
                known[entry.column] += 1
                values[entry.column] += bool(entry.values) or is_not_reported(entry.text)
    return frozenset(column for column, count in known.items() if 2 * values[column] >= count)


def counted_by_form(tables: Sequence[Table]) -> list[Table]:
    """Return the tables, the columns that hold values told by all tables of one form: a page's last rows are few.

    A column of words (年4回実施, 2件を追加した) beside values is none of these because most of a page's happen to count.
    """
    forms: dict[tuple[tuple[int, Use, str], ...], list[Table]] = {}
    for table in tables:
        forms.setdefault(_form(table.mapping), []).append(table)
    numeric = {form: _numeric([r for one in alike for r in one.records.records]) for form, alike in forms.items()}
    return [replace(table, numeric=numeric[_form(table.mapping)]) for table in tables]


def _form(mapping: TableMapping) -> tuple[tuple[int, Use, str], ...]:
    """Return what tables of one form have in common: what each column is for and what heads it, years apart."""
    return tuple((column.column, column.use, shape(column.heading)) for column in mapping.columns)


def is_prose(grid: Grid, mapping: Mapping) -> bool:
    """Return whether a file's tables hold sentences, a plan and an evaluation a year, and not values.

    Told once for all rows: a text of sentences is read by the words of its headings.
    """
    if not mapping.tables:
        return True
    for table in mapping.tables:
        sheet = sheet_of(grid, table)
        rows = sheet.rows[table.last + 1 : table.end]
        counts = [count_values([row[c.column] for row in rows]) for c in table.of(Use.TARGET, Use.RESULT, Use.VALUE)]
        if sum(values for values, _ in counts) * 2 >= sum(count for _, count in counts):
            return False
    return True
