"""A progress table taken out of a PDF is lines of tab-separated cells, its title and headings printed again on every page."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.errors import DocumentError
from loaders.model import Finding, FindingKind, Initiative, Kind, Place, Severity
from loaders.prose.eras import find_fiscal_year
from loaders.prose.widths import narrow
from loaders.table.cells_tell import with_columns_told_by_cells
from loaders.table.headings import Field, Meaning, read_heading
from loaders.table.initiatives import named, oddities, read_row
from loaders.table.lines import rows_of
from loaders.table.numbering import are_the_plans_own, begin_anew, is_code, missing_between
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

# Columns whose cells a spreadsheet merges over the rows of one program.
SPANNING = (Field.NUMBER, Field.PROGRAM)
# Columns that say what a row counts stand before what came of it; behind it such a heading may be a damaged one.
AHEAD_OF_YEARS = (Field.NUMBER, Field.MEASURE, Field.UNIT)
# No sentence above a table has as many; a line of comma-separated headings has.
MANY_COMMAS = 5
MERGED_ABOVE = "{line}行目は番号と事業名が空のため、上の行と結合されたセルとみて、同じ事業として読みました。"


@dataclass(frozen=True)
class Document:
    """A progress table as printed: its title, its columns in order, its rows.

    `is_sure`: it comes out of a grid, so that each cell stands where it stands; a text may have lost some.
    """

    title: str
    places: tuple[Place, ...]
    initiatives: tuple[Initiative, ...]
    findings: tuple[Finding, ...] = ()
    is_sure: bool = False

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years of the table, in order."""
        return tuple(sorted({place.year for place in self.places if place.year is not None}))

    @property
    def evaluated_years(self) -> tuple[int, ...]:
        """The fiscal years with an evaluation column, in order."""
        return tuple(sorted(p.year for p in self.places if p.kind is Kind.RESULT and p.year is not None))


def parse_document(text: str, file_name: str, *, missing_numbers: Sequence[int] = ()) -> Document:
    """Return the document of a tab-separated text; raise DocumentError naming file, line and column heading."""
    reader = _Reader(file_name)
    for number, cells in rows_of(text):
        reader.read_line(number, cells)
    return reader.finish(ends_whole=text.endswith(("\n", "\r")), missing_numbers=missing_numbers)


class _Reader:
    """Reads a document line by line: what a line is depends on the heading above it."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
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
        heading, waiting, self.waiting = as_heading(number, cells, self.heading), self.waiting, None
        if waiting is not None:
            heading = heading or as_heading(number, under_years(waiting[1], cells), self.heading)
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
            row = PrintedRow(number, self.pages, self.heading, self._fitted(number, cells))
            if is_total(row.under(Field.NUMBER)) or is_total(row.under(Field.PROGRAM)):
                message = f"{number}行目は合計の行とみて、読み込んでいません。"
                self.findings.append(Finding(FindingKind.UNREAD_LINE, Severity.INFO, message, words))
            else:
                self.rows.append(row)

    def _where(self, line: int, column: str = "") -> str:
        return f"{self.file_name} {line}行目" + (f"「{column}」の欄" if column else "")

    def _take_heading(self, heading: Heading) -> None:
        if self.heading is not None:
            heading = self._mended(heading, self.heading)
        if self.heading is not None and set(heading.places) != set(self.heading.places):
            raise DocumentError(
                "見出しの年度や欄が、前のページの見出しと違います。",
                where=self._where(heading.line),
                todo="一つの表だけの資料か確かめ、別の表が混ざっていれば分けて読み込んでください。",
            )
        if self.heading is None:
            self._check_evaluated(heading)
            self.findings.extend(_guesses(heading))
        self.heading = heading
        self.pages += 1

    def _check_evaluated(self, heading: Heading) -> None:
        """Raise DocumentError where a table has no evaluation, but columns of a year that nobody can tell the meaning of."""
        pairs = list(zip(heading.words, heading.columns, strict=True))
        unknown = [word.strip() for word, column in pairs if column is None and find_fiscal_year(word) is not None]
        if unknown and not any(isinstance(column, Place) and column.kind is Kind.RESULT for _, column in pairs):
            raise DocumentError(
                f"評価の欄が見つかりません。見出し「{'」「'.join(unknown[:3])}」の意味が分かりません。",
                where=self._where(heading.line),
                todo="評価の欄の見出しを「令和2年度評価」「R2実績」のように改めてください。",
            )

    def _mended(self, heading: Heading, first: Heading) -> Heading:
        """Return the heading with the columns of the page before where it differs only by headings that cannot be read."""
        if len(heading.columns) != len(first.columns):
            return heading
        columns = list(zip(heading.words, heading.columns, first.words, first.columns, strict=True))
        damaged = [
            word.strip()
            for word, column, printed, known in columns
            if column != known or (word.strip() != printed.strip() and _is_guess(word, column))
        ]
        if not damaged or any(column not in (None, known) for _, column, _, known in columns):
            return heading
        message = (
            f"{heading.line}行目の見出し「{'」「'.join(damaged)}」は読めないため、前のページと同じ見出しとして読みました。"
        )
        self.findings.append(Finding(FindingKind.HEADING_DAMAGED, Severity.WARNING, message, damaged[0]))
        return Heading(heading.words, first.columns, heading.line)

    def _take_text(self, number: int, line: str) -> None:
        """Leave out what every page repeats; what is left is words of a note, or of a cell that a line break has cut."""
        if self.preamble.repeats(line) or is_page_number(line):
            return
        self._check_unbroken(number)
        message = f"{number}行目は表の行ではないため読み込んでいません。"
        self.findings.append(Finding(FindingKind.UNREAD_LINE, Severity.WARNING, message, line.strip()))

    def _check_unbroken(self, number: int) -> None:
        """Raise DocumentError where a line that is no row follows a short row: both are halves of one."""
        above = next((row for row in reversed(self.rows) if row.line < number), None)
        if above is None or not above.is_short:
            return
        raise DocumentError(
            "行が途中で折れています。セルの中の改行が残っているようです。",
            where=self._where(number, above.last_word),
            todo="セルの中の改行を空白に替えて、事業ごとに1行にしてください。",
        )

    def _fitted(self, number: int, cells: list[str]) -> list[str]:
        assert self.heading is not None
        width = len(self.heading.columns)
        if any(cell.strip() for cell in cells[width:]):
            raise DocumentError(
                f"見出しは{width}欄ですが、この行には{len(cells)}欄あります。",
                where=self._where(number, self.heading.words[-1].strip()) + "より右",
                todo="余分なタブや、隣の行の文が混ざっていないか確かめてください。",
            )
        return cells[:width]

    def finish(self, *, ends_whole: bool, missing_numbers: Sequence[int]) -> Document:
        if self.waiting is not None:
            self._read_below(*self.waiting)
        if self.heading is None:
            most = max((words.count(",") for words in self.preamble.lines), default=0)
            has_commas = most >= MANY_COMMAS and not self.has_tabs
            raise DocumentError(
                f"進行管理表の見出しの行が見つかりません。{'カンマ区切りの' if has_commas else '別の'}ファイルのようです。",
                where=self.file_name,
                todo="Excelなら「テキスト（タブ区切り）」で保存し直し、文字コードをUTF-8にしてください。"
                if has_commas
                else "「番号」「実施事業」「平成29年度評価」のような見出しがタブ区切りで並ぶ資料を指定してください。",
            )
        if not self.rows:
            raise DocumentError(
                "見出しの下に事業の行がありません。",
                where=self._where(self.heading.line),
                todo="資料が途中で切れていないか確かめてください。",
            )
        if not ends_whole:
            self._check_last_row()
        self.rows = list(self._carried_down())
        self.rows, self.heading, guessed = with_columns_told_by_cells(self.rows, self.heading)
        self.findings.extend(guessed)
        numbers = self._numbers()
        self._check_numbers(numbers, missing_numbers)
        initiatives = named([read_row(row, number) for row, number in zip(self.rows, numbers, strict=True)])
        self.findings.extend(finding for row in zip(self.rows, initiatives, strict=True) for finding in oddities(*row))
        title = self.preamble.lines[0] if self.preamble.lines else ""
        return Document(title, self.heading.places, initiatives, tuple(self.findings))

    def _check_last_row(self) -> None:
        last, width = self.rows[-1], len(self.rows[-1].heading.columns)
        if last.is_short and len(last.cells) < min((len(row.cells) for row in self.rows[:-1]), default=width):
            raise DocumentError(
                f"資料が途中で切れています。最後の行は{width}欄のうち{len(last.cells)}欄しかありません。",
                where=self._where(last.line, last.last_word),
                todo="元の資料からもう一度取り出してください。",
            )

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

    def _numbers(self) -> list[int]:
        """Return the rows' numbers; a table without numbers, with codes or with numbers that begin anew counts its rows."""
        in_order = list(range(1, len(self.rows) + 1))
        printed = [row.under(Field.NUMBER) for row in self.rows]
        if self._word(Field.NUMBER) == "" or all(is_code(narrow(text).strip()) for text in printed):
            return in_order
        numbers = [self._number(text, row.line) for text, row in zip(printed, self.rows, strict=True)]
        if any(finding.kind == FindingKind.MERGED_ABOVE for finding in self.findings):
            return in_order
        is_printed_twice = len({tuple(row.cells) for row in self.rows}) < len(self.rows)
        if begin_anew(numbers) and not is_printed_twice:
            message = "番号が途中で1に戻っています。節ごとの番号とみて、表の初めから順に番号を付けました。"
            self.findings.append(Finding(FindingKind.NUMBERS_BEGIN_ANEW, Severity.WARNING, message))
            return in_order
        return numbers

    def _check_numbers(self, numbers: Sequence[int], missing_numbers: Sequence[int]) -> None:
        lines: dict[int, int] = {}
        for number, row in zip(numbers, self.rows, strict=True):
            if number in lines:
                raise DocumentError(
                    f"番号{number}が{lines[number]}行目と重複しています。",
                    where=self._where(row.line, self._word(Field.NUMBER)),
                    todo="番号を確かめ、同じ行が二度入っていれば一方を除いてください。",
                )
            lines[number] = row.line
        gaps = missing_between(lines, missing_numbers)
        if gaps and are_the_plans_own(list(lines)):
            message = "番号が続いていません。計画の中の番号とみて、そのまま読みました。抜けた行がないか確かめてください。"
            self.findings.append(Finding(FindingKind.NUMBERS_APART, Severity.WARNING, message))
        elif gaps:
            after = next((line for number, line in lines.items() if number > gaps[0]), self.rows[-1].line)
            again = "元の資料から取り出し直してください。"
            raise DocumentError(
                f"番号が続いていません（ない番号: {_listed(gaps)}）。ページや行が抜けています。",
                where=self._where(after, self._word(Field.NUMBER)),
                todo=f"{again}初めから欠番なら、資料と同じ名前の .toml に missing_numbers を書いてください。",
            )

    def _word(self, field: Field) -> str:
        assert self.heading is not None
        pairs = zip(self.heading.words, self.heading.columns, strict=True)
        return next((word.strip() for word, column in pairs if column is field), "")

    def _number(self, text: str, line: int) -> int:
        normal = unicodedata.normalize("NFKC", text).strip()
        if not re.fullmatch(r"0*[1-9][0-9]{0,5}", normal):
            self._check_unbroken(line)
            raise DocumentError(
                f"番号が数字ではありません（「{text.strip()[:20]}」）。",
                where=self._where(line, self._word(Field.NUMBER)),
                todo="行の初めの欄が番号か、行が途中で折れていないか確かめてください。",
            )
        return int(normal)


def _guesses(heading: Heading) -> Iterator[Finding]:
    """Yield what a person should check of a heading: what its column was taken for against, or by, its place alone."""
    years = [at for at, column in enumerate(heading.columns) if isinstance(column, Place) and column.year is not None]
    for at, (word, column) in enumerate(zip(heading.words, heading.columns, strict=True)):
        if column in AHEAD_OF_YEARS and at > years[0]:
            message = f"見出し「{word.strip()}」の欄は、年度の欄より右にあります。評価などの欄でないか確かめてください。"
            yield Finding(FindingKind.HEADING_GUESSED, Severity.WARNING, message, word.strip())
        if isinstance(column, Place) and _is_guess(word, column):
            one, other = ("評価", "計画") if column.kind is Kind.RESULT else ("計画", "評価")
            message = f"見出し「{word.strip()}」は、{other}の欄と並んでいるため{one}の欄とみて読みました。"
            yield Finding(FindingKind.HEADING_GUESSED, Severity.WARNING, message, word.strip())


def _is_guess(word: str, column: Meaning) -> bool:
    """Tell whether not the words of a heading, but the columns beside it say which cell of a year it names."""
    return isinstance(column, Place) and column.year is not None and read_heading(word, column.year) is None


def _listed(numbers: Sequence[int]) -> str:
    shown = "、".join(str(number) for number in numbers[:5])
    return shown + (f" ほか{len(numbers) - 5}件" if len(numbers) > 5 else "")
