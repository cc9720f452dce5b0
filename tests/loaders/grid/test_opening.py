"""A file is read for what it is, whatever its name says, and what cannot be read is told in a clear sentence."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt

from loaders.errors import DocumentError
from loaders.grid.grid import Format, MergedCells
from loaders.grid.opening import read_grid

ROWS = [["番号", "事業名", "R5目標"], ["1", "植樹", "120"]]


def workbook(rows: list[list[str]], merged: str = "", hidden_row: int = 0, hidden_column: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    if hidden_row:
        sheet.row_dimensions[hidden_row].hidden = True
    if hidden_column:
        sheet.column_dimensions[hidden_column].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "file_format"),
    [
        (workbook(ROWS), Format.EXCEL),
        ("番号,事業名,R5目標\r\n1,植樹,120\r\n".encode("cp932"), Format.CSV),
        ("番号,事業名,R5目標\r1,植樹,120\r".encode(), Format.CSV),
        ("番号\t事業名\tR5目標\n1\t植樹\t120\n".encode("utf-16"), Format.TEXT),
        ("番号\t事業名\tR5目標\n1\t植樹\t120\n".encode("utf-16-le"), Format.TEXT),
        ("番号;事業名;R5目標\n1;植樹;120\n".encode("utf-8-sig"), Format.CSV),
        (
            "<table><tr><td>番号<td>事業名<td>R5目標<tr><td>1<td>植樹<td>120</table>".encode(),
            Format.HTML,
        ),
    ],
    ids=["xlsx", "csv", "carriage returns", "utf-16", "utf-16 unmarked", "semicolons", "html"],
)
def test_same_table_is_the_same_grid_out_of_every_file(data: bytes, file_format: Format) -> None:
    grid = read_grid(data, "表.xls")
    assert (grid.format, [list(row) for row in grid.sheets[0].rows]) == (file_format, ROWS)


def test_old_workbook_shows_its_formats_and_merged_cells() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write_merge(0, 0, 0, 1, "令和5年度")
    sheet.write(1, 0, 0.298, xlwt.easyxf(num_format_str="0.0%"))
    sheet.write(1, 1, 120)
    out = io.BytesIO()
    book.save(out)
    grid = read_grid(out.getvalue(), "表.xls")
    assert grid.sheets[0].rows == (("令和5年度", ""), ("29.8%", "120"))
    assert grid.sheets[0].spans == (MergedCells(0, 0, 0, 1),)


def test_hidden_rows_and_columns_are_left_out_and_told() -> None:
    grid = read_grid(workbook([*ROWS, ["2", "清掃", "30"]], hidden_row=2, hidden_column="B"), "表.xlsx")
    assert grid.sheets[0].rows == (("番号", "R5目標"), ("2", "30"))
    assert grid.sheets[0].line(1) == 3
    assert grid.sheets[0].column_name(1) == "C"
    assert [finding.kind for finding in grid.findings] == ["hidden_not_read", "hidden_not_read"]


def test_merged_cell_shows_its_words_over_all_that_it_covers() -> None:
    sheet = read_grid(workbook([["植樹", "120"], ["", "118"]], merged="A1:A2"), "表.xlsx").sheets[0]
    assert (sheet.shown(1, 0), sheet.rows[1][0]) == ("植樹", "")


def test_cells_of_a_page_reach_over_rows_and_columns_and_break() -> None:
    page = "<table><tr><th rowspan=2>事業<th colspan=2>R5<tr><td>目標<td>実<br>績</table><script>var x='<table>'</script>"
    sheet = read_grid(page.encode(), "頁.html").sheets[0]
    assert sheet.rows == (("事業", "R5", ""), ("", "目標", "実\n績"))
    assert set(sheet.spans) == {MergedCells(0, 0, 1, 0), MergedCells(0, 1, 0, 2)}


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("238<sup>2</sup>", "238※2"),
        ("評価<sup>1)</sup>", "評価※1"),
        ("95.1%<a href='#n'><sup>3</sup></a>", "95.1%※3"),
        ("千m<sup>3</sup>", "千m3"),
        ("t-CO<sub>2</sub>", "t-CO2"),
        ("10<sup>3</sup>人", "103人"),
        ("目標<sup>※1</sup>", "目標※1"),
    ],
)
def test_raised_number_that_is_no_power_refers_to_a_note(cell: str, words: str) -> None:
    sheet = read_grid(f"<table><tr><th>指標<th>R5実績<tr><td>排出量<td>{cell}</table>".encode(), "頁.html").sheets[0]
    assert sheet.rows[1][1] == words


def bomb() -> bytes:
    """Return a workbook that is 30 MiB of the same sign once it is opened."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30 * 2**20)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空です"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 40, "画像です"),
        (b"PK\x03\x04" + b"\x00" * 40, "壊れて"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "Excel のファイルとして開けません"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "パスワード"),
        (b"%PDF-1.7\n", "PDF として開けません"),
        (bomb, "安全のために開いていません"),
        (b"<html><body>none</body></html>", "表がありません"),
    ],
    ids=["empty", "picture", "torn zip", "torn xls", "locked", "torn pdf", "zip bomb", "page without tables"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes | Callable[[], bytes], said: str) -> None:
    # What takes long to make is not made while tests are collected, which every worker does.
    with pytest.raises(DocumentError, match=said):
        read_grid(data if isinstance(data, bytes) else data(), "表")


def test_pdf_with_lines_is_a_grid(tmp_path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    style = [("GRID", (0, 0), (-1, -1), 1, "black"), ("FONT", (0, 0), (-1, -1), "HeiseiMin-W3"), ("SPAN", (0, 1), (0, 2))]
    table = Table([*ROWS, ["", "清掃", "30"]], style=style)
    SimpleDocTemplate(str(tmp_path / "表.pdf"), pagesize=A4).build([table])
    sheet = read_grid((tmp_path / "表.pdf").read_bytes(), "表.pdf").sheets[0]
    assert [list(row) for row in sheet.rows] == [*ROWS, ["", "清掃", "30"]]
    assert sheet.spans == (MergedCells(1, 0, 2, 0),)
