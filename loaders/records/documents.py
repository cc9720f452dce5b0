"""Records become the initiatives of a document: those of one number, name and section are one, with an indicator each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from loaders.codes import FindingKind
from loaders.errors import DocumentError
from loaders.grid.grid import Grid, non_empty
from loaders.mapping.columns.plan_names import plan_named
from loaders.mapping.model.mapping import USE_KINDS, Mapping, TableMapping, Use
from loaders.mapping.words.heading_years import plain
from loaders.model import Finding, Initiative, Kind, Place, PrintedCell, Severity
from loaders.records.items import TableInitiative, item_of
from loaders.records.joining import joined
from loaders.records.noted_directions import with_directions_noted
from loaders.records.records import Record
from loaders.records.table_findings import (
    departments_missing,
    no_table,
    no_year,
    of_sheets,
    of_table,
    of_tables_left,
    where,
)
from loaders.records.tables import Table, counted_by_form, of_some_year, read_table
from loaders.records.titles import title_among
from loaders.table.document import Document
from loaders.table.numbering import are_the_plans_own, begin_anew, is_code, missing_between
from loaders.table.plan_parts import with_plan_parts


def document_of(grid: Grid, mapping: Mapping) -> Document:
    """Return the document that a grid is under a mapping; raise DocumentError where it has no table, year or row to read."""
    if not mapping.tables:
        raise no_table(grid)
    tables = counted_by_form([read_table(grid, table, mapping) for table in mapping.tables])
    tables = with_directions_noted(joined(of_some_year(tables)))
    grouped = [
        (table, records) for table in tables for records in _items(table.records.records, table.has_projects, table.mapping)
    ]
    grouped = [(table, records) for table, records in grouped if any(_says_anything(record) for record in records)]
    if not grouped:
        raise DocumentError(
            "見出しの下に事業の行がありません。",
            where=where(grid, tables[0].sheet, tables[0].mapping.last),
            todo="資料が途中で切れていないか、表が画像になっていないか確かめてください。",
        )
    numbers, number_findings = _numbers([records[0].one(Use.NUMBER) for _, records in grouped])
    items = [
        item_of(records, number, table.sheet, table.numeric, table.legend)
        for (table, records), number in zip(grouped, numbers, strict=True)
    ]
    places = _places(items, tables)
    if not any(place.year is not None for place in places):
        raise no_year(grid, tables[0])
    initiatives = tuple(_initiative(item, places) for item in items)
    findings = (
        *grid.findings,
        *of_sheets(mapping),
        *of_tables_left(grid, mapping, tables),
        *(finding for table in tables for finding in of_table(table)),
        *number_findings,
        *departments_missing(items, tables),
        *(finding for item in items for finding in item.findings),
    )
    initiatives, parts = with_plan_parts(initiatives)
    return Document(_title(grid, tables[0]), places, initiatives, findings, is_sure=grid.is_sure, parts=parts)


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
    has_measures = bool(other.one(Use.PART)) or any(c.use in (Use.MEASURE, Use.PART) or c.measure for c in mapping.columns)
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


def _places(items: Sequence[TableInitiative], tables: Sequence[Table]) -> tuple[Place, ...]:
    """Return the places of the document: those of its columns and of its rows, by year, plan before result."""
    found = {part.place for item in items for part in item.parts}
    for table in tables:
        for column in table.mapping.columns:
            year = column.year if column.year is not None else table.mapping.year
            kind = USE_KINDS.get(column.use)
            if kind in (Kind.PLAN, Kind.RESULT) and column.use is not Use.COMMENT and year is not None:
                found.add(Place(kind, year))
    order = [Kind.BASELINE_GOAL, Kind.PLAN, Kind.RESULT]
    return tuple(sorted(found, key=lambda place: (place.year or 0, order.index(place.kind))))


def _initiative(item: TableInitiative, places: Sequence[Place]) -> Initiative:
    """Return the initiative of an item, with a printed cell for each place of the document."""
    by_place: dict[Place, PrintedCell] = {cell.place: cell for cell in item.cells}
    return replace(item.initiative, cells=tuple(by_place.get(place) or PrintedCell(place, "") for place in places))


def _title(grid: Grid, table: Table) -> str:
    above = [" ".join(text.split()) for r in range(table.mapping.first) for _, text in non_empty(table.sheet.rows[r])]
    title = title_among((*above[:_MOST_ABOVE], *table.sheet.around[:_MOST_ABOVE]))
    return title or plan_named(table.mapping, table.sheet.rows[table.mapping.last + 1 :]) or PurePath(grid.file_name).stem


# What a document is called stands at its top.
_MOST_ABOVE = 4
