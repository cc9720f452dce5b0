"""What a person should check of a file's tables, and why a file is no table: where, what, and what to do."""

from collections.abc import Iterator, Sequence
from typing import Final

from loaders.codes import FindingKind
from loaders.errors import TablelessError, YearlessError
from loaders.grid.grid import Grid, Sheet, non_empty
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import USE_WORDS, ColumnUse, Mapping, Use, sheet_of
from loaders.model import Finding, Severity
from loaders.records.items import TableInitiative
from loaders.records.left_lines import WhyLeft
from loaders.records.tables import Table
from loaders.table.initiatives import told_unread

TURNED = "項目が横に並んでいるため、行と列を入れ替えて読みました。"
# What is told of a line that is no record, by why it is none; the title of a section is read with its rows.
_TOLD_OF_LINES: Final = {
    WhyLeft.TOTAL: (Severity.INFO, "は合計の行とみて、読み込んでいません。"),
    WhyLeft.NAMELESS: (Severity.WARNING, "は、何の値か書かれていないため、読み込んでいません。"),
    WhyLeft.BRACKETED: (Severity.WARNING, "は、同じ項目の値と並ぶ括弧書きの値（内数など）とみて、読み込んでいません。"),
    WhyLeft.NO_KIND: (Severity.WARNING, "は、目標か実績か書かれていない行のため、値を読み込んでいません。"),
    WhyLeft.MONEY: (Severity.INFO, "は予算や決算の行とみて、読み込んでいません。"),
    WhyLeft.NOTE: (Severity.INFO, "は注記とみて、読み込んでいません。"),
}


def where(grid: Grid, sheet: Sheet, row: int) -> str:
    """Return what a person finds a row by: file, sheet, line."""
    name = f"「{sheet.name}」" if sheet.name else ""
    return f"{grid.file_name}{name} {sheet.row_words(row)}"


def no_table(grid: Grid) -> TablelessError:
    """Return the error of a file in which no table of a plan is found."""
    seen = next((text for sheet in grid.sheets for row in sheet.rows[:3] for _, text in non_empty(row)), "")
    shown = f"初めに「{' '.join(seen.split())[:30]}」とあります。" if seen else ""
    return TablelessError(
        f"計画の進行管理の表が見つかりません。{shown}",
        where=grid.file_name,
        todo="「事業名」や「指標」と、年度の付いた「目標」「実績」のような見出しのある表か確かめてください。"
        "見出しがあるのに読めないときは、見出しの行と列の役割を指定してください（--mapping）。",
    )


def no_year(grid: Grid, table: Table) -> YearlessError:
    """Return the error of a table whose values are of nobody knows which year."""
    return YearlessError(
        "何年度の目標・実績か分かりません。見出しにも表題にも年度がありません。",
        where=where(grid, table.sheet, table.mapping.last),
        todo="年度を指定して読み込んでください（--year 2023 は令和5年度）。"
        "または、表題か見出しに「令和5年度」のように書いてください。",
    )


def of_sheets(mapping: Mapping) -> Iterator[Finding]:
    """Yield one finding for the sheets in which no table was found."""
    names = [name for name in mapping.unread_sheets if name]
    if names:
        shown = "」「".join(names[:5]) + (f"」ほか{len(names) - 5}" if names[5:] else "」")
        message = f"「{shown}には目標や実績の表が見つからないため、読み込んでいません。"
        yield Finding(FindingKind.UNREAD_SHEET, Severity.INFO, message)


def of_tables_left(grid: Grid, mapping: Mapping, tables: Sequence[Table]) -> Iterator[Finding]:
    """Yield one finding for each table that no year is told for."""
    for left in mapping.tables:
        if not any(table.mapping is left for table in tables):
            sheet = sheet_of(grid, left)
            message = f"{where(grid, sheet, left.first)}からの表は、年度が分からないため読み込んでいません。"
            yield Finding(FindingKind.UNREAD_SHEET, Severity.INFO, message)


def of_table(table: Table) -> Iterator[Finding]:
    """Yield what a person should check of a table: doubtful and unread columns, its year, lines that are no rows."""
    name = f"「{table.sheet.name}」の" if table.sheet.name else ""
    for column in table.mapping.columns:
        yield from _of_column(table, column, name)
    if table.mapping.is_turned:
        yield Finding(FindingKind.TABLE_TURNED, Severity.INFO, f"{name}表は、{TURNED}")
    if table.mapping.year is not None:
        message = (
            f"見出しに年度がないため、{name}{table.mapping.year}年度の表として読みました（根拠: {table.mapping.year_reason}）。"
        )
        yield Finding(FindingKind.YEAR_FROM_TITLE, Severity.INFO, message, table.mapping.year_reason)
    for left in table.records.left:
        if left.why in _TOLD_OF_LINES:
            severity, told = _TOLD_OF_LINES[left.why]
            yield Finding(FindingKind.UNREAD_LINE, severity, f"{name}{left.where}{told}", left.text)


def _of_column(table: Table, column: ColumnUse, name: str) -> Iterator[Finding]:
    """Yield what a person should check of a column: that it is not read, taken in doubt, or worked out from others."""
    place = f"{name}{table.sheet.column_words(column.column)}"
    words = [row[column.column] for row in table.sheet.rows[table.mapping.last + 1 : table.mapping.end]]
    example = next((text for text in words if text.strip()), "")
    if column.use is Use.UNREAD and example:
        severity = Severity.WARNING if column.year is not None else Severity.INFO
        why = f"（{column.reason}）" if column.year is not None else ""
        message = told_unread(f"{place}「{column.heading}」", why)
        yield Finding(FindingKind.UNREAD_COLUMN, severity, message, example)
    elif column.use is not Use.UNREAD and column.confidence < SURE_ENOUGH:
        taken = f"「{column.heading}」を「{USE_WORDS[column.use]}」として読みました"
        message = f"{place}{taken}（{column.reason}）。確かめてください。"
        yield Finding(FindingKind.COLUMN_DOUBTFUL, Severity.WARNING, message, example)
    elif column.use is Use.RATE and example:
        message = f"{place}「{column.heading}」は計算値とみて、実績としては使っていません。"
        yield Finding(FindingKind.UNREAD_COLUMN, Severity.INFO, message, example)


def departments_missing(items: Sequence[TableInitiative], tables: Sequence[Table]) -> Iterator[Finding]:
    """Yield one finding for a table without a column of 担当, else one for each row that leaves it blank."""
    without = [item for item in items if not item.has_department]
    if len(without) == len(items):
        yield Finding(FindingKind.DEPARTMENT_MISSING, Severity.INFO, "担当課の欄がないため、担当課は「不明」としました。")
        return
    for item in without:
        message = "担当課が書かれていません。「不明」としました。"
        yield Finding(FindingKind.DEPARTMENT_MISSING, Severity.WARNING, message, number=item.initiative.number)
