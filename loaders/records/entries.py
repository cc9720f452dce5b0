"""What the cells of an item's rows state: each under its heading, with what it is for and of which year."""

from collections.abc import Iterator, Sequence

from loaders.grid.grid import Sheet
from loaders.mapping.cells.brackets import without_brackets
from loaders.mapping.cells.evidence import is_grade
from loaders.mapping.cells.expected import is_expected
from loaders.mapping.cells.pairs import half_in, order_in, split_pair
from loaders.mapping.cells.row_years import RowYear, ends_plan
from loaders.mapping.cells.values import read_values
from loaders.mapping.columns.aside_pairs import order_aside
from loaders.mapping.layout.verdict_lines import told_of_all
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT
from loaders.mapping.model.mapping import PLANNED_OR_DONE, VALUED, YEARLY, ColumnUse, TableMapping, Use, own_years
from loaders.mapping.words.heading_years import without_year, year_in
from loaders.records.data_rows import DataRow
from loaders.records.goals_set_anew import goals_that_hold
from loaders.records.merged_values import Years, begins_at, merged_over_years
from loaders.records.records import Entry

# Kinds of rows in which no column holds a value of the indicator: a goal's column has its rate there.
_NO_VALUES = frozenset({Use.RATE, Use.GRADE, Use.COMMENT, Use.UNREAD})
# What a cell's own words may tell anew: 実績 9 where most of a column holds both, or a year alone heads it.
_MAY_BE_HALF = frozenset({Use.PAIR, Use.TARGET, Use.RESULT})
# What may be expected yet where a cell says so.
_COME = frozenset({Use.RESULT, Use.CURRENT})


def entries_of(sheet: Sheet, rows: Sequence[DataRow], first: DataRow, table: TableMapping) -> dict[int, list[Entry]]:
    """Return the entries of an item's rows by indicator; what is remarked on all its values is of the last that came of it."""
    entries: dict[int, list[Entry]] = {}
    for row in rows:
        for column in table.of(*VALUED | YEARLY) if not row.is_remark else ():
            entries.setdefault(column.indicator, []).extend(_entries_in(sheet, row, column, table, rows, first))
    entries = {indicator: goals_that_hold(found) for indicator, found in entries.items() if found}
    heading, value = first.start
    at = next((c.column for c in table.of(Use.KIND)), 0)
    for found in entries.values() if value else ():
        found.append(Entry(Use.BASELINE, None, value, heading, at, sheet.row_words(first.at)))
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
    use = column.use if column.use is not Use.VALUE and row.kind not in _NO_VALUES else row.kind or Use.RESULT
    if row.label >= 0 and use in (Use.TARGET, Use.RESULT):
        use = row.kind or use
    merged = merged_over_years(sheet, row, column, table, rows, use)
    if merged in (Years.EACH, Years.GUESSED):
        text = sheet.shown(row.at, column.column)
    if not text.strip() or use is Use.UNREAD or column.column == row.label:
        return
    if merged is Years.UNKNOWN:
        yield Entry(use, None, text, column.heading, column.column, sheet.row_words(row.at), column.confidence)
        return
    text = without_brackets(text) if column.use is Use.VALUE and table.line_kinds else text
    if column.use is Use.VALUE and use is Use.RESULT and is_grade(text) and len(rows) > 1:
        use = Use.GRADE
    told = row.year_at(column.column)
    known = (column.year, _own_year(sheet, row, column, table), told.year)
    order = order_in(column.heading) or table.line_kinds or order_aside(column.heading)
    pieces = split_pair(text, order, table.expected_signs) if use is Use.PAIR else ()
    is_open = use is Use.PAIR or column.confidence < BY_ITS_WORDS
    if not pieces and use in _MAY_BE_HALF and (half := half_in(text, by_likeness=is_open)) is not None:
        pieces = (half,)
    for kind, words in pieces or ((use, text),):
        is_of_year = _has_result(sheet, row, column, table) or _follows(sheet, row, column, rows)
        is_forecast = kind in _COME and is_expected(words, table.expected_signs)
        use_told = Use.FORECAST if is_forecast else kind
        uses = [*_marked(use_told, told, is_of_year=is_of_year), *_of_the_end(use_told, sheet, row, column, table)]
        for use_of_it in dict.fromkeys(uses):
            named = (value.measured for value in read_values(words)) if use_of_it in VALUED else ()
            when = next((year for year in (*known, *named, table.year) if year is not None), None)
            year = when if use_of_it in YEARLY else None
            is_guess = merged is Years.GUESSED
            confidence = min(column.confidence, IN_DOUBT) if is_guess else column.confidence
            yield Entry(
                use_of_it,
                year,
                words,
                column.heading,
                column.column,
                sheet.row_words(row.at),
                confidence,
                is_spread=is_guess and begins_at(sheet, row, column),
            )


def _marked(use: Use, told: RowYear, *, is_of_year: bool) -> Iterator[Use]:
    """Yield what a value is in a row that the plan starts from or ends with: where it starts nothing has come of it yet.

    A lone value there stands under either heading, or merged over both. The goal of the last year is that year's target too
    once something has come of it, or where the year before has one. What came of a year that is not over, 令和6年度（見込）,
    is expected.
    """
    if told.mark is Use.BASELINE and (use in (Use.RESULT, Use.CURRENT) or (use is Use.TARGET and not is_of_year)):
        yield Use.BASELINE
        return
    if told.mark is Use.FORECAST and use is Use.RESULT:
        yield Use.FORECAST
        return
    is_goal = told.mark is Use.FINAL_GOAL and use is Use.TARGET
    if is_goal:
        yield Use.FINAL_GOAL
    if not is_goal or is_of_year:
        yield use


def _has_result(sheet: Sheet, row: DataRow, column: ColumnUse, table: TableMapping) -> bool:
    beside = (c for c in table.of(Use.RESULT) if c.indicator == column.indicator)
    return any(read_values(sheet.rows[row.at][c.column]) for c in beside)


def _follows(sheet: Sheet, row: DataRow, column: ColumnUse, rows: Sequence[DataRow]) -> bool:
    """Return whether a row's value goes on with that of the year before in its column: what is planned from year to year."""
    year = row.year_at(column.column).year
    alike = [other for other in rows if other.kind is row.kind]
    before = [other for other in alike if year is not None and other.year_at(column.column).year == year - 1]
    return any(read_values(sheet.rows[other.at][column.column]) for other in before)


def _of_the_end(use: Use, sheet: Sheet, row: DataRow, column: ColumnUse, table: TableMapping) -> Iterator[Use]:
    """Yield what a value is besides in the column of the year that the plan ends with.

    A target of R8（最終） is the plan's goal too; a goal that goes on with the targets of the years before is its year's target
    too: 年次目標 over R6, R7（最終）, or 最終目標（R7） behind years alone in the row of 目標.
    """
    if use is Use.TARGET and column.year is not None and ends_plan(column.heading):
        yield Use.FINAL_GOAL
    if use is not Use.FINAL_GOAL or column.year is None or row.kind not in (None, Use.TARGET):
        return
    words = without_year(column.heading)
    alike = [c for c in table.of(*PLANNED_OR_DONE) if c.indicator == column.indicator and c.year is not None]
    before = [c for c in alike if c.year == column.year - 1 and c.use is not Use.RESULT]
    is_run = bool(words) and any(c.use is Use.TARGET and without_year(c.heading) == words for c in before)
    bare = (c for c in before if c.use is Use.VALUE and c.column < column.column and row.kind is Use.TARGET)
    is_run = is_run or any(read_values(sheet.rows[row.at][c.column]) for c in bare)
    if is_run and all((c.year or 0) < column.year for c in alike):
        yield Use.TARGET


def _remarks(sheet: Sheet, row: DataRow, table: TableMapping, entries: Sequence[Entry]) -> Iterator[Entry]:
    year = max(
        (e.year for e in entries if e.use in (Use.RESULT, Use.CURRENT) and e.year is not None and e.values), default=None
    )
    told = {column: use for use, column in told_of_all(sheet.rows[row.at])}
    for column in table.of(*VALUED | YEARLY):
        text = sheet.rows[row.at][column.column]
        use = told.get(column.column) if told else Use.COMMENT
        if text.strip() and year is not None and use is not None:
            yield Entry(use, year, text, column.heading, column.column, sheet.row_words(row.at))


def _own_year(sheet: Sheet, row: DataRow, column: ColumnUse, table: TableMapping) -> int | None:
    """Return the year that a column beside a value's names for it: 基準年度 | 基準値, 最新値 over 値 | 年度."""
    own = own_years(table.columns).get(column.column)
    return None if own is None else year_in(sheet.shown(row.at, own))
