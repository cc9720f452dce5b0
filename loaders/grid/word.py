"""A Word document is text with tables in it: each table is a grid, what stands between tables tells of them, as on a web page.

A heading row that Word repeats on every page stands once in the file. Tracked changes are read as if they were accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.codes import FindingKind
from loaders.errors import DocumentError
from loaders.grid.between import Passage, TablePlace, lines_around
from loaders.grid.grid import Format, Grid, Sheet, squared_with
from loaders.grid.limits import check_rows, check_sheets
from loaders.grid.word_numbering import list_numbers
from loaders.grid.word_parts import Element, WordParts, attribute, name, open_parts, within
from loaders.grid.word_runs import Look, lines_of, note_marks
from loaders.grid.word_styles import read_styles
from loaders.grid.word_tables import WordTable, boxes, grid_columns, only_cell, read_table
from loaders.model import Finding, Severity

_NO_TABLE = "Word の文書に表がありません。"
_MAKE_TABLE = "画像や、埋め込んだ Excel の表は読めません。Word の表にするか、元の Excel のファイルを使ってください。"


def read_docx(data: bytes, file_name: str) -> Grid:
    """Return the tables of a .docx or .docm; raise DocumentError where it has none, cannot be opened or is too large."""
    parts = open_parts(data, file_name)
    styles = read_styles(parts.styles)
    look = Look(styles, list_numbers(parts.text, parts.numbering, styles), note_marks(parts.text))
    document = _Document(look)
    body = next((one for one in parts.text if name(one) == "w:body"), None)
    if body is not None:
        document.read(body)
    check_sheets(len(document.tables), file_name)
    notes = _notes(parts, look)
    around = lines_around(document.parts)
    heads = () if around and around[0].lines else _of_headers(parts, look)
    sheets = []
    for at, (table, told) in enumerate(zip(document.tables, around, strict=True), start=1):
        check_rows(len(table.rows), max(map(len, table.rows), default=0), f"{file_name} 表{at}")
        rows, spans = squared_with(table.rows, table.spans)
        below = (*told.below, *(notes[mark] for mark in dict.fromkeys(table.marks) if mark in notes))
        sheets.append(Sheet(f"表{at}", rows, spans, around=(*heads, *told.lines), below=below))
    if not any(sheet.rows for sheet in sheets):
        raise DocumentError(_NO_TABLE, where=file_name, todo=_MAKE_TABLE)
    findings = (*_of_the_package(parts), *_of_the_tables(document.tables))
    return Grid(file_name, Format.WORD, tuple(sheet for sheet in sheets if sheet.rows), findings)


@dataclass
class _Document:
    """What a document holds, in its order: its tables, and the passages and places of tables between them."""

    look: Look
    tables: list[WordTable] = field(default_factory=list)
    parts: list[Passage | TablePlace] = field(default_factory=list)

    def read(self, holder: Element) -> None:
        """Take in the paragraphs and tables of a part; what stands in a frame or a text box is read where that stands."""
        open_one: _Open | None = None
        for block in within(holder, "w:p", "w:tbl"):
            if name(block) == "w:p":
                has_words = self._read_paragraph(block)
                open_one = None if has_words or open_one is None else replace(open_one, is_near=False)
            elif (frame := only_cell(block)) is not None:
                open_one = None
                self.read(frame)
            else:
                open_one = self._read_table(block, open_one)

    def _read_paragraph(self, block: Element) -> bool:
        """Take in a paragraph and the text boxes at it; return whether it has words."""
        if self.look.styles.is_contents(block):
            return True
        lines = tuple(filter(None, lines_of([self.look.words(block)])))
        self.parts.append(Passage(lines, self.look.styles.heading_level(block) if lines else None))
        over = list(boxes(block))
        for box in over:
            self.read(box)
        return bool(lines or over)

    def _read_table(self, block: Element, before: _Open | None) -> _Open:
        """Take in a table, as one with that `before` it where it goes on with it; return the table that stands open now."""
        table, columns = read_table(block, self.look), grid_columns(block)
        if before is not None and before.goes_on_in(table, columns):
            before.table.go_on(table)
            return replace(before, is_near=True)
        self.tables.append(table)
        self.parts.append(TablePlace())
        return _Open(table, columns)


@dataclass(frozen=True)
class _Open:
    """A table behind which no words have come yet; `is_near` where not even an empty paragraph has."""

    table: WordTable
    columns: list[int]
    is_near: bool = True

    def goes_on_in(self, other: WordTable, columns: list[int]) -> bool:
        """Return whether another table of the same columns is the rest of this one.

        Word shows the two as one where nothing is between, and leaves the heading rows to the first where a person splits one.
        """
        is_rest = self.is_near or (self.table.has_heading and not other.has_heading)
        return is_rest and self.columns == columns and _width(self.table) == _width(other)


def _width(table: WordTable) -> int:
    return max(map(len, table.rows), default=0)


def _lines(holder: Element, look: Look) -> list[str]:
    """Return all lines of words in a header or a note."""
    words = [look.words(one) for one in holder.iter("{*}p") if name(one) == "w:p"]
    return [line for line in lines_of(words) if line]


def _of_headers(parts: WordParts, look: Look) -> tuple[str, ...]:
    """Return what stands at the head of every page, but for page numbers: the title, where the text begins with its table.

    Elsewhere it may name the meeting that a document was made for, and that meeting's year.
    """
    lines = dict.fromkeys(line for header in parts.headers for line in _lines(header, look))
    return tuple(line for line in lines if re.fullmatch(r"[\s\d\-‐－ー/／]*", line) is None)


def _notes(parts: WordParts, look: Look) -> dict[str, str]:
    """Return the words of each note that the text refers to, by its mark and behind it: ※1 参考値."""
    found = {}
    for kind, root in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
        for note in root if root is not None else ():
            mark = look.marks.get((kind, attribute(note, "id") or ""))
            if mark is not None and (lines := _lines(note, look)):
                found[mark] = f"{mark} {' '.join(lines)}"
    return found


def _of_the_package(parts: WordParts) -> Iterator[Finding]:
    """Yield what a document holds that is not read."""
    if any(part.endswith("vbaProject.bin") for part in parts.names):
        message = "文書にマクロがあります。動かさず、表の文字だけを読みました。"
        yield Finding(FindingKind.MACROS_NOT_RUN, Severity.INFO, message)
    outside = [link for link in re.findall(rb"<Relationship\b[^>]*>", parts.links) if b'TargetMode="External"' in link]
    others = sum(1 for _ in parts.text.iter("{*}altChunk")) + sum(1 for link in outside if b"/hyperlink" not in link)
    if others:
        message = (
            f"ほかのファイルを差し込む部分（{others}か所）があります。差し込み元は開かず、文書の中の文字だけを読みました。"
        )
        yield Finding(FindingKind.LINKS_NOT_FOLLOWED, Severity.INFO, message)
    objects = [one for one in parts.text.iter("{*}OLEObject") if (one.get("ProgID") or "").startswith("Excel")]
    if objects:
        message = f"埋め込まれた Excel の表（{len(objects)}か所）は読んでいません。その Excel のファイルを取り込んでください。"
        yield Finding(FindingKind.UNREAD_SHEET, Severity.WARNING, message)


def _of_the_tables(tables: Sequence[WordTable]) -> Iterator[Finding]:
    """Yield what tables hold that is not read: hidden words and rows, boxes over cells, words that were deleted."""
    if hidden := sum(table.hidden for table in tables):
        message = (
            f"表の中の隠し文字や非表示の行（{hidden}か所）は読み込んでいません。使うのなら、表示して保存し直してください。"
        )
        yield Finding(FindingKind.HIDDEN_NOT_READ, Severity.WARNING, message)
    if over := [text for table in tables for text in table.boxes]:
        shown = "、".join(f"「{text[:20]}」" for text in over[:5]) + (" ほか" if over[5:] else "")
        message = f"表に重ねたテキストボックス（{shown}）は、どのセルの文字か分からないため読んでいません。"
        yield Finding(FindingKind.UNREAD_LINE, Severity.WARNING, message)
    if any(table.is_changed for table in tables):
        message = "変更履歴が残っています。挿入された文字は読み、削除された文字は読んでいません。"
        yield Finding(FindingKind.HIDDEN_NOT_READ, Severity.INFO, message)
