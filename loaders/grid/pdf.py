"""A PDF knows no table: it draws lines and sets words. Where the lines make cells, the words between them are a grid again.

pdfplumber (MIT) finds the cells that lines enclose, which pypdfium2 does not; it reads some two pages a second. A table that
runs over pages is one again where its columns stand at the same places; its repeated headings are told later, by their words.
"""

import io
import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.text import extract_words

from loaders.codes import FindingKind
from loaders.errors import DocumentError
from loaders.grid.aligned import aligned_table
from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.grid.limits import MOST_PAGES, MOST_ROWS, check_rows, check_sheets
from loaders.grid.radicals import as_characters
from loaders.model import Finding, Severity

# What its parser says of fonts is not for people who read a table; what can't be read is raised.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_NO_WORDS = "文字の入っていない PDF です（紙を読み取った画像のようです）。"
_NO_TABLE = "PDF の中に、罫線で区切られた表も、列のそろった表も見つかりません。"
_NOT_RULED = "罫線のない表を、文字の並びから列に分けて読みました。列や行がずれていないか確かめてください。"
_OTHER_FILE = "元の Excel や CSV、ウェブページがあれば、それを使ってください。"
# Points by which two lines that are meant as one may be apart.
_SAME = 3.0
# Signs of room that a full line may leave in its cell, its margins among them.
_ROOM = 2.6
# Signs from which on a line may have been cut in a word, where it ends as its column does.
_LONG = 8
# Signs on a page below which it holds a page number at most.
_FEW = 8


def read_pdf(data: bytes, file_name: str) -> Grid:
    """Return the ruled tables of a PDF with a text layer; raise DocumentError where it is locked, scanned or has none."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                todo = "表のあるページだけの PDF にしてください。"
                raise DocumentError(f"ページが多すぎます（{MOST_PAGES}ページまで読めます）。", where=file_name, todo=todo)
            pages = [_page(page, number) for number, page in enumerate(document.pages, start=1)]
            aligned = [] if any(found for found, _ in pages) else list(_aligned(document.pages))
    except DocumentError:
        raise
    except Exception as error:  # A damaged file fails anywhere in the parser.
        is_locked = isinstance(error, PDFPasswordIncorrect) or isinstance(error.__cause__, PDFPasswordIncorrect)
        is_locked = is_locked or "PasswordIncorrect" in repr(error)
        what = "パスワードで保護されているため開けません。" if is_locked else "PDF として開けません。壊れているようです。"
        raise DocumentError(what, where=file_name, todo=_OTHER_FILE) from error
    if sum(signs for _, signs in pages) < _FEW:
        raise DocumentError(_NO_WORDS, where=file_name, todo=_OTHER_FILE)
    is_ruled = any(found for found, _ in pages)
    findings = () if is_ruled else (Finding(FindingKind.NOT_RULED, Severity.WARNING, _NOT_RULED),)
    sheets = list(_joined([sheet for found, _ in pages for sheet in found])) if is_ruled else aligned
    if not sheets:
        raise DocumentError(_NO_TABLE, where=file_name, todo=_OTHER_FILE)
    check_sheets(len(sheets), file_name)
    for sheet in sheets:
        check_rows(len(sheet.rows), sheet.width, f"{file_name} {sheet.name}")
    return Grid(file_name, Format.PDF, tuple(sheets), findings)


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


def _aligned(pages: Sequence[Page]) -> Iterator[Sheet]:
    """Yield the tables of pages without ruled ones, as their words stand under each other."""
    for number, page in enumerate(pages, start=1):
        words = page.extract_words(x_tolerance=1, y_tolerance=2)
        words = [{**word, "text": as_characters(word["text"])} for word in words]
        sheet = aligned_table(words, f"{number}ページ", number)
        page.close()
        if sheet is not None:
            yield sheet


def _lines_between(page: Page, top: float, bottom: float) -> tuple[str, ...]:
    """Return the lines of words that stand between two heights of a page."""
    if bottom - top < 1:
        return ()
    words = page.crop((0, max(top, page.bbox[1]), page.width, min(bottom, page.bbox[3]))).extract_text() or ""
    return tuple(line.strip() for line in as_characters(words).split("\n") if line.strip())


def _sheet(page: Page, table: Table, name: str, number: int, around: tuple[str, ...]) -> Sheet:
    """Return a ruled table as a grid: its lines give rows and columns, a cell that crosses some of them is merged."""
    xs = _edges([x for cell in table.cells for x in (cell[0], cell[2])])
    ys = _edges([y for cell in table.cells for y in (cell[1], cell[3])])
    spans = [
        MergedCells(_at(ys, top), _at(xs, x0), _at(ys, bottom) - 1, _at(xs, x1) - 1)
        for x0, top, x1, bottom in sorted(table.cells)
    ]
    spans = [span for span in spans if span.left <= span.right and span.top <= span.bottom]
    owner = {(r, c): s for s in spans for r in range(s.top, s.bottom + 1) for c in range(s.left, s.right + 1)}
    signs: dict[MergedCells, list[Any]] = {}
    for char in page.chars:
        place = _cell_of((char["top"] + char["bottom"]) / 2, ys), _cell_of((char["x0"] + char["x1"]) / 2, xs)
        if place in owner:
            signs.setdefault(owner[place], []).append(char)
    rows = [[""] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    cells = {span: lines_of for span, chars in signs.items() if (lines_of := _lines_of(chars))}
    ends: dict[tuple[int, int], float] = {}
    for span, lines_of in cells.items():
        key = span.left, span.right
        ends[key] = max(ends.get(key, 0.0), *(line.end for line in lines_of))
    for span, lines_of in cells.items():
        width = xs[span.right + 1] - xs[span.left]
        rows[span.top][span.left] = _words(lines_of, xs[span.left], width, ends[span.left, span.right])
    merged = tuple(span for span in spans if span.right > span.left or span.bottom > span.top)
    lines = tuple(range(1, len(rows) + 1))
    return Sheet(name, tuple(map(tuple, rows)), merged, lines, around=around, page=number)


def _cell_of(place: float, edges: Sequence[float]) -> int:
    """Return between which edges a sign's middle lies, -1 where it lies outside."""
    return bisect_right(edges, place) - 1 if edges[0] <= place <= edges[-1] else -1


@dataclass(frozen=True)
class _Line:
    """A line of a cell: its words, where they begin and end, how large their signs are."""

    words: str
    start: float
    end: float
    size: float


def _lines_of(chars: Sequence[Any]) -> list[_Line]:
    """Return the lines of a cell from above."""
    size = max(char["size"] for char in chars)
    words = extract_words(list(chars), x_tolerance=2, y_tolerance=3)
    lines = (list(group) for _, group in groupby(words, key=lambda word: round(word["top"] / max(size * 0.6, 1))))
    return [_Line(as_characters(" ".join(w["text"] for w in line)), line[0]["x0"], line[-1]["x1"], size) for line in lines]


def _words(lines: Sequence[_Line], left: float, width: float, farthest: float) -> str:
    """Return the words of a cell. A line that fills its cell goes on in the next; one that leaves room ends where it ends.

    `farthest` is where the lines of its column end at the latest: what reaches so far may have been cut there.
    """
    starts = [line.start for line in lines]
    is_at_left = max(starts, default=0) - min(starts, default=0) < 1 and min(starts, default=0) - left <= lines[0].size
    text = ""
    for before, line in pairwise([None, *lines]):
        assert line is not None
        is_latin = text[-1:].isascii() and line.words[:1].isascii() and text[-1:].isalnum() and line.words[:1].isalnum()
        has_room = before is not None and width - (before.end - before.start) > _ROOM * before.size
        if before is not None and is_at_left and _is_cut(before, farthest) and _in_a_word(text[-1:], line.words[:1]):
            has_room = False
        text += ("\n" if text and (has_room or is_latin) else "") + line.words
    return text


def _is_cut(line: _Line, farthest: float) -> bool:
    """Return whether a line reaches as far as any of its column, and is too long to be a word that stands alone."""
    return farthest - line.end < line.size and line.end - line.start >= _LONG * line.size


def _in_a_word(last: str, first: str) -> bool:
    """Return whether words may have been cut between two signs: neither is a figure, a mark or a bracket."""
    return all(sign.isalpha() and not sign.isascii() for sign in (last, first))


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
    """Yield the tables, those that go on from page to page as one: of one width, with no title of their own above them."""
    whole: list[Sheet] = []
    for before, sheet in pairwise([None, *sheets]):
        assert sheet is not None
        is_next_page = before is not None and sheet.page == before.page + 1 and sheet.width == before.width
        if whole and (not is_next_page or _is_titled_anew(whole[-1], sheet)):
            yield _one(whole)
            whole = []
        whole.append(sheet)
    if whole:
        yield _one(whole)


def _is_titled_anew(before: Sheet, sheet: Sheet) -> bool:
    """Return whether a table of the same headings has another title than the one before: the same form of something else."""
    titles = [re.sub(r"[\d\s]", "", "".join(page.around)) for page in (before, sheet)]
    return bool(titles[1]) and titles[0] != titles[1] and before.rows[0] == sheet.rows[0]


def _one(sheets: Sequence[Sheet]) -> Sheet:
    """Return tables of following pages as one sheet; a row's line is counted through all of them."""
    rows: list[tuple[str, ...]] = []
    spans: list[MergedCells] = []
    for sheet in sheets:
        at = len(rows)
        spans += [MergedCells(s.top + at, s.left, s.bottom + at, s.right) for s in sheet.spans]
        rows += sheet.rows
        check_rows(min(len(rows), MOST_ROWS + 1), sheet.width, sheet.name)
    first = sheets[0]
    return Sheet(first.name, tuple(rows), tuple(spans), tuple(range(1, len(rows) + 1)), around=first.around, page=first.page)
