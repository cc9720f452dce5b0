"""Rows of data come to items: 目標 and 実績 below each other are of one, and so are the years that take a row each."""

from collections.abc import Iterator, Sequence

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.evidence import split_kind
from loaders.mapping.cells.row_years import RowYear, last_goal, row_year
from loaders.mapping.cells.values import read_values
from loaders.mapping.columns.expecting import planned_by_expecting
from loaders.mapping.columns.second_plans import are_plans_alone, is_plan, need_aside, second_plans
from loaders.mapping.layout.forms_again import words_in_forms
from loaders.mapping.model.mapping import IDENTIFYING, VALUED, TableMapping, Use
from loaders.mapping.words.heading_years import plain
from loaders.mapping.words.row_kinds import kind_of, kinds_in
from loaders.patterns import Pattern
from loaders.records.bracketed_rows import bracketed_rows
from loaders.records.data_rows import DataRow, data_rows
from loaders.records.left_lines import Left, WhyLeft


def rows_by_item(sheet: Sheet, table: TableMapping) -> tuple[list[list[DataRow]], tuple[Left, ...]]:
    """Return the rows of data of each item, in the order of the table, and the lines that are none."""
    left: list[Left] = []
    rows = list(data_rows(sheet, table, left))
    _tell_years(sheet, rows, table)
    aside = bracketed_rows(sheet, rows, table)
    left += [Left(sheet.row_words(row.at), WhyLeft.BRACKETED, sheet.text_of(row.at)) for row in rows if row.at in aside]
    rows = [row for row in rows if row.at not in aside]
    if any(c.use is Use.YEAR for c in table.columns):
        items = _by_item(rows, table)
    elif any(c.use in (Use.KIND, Use.VALUE) for c in table.columns):
        items = _by_kind(sheet, rows, table)
        money = [rows for rows in items if _is_of_money(rows)]
        left += [Left(sheet.row_words(row.at), WhyLeft.MONEY, sheet.text_of(row.at)) for rows in money for row in rows]
        unknown = [row for row in rows if _is_of_no_kind(sheet, row, table)]
        left += [Left(sheet.row_words(row.at), WhyLeft.NO_KIND, sheet.text_of(row.at)) for row in unknown]
        items = [rows for rows in items if not _is_of_money(rows)]
    else:
        items = list(_by_labels(sheet, rows, table))
    return items, tuple(left)


def _is_of_money(rows: Sequence[DataRow]) -> bool:
    """Return whether rows tell what was budgeted and spent alone, and its share: no value of an indicator is among them."""
    kinds = {row.kind for row in rows}
    return Use.UNREAD in kinds and kinds <= {Use.UNREAD, Use.RATE}


def _is_of_no_kind(sheet: Sheet, row: DataRow, table: TableMapping) -> bool:
    """Return whether nothing tells what a row's values are, though rows tell it: うち県外 beside 目標 and 実績."""
    return row.kind is None and any(read_values(sheet.rows[row.at][c.column]) for c in table.of(Use.VALUE))


def _by_labels(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping) -> Iterator[list[DataRow]]:
    """Yield the rows of each item: one, and those below it that say in a value's place what they are: 年度ごとの目標値."""
    item: list[DataRow] = []
    valued = {c.column for c in table.of(*VALUED)}
    for row in rows:
        if item and (label := _kind_in_names_place(sheet, row, table)) is not None:
            column, row.kind = label
            row.words, row.label = item[0].words, column
            item.append(row)
            continue
        column, text = next(((c, t) for c, t in non_empty(sheet.rows[row.at]) if c in valued), (-1, ""))
        kind = kind_of(text) if item and not read_values(text) else None
        is_same = all(plain(row.words.get(c, "")) == plain(word) for c, word in (item[0].words if item else {}).items())
        if kind in (Use.TARGET, Use.RESULT) and is_same:
            row.kind, row.label = kind, column
            item.append(row)
            continue
        if item:
            yield item
        item = [row]
    if item:
        yield item


def _kind_in_names_place(sheet: Sheet, row: DataRow, table: TableMapping) -> tuple[int, Use] | None:
    """Return where a row says in the place of a name what its values are of each year, and what: 年度ごとの目標値.

    An item may end as a kind does (橋りょう点検), but tells of no years.
    """
    column, text = next(non_empty(sheet.rows[row.at]), (-1, ""))
    found = _OF_EACH_YEAR.fullmatch(plain(text))
    kind = kind_of(found["kind"]) if found and any(c.column == column for c in table.of(Use.NAME, Use.MEASURE)) else None
    return (column, kind) if kind in (Use.TARGET, Use.RESULT) else None


_OF_EACH_YEAR = Pattern(r"(?:年度?ごと|年度?毎|各年度?|年度?別|毎年度?)の?(?P<kind>\w{2,5})")


def _tell_years(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping) -> None:
    """Put down the year of each row where a column tells it; a blank one is that of the row above."""
    columns = [c.column for c in table.of(Use.YEAR)]
    kind = next((c.column for c in table.columns if c.use is Use.KIND), None)
    kinds = _kinds(sheet, rows, table, kind) if kind is not None else {}
    goals = {column: last_goal({sheet.shown(row.at, column) for row in rows}) for column in columns}
    above: dict[int, RowYear] = {}
    for row in rows:
        told = {column: sheet.shown(row.at, column) for column in columns}
        above = {c: _year_below(words, above.get(c, RowYear(None)), table.begins) for c, words in told.items()}
        ends = {c: RowYear(above[c].year, Use.FINAL_GOAL) for c, words in told.items() if words.strip() and words == goals[c]}
        above |= ends
        row.years = above
        if kind is not None and columns:
            row.kind = kinds.get(sheet.shown(row.at, kind).strip())


def _year_below(words: str, above: RowYear, begins: int | None) -> RowYear:
    return row_year(words, above.year, begins) if words.strip() else above


def _by_item(rows: Sequence[DataRow], table: TableMapping) -> list[list[DataRow]]:
    """Return the rows of each item, where each row is of a year; a table sorted by year tells an item again and again."""
    found: dict[tuple[str, ...], list[DataRow]] = {}
    for row in rows:
        key = tuple(plain(row.words.get(c.column, "")) for c in table.columns if c.use in IDENTIFYING)
        found.setdefault((row.section, *key), []).append(row)
    return list(found.values())


def _by_kind(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping) -> list[list[DataRow]]:
    """Return the rows of each item, where 目標 and 実績 stand below each other; a kind that comes again begins a new one."""
    kind_column = next((c.column for c in table.columns if c.use is Use.KIND), None)
    names = [c.column for c in table.columns if c.use in (Use.NAME, Use.MEASURE)]
    groups: list[list[DataRow]] = []
    told = {row.at: sheet.shown(row.at, kind_column) if kind_column is not None else "" for row in rows}
    kinds = _kinds(sheet, rows, table, kind_column) if kind_column is not None else {}
    kinds |= planned_by_expecting(kinds)
    asides = second_plans(kinds, told.values())
    if swapped := need_aside(kinds, asides, told.values()):
        need, goal = swapped
        kinds = {word: kind for word, kind in kinds.items() if word != need} | {goal: Use.TARGET}
        asides = frozenset({*asides, need} - {goal})
    named = {row.at: split_kind(row.words.get(names[-1], "")) for row in rows} if names else {}
    are_expected = are_plans_alone(named.values())
    for row in rows:
        if kind_column is not None and told[row.at].strip() in asides:
            row.kind, row.aside = Use.TARGET, told[row.at].strip()
        elif kind_column is not None:
            row.kind = kinds.get(told[row.at].strip())
        elif names and not table.line_kinds:
            row.base, row.kind = named[row.at]
            row.words[names[-1]] = (
                row.base or row.words.get(names[-1], "") if row.kind is not None else row.words.get(names[-1], "")
            )
            row.kind = Use.TARGET if are_expected and is_plan(row.words[names[-1]], row.kind) else row.kind or Use.RESULT
        if table.line_kinds and kind_column is None:
            row.kind = None
        before = next((group for group in reversed(groups) if not group[0].aside), [])
        if row.aside or not before or _begins_item(row, before, table, kind_column is None):
            groups.append([row])
        else:
            before.append(row)
    for group in groups if table.line_kinds and kind_column is None else ():
        for row, kind in zip(group, table.line_kinds, strict=False):
            row.kind = kind
    return groups


def _kinds(sheet: Sheet, rows: Sequence[DataRow], table: TableMapping, column: int) -> dict[str, Use]:
    """Return what the words of the column that tells rows apart say of theirs, in the table or in all forms like it."""
    told = dict(table.row_kinds)
    in_forms = words_in_forms(sheet, table.last, column)
    words = in_forms or tuple(sheet.shown(row.at, column) for row in rows)
    return kinds_in(word for word in words if word.strip() not in told) | told


def _begins_item(row: DataRow, before: Sequence[DataRow], table: TableMapping, is_named_by_kind: bool) -> bool:
    if row.kind not in (None, Use.UNREAD) and any(other.kind is row.kind for other in before):
        return True
    columns = [c.column for c in table.columns if c.use in (Use.NUMBER, Use.NAME, Use.MEASURE, Use.PART, Use.GROUP)]
    if is_named_by_kind:
        return any(plain(row.words.get(c, "")) != plain(before[0].words.get(c, "")) for c in columns)
    return any(c in row.own and plain(row.words[c]) != plain(before[0].words.get(c, "")) for c in columns)
