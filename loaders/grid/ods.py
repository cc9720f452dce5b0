"""An OpenDocument sheet keeps beside each value the words that it shows, so that these are read and no format is applied.

Read with lxml alone: a library for the format (odfpy) builds the whole document to give what a few attributes tell.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from loaders.codes import FindingKind
from loaders.errors import DocumentError
from loaders.grid.grid import Format, Grid, MergedCells, Sheet, squared
from loaders.grid.limits import MOST_COLUMNS, MOST_ROWS, check_rows, check_sheets, check_zip
from loaders.model import Finding, Severity

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_ods(data: bytes, file_name: str) -> Grid:
    """Return the grid of an .ods workbook; raise DocumentError where it is locked, damaged or no table."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_zip(archive, file_name)
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                todo = "パスワードを外して保存し直してください。"
                raise DocumentError("パスワードで保護されているため開けません。", where=file_name, todo=todo)
            root = etree.fromstring(archive.read("content.xml"), etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        todo = "Excel か LibreOffice で開けるか確かめ、保存し直してください。"
        raise DocumentError("ODS のファイルとして開けません。", where=file_name, todo=todo) from error
    tables = list(root.iter(f"{_TABLE}table"))
    check_sheets(len(tables), file_name)
    sheets = tuple(_sheet(table, file_name) for table in tables)
    hidden = tuple(_hidden(sheet.name, rows) for sheet, rows in sheets if rows)
    return Grid(file_name, Format.ODS, tuple(sheet for sheet, _ in sheets if sheet.rows), hidden)


def _hidden(name: str, count: int) -> Finding:
    message = f"シート「{name}」の非表示の行・列（{count}）は読み込んでいません。使うのなら、再表示して保存し直してください。"
    return Finding(FindingKind.HIDDEN_NOT_READ, Severity.WARNING, message)


def _sheet(table: etree._Element, file_name: str) -> tuple[Sheet, int]:
    """Return a sheet as it is shown, and how many of its rows with words are hidden."""
    name = table.get(f"{_TABLE}name") or ""
    rows: list[list[str]] = []
    lines: list[int] = []
    spans: list[MergedCells] = []
    line, hidden = 0, 0
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = int(row.get(f"{_TABLE}number-rows-repeated") or 1)
        cells = list(_cells(row))
        has_words = any(text.strip() for text, _, _ in cells)
        is_hidden = row.get(f"{_TABLE}visibility") in ("collapse", "filter")
        hidden += repeated if is_hidden and has_words else 0
        for _ in range(0 if is_hidden else repeated if has_words else min(repeated, 50)):
            at = len(rows)
            check_rows(at, min(len(cells), MOST_COLUMNS), f"{file_name}「{name}」")
            spans += [MergedCells(at, c, at + d - 1, c + a - 1) for c, (_, d, a) in enumerate(cells) if d * a > 1]
            rows.append([text for text, _, _ in cells])
            lines.append(line + 1)
        line += repeated
        if line > MOST_ROWS and not has_words:
            break
    shown = squared(rows)
    inside = (MergedCells(s.top, s.left, min(s.bottom, len(shown) - 1), s.right) for s in spans if s.top < len(shown))
    return Sheet(name, shown, tuple(inside), tuple(lines[: len(shown)])), hidden


def _cells(row: etree._Element) -> Iterator[tuple[str, int, int]]:
    """Yield the cells of a row: the words shown, and over how many rows and columns they reach."""
    count = 0
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        repeated = int(cell.get(f"{_TABLE}number-columns-repeated") or 1)
        words = "\n".join("".join(_pieces(paragraph)) for paragraph in cell.findall(f"{_TEXT}p"))
        words = words or cell.get(f"{_OFFICE}string-value") or ""
        down, across = (int(cell.get(f"{_TABLE}number-{which}-spanned") or 1) for which in ("rows", "columns"))
        for _ in range(min(repeated, MOST_COLUMNS - count)):
            yield words, down, across
        count += min(repeated, MOST_COLUMNS - count)


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    yield paragraph.text or ""
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c") or 1)
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag != f"{_OFFICE}annotation":
            yield from _pieces(child)
        yield child.tail or ""
