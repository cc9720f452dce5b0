"""A proposed mapping is shown as a person checks it: a line a column, what it is taken for, why, and how sure that is."""

from collections.abc import Iterator

from loaders.grid.grid import Grid
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import USE_WORDS, YEARLY, ColumnUse, Mapping, TableMapping, Use, sheet_of
from loaders.prose.eras import label_ja
from loaders.records.table_findings import TURNED


def lines(grid: Grid, mapping: Mapping) -> Iterator[str]:
    """Yield the lines that show a file's mapping, in Japanese."""
    for table in mapping.tables:
        yield from _table(grid, table)
    for name in mapping.unread_sheets:
        yield f"「{name}」: 目標や実績の表が見つかりません（読み込みません）"
    for finding in grid.findings:
        yield f"注意: {finding.message}"


def _table(grid: Grid, table: TableMapping) -> Iterator[str]:
    sheet = sheet_of(grid, table)
    first, last = sheet.row_words(table.first), sheet.row_words(table.last)
    headings = first if first == last else f"{first}〜{last}"
    name = f"「{sheet.name}」" if sheet.name else "表"
    yield f"{name}: 見出しは{headings}、中身は{sheet.row_words(table.last + 1)}〜{sheet.row_words(table.end - 1)}"
    if table.is_turned:
        yield f"  {TURNED}"
    if table.year is not None:
        yield f"  見出しにない年度: {label_ja(table.year)}（根拠: {table.year_reason}）"
    if table.unit:
        yield f"  単位の書かれていない値: {table.unit}（表の上の「単位」から）"
    known = [column for column in table.columns if column.heading or column.use is not Use.UNREAD]
    several = len({column.indicator for column in table.columns}) > 1
    for column in known:
        doubt = " ←確かめてください" if column.confidence < SURE_ENOUGH else ""
        told = f"{_meaning(column, several)}  確かさ{column.confidence:.0%}  {column.reason}{doubt}"
        yield f"  {sheet.column_words(column.column):>3}  {told}"


def _meaning(column: ColumnUse, several: bool) -> str:
    """Return what a column is taken for: heading → 実績・評価 令和5年度."""
    year = f" {label_ja(column.year)}" if column.year is not None and column.use in YEARLY else ""
    measure = f" 指標「{column.measure}」" if column.measure else f" 指標{column.indicator + 1}" if several else ""
    return f"「{column.heading}」→ {USE_WORDS[column.use]}{year}{measure}"
