"""Data for machines follows 行政データの機械可読性ルール: one table a sheet, one heading row, one value a cell, units apart.

Digital Agency, https://github.com/digital-go-jp/machine_readability_rule. Nothing is merged, no heading is used twice in a
table, numbers are numbers, unknown is an empty cell, and the western year stands beside the era year.
"""

import zipfile
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

import pandas as pd
import xlsxwriter

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.files.datafile_columns import COLUMNS, ELSEWHERE, OWN_MEANINGS, SHEETS, TABLES, DataColumn, DataTable
from dashboard.files.workbook_layout import FONT, SIZE, put
from dashboard.frame import exports, filters, filters_told
from dashboard.text import words

WIDEST: Final = 60
SAMPLE: Final = 200
# A zip states a time for each file; a fixed one keeps the same data the same bytes.
ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class DataSheet:
    """A table with its name; `rows` has Japanese headings and plain values."""

    name: str
    rows: pd.DataFrame


@store.one_store()
def sheets(chosen: Filter, made_on: date) -> tuple[DataSheet, ...]:
    """Return every table under the filter, with the definitions of all columns and what the file is about."""
    fixed = filters.without_year(chosen)
    made: dict[str, pd.DataFrame] = {"about": _about(chosen, made_on), "definitions": definitions()}
    made |= {table.code: headed(table, queries.frame(table.query, fixed)) for table in TABLES}
    return tuple(DataSheet(sheet.label_ja, made[code]) for code, sheet in SHEETS.items())


def headed(table: DataTable, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame of the store with Japanese headings; a code has its word beside it."""
    rows: dict[str, list[str | int | float | None]] = {}
    for name in table.columns:
        column = column_of(table, name)
        rows[column.heading] = [plain(value) for value in frame[name]]
        if column.words is not None:
            rows[column.word_heading] = [column.words.get(str(code)) for code in frame[name]]
    return pd.DataFrame(rows, dtype=object)


def column_of(table: DataTable, name: str) -> DataColumn:
    """Return what a column of the store is in this table."""
    return OWN_MEANINGS.get((table.query, name), COLUMNS[name])


def plain(value: Any) -> str | int | float | None:
    """Return a value as a spreadsheet takes it: whole numbers without a point, yes as 1 and no as 0, nothing as nothing.

    >>> plain(9813.0), plain(True), plain(0.5), plain(" 人 "), plain(float("nan")), plain(date(2020, 3, 31))
    (9813, 1, 0.5, '人', None, '2020-03-31')
    """
    if value is None or pd.isna(value):
        return None
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    number = float(value)
    return int(number) if number == int(number) else number


def definitions() -> pd.DataFrame:
    """Return what every column of every table holds, in which unit, and which column of the store it is."""
    rows: list[dict[Hashable, str]] = []
    for table in TABLES:
        for name in table.columns:
            column = column_of(table, name)
            rows.append(
                _definition(table, column.heading, column.meaning, column.unit, ELSEWHERE.get(name, f"{table.store}.{name}"))
            )
            if column.words is not None:
                rows.append(_definition(table, column.word_heading, f"「{column.heading}」を日本語にしたもの", "", ""))
    return pd.DataFrame(rows)


def workbook(every: tuple[DataSheet, ...], made_on: date) -> bytes:
    """Return all tables as one workbook, a sheet each, without formulas, merged cells, charts or comments."""
    buffer = BytesIO()
    options = {
        "in_memory": True,
        **exports.AS_WORDS,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": "進行管理データ", "created": datetime.combine(made_on, time())})
        head = book.add_format({"font_name": FONT, "font_size": SIZE, "bold": True})
        for each in every:
            _sheet(book.add_worksheet(each.name), each.rows, head)
    return buffer.getvalue()


def archive(every: tuple[DataSheet, ...]) -> bytes:
    """Return all tables as CSV files (UTF-8 with BOM) in one zip, numbered in the order of the sheets."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for position, each in enumerate(every, start=1):
            entry = zipfile.ZipInfo(f"{position:02d}_{each.name}.csv", ZIP_TIME)
            packed.writestr(entry, exports.csv_bytes(each.rows), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _sheet(sheet: Any, rows: pd.DataFrame, head: Any) -> None:
    for column, name in enumerate(rows.columns):
        sheet.write_string(0, column, name, head)
        longest = max([len(name), *(len(str(value)) for value in rows[name].head(SAMPLE))])
        sheet.set_column(column, column, min(longest * 2 + 2, WIDEST))
        for row, value in enumerate(rows[name], start=1):
            if value is not None:
                put(sheet, row, column, value, None)
    sheet.freeze_panes(1, 0)


def _definition(table: DataTable, heading: str, meaning: str, unit: str, store: str) -> dict[Hashable, str]:
    return {
        "表名": table.name,
        "1行が表すもの": table.row,
        "列名": heading,
        "意味": meaning,
        "単位": unit,
        "データベースの列": store,
    }


def _about(chosen: Filter, made_on: date) -> pd.DataFrame:
    plan, narrowed = queries.frame("plan").iloc[0], filters_told.parts(chosen)
    entries = [
        ("計画", f"{plan['body']} {plan['title']}"),
        ("絞り込み", "／".join(narrowed) or "なし"),
        ("作成日", f"{made_on:%Y-%m-%d}"),
        ("達成率の区分", words.scale_note()),
        (
            "表の決まり",
            "1シート1表、見出しは1行、1セル1データ。値のない欄は空欄。はい・いいえは1・0。年度は始まる年の西暦を併記。",
        ),
        ("年度", "4月から翌年3月まで。西暦2017は平成29年度。"),
    ]
    for row in queries.frame("documents").to_dict("records"):
        entries += [("資料", str(row["title"])), ("入手元", str(row["origin"] or "記載なし"))]
        entries += [("利用条件", str(row["licence"] or "記載なし")), ("資料のSHA-256", str(row["sha256"]))]
    return pd.DataFrame(entries, columns=["項目", "内容"])
