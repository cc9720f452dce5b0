"""The rows of an item come to records: one an indicator, with what says whose it is and its cells at their uses and years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.grid.grid import Sheet
from loaders.mapping.aside_pairs import order_aside
from loaders.mapping.brackets import without_brackets
from loaders.mapping.cues import plain, year_in
from loaders.mapping.data_rows import CARRIED, DataRow, Left, rows_by_item
from loaders.mapping.evidence import is_grade, split_kind
from loaders.mapping.mapping import USE_WORDS, VALUED, YEARLY, ColumnUse, TableMapping, Use, own_years
from loaders.mapping.pairs import half_in, order_in, split_pair
from loaders.mapping.row_years import RowYear
from loaders.mapping.values import Value, is_blank, read_range, read_values

# Kinds of rows in which no column holds a value of the indicator: a goal's column has its rate there.
_ASIDE = frozenset({Use.RATE, Use.GRADE, Use.COMMENT, Use.UNREAD})
# What a cell's own words may tell anew: 実績 9 where most of a column holds both, or a year alone heads it.
_HALVES = frozenset({Use.PAIR, Use.TARGET, Use.RESULT})
_AIMS = frozenset({Use.TARGET, Use.FINAL_GOAL})


@dataclass(frozen=True)
class Entry:
    """Words of a cell under a valued heading: what they are for and of which year; `where` is its row in the file (4行目).

    `mark` is the number that stands before them in a cell that tells of several indicators.
    """

    use: Use
    year: int | None
    text: str
    heading: str
    column: int
    where: str
    confidence: float = 1.0
    mark: str = ""

    @property
    def values(self) -> tuple[Value, ...]:
        """The values that the words state; a range is one where it is aimed at."""
        return read_values(self.text) or (read_range(self.text) if self.use in _AIMS else ())


@dataclass(frozen=True)
class Record:
    """One indicator of one item: the words that say which, by use and column in order, and its entries.

    `section` is the title line above the rows that it stands under, `merged` the uses whose words were carried down, `row` all
    cells of its rows with the heading above it, `unit` the unit of the table.
    """

    line: int
    words: tuple[tuple[Use, str], ...]
    entries: tuple[Entry, ...]
    measure: str = ""
    section: str = ""
    merged: frozenset[Use] = frozenset()
    row: tuple[tuple[str, str], ...] = ()
    unit: str = ""

    def of(self, use: Use) -> tuple[str, ...]:
        """Return the words under the columns of a use, from the left."""
        return tuple(text for found, text in self.words if found is use)

    def one(self, use: Use) -> str:
        """Return the first words under a use, '' where there are none."""
        return next((text for text in self.of(use) if text.strip()), "")


@dataclass(frozen=True)
class Records:
    """What the rows of a table come to, and the lines that are none."""

    records: tuple[Record, ...]
    left: tuple[Left, ...] = ()


def read_records(sheet: Sheet, table: TableMapping) -> Records:
    """Return the records of a table, in the order of its rows."""
    items, left = rows_by_item(sheet, table)
    of_parts = _of_parts(items, table)
    records = [record for rows in items for record in _records_of(sheet, rows, _for_part(rows[0], table, of_parts))]
    return Records(tuple(_with_nameless(records)), left)


def _of_parts(items: Sequence[Sequence[DataRow]], table: TableMapping) -> dict[int, str]:
    """Return for columns of values the part of each item that their headings are of: 目標（累計） beside 単年 and 累計."""
    columns = [c.column for c in table.of(Use.PART)]
    parts = {plain(row.words.get(c, "")) for rows in items for row in rows for c in columns} - {""}
    told = {c.column: [part for part in parts if part in plain(c.heading)] for c in table.of(*VALUED)}
    return {column: found[0] for column, found in told.items() if len(parts) > 1 and len(found) == 1}


def _for_part(row: DataRow, table: TableMapping, of_parts: dict[int, str]) -> TableMapping:
    """Return a table without the columns that are of another part than a row is."""
    own = {plain(row.words.get(c.column, "")) for c in table.of(Use.PART)}
    others = {column for column, part in of_parts.items() if part not in own}
    return replace(table, columns=tuple(c for c in table.columns if c.column not in others)) if others else table


def _records_of(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping) -> Iterator[Record]:
    """Yield the records of an item's rows: one, or one for each indicator that stands side by side."""
    first = next((row for row in rows if row.kind is not Use.UNREAD), rows[0])
    entries = _entries(sheet, rows, first, table)
    cells = tuple(
        (c.heading, sheet.rows[row.at][c.column]) for row in rows for c in table.columns if sheet.rows[row.at][c.column].strip()
    )
    measures = {c.indicator: c.measure for c in table.columns if c.measure}
    for indicator in sorted(entries) or [0]:
        own = tuple((c.use, first.words.get(c.column, "")) for c in table.columns if _belongs(c, indicator, table))
        merged = frozenset(
            c.use
            for c in table.columns
            if c.use in CARRIED and c.column not in first.own and first.words.get(c.column, "").strip()
        )
        leads = tuple((c.use, sheet.shown(first.at, c.column)) for c in table.columns if c.use is Use.LEAD)
        yield Record(
            line=sheet.line(first.at),
            words=own + leads + tuple(_told_by_headings(indicator, table)),
            entries=tuple(entries.get(indicator, ())),
            measure=measures.get(indicator, ""),
            section=first.section,
            merged=merged,
            row=cells,
            unit=table.unit,
        )


def _told_by_headings(indicator: int, table: TableMapping) -> Iterator[tuple[Use, str]]:
    """Yield what the headings of an indicator's values say of it where no column does."""
    columns = [c for c in table.columns if c.indicator == indicator]
    for use, words in ((Use.UNIT, [c.unit for c in columns]), (Use.DEPARTMENT, [c.department for c in columns])):
        told = next(filter(None, words), "")
        if told and not any(table.of(use)):
            yield use, told


def _entries(sheet: Sheet, rows: Sequence[DataRow], first: DataRow, table: TableMapping) -> dict[int, list[Entry]]:
    """Return the entries of an item's rows by indicator; what is remarked on all its values is of the last that came of it."""
    entries: dict[int, list[Entry]] = {}
    for row in rows:
        for column in table.of(*VALUED | YEARLY) if not row.is_remark else ():
            entries.setdefault(column.indicator, []).extend(_entries_in(sheet, row, column, table, rows, first))
    entries = {indicator: found for indicator, found in entries.items() if found}
    for row in rows:
        if row.is_remark:
            for found in entries.values():
                found += _remarks(sheet, row, table, found)
    return entries


def _entries_in(
    sheet: Sheet, row: DataRow, column: ColumnUse, table: TableMapping, rows: Sequence[DataRow], first: DataRow
) -> Iterator[Entry]:
    """Yield what a cell states: nothing, one thing, or what was planned and what came of it."""
    if column.use is Use.VALUE and row.kind is None and not any(table.of(Use.YEAR)):
        return
    text = sheet.rows[row.at][column.column]
    span = sheet.span_at(row.at, column.column)
    if span is not None and span.top < row.at and (row is first or span.top < first.at):
        text = sheet.shown(row.at, column.column)
    use = column.use if column.use is not Use.VALUE and row.kind not in _ASIDE else row.kind or Use.RESULT
    if row.label >= 0 and use in (Use.TARGET, Use.RESULT):
        use = row.kind or use
    if not text.strip() or use is Use.UNREAD or column.column == row.label:
        return
    text = without_brackets(text) if column.use is Use.VALUE and table.line_kinds else text
    if column.use is Use.VALUE and use is Use.RESULT and is_grade(text) and len(rows) > 1:
        use = Use.GRADE
    told = row.year_at(column.column)
    known = (column.year, _own_year(sheet, row, column, table), told.year)
    order = order_in(column.heading) or table.line_kinds or order_aside(column.heading)
    pieces = split_pair(text, order) if use is Use.PAIR else ()
    if not pieces and use in _HALVES and (half := half_in(text)) is not None:
        pieces = (half,)
    for kind, words in pieces or ((use, text),):
        for use_of_it in _marked(kind, told, has_result=_has_result(sheet, row, column, table)):
            named = (value.measured for value in read_values(words)) if use_of_it in VALUED else ()
            when = next((year for year in (*known, *named, table.year) if year is not None), None)
            year = when if use_of_it in YEARLY else None
            yield Entry(use_of_it, year, words, column.heading, column.column, sheet.row_words(row.at), column.confidence)


def _marked(use: Use, told: RowYear, *, has_result: bool) -> Iterator[Use]:
    """Yield what a value is in a row that the plan starts from or ends with: where it starts nothing has come of it yet.

    The goal of the last year is that year's target too once something has come of it.
    """
    if told.mark is Use.BASELINE and use in (Use.RESULT, Use.CURRENT):
        yield Use.BASELINE
        return
    is_goal = told.mark is Use.FINAL_GOAL and use is Use.TARGET
    if is_goal:
        yield Use.FINAL_GOAL
    if not is_goal or has_result:
        yield use


def _has_result(sheet: Sheet, row: DataRow, column: ColumnUse, table: TableMapping) -> bool:
    beside = (c for c in table.of(Use.RESULT) if c.indicator == column.indicator)
    return any(read_values(sheet.rows[row.at][c.column]) for c in beside)


def _remarks(sheet: Sheet, row: DataRow, table: TableMapping, entries: Sequence[Entry]) -> Iterator[Entry]:
    year = max(
        (e.year for e in entries if e.use in (Use.RESULT, Use.CURRENT) and e.year is not None and e.values), default=None
    )
    for column in table.of(*VALUED | YEARLY):
        text = sheet.rows[row.at][column.column]
        if text.strip() and year is not None:
            yield Entry(Use.COMMENT, year, text, column.heading, column.column, sheet.row_words(row.at))


def _own_year(sheet: Sheet, row: DataRow, column: ColumnUse, table: TableMapping) -> int | None:
    """Return the year that a column beside a value's names for it: 基準年度 | 基準値, 最新値 over 値 | 年度."""
    own = own_years(table.columns).get(column.column)
    return None if own is None else year_in(sheet.shown(row.at, own))


def _belongs(column: ColumnUse, indicator: int, table: TableMapping) -> bool:
    if column.use not in CARRIED:
        return False
    is_shared = column.use not in (Use.MEASURE, Use.UNIT) or len(list(table.of(column.use))) == 1
    return is_shared or column.indicator == indicator


def _with_nameless(records: Sequence[Record]) -> Iterator[Record]:
    """Yield the records, rows that bear no name of their own with the record that they are of.

    Targets (計画の推計) are of the record whose values they are nearest, ratios and differences (対計画比) of the one above.
    """
    nameless = [_is_nameless(record) for record in records]
    named = [record for record, is_nameless in zip(records, nameless, strict=True) if not is_nameless]
    if all(nameless) or not any(nameless):
        yield from records
        return
    given: dict[int, list[Record]] = {}
    above = -1
    for record, is_nameless in zip(records, nameless, strict=True):
        if not is_nameless:
            above += 1
            continue
        is_rate = all(e.use is Use.RATE for e in record.entries)
        at = max(above, 0) if is_rate else min(range(len(named)), key=lambda n: _distance(record, named[n]))
        given.setdefault(at, []).append(record)
    for at, record in enumerate(named):
        others = given.get(at, [])
        entries = (*record.entries, *(e for other in others for e in other.entries))
        yield replace(record, entries=entries, row=(*record.row, *(cell for other in others for cell in other.row)))


def _is_nameless(record: Record) -> bool:
    names = [text for use in (Use.NAME, Use.MEASURE) for text in record.of(use) if text.strip()]
    is_alike = all(e.use is Use.TARGET for e in record.entries) or all(e.use is Use.RATE for e in record.entries)
    return len(names) == 1 and split_kind(names[0])[0] == "" and is_alike


def _distance(one: Record, other: Record) -> float:
    """Return how far two records' values of the same years are apart, as a share; far where they share no year."""
    first = {e.year: v[0].value for e in one.entries if (v := e.values)}
    second = {e.year: v[0].value for e in other.entries if e.use is Use.RESULT and (v := e.values)}
    shared = [abs(first[y] - second[y]) / max(abs(first[y]), abs(second[y]), 1e-9) for y in first.keys() & second.keys()]
    return sum(shared) / len(shared) if shared else 1.0


def of_a_table(records: Records, facts: Sequence[tuple[Use, str]]) -> Records:
    """Return the records of a table with what the lines above it say of all of them."""
    if not facts:
        return records
    cells = tuple((USE_WORDS[use], text) for use, text in facts)
    return replace(
        records,
        records=tuple(replace(one, words=(*facts, *one.words), row=(*cells, *one.row)) for one in records.records),
    )


def has_values(record: Record) -> bool:
    """Return whether some entry of a record holds words at all."""
    return any(not is_blank(entry.text) for entry in record.entries)
