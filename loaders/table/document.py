"""A progress table taken out of a PDF is lines of tab-separated cells, its title and headings printed again on every page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.errors import DocumentError, TablelessError
from loaders.model import Finding, FindingKind, Initiative, Kind, Place, Severity
from loaders.table.cells_name import with_names_told_by_cells
from loaders.table.cells_tell import with_columns_told_by_cells
from loaders.table.damage import check_last_row, check_unbroken, fitted, where
from loaders.table.heading_words import Field
from loaders.table.headings_together import Told
from loaders.table.initiatives import named, oddities, read_row, table_oddities
from loaders.table.lines import rows_of
from loaders.table.page_headings import first_heading, next_heading
from loaders.table.plan_parts import with_plan_parts
from loaders.table.printed import (
    Heading,
    Preamble,
    PrintedRow,
    as_heading,
    is_page_number,
    is_total,
    names_years,
    under_years,
)
from loaders.table.row_numbers import check_numbers, numbers_of

# Columns whose cells a spreadsheet merges over the rows of one program.
SPANNING = (Field.NUMBER, Field.PROGRAM)
# No sentence above a table has as many; a line of comma-separated headings has.
MANY_COMMAS = 5
MERGED_ABOVE = "{line}行目は番号と事業名が空のため、上の行と結合されたセルとみて、同じ事業として読みました。"


@dataclass(frozen=True)
class Document:
    """A progress table as printed: its title, its columns in order, its rows.

    `is_sure`: it comes out of a grid, so that each cell stands where it stands; a text may have lost some. `parts` are the
    names of goals and policies that its own columns give, by code.
    """

    title: str
    places: tuple[Place, ...]
    initiatives: tuple[Initiative, ...]
    findings: tuple[Finding, ...] = ()
    is_sure: bool = False
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years of the table, in order."""
        return tuple(sorted({place.year for place in self.places if place.year is not None}))

    @property
    def evaluated_years(self) -> tuple[int, ...]:
        """The years that are judged: those with an evaluation column, in order."""
        return tuple(sorted(p.year for p in self.places if p.kind is Kind.RESULT and p.year is not None))


def parse_document(text: str, file_name: str, *, missing_numbers: Sequence[int] = (), told: Told | None = None) -> Document:
    """Return the document of a tab-separated text; raise DocumentError naming file, line and column heading.

    `told` is what another reader makes of its headings (`heading_rows.as_told`), asked where no word of them is known.
    """
    reader = _Reader(file_name, told)
    for number, cells in rows_of(text):
        reader.read_line(number, cells)
    return reader.finish(ends_whole=text.endswith(("\n", "\r")), missing_numbers=missing_numbers)


class _Reader:
    """Reads a document line by line: what a line is depends on the heading above it."""

    def __init__(self, file_name: str, told: Told | None) -> None:
        self.file_name, self.told = file_name, told
        self.preamble = Preamble()
        self.has_tabs = False
        self.heading: Heading | None = None
        self.pages = 0
        self.rows: list[PrintedRow] = []
        self.findings: list[Finding] = []
        self.waiting: tuple[int, list[str]] | None = None

    def read_line(self, number: int, cells: list[str]) -> None:
        """Read a line; one that names years alone waits for the next, which says what stands under them (計画, 実績)."""
        if not any(cell.strip() for cell in cells):
            return
        heading, waiting, self.waiting = as_heading(number, cells, self.heading, self.told), self.waiting, None
        if waiting is not None:
            heading = heading or as_heading(number, under_years(waiting[1], cells), self.heading, self.told)
            if heading is None:
                self._read_below(*waiting)
        if heading is not None:
            self._take_heading(heading)
        elif names_years(cells):
            self.waiting = (number, cells)
        else:
            self._read_below(number, cells)

    def _read_below(self, number: int, cells: list[str]) -> None:
        """Read a line that is no heading, by the heading above it."""
        words = " ".join(word for cell in cells for word in cell.split())
        if self.heading is None:
            self.preamble.add(words)
            self.has_tabs = self.has_tabs or len(cells) > MANY_COMMAS
        elif len(cells) == 1:
            self._take_text(number, words)
        elif not self.preamble.repeats(words):
            row = PrintedRow(number, self.pages, self.heading, fitted(number, cells, self.heading, self.file_name))
            if is_total(row.under(Field.NUMBER)) or is_total(row.under(Field.PROGRAM)):
                message = f"{number}行目は合計の行とみて、読み込んでいません。"
                self.findings.append(Finding(FindingKind.UNREAD_LINE, Severity.INFO, message, words))
            else:
                self.rows.append(row)

    def _take_heading(self, heading: Heading) -> None:
        if self.heading is None:
            found = first_heading(heading, self.file_name)
        else:
            heading, found = next_heading(heading, self.heading, self.file_name)
        self.findings.extend(found)
        self.heading = heading
        self.pages += 1

    def _take_text(self, number: int, line: str) -> None:
        """Leave out what every page repeats; what is left is words of a note, or of a cell that a line break has cut."""
        if self.preamble.repeats(line) or is_page_number(line):
            return
        check_unbroken(self.rows, number, self.file_name)
        message = f"{number}行目は表の行ではないため読み込んでいません。"
        self.findings.append(Finding(FindingKind.UNREAD_LINE, Severity.WARNING, message, line.strip()))

    def finish(self, *, ends_whole: bool, missing_numbers: Sequence[int]) -> Document:
        if self.waiting is not None:
            self._read_below(*self.waiting)
        if self.heading is None:
            most = max((words.count(",") for words in self.preamble.lines), default=0)
            has_commas = most >= MANY_COMMAS and not self.has_tabs
            raise TablelessError(
                f"進行管理表の見出しの行が見つかりません。{'カンマ区切りの' if has_commas else '別の'}ファイルのようです。",
                where=self.file_name,
                todo="Excelなら「テキスト（タブ区切り）」で保存し直し、文字コードをUTF-8にしてください。"
                if has_commas
                else "「番号」「実施事業」「平成29年度評価」のような見出しがタブ区切りで並ぶ資料を指定してください。",
            )
        if not self.rows:
            raise DocumentError(
                "見出しの下に事業の行がありません。",
                where=where(self.file_name, self.heading.line),
                todo="資料が途中で切れていないか確かめてください。",
            )
        if not ends_whole:
            check_last_row(self.rows, self.file_name)
        self.rows = list(self._carried_down())
        self.rows, self.heading, guessed = with_columns_told_by_cells(self.rows, self.heading)
        self.rows, self.heading, named_so = with_names_told_by_cells(self.rows, self.heading)
        self.findings.extend([*guessed, *named_so])
        is_merged = any(finding.kind == FindingKind.MERGED_ABOVE for finding in self.findings)
        numbers, counted = numbers_of(self.rows, self.heading, self.file_name, is_merged=is_merged)
        self.findings.extend([*counted, *check_numbers(numbers, self.rows, self.heading, self.file_name, missing_numbers)])
        rows = [read_row(row, number) for row, number in zip(self.rows, numbers, strict=True)]
        initiatives, parts = with_plan_parts(named(rows))
        self.findings.extend(table_oddities(self.heading, initiatives))
        self.findings.extend(finding for row in zip(self.rows, initiatives, strict=True) for finding in oddities(*row))
        title = self.preamble.lines[0] if self.preamble.lines else ""
        return Document(title, self.heading.places, initiatives, tuple(self.findings), parts=parts)

    def _carried_down(self) -> Iterator[PrintedRow]:
        """Yield the rows; where number and name are empty, a cell of the row above spans both, as spreadsheets merge them."""
        above: PrintedRow | None = None
        for row in self.rows:
            is_under = above is not None and not above.is_short and not any(row.under(field).strip() for field in SPANNING)
            if above is not None and is_under and any(field in row.heading.columns for field in SPANNING):
                self.findings.append(Finding(FindingKind.MERGED_ABOVE, Severity.INFO, MERGED_ABOVE.format(line=row.line)))
                row = row.with_words({field: above.under(field) for field in SPANNING})
            yield row
            above = row
