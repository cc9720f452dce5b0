"""A workbook shows a table as its office laid it out: merged cells, formats, hidden rows; formulas with what they last gave.

openpyxl (MIT) reads .xlsx and .xlsm: it alone of the readers tried tells number formats, merged cells and hidden rows. It reads
10,000 rows of ten columns in some 3 s; python-calamine is ten times as fast and tells no formats, so that 29.8% is 0.298 there.
xlrd (BSD) does the same for .xls, the format before 2007. Neither runs macros, follows links or works formulas out.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
import xlrd
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDoc

from loaders.codes import FindingKind
from loaders.errors import DocumentError
from loaders.grid.formats import GENERAL, shown
from loaders.grid.grid import Format, Grid, MergedCells, Sheet, squared
from loaders.grid.limits import check_rows, check_sheets, check_zip
from loaders.model import Finding, Severity

# Cells, empty ones with a border too, that a sheet is read with in memory.
MOST_CELLS = 3_000_000
# A formula that no spreadsheet has worked out: there is no value beside it.
_UNWORKED = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*><f[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>')
_PASSWORD = "パスワードで保護されているため開けません。"
_UNLOCK = "Excel や Word で開き、「ファイル」→「情報」→「ブック（文書）の保護」でパスワードを外して保存し直してください。"
_BROKEN = "Excel のファイルとして開けません。壊れているか、別の形式のファイルです。"
_RESAVE = "Excel で開けるか確かめ、「Excel ブック（.xlsx）」で保存し直してください。"


def read_xlsx(data: bytes, file_name: str) -> Grid:
    """Return the grid of an .xlsx or .xlsm workbook; raise DocumentError where it cannot be opened or is too large."""
    findings: list[Finding] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_zip(archive, file_name)
            findings += _of_the_package(archive, file_name)
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except DocumentError:
        raise
    except Exception as error:  # A damaged package fails anywhere in zipfile, the XML parser or openpyxl.
        raise DocumentError(_BROKEN, where=file_name, todo=_RESAVE) from error
    check_sheets(len(book.worksheets), file_name)
    sheets = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            findings.append(_hidden(f"シート「{sheet.title}」"))
            continue
        check_rows(sheet.max_row, 0, f"{file_name}「{sheet.title}」")
        table, hidden = _shown_part(sheet.title, _words(sheet), _spans(sheet), *_hidden_places(sheet))
        check_rows(len(table.rows), table.width, f"{file_name}「{sheet.title}」")
        sheets.append(table)
        findings += hidden
    return Grid(file_name, Format.EXCEL, tuple(sheets), tuple(findings))


def _of_the_package(archive: zipfile.ZipFile, file_name: str) -> Iterator[Finding]:
    """Yield what a workbook holds that is not read; raise DocumentError where its sheets have too many cells."""
    names = archive.namelist()
    if any(name.endswith("vbaProject.bin") for name in names):
        yield Finding(
            FindingKind.MACROS_NOT_RUN, Severity.INFO, "ブックにマクロがあります。動かさず、セルの値だけを読みました。"
        )
    if any("externalLinks/" in name for name in names):
        message = "ほかのブックを参照する式があります。参照先は開かず、保存されている値を読みました。"
        yield Finding(FindingKind.LINKS_NOT_FOLLOWED, Severity.INFO, message)
    for name in names:
        if not re.match(r"xl/worksheets/[^/]+\.xml$", name):
            continue
        content = archive.read(name)
        if content.count(b"<c ") > MOST_CELLS:
            todo = "使わない行や列の罫線・書式を消して（行や列ごと削除して）保存し直してください。"
            raise DocumentError("セルが多すぎるシートがあります。", where=file_name, todo=todo)
        unworked = [match[1].decode() for match in _UNWORKED.finditer(content)]
        if unworked:
            message = (
                f"式の値が保存されていないセルがあります（{'、'.join(unworked[:5])}{' ほか' if unworked[5:] else ''}）。"
                "空として読みました。Excel で開いて保存し直すと読めます。"
            )
            yield Finding(FindingKind.FORMULA_WITHOUT_VALUE, Severity.WARNING, message)


def _words(sheet: Worksheet) -> list[list[str]]:
    return [[shown(cell.value, cell.number_format or GENERAL) for cell in row] for row in sheet.iter_rows()]


def _spans(sheet: Worksheet) -> list[MergedCells]:
    ranges = sheet.merged_cells.ranges
    return [MergedCells(r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1) for r in ranges]


def _hidden_places(sheet: Worksheet) -> tuple[set[int], set[int]]:
    rows = {at - 1 for at, row in sheet.row_dimensions.items() if row.hidden}
    columns = {
        at
        for column in sheet.column_dimensions.values()
        if column.hidden
        for at in range((column.min or 1) - 1, column.max or column.min or 1)
    }
    return rows, columns


def _shown_part(
    name: str, words: Sequence[Sequence[str]], spans: Sequence[MergedCells], hidden_rows: set[int], hidden_columns: set[int]
) -> tuple[Sheet, list[Finding]]:
    """Return a sheet as it is shown, and findings on rows and columns with words that its owner has hidden."""
    rows = squared(words)
    width = len(rows[0]) if rows else 0
    lines = [at for at in range(len(rows)) if at not in hidden_rows]
    columns = [at for at in range(width) if at not in hidden_columns]
    findings = []
    lost_rows = [at + 1 for at in sorted(hidden_rows) if at < len(rows) and any(text.strip() for text in rows[at])]
    if lost_rows:
        where = "、".join(map(str, lost_rows[:5])) + (f" ほか計{len(lost_rows)}行" if lost_rows[5:] else "")
        findings.append(_hidden(f"シート「{name}」の行（{where}）"))
    lost = [get_column_letter(at + 1) for at in sorted(hidden_columns) if at < width and any(row[at].strip() for row in rows)]
    if lost:
        findings.append(_hidden(f"シート「{name}」の列（{'、'.join(lost)}）"))
    sheet = Sheet(
        name=name,
        rows=tuple(tuple(rows[r][c] for c in columns) for r in lines),
        spans=tuple(_spans_among(spans, lines, columns)),
        lines=tuple(at + 1 for at in lines),
        columns=tuple(at + 1 for at in columns),
    )
    return sheet, findings


def _spans_among(spans: Sequence[MergedCells], lines: Sequence[int], columns: Sequence[int]) -> Iterator[MergedCells]:
    """Yield the merged cells as they lie among the rows and columns that are shown; one whose first cell is hidden is none."""
    row_at, column_at = {line: at for at, line in enumerate(lines)}, {column: at for at, column in enumerate(columns)}
    for span in spans:
        rows = [row_at[r] for r in range(span.top, span.bottom + 1) if r in row_at]
        across = [column_at[c] for c in range(span.left, span.right + 1) if c in column_at]
        if span.top in row_at and span.left in column_at and len(rows) * len(across) > 1:
            yield MergedCells(rows[0], across[0], rows[-1], across[-1])


def _hidden(what: str) -> Finding:
    message = f"{what}は非表示のため読み込んでいません。使うのなら、再表示して保存し直してください。"
    return Finding(FindingKind.HIDDEN_NOT_READ, Severity.WARNING, message)


def read_xls(data: bytes, file_name: str) -> Grid:
    """Return the grid of an .xls workbook; raise DocumentError where it is locked, no workbook, or larger than allowed."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DocumentError(_PASSWORD, where=file_name, todo=_UNLOCK)
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except XLRDError as error:
        is_locked = "encrypted" in str(error)
        what, todo = (_PASSWORD, _UNLOCK) if is_locked else (_BROKEN, _RESAVE)
        raise DocumentError(what, where=file_name, todo=todo) from error
    except Exception as error:  # A damaged file fails anywhere in xlrd.
        raise DocumentError(_BROKEN, where=file_name, todo=_RESAVE) from error
    check_sheets(book.nsheets, file_name)
    sheets, findings = [], []
    for sheet in book.sheets():
        if sheet.visibility:
            findings.append(_hidden(f"シート「{sheet.name}」"))
            continue
        check_rows(sheet.nrows, sheet.ncols, f"{file_name}「{sheet.name}」")
        words = [[_xls_words(book, sheet, r, c) for c in range(sheet.ncols)] for r in range(sheet.nrows)]
        spans = [MergedCells(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
        hidden_rows = {at for at, row in sheet.rowinfo_map.items() if row.hidden}
        hidden_columns = {at for at, column in sheet.colinfo_map.items() if column.hidden}
        table, hidden = _shown_part(sheet.name, words, spans, hidden_rows, hidden_columns)
        sheets.append(table)
        findings += hidden
    return Grid(file_name, Format.EXCEL, tuple(sheets), tuple(findings))


def is_workbook(data: bytes) -> bool:
    """Return whether a file of the form before 2007 is a workbook, not one that holds a workbook among its objects."""
    try:
        file = CompDoc(data, logfile=io.StringIO())
        names = {file.dirlist[at].name for at in file.dirlist[0].children}
    except Exception:  # A damaged file fails anywhere in xlrd.
        return False
    return bool(names & {"Workbook", "Book"})


def _xls_words(book: Any, sheet: Any, row: int, column: int) -> str:
    """Return what a cell of an .xls sheet shows."""
    cell = sheet.cell(row, column)
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    number_format = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    if cell.ctype == xlrd.XL_CELL_DATE:
        return shown(xlrd.xldate_as_datetime(cell.value, book.datemode), number_format)
    return shown(cell.value, number_format)
