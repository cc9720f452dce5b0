"""A web page's table is a grid with cells that reach over rows and columns, and breaks within them; the rest is around it.

lxml (BSD) reads pages as browsers do, unclosed tags too. Scripts and styles are left out, nothing is loaded from elsewhere.
"""

import re
from collections.abc import Iterator, Set

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from loaders.errors import DocumentError
from loaders.grid.between import Passage, TablePlace, lines_around
from loaders.grid.delimited import decode
from loaders.grid.grid import Format, Grid, MergedCells, Sheet, squared_with
from loaders.grid.limits import MOST_COLUMNS, MOST_ROWS, check_rows, check_sheets
from loaders.grid.note_marks import as_note_mark

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w\-]+)", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = (*_HEADINGS, "p", "li", "dt", "dd")
_LEFT_OUT = ("script", "style", "template", "noscript", "svg", "rt", "rp")
_NO_TABLE = "ウェブページに表がありません。"
_SAVE_AGAIN = "表のあるページを「ウェブページ、HTML のみ」で保存したものか確かめてください。画像の表は読めません。"


def read_html(data: bytes, file_name: str) -> Grid:
    """Return the tables of a web page, each with the words between it and the one before; raise DocumentError where none is."""
    root = lxml.html.document_fromstring(_text(data, file_name), parser=lxml.html.HTMLParser(huge_tree=False))
    for element in list(root.iter(*_LEFT_OUT)):
        _drop(element)
    tables = [table for table in root.iter("table") if not list(table.iterancestors("table"))]
    check_sheets(len(tables), file_name)
    title = [_words(element) for element in root.iter("title")]
    sheets: list[Sheet] = []
    around = [words for words in title if words]
    if not tables:
        raise DocumentError(_NO_TABLE, where=file_name, todo=_SAVE_AGAIN)
    for number, (table, told) in enumerate(zip(tables, lines_around(list(_parts(root))), strict=True), start=1):
        name = _name(table, number, {sheet.name for sheet in sheets})
        rows, spans = _cells(table)
        check_rows(len(rows), len(rows[0]) if rows else 0, f"{file_name} {name}")
        sheets.append(Sheet(name, rows, spans, around=(*around, *told.lines), below=told.below))
    if not any(sheet.rows for sheet in sheets):
        raise DocumentError(_NO_TABLE, where=file_name, todo=_SAVE_AGAIN)
    return Grid(file_name, Format.HTML, tuple(sheet for sheet in sheets if sheet.rows))


def _parts(root: HtmlElement) -> Iterator[Passage | TablePlace]:
    """Yield a page's tables, and the lines of words outside of them, in their order; what holds a table is no line."""
    for element in root.iter("table", *_LINES):
        if next(element.iterancestors("table"), None) is not None:
            continue
        if element.tag == "table":
            yield TablePlace(_lines(element.find("caption")))
        elif next(element.iter("table"), None) is None:
            level = _HEADINGS.index(element.tag) if element.tag in _HEADINGS else None
            yield Passage(() if _is_hidden(element) else _lines(element), level)


def _lines(element: HtmlElement | None) -> tuple[str, ...]:
    return tuple(filter(None, _words(element).split("\n")))


def _name(table: HtmlElement, number: int, taken: Set[str]) -> str:
    """Return what a page's table is called: by its caption, with its number where another has the same (単位：人)."""
    caption = _words(table.find("caption"))
    return f"{caption}（表{number}）" if caption in taken else caption or f"表{number}"


def _drop(element: etree._Element) -> None:
    """Take an element out of its page; the words behind it stay."""
    if isinstance(element, HtmlElement):
        element.drop_tree()


def _text(data: bytes, file_name: str) -> str:
    """Return a page's text in the encoding that it states, where that is one and fits."""
    stated = _CHARSET.search(data[:4000])
    if stated and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = stated[1].decode("ascii").lower()
        try:
            text = data.decode("cp932" if name in ("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j") else name)
        except (LookupError, UnicodeError):
            text = decode(data, file_name)
    else:
        text = decode(data, file_name)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _words(element: HtmlElement | None) -> str:
    """Return an element's words in one line of blanks, a break or a paragraph within it as a line's end."""
    if element is None:
        return ""
    parts = list(_pieces(element))
    lines = ("".join(line.split("\u200b")) for line in "".join(parts).split("\n"))
    return "\n".join(filter(None, (re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in lines)))


def _pieces(element: HtmlElement, before: str = "") -> Iterator[str]:
    """Yield the words of an element and what is in it; a line's end in the file is a blank, one on the page is not.

    `before` is what stands before it: a raised number behind a word or a value refers to a note and is marked as one.
    """
    is_block = element.tag in ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "dd", "dt", "tr")
    if element.tag == "br" or is_block:
        yield "\n"
    own = re.sub(r"[\r\n]+", " ", element.text or "") if isinstance(element.tag, str) else ""
    yield as_note_mark(own, before) if element.tag == "sup" else own
    last = own or before
    for child in element:
        yield from _pieces(child, last)
        tail = re.sub(r"[\r\n]+", " ", child.tail or "")
        yield tail
        last = tail or last
    if is_block:
        yield "\n"


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _cells(table: HtmlElement) -> tuple[tuple[tuple[str, ...], ...], tuple[MergedCells, ...]]:
    """Return a table's words and merged cells; a cell that reaches over rows or columns stands at its first."""
    words: dict[tuple[int, int], str] = {}
    taken: set[tuple[int, int]] = set()
    spans = []
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table and not _is_hidden(row)]
    for r, row in enumerate(rows[: MOST_ROWS + 1]):
        c = 0
        for cell in (cell for cell in row if cell.tag in ("td", "th") and not _is_hidden(cell)):
            while (r, c) in taken:
                c += 1
            down, across = _reach(cell, "rowspan", len(rows) - r), _reach(cell, "colspan", MOST_COLUMNS)
            words[r, c] = _words(cell)
            taken |= {(r + i, c + j) for i in range(down) for j in range(across)}
            if down * across > 1:
                spans.append(MergedCells(r, c, r + down - 1, c + across - 1))
            c += across
    width = max((c + 1 for _, c in words), default=0)
    return squared_with([[words.get((r, c), "") for c in range(width)] for r in range(len(rows))], spans)


def _reach(cell: HtmlElement, name: str, most: int) -> int:
    """Return over how many rows or columns a cell reaches; 0 rows means all that are left."""
    stated = re.match(r"\s*(\d+)", cell.get(name) or "1")
    reach = int(stated[1]) if stated else 1
    return max(1, most if name == "rowspan" and reach == 0 else min(reach, most))
