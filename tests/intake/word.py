"""A table as a clerk makes it in Word: a document of A4 across, ruled, its merged cells merged, its heading on every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.table import _Cell, _Row

from tests.intake.cells import Case, Mark, Row, Sheet, ranges, shown


def write_docx(case: Case, path: Path) -> None:
    """Write a case as a Word document."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for sheet in case.sheets:
        write_sheet(document, sheet)
    document.add_paragraph("お問い合わせ　電話 0123-45-6789")
    document.save(str(path))


def write_sheet(document: WordDocument, sheet: Sheet) -> None:
    """Write the lines before a table, the table, and those after it."""
    _lines(document, sheet.before)
    table = document.add_table(len(sheet.table), sheet.width, style="Table Grid")
    for r, row in enumerate(sheet.table):
        cells = table.rows[r].cells
        for cell, words in zip(cells, row, strict=False):
            if not isinstance(words, Mark) and shown(words):
                put(cell, shown(words))
    for row in table.rows[: len(sheet.heading)]:
        on_every_page(row)
    for top, left, bottom, right in ranges(sheet.table):
        table.cell(top, left).merge(table.cell(bottom, right))
    _lines(document, sheet.after)
    document.add_paragraph()


def put(cell: _Cell, words: str) -> None:
    """Write words into a cell, in a run for each stretch of one kind of sign, as hands and input methods leave them."""
    paragraph = cell.paragraphs[0]
    for at, line in enumerate(words.split("\n")):
        if at:
            paragraph = cell.add_paragraph()
        for part in _stretches(line):
            paragraph.add_run(part)


def _stretches(line: str) -> list[str]:
    parts: list[str] = []
    for sign in line:
        if parts and parts[-1][-1].isascii() == sign.isascii():
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts


def on_every_page(row: _Row) -> None:
    """Let a row be repeated at the head of each page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _lines(document: WordDocument, rows: Sequence[Row]) -> None:
    for row in rows:
        if row:
            document.add_paragraph("　".join(filter(None, map(shown, row))))
