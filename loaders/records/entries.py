"""What the cells of an item's rows state: each under its heading, with what it is for and of which year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.mapping.cells.brackets import without_brackets
from loaders.mapping.cells.evidence import is_grade
from loaders.mapping.cells.pairs import half_in, order_in, split_pair
from loaders.mapping.cells.values import read_values
from loaders.mapping.columns.aside_pairs import order_aside
from loaders.mapping.layout.verdict_lines import told_of_all
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT
from loaders.mapping.model.mapping import PLANNED_OR_DONE, VALUED, YEARLY, Use
from loaders.records.cell_uses import use_of, uses_of
from loaders.records.data_rows import DataRow
from loaders.records.goals_set_anew import goals_that_hold
from loaders.records.item_cells import Item, ItemCell
from loaders.records.merged_values import Years, is_of_each_year, merged_over_years
from loaders.records.records import Entry

# What a cell's own words may tell anew: 実績 9 where most of a column holds both, or a year alone heads it.
_MAY_BE_HALF: Final = frozenset({Use.PAIR, Use.TARGET, Use.RESULT})


def entries_of(item: Item) -> dict[int, list[Entry]]:
    """Return the entries of an item's rows by indicator; what is remarked on all its values is of the last that came of it."""
    table = item.table
    entries: dict[int, list[Entry]] = {}
    for row in item.rows:
        for column in table.of(*VALUED | YEARLY) if not row.is_remark else ():
            entries.setdefault(column.indicator, []).extend(_entries_in(ItemCell(item, row, column)))
    entries = {indicator: goals_that_hold(found) for indicator, found in entries.items() if found}
    entries = {indicator: [*found, *_goals_of_each_year(item, indicator, found)] for indicator, found in entries.items()}
    heading, value = item.first.start
    at = next((c.column for c in table.of(Use.KIND)), 0)
    for found in entries.values() if value else ():
        found.append(Entry(Use.BASELINE, None, value, heading, at, item.sheet.row_words(item.first.at)))
    for row in item.rows:
        if row.is_remark:
            for found in entries.values():
                found += _remarks(item, row, found)
    return entries


def _goals_of_each_year(item: Item, indicator: int, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the goal that says it is one of every year as the target of each year of the table, where none has its own."""
    goals = [entry for entry in entries if entry.use is Use.FINAL_GOAL and is_of_each_year(entry.text) and entry.values]
    if len(goals) != 1 or any(entry.use is Use.TARGET for entry in entries):
        return
    years = {c.year for c in item.table.of(*PLANNED_OR_DONE) if c.indicator == indicator and c.year is not None}
    yield from (replace(goals[0], use=Use.TARGET, year=year) for year in sorted(years))


def _entries_in(cell: ItemCell) -> Iterator[Entry]:
    """Yield what a cell states: nothing, one thing, or what was planned and what came of it."""
    column, row = cell.column, cell.row
    if column.use is Use.VALUE and row.kind is None and not any(cell.item.table.of(Use.YEAR)):
        return
    use = use_of(cell)
    merged = merged_over_years(cell, use)
    text = _text_of(cell, merged)
    if not text.strip() or use is Use.UNREAD or column.column == row.label:
        return
    if merged is Years.UNKNOWN:
        yield Entry(use, None, text, column.heading, column.column, cell.where, column.confidence)
        return
    is_guess = merged is Years.GUESSED
    confidence = min(column.confidence, IN_DOUBT) if is_guess else column.confidence
    is_spread = is_guess and cell.begins_span
    for kind, words in _pieces_of(cell, use, text):
        for each in uses_of(cell, kind, words):
            year = _year_of(cell, each, words)
            yield Entry(each, year, words, column.heading, column.column, cell.where, confidence, is_spread=is_spread)


def _text_of(cell: ItemCell, merged: Years | None) -> str:
    """Return the words of a cell: its own, or those merged over it where they are of its year or reach down to its item."""
    span, item = cell.span, cell.item
    if merged in (Years.EACH, Years.GUESSED):
        return cell.shown
    is_below = span is not None and span.top < cell.row.at and (cell.row is item.first or span.top < item.first.at)
    return cell.shown if is_below else cell.words


def _pieces_of(cell: ItemCell, use: Use, text: str) -> tuple[tuple[Use, str], ...]:
    """Return words of a cell with what they are for: one thing, a grade for a result, or a plan and what came of it."""
    column, table = cell.column, cell.item.table
    text = without_brackets(text) if column.use is Use.VALUE and table.line_kinds else text
    if column.use is Use.VALUE and use is Use.RESULT and is_grade(text) and len(cell.item.rows) > 1:
        return ((Use.GRADE, text),)
    order = order_in(column.heading) or table.line_kinds or order_aside(column.heading)
    if use is Use.PAIR and (pieces := split_pair(text, order, table.expected_signs)):
        return tuple(pieces)
    is_open = use is Use.PAIR or column.confidence < BY_ITS_WORDS
    half = half_in(text, by_likeness=is_open) if use in _MAY_BE_HALF else None
    return ((use, text),) if half is None else (half,)


def _year_of(cell: ItemCell, use: Use, words: str) -> int | None:
    """Return the year of words in a cell: its column's, the one beside it, its row's, the one it names, or its table's."""
    if use not in YEARLY:
        return None
    values = read_values(words) if use in VALUED else ()
    named = tuple(value.measured for value in values)
    if use in _COME and len(named) == 1 and _is_earlier(named[0], cell.column.year) and _stands_behind(words):
        return named[0]
    told = (cell.column.year, cell.year_beside, cell.row_year.year, *named, cell.item.table.year)
    return next((year for year in told if year is not None), None)


# What has come of a year.
_COME: Final = frozenset({Use.RESULT, Use.CURRENT})
# So many years before its column's a value may be of, where nothing newer was counted.
_LATE: Final = 3


def _is_earlier(own: int | None, year: int | None) -> bool:
    """Return whether a value names a year shortly before its column's: 27.4（H29） under 平成30年度 was counted then."""
    return own is not None and year is not None and 0 < year - own <= _LATE


def _stands_behind(words: str) -> bool:
    """Return whether a value's year stands behind it: before it, it tells when what stands for the column's year was measured.

    >>> _stands_behind("688.7（R3）"), _stands_behind("(2017) 52.7")
    (True, False)
    """
    return not words.lstrip().startswith(("(", "（"))


def _remarks(item: Item, row: DataRow, entries: Sequence[Entry]) -> Iterator[Entry]:
    year = max(
        (e.year for e in entries if e.use in (Use.RESULT, Use.CURRENT) and e.year is not None and e.values), default=None
    )
    words = item.sheet.rows[row.at]
    told = {column: use for use, column in told_of_all(words)}
    for column in item.table.of(*VALUED | YEARLY):
        text = words[column.column]
        use = told.get(column.column) if told else Use.COMMENT
        if text.strip() and year is not None and use is not None:
            yield Entry(use, year, text, column.heading, column.column, item.sheet.row_words(row.at))
