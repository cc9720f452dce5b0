"""A row of a grid is an item, or a part of one: 目標 and 実績 stand in rows, a year takes a row, merged cells reach down.

Records are what the rows come to: one for each indicator, with what says whose it is and its cells at their uses and years.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cues import plain, year_in
from loaders.mapping.evidence import is_grade, kind_of, split_kind
from loaders.mapping.facts import title_above
from loaders.mapping.mapping import IDENTIFYING, USE_WORDS, VALUED, YEARLY, ColumnUse, TableMapping, Use
from loaders.mapping.pairs import order_in, split_pair
from loaders.mapping.regions import Region, repeated_headings
from loaders.mapping.values import Value, is_blank, read_range, read_values
from loaders.table.printed import is_total

_NOTE = re.compile(r"\s*(?:※|＊|\*|[(（]?注[)）:：\d]|注釈|出典|資料[:：]|備考[:：]|[(（]単位)")
_AIMS = frozenset({Use.TARGET, Use.FINAL_GOAL})
_CARRIED = (Use.NUMBER, Use.GROUP, Use.NAME, Use.ACTIVITY, Use.DEPARTMENT, Use.MEASURE, Use.PART, Use.UNIT)


@dataclass(frozen=True)
class Entry:
    """Words of a cell under a valued heading: what they are for and of which year; `where` is its row in the file (4行目)."""

    use: Use
    year: int | None
    text: str
    heading: str
    column: int
    where: str
    confidence: float = 1.0

    @property
    def values(self) -> tuple[Value, ...]:
        """The values that the words state; a range is one where it is aimed at."""
        return read_values(self.text) or (read_range(self.text) if self.use in _AIMS else ())


@dataclass(frozen=True)
class Record:
    """One indicator of one item: the words that say which, by use and column in order, and its entries.

    `section` is the title line above the rows that it stands under, `merged` the uses whose words were carried down, `row` all
    cells of its rows with the heading above it.
    """

    line: int
    words: tuple[tuple[Use, str], ...]
    entries: tuple[Entry, ...]
    measure: str = ""
    section: str = ""
    merged: frozenset[Use] = frozenset()
    row: tuple[tuple[str, str], ...] = ()

    def of(self, use: Use) -> tuple[str, ...]:
        """Return the words under the columns of a use, from the left."""
        return tuple(text for found, text in self.words if found is use)

    def one(self, use: Use) -> str:
        """Return the first words under a use, '' where there are none."""
        return next((text for text in self.of(use) if text.strip()), "")


@dataclass(frozen=True)
class Left:
    """A line of a table that is no record, and why: 'total', 'note', 'section', 'nameless'."""

    where: str
    why: str
    text: str


@dataclass(frozen=True)
class Records:
    """What the rows of a table come to, and the lines that are none."""

    records: tuple[Record, ...]
    left: tuple[Left, ...] = ()


@dataclass
class _Row:
    """A row as it is read: identifying words carried down, whether they are its own, its kind and year."""

    at: int
    words: dict[int, str]
    own: set[int]
    section: str
    kind: Use | None = None
    year: int | None = None
    base: str = ""
    group: list[int] = field(default_factory=list)


def read_records(sheet: Sheet, table: TableMapping) -> Records:
    """Return the records of a table, in the order of its rows."""
    left: list[Left] = []
    rows = list(_rows(sheet, table, left))
    _tell_years(sheet, rows, table)
    if any(c.use is Use.YEAR for c in table.columns):
        groups = _by_item(rows, table)
    elif any(c.use is Use.KIND for c in table.columns) or any(c.use is Use.VALUE for c in table.columns):
        groups = _by_kind(sheet, rows, table)
    else:
        groups = [[row] for row in rows]
    records = [record for group in groups for record in _records_of(sheet, group, table)]
    return Records(tuple(_with_nameless(records)), tuple(left))


def _tell_years(sheet: Sheet, rows: Sequence[_Row], table: TableMapping) -> None:
    """Put down the year of each row where a column tells it; a blank one is that of the row above."""
    column = next((c.column for c in table.columns if c.use is Use.YEAR), None)
    kind = next((c.column for c in table.columns if c.use is Use.KIND), None)
    year: int | None = None
    for row in rows:
        if column is not None:
            words = sheet.shown(row.at, column)
            year = year_in(words) if words.strip() else year
            row.year = year
        if kind is not None and column is not None:
            row.kind = kind_of(sheet.shown(row.at, kind))


def _rows(sheet: Sheet, table: TableMapping, left: list[Left]) -> Iterator[_Row]:
    """Yield the rows of data, merged and left-out cells carried down; lines that are no data go to `left`."""
    region = Region(0, table.first, table.last, table.end)
    repeated = set(repeated_headings(sheet, region))
    carried: dict[int, str] = {}
    identifying = [c for c in table.columns if c.use in _CARRIED]
    naming = [c.column for c in identifying if c.use not in (Use.DEPARTMENT, Use.PART, Use.UNIT)]
    section = "" if identifying else title_above(sheet, table.first)
    for at in range(table.last + 1, min(table.end, len(sheet.rows))):
        cells = list(non_empty(sheet.rows[at]))
        if not cells or at in repeated:
            continue
        texts = {text.strip() for _, text in cells}
        if why := _no_data(sheet, table, at, cells):
            left.append(Left(sheet.row_words(at), why, " ".join(texts)))
            if why == "section":
                section, carried = cells[0][1].strip(), {}
            continue
        words, own = _identified(sheet, at, identifying, carried)
        carried = words
        if naming and not any(words.get(column, "").strip() for column in naming):
            left.append(Left(sheet.row_words(at), "nameless", " ".join(text for _, text in cells)))
            continue
        yield _Row(at, words, own, section)


def _no_data(sheet: Sheet, table: TableMapping, at: int, cells: Sequence[tuple[int, str]]) -> str:
    """Return why a row is no data, '' where it is: a note, a section's title, a sum."""
    first_column, first = cells[0]
    if _NOTE.match(first) and (len(cells) == 1 or len(first) > 20):
        return "note"
    valued = [c.column for c in table.columns if c.use in VALUED | YEARLY]
    has_values = any(column in valued for column, _ in cells)
    span = sheet.span_at(at, first_column)
    is_wide = span is not None and span.right - span.left >= max(1, sheet.width // 2)
    if len(cells) == 1 and (is_wide or not has_values):
        use = next((c.use for c in table.columns if c.column == first_column), Use.UNREAD)
        is_item = use in (Use.NAME, Use.MEASURE, Use.ACTIVITY) and not is_wide and first_column > 0
        return "" if is_item else "note" if len(first) > 60 or first.rstrip().endswith("。") else "section"
    identifying = [c.column for c in table.columns if c.use in (Use.NUMBER, Use.GROUP, Use.NAME, Use.MEASURE, Use.DEPARTMENT)]
    if any(column in identifying and is_total(text) for column, text in cells):
        return "total"
    return ""


def _identified(
    sheet: Sheet, at: int, identifying: Sequence[ColumnUse], carried: dict[int, str]
) -> tuple[dict[int, str], set[int]]:
    """Return a row's identifying words by column, and the columns whose words are its own.

    A merged cell holds for all rows that it covers. A blank cell is the one above where nothing to its left is new and the row
    has no name of its own: a spreadsheet saved as text leaves merged cells so.
    """
    words: dict[int, str] = {}
    own: set[int] = set()
    is_new = False
    names = [c.column for c in identifying if c.use in (Use.NUMBER, Use.NAME)]
    goes_on = bool(names) and not any(sheet.rows[at][c].strip() for c in names)
    for column in identifying:
        text = sheet.rows[at][column.column]
        span = sheet.span_at(at, column.column)
        if text.strip():
            words[column.column] = text
            own.add(column.column)
            is_new = is_new or text.strip() != carried.get(column.column, "").strip()
        elif span is not None and span.top < at:
            words[column.column] = sheet.shown(at, column.column)
        elif span is None and column.use is not Use.UNIT and (not is_new or (goes_on and column.use is Use.DEPARTMENT)):
            words[column.column] = carried.get(column.column, "")
        else:
            words[column.column] = ""
    return words, own


def _by_item(rows: Sequence[_Row], table: TableMapping) -> list[list[_Row]]:
    """Return the rows of each item, where each row is of a year; a table sorted by year tells an item again and again."""
    found: dict[tuple[str, ...], list[_Row]] = {}
    for row in rows:
        key = tuple(plain(row.words.get(c.column, "")) for c in table.columns if c.use in IDENTIFYING)
        found.setdefault((row.section, *key), []).append(row)
    return list(found.values())


def _by_kind(sheet: Sheet, rows: Sequence[_Row], table: TableMapping) -> list[list[_Row]]:
    """Return the rows of each item, where 目標 and 実績 stand below each other; a kind that comes again begins a new one."""
    kind_column = next((c.column for c in table.columns if c.use is Use.KIND), None)
    names = [c.column for c in table.columns if c.use in (Use.NAME, Use.MEASURE)]
    groups: list[list[_Row]] = []
    for row in rows:
        if kind_column is not None:
            row.kind = kind_of(sheet.shown(row.at, kind_column)) if sheet.shown(row.at, kind_column).strip() else None
        elif names:
            row.base, row.kind = split_kind(row.words.get(names[-1], ""))
            row.words[names[-1]] = (
                row.base or row.words.get(names[-1], "") if row.kind is not None else row.words.get(names[-1], "")
            )
            row.kind = row.kind or Use.RESULT
        if table.line_kinds and kind_column is None:
            row.kind = None
        before = groups[-1] if groups else []
        if not before or _begins_item(row, before, table, kind_column is None):
            groups.append([row])
        else:
            before.append(row)
    for group in groups if table.line_kinds and kind_column is None else ():
        for row, kind in zip(group, table.line_kinds, strict=False):
            row.kind = kind
    return groups


def _begins_item(row: _Row, before: Sequence[_Row], table: TableMapping, is_named_by_kind: bool) -> bool:
    if row.kind not in (None, Use.UNREAD) and any(other.kind is row.kind for other in before):
        return True
    columns = [c.column for c in table.columns if c.use in (Use.NUMBER, Use.NAME, Use.MEASURE, Use.PART, Use.GROUP)]
    if is_named_by_kind:
        return any(plain(row.words.get(c, "")) != plain(before[0].words.get(c, "")) for c in columns)
    return any(c in row.own and plain(row.words[c]) != plain(before[0].words.get(c, "")) for c in columns)


def _records_of(sheet: Sheet, rows: Sequence[_Row], table: TableMapping) -> Iterator[Record]:
    """Yield the records of an item's rows: one, or one for each indicator that stands side by side."""
    first = next((row for row in rows if row.kind is not Use.UNREAD), rows[0])
    year_column = next((c for c in table.columns if c.use is Use.YEAR), None)
    entries: dict[int, list[Entry]] = {}
    for row in rows:
        year = row.year
        for column in table.columns:
            if column.use not in VALUED | YEARLY or (column.use is Use.VALUE and row.kind is None and year_column is None):
                continue
            text = sheet.rows[row.at][column.column]
            span = sheet.span_at(row.at, column.column)
            if span is not None and span.top < row.at and (row is first or span.top < first.at):
                text = sheet.shown(row.at, column.column)
            if not text.strip():
                continue
            use = column.use if column.use is not Use.VALUE else row.kind or Use.RESULT
            if use is Use.UNREAD:
                continue
            if column.use is Use.VALUE and use is Use.RESULT and is_grade(text) and len(rows) > 1:
                use = Use.GRADE
            beside = _own_year(sheet, row, column, table)
            when = next((y for y in (column.year, beside, year, table.year) if y is not None), None)
            pieces = split_pair(text, order_in(column.heading) or table.line_kinds) if use is Use.PAIR else ()
            for kind, words in pieces or ((use, text),):
                year_of_it = when if kind in YEARLY else None
                entry = Entry(
                    kind, year_of_it, words, column.heading, column.column, sheet.row_words(row.at), column.confidence
                )
                entries.setdefault(column.indicator, []).append(entry)
    cells = tuple(
        (c.heading, sheet.rows[row.at][c.column]) for row in rows for c in table.columns if sheet.rows[row.at][c.column].strip()
    )
    measures = {c.indicator: c.measure for c in table.columns if c.measure}
    for indicator in sorted(entries) or [0]:
        own = tuple((c.use, first.words.get(c.column, "")) for c in table.columns if _belongs(c, indicator, table))
        merged = frozenset(
            c.use
            for c in table.columns
            if c.use in _CARRIED and c.column not in first.own and first.words.get(c.column, "").strip()
        )
        leads = tuple((c.use, sheet.shown(first.at, c.column)) for c in table.columns if c.use is Use.LEAD)
        yield Record(
            line=sheet.line(first.at),
            words=own + leads,
            entries=tuple(entries.get(indicator, ())),
            measure=measures.get(indicator, ""),
            section=first.section,
            merged=merged,
            row=cells,
        )


def _own_year(sheet: Sheet, row: _Row, column: ColumnUse, table: TableMapping) -> int | None:
    """Return the year that the column left of a value's names for it (基準年度 | 基準値), None where none does."""
    left = next((c for c in table.of(Use.OWN_YEAR) if c.column == column.column - 1), None)
    return None if left is None else year_in(sheet.shown(row.at, left.column))


def _belongs(column: ColumnUse, indicator: int, table: TableMapping) -> bool:
    if column.use not in _CARRIED:
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
