"""Data files obey the rules of machine-readable tables, and nothing in them goes undefined."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.files import datafiles
from dashboard.files.datafile_columns import ELSEWHERE, TABLES, DataTable
from loaders.sheets import DataSheet

DAY = date(2026, 4, 6)
EVERYTHING = Filter(year=2020)
CODES = [table.code for table in TABLES]


@pytest.mark.parametrize("table", TABLES, ids=CODES)
def test_every_column_that_is_asked_for_is_defined(open_store: store.Identity, table: DataTable) -> None:
    assert tuple(queries.frame(table.query, EVERYTHING).columns) == table.columns
    headings = datafiles.headed(table, queries.frame(table.query, EVERYTHING)).columns
    defined = datafiles.definitions()
    assert list(defined.loc[defined["表名"] == table.name, "列名"]) == list(headings)
    assert headings.is_unique


def test_every_definition_names_a_column_of_the_store(open_store: store.Identity) -> None:
    known = queries.frame("dictionary")
    columns = {f"{row.name}.{row.column_name}" for row in known.itertuples(index=False)}
    named = {name for name in datafiles.definitions()["データベースの列"] if name}
    assert named | set(ELSEWHERE.values()) <= columns


@pytest.mark.parametrize("table", TABLES, ids=CODES)
def test_every_code_has_a_word_beside_it(open_store: store.Identity, table: DataTable) -> None:
    rows = datafiles.headed(table, queries.frame(table.query, EVERYTHING))
    for name in table.columns:
        column = datafiles.column_of(table, name)
        if column.words is not None:
            assert (rows[column.heading].notna() == rows[column.word_heading].notna()).all()


def test_a_sheet_is_one_table_with_one_row_of_headings_and_plain_values(open_store: store.Identity) -> None:
    book = openpyxl.load_workbook(BytesIO(datafiles.workbook(datafiles.sheets(EVERYTHING, DAY), DAY)))
    assert book.sheetnames == [sheet.label_ja for sheet in DataSheet]
    for sheet in book:
        headings, *rows = sheet.iter_rows()
        said = [cell.value for cell in headings]
        assert not sheet.merged_cells.ranges
        assert all(isinstance(name, str) and "\n" not in name for name in said)
        assert len(set(said)) == len(said)
        assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
        assert sheet.freeze_panes == "A2"


def test_the_western_year_stands_beside_the_era_year(open_store: store.Identity) -> None:
    for table in TABLES:
        if "year" in table.columns:
            headings = list(datafiles.headed(table, queries.frame(table.query, EVERYTHING)).columns)
            assert headings.index("年度和暦") == headings.index("年度西暦") + 1


def test_numbers_are_the_stores_with_the_unit_in_a_column_of_its_own(open_store: store.Identity) -> None:
    table = next(table for table in TABLES if table.query == "takeaway_indicator_years")
    rows = datafiles.headed(table, queries.frame(table.query, EVERYTHING))
    kept = store.rows("select sum(target) as target, sum(result) as result from store.indicator_year", {}, open_store).iloc[0]
    assert sum(value for value in rows["目標"] if value is not None) == pytest.approx(kept["target"])
    assert sum(value for value in rows["実績"] if value is not None) == pytest.approx(kept["result"])
    assert "単位" in rows.columns


def test_every_table_is_a_csv_with_bom_in_the_archive(open_store: store.Identity) -> None:
    sheets = datafiles.sheets(EVERYTHING, DAY)
    with ZipFile(BytesIO(datafiles.archive(sheets))) as packed:
        assert len(packed.namelist()) == len(sheets)
        for name, sheet in zip(packed.namelist(), sheets, strict=True):
            data = packed.read(name)
            assert data.startswith(b"\xef\xbb\xbf")
            lines = list(csv.reader(StringIO(data.decode("utf-8-sig"))))
            assert lines[0] == list(sheet.rows.columns)
            assert {len(line) for line in lines} == {len(lines[0])}
            assert len(lines) == len(sheet.rows) + 1


def test_the_csv_says_every_number_as_the_workbook_does(open_store: store.Identity) -> None:
    sheets = datafiles.sheets(EVERYTHING, DAY)
    book = openpyxl.load_workbook(BytesIO(datafiles.workbook(sheets, DAY)))
    with ZipFile(BytesIO(datafiles.archive(sheets))) as packed:
        for name, sheet in zip(packed.namelist(), sheets, strict=True):
            lines = csv.reader(StringIO(packed.read(name).decode("utf-8-sig")))
            for line, cells in zip(lines, book[sheet.name].iter_rows(values_only=True), strict=True):
                numbers = [(said, cell) for said, cell in zip(line, cells, strict=True) if isinstance(cell, int | float)]
                assert [said for said, cell in numbers if float(said) != pytest.approx(cell) or said.endswith(".0")] == []


def test_the_same_data_makes_the_same_files(open_store: store.Identity) -> None:
    sheets = datafiles.sheets(EVERYTHING, DAY)
    assert datafiles.archive(sheets) == datafiles.archive(sheets)
    assert datafiles.workbook(sheets, DAY) == datafiles.workbook(sheets, DAY)


def test_files_follow_the_filter(open_store: store.Identity) -> None:
    sheets = {sheet.name: sheet.rows for sheet in datafiles.sheets(Filter(year=2020, departments=("防災課",)), DAY)}
    assert set(sheets["実施事業"]["担当課"]) == {"防災課"}
    assert set(sheets["文章"]["番号"]) <= set(sheets["実施事業"]["番号"])
    assert "担当課：防災課" in set(sheets[DataSheet.ABOUT.label_ja]["内容"])


def test_a_formula_in_the_words_stays_words() -> None:
    sheet = datafiles.DataSheet("文章", pd.DataFrame({"文": ["=1+1"]}))
    cell = openpyxl.load_workbook(BytesIO(datafiles.workbook((sheet,), DAY)))["文章"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
