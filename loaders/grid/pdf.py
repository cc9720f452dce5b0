"""A PDF knows no table: it draws lines and sets words. Where the lines make cells, the words between them are a grid again.

pdfplumber (MIT) finds the cells that lines enclose, which pypdfium2 does not; it reads some two pages a second. A table that
runs over pages is one again where its columns stand at the same places; its repeated headings are told later, by their words.
"""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.table import Table

from loaders.errors import DocumentError
from loaders.grid.grid import Form, Grid, Sheet, Span
from loaders.grid.limits import MOST_PAGES, MOST_ROWS, check_rows, check_sheets

_NO_WORDS = "文字の入っていない PDF です（紙を読み取った画像のようです）。"
_NO_LINES = "PDF の中に、罫線で区切られた表が見つかりません。"
_OTHER_FILE = "元の Excel や CSV、ウェブページがあれば、それを使ってください。"
# Points by which two lines that are meant as one may be apart.
_SAME = 3.0
# Signs on a page below which it holds a page number at most.
_FEW = 20


def read_pdf(data: bytes, file_name: str) -> Grid:
    """Return the ruled tables of a PDF with a text layer; raise DocumentError where it is locked, scanned or has none."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                todo = "表のあるページだけの PDF にしてください。"
                raise DocumentError(f"ページが多すぎます（{MOST_PAGES}ページまで読めます）。", where=file_name, todo=todo)
            pages = [_page(page, number) for number, page in enumerate(document.pages, start=1)]
    except DocumentError:
        raise
    except Exception as error:  # A damaged file fails anywhere in the parser.
        is_locked = isinstance(error, PDFPasswordIncorrect) or isinstance(error.__cause__, PDFPasswordIncorrect)
        is_locked = is_locked or "PasswordIncorrect" in repr(error)
        what = "パスワードで保護されているため開けません。" if is_locked else "PDF として開けません。壊れているようです。"
        raise DocumentError(what, where=file_name, todo=_OTHER_FILE) from error
    if sum(signs for _, signs in pages) < _FEW:
        raise DocumentError(_NO_WORDS, where=file_name, todo=_OTHER_FILE)
    sheets = list(_joined([sheet for found, _ in pages for sheet in found]))
    if not sheets:
        raise DocumentError(_NO_LINES, where=file_name, todo=_OTHER_FILE)
    check_sheets(len(sheets), file_name)
    for sheet in sheets:
        check_rows(len(sheet.rows), sheet.width, f"{file_name} {sheet.name}")
    return Grid(file_name, Form.PDF, tuple(sheets))


def _page(page: Page, number: int) -> tuple[list[Sheet], int]:
    """Return a page's tables, from above, and how many signs it holds."""
    tables = sorted(page.find_tables(), key=lambda table: (table.bbox[1], table.bbox[0]))
    tables = [table for table in tables if len(table.rows) > 1 or len(table.rows[0].cells) > 2]
    sheets = []
    top = 0.0
    for order, table in enumerate(tables, start=1):
        around = _lines_between(page, top, table.bbox[1])
        sheets.append(_sheet(page, table, f"{number}ページ" + (f"の表{order}" if len(tables) > 1 else ""), number, around))
        top = table.bbox[3]
    signs = len(page.chars)
    page.close()
    return sheets, signs


def _lines_between(page: Page, top: float, bottom: float) -> tuple[str, ...]:
    """Return the lines of words that stand between two heights of a page."""
    if bottom - top < 1:
        return ()
    words = page.crop((0, max(top, page.bbox[1]), page.width, min(bottom, page.bbox[3]))).extract_text() or ""
    return tuple(line.strip() for line in words.split("\n") if line.strip())


def _sheet(page: Page, table: Table, name: str, number: int, around: tuple[str, ...]) -> Sheet:
    """Return a ruled table as a grid: its lines give rows and columns, a cell that crosses some of them is merged."""
    xs = _edges([x for cell in table.cells for x in (cell[0], cell[2])])
    ys = _edges([y for cell in table.cells for y in (cell[1], cell[3])])
    rows = [[""] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    spans = []
    for x0, top, x1, bottom in table.cells:
        left, right, upper, lower = _at(xs, x0), _at(xs, x1) - 1, _at(ys, top), _at(ys, bottom) - 1
        if left > right or upper > lower:
            continue
        rows[upper][left] = _words(page, (x0, top, x1, bottom))
        if right > left or lower > upper:
            spans.append(Span(upper, left, lower, right))
    lines = tuple(range(1, len(rows) + 1))
    return Sheet(name, tuple(map(tuple, rows)), tuple(spans), lines, around=around, page=number)


def _words(page: Page, box: tuple[float, float, float, float]) -> str:
    """Return the words of a cell, its lines joined: Japanese breaks a line anywhere, so that a break in it says nothing."""
    x0, top, x1, bottom = (
        max(box[0], page.bbox[0]),
        max(box[1], page.bbox[1]),
        min(box[2], page.bbox[2]),
        min(box[3], page.bbox[3]),
    )
    if x1 - x0 < 1 or bottom - top < 1:
        return ""
    lines = [line.strip() for line in (page.crop((x0, top, x1, bottom)).extract_text(x_tolerance=2) or "").split("\n")]
    text = ""
    for line in filter(None, lines):
        is_word = text[-1:].isascii() and line[:1].isascii() and text[-1:].isalnum() and line[:1].isalnum()
        text += ("\n" if is_word else "") + line
    return text


def _edges(places: Sequence[float]) -> list[float]:
    """Return the places of lines, those that are meant as one as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found


def _at(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _joined(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """Yield the tables, those that go on from page to page as one: of one width, with no words of their own above them."""
    whole: list[Sheet] = []
    for before, sheet in pairwise([None, *sheets]):
        assert sheet is not None
        is_next_page = before is not None and sheet.page == before.page + 1 and sheet.width == before.width
        if whole and not is_next_page:
            yield _one(whole)
            whole = []
        whole.append(sheet)
    if whole:
        yield _one(whole)


def _one(sheets: Sequence[Sheet]) -> Sheet:
    """Return tables of following pages as one sheet; a row's line is counted through all of them."""
    rows: list[tuple[str, ...]] = []
    spans: list[Span] = []
    for sheet in sheets:
        at = len(rows)
        spans += [Span(s.top + at, s.left, s.bottom + at, s.right) for s in sheet.spans]
        rows += sheet.rows
        check_rows(min(len(rows), MOST_ROWS + 1), sheet.width, sheet.name)
    first = sheets[0]
    return Sheet(first.name, tuple(rows), tuple(spans), tuple(range(1, len(rows) + 1)), around=first.around, page=first.page)
