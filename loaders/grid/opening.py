"""What a file is shows in its first bytes, not in its name: a workbook may be renamed, and a web page end in .xls.

The readers of other programs' files are imported where such a file is met: a load of a text, and every start of the dashboard,
would wait for them.
"""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath

from loaders.errors import DocumentError
from loaders.grid.delimited import read_delimited
from loaders.grid.grid import Format, Grid
from loaders.grid.limits import check_sheets, check_size, check_zip

# Files that people hand over and that hold no cells, by what they start with.
OTHER_FILES = {
    b"{\\rtf": "リッチテキスト",
    b"\x89PNG": "画像",
    b"\xff\xd8\xff": "画像",
    b"GIF8": "画像",
    b"II*\x00": "画像",
    b"MM\x00*": "画像",
    b"Rar!": "圧縮ファイル",
    b"7z\xbc\xaf": "圧縮ファイル",
    b"\x1f\x8b": "圧縮ファイル",
}
_READABLE = (
    "Excel（xlsx、xls）、Word（docx）、ODS、CSV、タブ区切りのテキスト、PDF、ウェブページ（HTML）のどれかで用意してください。"
)
# The stream that holds the text of a document of Word before 2007.
_OLD_WORD = "WordDocument".encode("utf-16-le")
_PAGE = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|\?xml[^>]*>\s*<(?:!doctype|html))", re.I | re.S
)


def read_grid(data: bytes, file_name: str) -> Grid:
    """Return the grid of a file; raise DocumentError where it is none of the kinds that are read, or damaged."""
    check_size(data, file_name)
    for magic, kind in OTHER_FILES.items():
        if data.startswith(magic):
            raise DocumentError(f"資料が{kind}です。表のあるファイルではありません。", where=file_name, todo=_READABLE)
    if data.startswith(b"PK\x03\x04"):
        return _read_package(data, file_name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _read_compound(data, file_name)
    if b"%PDF-" in data[:1024]:
        from loaders.grid.pdf import read_pdf

        return read_pdf(data, file_name)
    if _PAGE.match(_as_ascii(data)):
        from loaders.grid.html import read_html

        return read_html(data, file_name)
    return read_delimited(data, file_name, is_csv=PurePath(file_name).suffix.lower() == ".csv")


def _read_compound(data: bytes, file_name: str) -> Grid:
    """Return the grid of a file of the form before 2007, a workbook; documents and locked files of that form are refused."""
    from loaders.grid.excel import is_workbook, read_xls

    if _OLD_WORD in data and not is_workbook(data):
        todo = "Word で開き、「Word 文書（.docx）」で保存し直してください。"
        raise DocumentError("古い形式の Word の文書（.doc）は読めません。", where=file_name, todo=todo)
    return read_xls(data, file_name)


def _as_ascii(data: bytes) -> bytes:
    """Return the beginning of a text as bytes a sign, without its mark, whether in one byte a sign or two."""
    start = data[:4000]
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")


def _read_package(data: bytes, file_name: str) -> Grid:
    """Return the grid of a packed file: a workbook, a Word document, an OpenDocument sheet or several CSV files."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile as error:
        todo = "元のファイルをもう一度取得するか、Excel や Word で保存し直してください。"
        raise DocumentError("ファイルが壊れていて開けません。", where=file_name, todo=todo) from error
    if "xl/workbook.xml" in names:
        from loaders.grid.excel import read_xlsx

        return read_xlsx(data, file_name)
    if any(name.startswith("word/") for name in names):
        from loaders.grid.word import read_docx

        return read_docx(data, file_name)
    if "content.xml" in names:
        from loaders.grid.ods import read_ods

        return read_ods(data, file_name)
    if "xl/workbook.bin" in names:
        todo = "Excel で開き、「Excel ブック（.xlsx）」で保存し直してください。"
        raise DocumentError("Excel バイナリブック（.xlsb）は読めません。", where=file_name, todo=todo)
    if names and all(name.lower().endswith(".csv") for name in names):
        return _read_packed_csvs(data, file_name)
    raise DocumentError("資料が圧縮ファイルです。表のあるファイルではありません。", where=file_name, todo=_READABLE)


def _read_packed_csvs(data: bytes, file_name: str) -> Grid:
    """Return the grid of CSV files that were packed together, a sheet each."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        check_zip(archive, file_name)
        check_sheets(len(archive.namelist()), file_name)
        grids = [
            (PurePath(name).stem, read_delimited(archive.read(name), f"{file_name}（{name}）", is_csv=True))
            for name in sorted(archive.namelist())
        ]
    sheets = tuple(replace(sheet, name=name) for name, grid in grids for sheet in grid.sheets)
    return Grid(file_name, Format.CSV, sheets, tuple(finding for _, grid in grids for finding in grid.findings))
