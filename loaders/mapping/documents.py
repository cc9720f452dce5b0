"""Records become the initiatives of a document: those of one number, name and section are one, with an indicator each."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from loaders.codes import FindingKind
from loaders.errors import DocumentError
from loaders.grid.grid import Grid, Sheet, non_empty
from loaders.mapping.cues import plain
from loaders.mapping.facts import facts_above
from loaders.mapping.items import Item, item_of
from loaders.mapping.legend import read_legend
from loaders.mapping.mapping import USE_WORDS, ColumnUse, Mapping, TableMapping, Use
from loaders.mapping.records import Entry, Record, Records, of_a_table, read_records
from loaders.mapping.values import is_blank, is_not_reported
from loaders.model import Finding, Initiative, Kind, Place, PrintedCell, Severity
from loaders.table.document import Document
from loaders.table.numbering import are_the_plans_own, begin_anew, is_code, missing_between

# Below this a column's use is told as doubtful.
DOUBTFUL = 0.6


@dataclass(frozen=True)
class _Table:
    """A table as it is read: its sheet, its mapping, its records, which of its columns hold values."""

    sheet: Sheet
    mapping: TableMapping
    records: Records
    numeric: frozenset[int]
    legend: dict[str, str]
    has_projects: bool


def document_of(grid: Grid, mapping: Mapping) -> Document:
    """Return the document that a grid is under a mapping; raise DocumentError where it has no table, year or row to read."""
    if not mapping.tables:
        raise _no_table(grid)
    tables = _of_some_year([_read(grid, table, mapping) for table in mapping.tables])
    grouped = [
        (table, records) for table in tables for records in _items(table.records.records, table.has_projects, table.mapping)
    ]
    grouped = [(table, records) for table, records in grouped if any(_says_anything(record) for record in records)]
    if not grouped:
        raise DocumentError(
            "見出しの下に事業の行がありません。",
            where=_where(grid, tables[0].sheet, tables[0].mapping.last),
            todo="資料が途中で切れていないか、表が画像になっていないか確かめてください。",
        )
    numbers, number_findings = _numbers([records[0].one(Use.NUMBER) for _, records in grouped])
    items = [
        item_of(records, number, table.sheet, table.numeric, table.legend, table.has_projects)
        for (table, records), number in zip(grouped, numbers, strict=True)
    ]
    places = _places(items, tables)
    if not any(place.year is not None for place in places):
        raise _no_year(grid, tables[0])
    initiatives = tuple(_initiative(item, places) for item in items)
    findings = (
        *grid.findings,
        *_of_sheets(mapping),
        *_of_tables_left(grid, mapping, tables),
        *(finding for table in tables for finding in _of_table(table)),
        *number_findings,
        *_departments_missing(items, tables),
        *(finding for item in items for finding in item.findings),
    )
    return Document(_title(grid, tables[0]), places, initiatives, findings, is_sure=grid.is_sure)


def _read(grid: Grid, mapping: TableMapping, all_tables: Mapping) -> _Table:
    sheet = next(s for s in grid.sheets if s.name == mapping.sheet)
    start = max((t.end for t in all_tables.tables if t.sheet == mapping.sheet and t.end <= mapping.first), default=0)
    own = {column.use for column in mapping.columns}
    facts = [(use, text) for use, text in facts_above(sheet, mapping.first, start) if use not in own]
    records = of_a_table(read_records(sheet, mapping), facts)
    has_projects = bool({Use.NAME, Use.NUMBER} & (own | {use for use, _ in facts}))
    above = [" ".join(text for _, text in non_empty(sheet.rows[r])) for r in range(mapping.first)]
    legend = read_legend([*sheet.around, *above, *(left.text for left in records.left)])
    return _Table(sheet, mapping, records, _numeric(records.records, mapping), legend, has_projects)


def _of_some_year(tables: list[_Table]) -> list[_Table]:
    """Return the tables of a file that tell of some year, or all where none does."""
    dated = [table for table in tables if any(_names_year(entry) for r in table.records.records for entry in r.entries)]
    return dated or tables


def _names_year(entry: Entry) -> bool:
    return entry.year is not None or any(value.measured is not None for value in entry.values)


def _numeric(records: Sequence[Record], mapping: TableMapping) -> frozenset[int]:
    """Return the columns whose cells are values, or words that stand for one, more often than sentences."""
    known: Counter[int] = Counter()
    values: Counter[int] = Counter()
    for record in records:
        for entry in record.entries:
            if not is_blank(entry.text):
                known[entry.column] += 1
                values[entry.column] += bool(entry.values) or is_not_reported(entry.text)
    return frozenset(column for column, count in known.items() if 2 * values[column] >= count)


def _says_anything(record: Record) -> bool:
    names = (Use.NUMBER, Use.NAME, Use.GROUP, Use.ACTIVITY, Use.MEASURE)
    return bool(record.entries) or sum(bool(record.one(use).strip()) for use in names) > 1


def _items(records: Sequence[Record], has_projects: bool, mapping: TableMapping) -> Iterator[list[Record]]:
    """Yield the records of each initiative: those that follow each other under one number, name and section.

    Without a number, rows are one initiative where the project's name is the same; indicators without a project are one each.
    """
    group: list[Record] = []
    for record in records:
        if group and _is_same_item(group[-1], record, has_projects, mapping):
            group.append(record)
        else:
            if group:
                yield group
            group = [record]
    if group:
        yield group


def _is_same_item(one: Record, other: Record, has_projects: bool, mapping: TableMapping) -> bool:
    if one.section != other.section:
        return False
    has_measures = any(column.use is Use.MEASURE or column.measure for column in mapping.columns)
    number, name = plain(other.one(Use.NUMBER)), plain(" ".join(other.of(Use.NAME)))
    if not has_measures or not (number or name) or not has_projects:
        return False
    same = (Use.NUMBER, Use.NAME, Use.GROUP, Use.DEPARTMENT, Use.ACTIVITY)
    if any(plain(" ".join(one.of(use))) != plain(" ".join(other.of(use))) for use in same):
        return False
    # An indicator that is listed under each number of its own is an item; a number over several is a project.
    return bool(name) or Use.NUMBER in other.merged or bool(number)


def _numbers(printed: Sequence[str]) -> tuple[list[int], list[Finding]]:
    """Return a number for each row: the body's own where they are numbers and each stands once, else its place in order."""
    in_order = list(range(1, len(printed) + 1))
    texts = [plain(text).removesuffix(".0").strip(".") for text in printed]
    if not any(texts):
        return in_order, []
    if not all(re.fullmatch(r"0*[1-9][0-9]{0,5}", text) for text in texts):
        return in_order, _told_in_order(texts)
    numbers = [int(text) for text in texts]
    if len(set(numbers)) < len(numbers):
        words = "番号が途中で1に戻っています。節ごとの番号とみて、" if begin_anew(numbers) else "同じ番号の行が離れています。"
        message = f"{words}表の初めから順に番号を付けました。印刷された番号も残しています。"
        return in_order, [Finding(FindingKind.NUMBERS_BEGIN_ANEW, Severity.INFO, message)]
    gaps = missing_between(numbers)
    if gaps:
        own = "計画の中の番号とみて、" if are_the_plans_own(sorted(numbers)) else ""
        missing = "、".join(map(str, gaps[:5])) + (" ほか" if gaps[5:] else "")
        message = f"番号が続いていません（ない番号: {missing}）。{own}そのまま読みました。抜けた行がないか確かめてください。"
        return numbers, [Finding(FindingKind.NUMBERS_APART, Severity.WARNING, message)]
    return numbers, []


def _told_in_order(texts: Sequence[str]) -> list[Finding]:
    if all(is_code(text) or not text for text in texts):
        return []
    message = "番号に数字以外のものがあるため、表の初めから順に番号を付けました。印刷された番号も残しています。"
    return [Finding(FindingKind.NUMBERS_IN_ORDER, Severity.INFO, message)]


def _places(items: Sequence[Item], tables: Sequence[_Table]) -> tuple[Place, ...]:
    """Return the places of the document: those of its columns and of its rows, by year, plan before result."""
    found = {part.place for item in items for part in item.parts}
    for table in tables:
        for column in table.mapping.columns:
            year = column.year if column.year is not None else table.mapping.year
            kind = _KINDS.get(column.use)
            if kind is not None and year is not None and kind is not Kind.BASELINE_GOAL:
                found.add(Place(kind, year))
    order = [Kind.BASELINE_GOAL, Kind.PLAN, Kind.RESULT]
    return tuple(sorted(found, key=lambda place: (place.year or 0, order.index(place.kind))))


_KINDS = {
    Use.TARGET: Kind.PLAN,
    Use.RESULT: Kind.RESULT,
    Use.FORECAST: Kind.RESULT,
    Use.CURRENT: Kind.RESULT,
    Use.GRADE: Kind.RESULT,
}


def _initiative(item: Item, places: Sequence[Place]) -> Initiative:
    """Return the initiative of an item, with a printed cell for each place of the document."""
    by_place: dict[Place, PrintedCell] = {cell.place: cell for cell in item.cells}
    return replace(item.initiative, cells=tuple(by_place.get(place) or PrintedCell(place, "") for place in places))


def _title(grid: Grid, table: _Table) -> str:
    above = [" ".join(text.split()) for r in range(table.mapping.first) for _, text in non_empty(table.sheet.rows[r])]
    lines = [line for line in (*above[:1], *table.sheet.around[:1]) if len(line) <= 80]
    return lines[0] if lines else PurePath(grid.file_name).stem


# What a person is told ------------------------------------------------------------------------------------------------------


def _where(grid: Grid, sheet: Sheet, row: int, column: ColumnUse | None = None) -> str:
    name = f"「{sheet.name}」" if sheet.name else ""
    heading = f"「{column.heading}」の欄（{sheet.column_name(column.column)}列）" if column else ""
    return f"{grid.file_name}{name} {sheet.line(row)}行目{heading}"


def _no_table(grid: Grid) -> DocumentError:
    seen = next((text for sheet in grid.sheets for row in sheet.rows[:3] for _, text in non_empty(row)), "")
    shown = f"初めに「{' '.join(seen.split())[:30]}」とあります。" if seen else ""
    return DocumentError(
        f"計画の進行管理の表が見つかりません。{shown}",
        where=grid.file_name,
        todo="「事業名」や「指標」と、年度の付いた「目標」「実績」のような見出しのある表か確かめてください。"
        "見出しがあるのに読めないときは、見出しの行と列の役割を指定してください（--mapping）。",
    )


def _no_year(grid: Grid, table: _Table) -> DocumentError:
    return DocumentError(
        "何年度の目標・実績か分かりません。見出しにも表題にも年度がありません。",
        where=_where(grid, table.sheet, table.mapping.last),
        todo="年度を指定して読み込んでください（--year 2023 は令和5年度）。"
        "または、表題か見出しに「令和5年度」のように書いてください。",
    )


def _of_sheets(mapping: Mapping) -> Iterator[Finding]:
    names = [name for name in mapping.unread_sheets if name]
    if names:
        shown = "」「".join(names[:5]) + (f"」ほか{len(names) - 5}" if names[5:] else "」")
        message = f"「{shown}には目標や実績の表が見つからないため、読み込んでいません。"
        yield Finding(FindingKind.UNREAD_SHEET, Severity.INFO, message)


def _of_tables_left(grid: Grid, mapping: Mapping, tables: Sequence[_Table]) -> Iterator[Finding]:
    """Yield one finding for each table that no year is told for."""
    for left in mapping.tables:
        if not any(table.mapping is left for table in tables):
            sheet = next(s for s in grid.sheets if s.name == left.sheet)
            message = f"{_where(grid, sheet, left.first)}からの表は、年度が分からないため読み込んでいません。"
            yield Finding(FindingKind.UNREAD_SHEET, Severity.INFO, message)


def _of_table(table: _Table) -> Iterator[Finding]:
    """Yield what a person should check of a table: doubtful and unread columns, its year, lines that are no rows."""
    name = f"「{table.sheet.name}」の" if table.sheet.name else ""
    for column in table.mapping.columns:
        place = f"{name}{table.sheet.column_name(column.column)}列"
        words = [row[column.column] for row in table.sheet.rows[table.mapping.last + 1 : table.mapping.end]]
        example = next((text for text in words if text.strip()), "")
        if column.use is Use.UNREAD and example:
            severity = Severity.WARNING if column.year is not None else Severity.INFO
            message = f"{place}「{column.heading}」は、事業や評価の読み取りには使っていません。"
            yield Finding(FindingKind.UNREAD_COLUMN, severity, message, example)
        elif column.use is not Use.UNREAD and column.confidence < DOUBTFUL:
            taken = f"「{column.heading}」を「{USE_WORDS[column.use]}」として読みました"
            message = f"{place}{taken}（{column.reason}）。確かめてください。"
            yield Finding(FindingKind.COLUMN_DOUBTFUL, Severity.WARNING, message, example)
        elif column.use is Use.RATE and example:
            message = f"{place}「{column.heading}」は計算値とみて、実績としては使っていません。"
            yield Finding(FindingKind.UNREAD_COLUMN, Severity.INFO, message, example)
    if table.mapping.year is not None:
        message = (
            f"見出しに年度がないため、{name}{table.mapping.year}年度の表として読みました（根拠: {table.mapping.year_reason}）。"
        )
        yield Finding(FindingKind.YEAR_FROM_TITLE, Severity.INFO, message, table.mapping.year_reason)
    for left in table.records.left:
        if left.why == "total":
            yield Finding(
                FindingKind.UNREAD_LINE,
                Severity.INFO,
                f"{name}{left.line}行目は合計の行とみて、読み込んでいません。",
                left.text,
            )
        elif left.why == "note":
            yield Finding(
                FindingKind.UNREAD_LINE, Severity.INFO, f"{name}{left.line}行目は注記とみて、読み込んでいません。", left.text
            )


def _departments_missing(items: Sequence[Item], tables: Sequence[_Table]) -> Iterator[Finding]:
    """Yield one finding for a table without a column of 担当, else one for each row that leaves it blank."""
    without = [item for item in items if not item.has_department]
    if len(without) == len(items):
        yield Finding(FindingKind.DEPARTMENT_MISSING, Severity.INFO, "担当課の欄がないため、担当課は「不明」としました。")
        return
    for item in without:
        message = "担当課が書かれていません。「不明」としました。"
        yield Finding(FindingKind.DEPARTMENT_MISSING, Severity.WARNING, message, number=item.initiative.number)
