"""One table, five kinds of file: what a body hands over is an Excel workbook, a CSV, a web page, a PDF or a Word document.

python -m tests.intake.files FOLDER        writes every layout's files and right.json, to look at or to measure elsewhere
"""

from __future__ import annotations

import csv
import html
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from tests.intake.cells import Case, Cell, Dated, Figure, Mark, Row, Sheet, Text, ranges, shown
from tests.intake.word import write_docx

FONT = "HeiseiMin-W3"
ROWS_A_PAGE = 26


def write(case: Case, kind: str, folder: Path) -> Path:
    """Write a case as `xlsx`, `csv`, `html`, `pdf` or `docx` into the folder, and give the file's path."""
    path = folder / f"{case.name}.{kind}"
    {"xlsx": _xlsx, "csv": _csv, "html": _html, "pdf": _pdf, "docx": write_docx}[kind](case, path)
    return path


def _xlsx(case: Case, path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    for sheet in case.sheets:
        page = book.create_sheet(sheet.name)
        rows = [*sheet.before, *sheet.table, *sheet.after]
        for r, row in enumerate(rows, 1):
            for c, cell in enumerate(row, 1):
                _put(page, r, c, cell)
        for top, left, bottom, right in ranges(rows):
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for column in sheet.hidden_columns:
            page.column_dimensions[get_column_letter(column + 1)].hidden = True
        for row_number in sheet.hidden_rows:
            page.row_dimensions[len(sheet.before) + row_number + 1].hidden = True
    book.save(path)


def _put(page: Worksheet, row: int, column: int, cell: Cell) -> None:
    if cell is None or isinstance(cell, Mark):
        return
    value: Any = cell.stored if isinstance(cell, Figure) else cell.day if isinstance(cell, Dated) else cell
    made = page.cell(row, column, value)
    made.border = Border(*[Side(style="thin")] * 4)
    if isinstance(cell, Figure | Dated) and cell.number_format:
        made.number_format = cell.number_format
    if "\n" in str(value):
        made.alignment = Alignment(wrap_text=True, vertical="center")


def _csv(case: Case, path: Path) -> None:
    width = max(sheet.width for sheet in case.sheets)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=case.text.delimiter, lineterminator=case.text.newline)
    for sheet in case.sheets:
        for row in [*sheet.before, *sheet.table, *sheet.after]:
            writer.writerow([shown(cell) for cell in row] + [""] * (width - len(row)))
    path.write_bytes(_encoded(out.getvalue(), case.text))


def _encoded(text: str, how: Text) -> bytes:
    # CP932 has neither U+2212 nor U+2013: an old system prints the full-width sign in their stead.
    return (text.replace("−", "－").replace("–", "－") if how.encoding == "cp932" else text).encode(how.encoding)


def _html(case: Case, path: Path) -> None:
    title = html.escape(shown(case.sheets[0].before[0][0]) if case.sheets[0].before else case.name)
    body = "\n".join(part for sheet in case.sheets for part in _html_sheet(sheet))
    path.write_text(
        f'<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
        f'<ul class="nav"><li><a href="/">トップ</a></li><li><a href="/plan/">計画</a></li></ul>\n{body}\n'
        "<p>お問い合わせ　電話 0123-45-6789</p>\n<script>var a=[1,2,3];</script>\n</body></html>\n",
        encoding="utf-8",
    )


def _html_sheet(sheet: Sheet) -> Iterator[str]:
    yield from (f"<p>{_escaped('　'.join(filter(None, map(shown, line))))}</p>" for line in sheet.before if line)
    rows = sheet.table
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in ranges(rows)}
    yield '<table border="1">'
    for r, row in enumerate(rows):
        tag = "th" if r < len(sheet.heading) else "td"
        cells = []
        for c, cell in enumerate(row):
            if isinstance(cell, Mark):
                continue
            down, wide = spans.get((r, c), (1, 1))
            span = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{wide}"' if wide > 1 else "")
            cells.append(f"<{tag}{span}>{_escaped(shown(cell))}</{tag}>")
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"
    yield from (f"<p>{_escaped('　'.join(filter(None, map(shown, line))))}</p>" for line in sheet.after if line)


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _pdf(case: Case, path: Path) -> None:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    plain = ParagraphStyle("plain", fontName=FONT, fontSize=10, leading=14, wordWrap="CJK")
    story: list[Flowable] = []
    size = landscape(A4)
    for sheet in case.sheets:
        story += [Paragraph(_lines("　".join(filter(None, map(shown, line)))), plain) for line in sheet.before if line]
        for n, groups in enumerate(_pages(sheet)):
            if n:
                story.append(PageBreak())
            rows = [*sheet.heading, *(row for group in groups for row in group)]
            story.append(_printed(rows, sheet.width, size[0] - 60, case.is_ruled))
        story += [Paragraph(_lines("　".join(filter(None, map(shown, line)))), plain) for line in sheet.after if line]
        if sheet is not case.sheets[-1]:
            story.append(PageBreak())
    document = SimpleDocTemplate(str(path), pagesize=size, leftMargin=30, rightMargin=30, topMargin=30, bottomMargin=30)
    document.build(story, onFirstPage=_page_number, onLaterPages=_page_number)


def _page_number(canvas: Any, document: Any) -> None:
    canvas.setFont(FONT, 8)
    canvas.drawCentredString(document.pagesize[0] / 2, 15, f"- {document.page} -")


def _pages(sheet: Sheet) -> list[list[list[Row]]]:
    """Groups page by page: a table of more than ten rows goes over at least two, and no merged range is cut."""
    count = sum(map(len, sheet.groups))
    most = min(ROWS_A_PAGE, -(-count // 2)) if count > 10 else ROWS_A_PAGE
    pages: list[list[list[Row]]] = [[]]
    for group in sheet.groups:
        if pages[-1] and sum(map(len, pages[-1])) + len(group) > most:
            pages.append([])
        pages[-1].append(group)
    return pages


def _printed(rows: list[Row], width: int, space: float, is_ruled: bool) -> Table:
    style = ParagraphStyle("cell", fontName=FONT, fontSize=7, leading=8.4, wordWrap="CJK")
    texts = [[shown(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    longest = [max(max(map(_wide, texts[r][c].split("\n"))) for r in range(len(texts))) for c in range(width)]
    merged = ranges(rows)
    for c in range(width):
        # a cell that is merged over many columns does not widen its first one
        own = [
            texts[r][c] for r in range(len(texts)) if not any(t == r and lft == c and rgt > lft for t, lft, _, rgt in merged)
        ]
        longest[c] = min(16, max([3, *(max(map(_wide, text.split("\n"))) for text in own)]))
    widths = [space * n / sum(longest) for n in longest]
    cells = [[Paragraph(_lines(text), style) if text else "" for text in row] for row in texts]
    spans = [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in merged]
    look: list[Any] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    if is_ruled:
        look.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    tight = [(f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table(cells, colWidths=widths, style=[*look, *tight, *spans])


def _wide(text: str) -> int:
    return sum(1 if ord(sign) < 256 else 2 for sign in text)


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br/>")


def write_all(cases: Iterable[Case], folder: Path) -> list[dict[str, Any]]:
    """Every case in every kind of file it has, with right.json beside them; gives what right.json holds."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = [
        {"files": [write(case, kind, folder).name for kind in case.all_kinds], "say": case.say, **case.right} for case in cases
    ]
    (folder / "right.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")
    return entries


if __name__ == "__main__":
    from tests.intake.layouts import CASES

    print(sum(len(entry["files"]) for entry in write_all(CASES, Path(sys.argv[1]))), "files written")
