"""A progress table taken out of a PDF is lines of tab-separated cells, its title and headings printed again on every page."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.codes import read_program
from loaders.departments import is_lead_mark, read_department
from loaders.eras import label_ja
from loaders.errors import DocumentError
from loaders.headings import Field, read_heading
from loaders.model import Finding, Initiative, Kind, Place, PrintedCell, Severity

Column = Field | Place | None


@dataclass(frozen=True)
class Document:
    """A progress table as printed: its title, its columns in order, its rows."""

    title: str
    places: tuple[Place, ...]
    initiatives: tuple[Initiative, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years of the table, in order."""
        return tuple(sorted({place.year for place in self.places if place.year is not None}))

    @property
    def evaluated_years(self) -> tuple[int, ...]:
        """The fiscal years with an evaluation column, in order."""
        return tuple(sorted(p.year for p in self.places if p.kind is Kind.RESULT and p.year is not None))


@dataclass(frozen=True)
class Heading:
    """A heading row: its words, what each column holds, and its line."""

    words: tuple[str, ...]
    columns: tuple[Column, ...]
    line: int

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the table, each once, in the order of the columns."""
        return tuple(dict.fromkeys(column for column in self.columns if isinstance(column, Place)))


def parse_document(text: str, file_name: str, *, missing_numbers: Sequence[int] = ()) -> Document:
    """Return the document of a tab-separated text; raise DocumentError naming file, line and column heading."""
    reader = _Reader(file_name)
    # str.splitlines would also cut at signs that may stand inside a cell (U+2028, form feed).
    lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    for number, line in enumerate(lines, start=1):
        reader.read_line(number, line)
    return reader.finish(ends_whole=text.endswith("\n"), missing_numbers=missing_numbers)


class _Reader:
    """Reads a document line by line: what a line is depends on the heading above it."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self.preamble: list[str] = []
        self.heading: Heading | None = None
        self.pages = 0
        self.rows: list[tuple[int, int, Heading, list[str]]] = []
        self.findings: list[Finding] = []

    def read_line(self, number: int, line: str) -> None:
        if not line.strip():
            return
        cells = line.split("\t")
        heading = _as_heading(number, cells)
        if heading is not None:
            self._take_heading(heading)
        elif self.heading is None:
            self.preamble.append(" ".join(line.split()))
        elif len(cells) == 1:
            self._take_text(number, line)
        elif _repeats(line, self.preamble):
            return
        else:
            self.rows.append((number, self.pages, self.heading, self._fitted(number, cells)))

    def _where(self, line: int, column: str = "") -> str:
        return f"{self.file_name} {line}行目" + (f"「{column}」の欄" if column else "")

    def _take_heading(self, heading: Heading) -> None:
        if self.heading is not None and set(heading.places) != set(self.heading.places):
            raise DocumentError(
                "見出しの年度や欄が、前のページの見出しと違います。",
                where=self._where(heading.line),
                todo="一つの表だけの資料か確かめ、別の表が混ざっていれば分けて読み込んでください。",
            )
        if self.heading is None:
            for word in (w for w, column in zip(heading.words, heading.columns, strict=True) if column is None and w.strip()):
                message = f"「{word.strip()}」の欄は意味が分からないため読み込んでいません。"
                self.findings.append(Finding("unread_column", Severity.WARNING, message, word))
        self.heading = heading
        self.pages += 1

    def _take_text(self, number: int, line: str) -> None:
        """Leave out what every page repeats; what is left is words of a note, or of a cell that a line break has cut."""
        if _repeats(line, self.preamble) or _is_page_number(line):
            return
        self._check_unbroken(number)
        message = f"{number}行目は表の行ではないため読み込んでいません。"
        self.findings.append(Finding("unread_line", Severity.WARNING, message, line.strip()))

    def _check_unbroken(self, number: int) -> None:
        """Raise DocumentError where a line that is no row follows a short row: both are halves of one."""
        above = next((row for row in reversed(self.rows) if row[0] < number), None)
        if above is None or len(above[3]) >= len(above[2].columns):
            return
        raise DocumentError(
            "行が途中で折れています。セルの中の改行が残っているようです。",
            where=self._where(number, above[2].words[len(above[3]) - 1].strip()),
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
        if self.heading is None:
            raise DocumentError(
                "進行管理表の見出しの行が見つかりません。別のファイルのようです。",
                where=self.file_name,
                todo="「番号」「実施事業」「平成29年度評価」のような見出しがタブ区切りで並ぶ資料を指定してください。",
            )
        if not self.rows:
            raise DocumentError(
                "見出しの下に事業の行がありません。",
                where=self._where(self.heading.line),
                todo="資料が途中で切れていないか確かめてください。",
            )
        if not ends_whole:
            self._check_last_row()
        initiatives = tuple(self._initiative(*row) for row in self.rows)
        self._check_numbers(initiatives, missing_numbers)
        title = self.preamble[0] if self.preamble else ""
        return Document(title, self.heading.places, initiatives, tuple(self.findings))

    def _check_last_row(self) -> None:
        line, _, heading, cells = self.rows[-1]
        others = min((len(row[3]) for row in self.rows[:-1]), default=len(heading.columns))
        if len(cells) < min(others, len(heading.columns)):
            raise DocumentError(
                f"資料が途中で切れています。最後の行は{len(heading.columns)}欄のうち{len(cells)}欄しかありません。",
                where=self._where(line, heading.words[len(cells) - 1].strip()),
                todo="元の資料からもう一度取り出してください。",
            )

    def _check_numbers(self, initiatives: Sequence[Initiative], missing_numbers: Sequence[int]) -> None:
        lines: dict[int, int] = {}
        for row in initiatives:
            if row.number in lines:
                raise DocumentError(
                    f"番号{row.number}が{lines[row.number]}行目と重複しています。",
                    where=self._where(row.source_line, self._word(Field.NUMBER)),
                    todo="番号を確かめ、同じ行が二度入っていれば一方を除いてください。",
                )
            lines[row.number] = row.source_line
        gaps = sorted(set(range(1, max(lines) + 1)) - set(lines) - set(missing_numbers))
        if gaps:
            after = next((row for row in initiatives if row.number > gaps[0]), initiatives[-1])
            again = "元の資料から取り出し直してください。"
            raise DocumentError(
                f"番号が続いていません（ない番号: {_listed(gaps)}）。ページや行が抜けています。",
                where=self._where(after.source_line, self._word(Field.NUMBER)),
                todo=f"{again}初めから欠番なら、資料と同じ名前の .toml に missing_numbers を書いてください。",
            )

    def _word(self, field: Field) -> str:
        assert self.heading is not None
        pairs = zip(self.heading.words, self.heading.columns, strict=True)
        return next((word.strip() for word, column in pairs if column is field), "")

    def _initiative(self, line: int, page: int, heading: Heading, cells: list[str]) -> Initiative:
        padded = cells + [""] * (len(heading.columns) - len(cells))
        fields = dict.fromkeys(Field, "")
        texts: dict[Place, list[str]] = {place: [] for place in heading.places}
        for column, text in zip(heading.columns, padded, strict=True):
            if isinstance(column, Place):
                texts[column].append(text)
            elif column is not None:
                fields[column] = text
        number = self._number(fields[Field.NUMBER], line, heading)
        if len(cells) < len(heading.columns):
            message = f"この行は{len(heading.columns)}欄のうち{len(cells)}欄しかありません。足りない欄は空としました。"
            self.findings.append(Finding("short_row", Severity.WARNING, message, number=number))
        program, department = read_program(fields[Field.PROGRAM]), read_department(fields[Field.DEPARTMENT])
        if not department.name:
            message = "担当課が書かれていません。「不明」としました。"
            self.findings.append(Finding("department_missing", Severity.WARNING, message, number=number))
        return Initiative(
            number=number,
            goal_code=program.goal_code,
            policy_code=program.policy_code,
            program_code=program.program_code,
            program_name=program.name,
            is_lead=Field.LEAD not in heading.columns or is_lead_mark(fields[Field.LEAD]),
            department=department.name or "不明",
            department_unit=department.unit,
            former_department=department.former,
            activity=fields[Field.ACTIVITY],
            source_line=line,
            cells=tuple(PrintedCell(place, _joined(parts)) for place, parts in texts.items()),
            source_page=page,
            program_code_printed=program.program_code,
            program_printed=fields[Field.PROGRAM],
            lead_printed=fields[Field.LEAD],
            department_printed=fields[Field.DEPARTMENT],
        )

    def _number(self, text: str, line: int, heading: Heading) -> int:
        """Return the row's number; a table without a number column is numbered by its rows."""
        if Field.NUMBER not in heading.columns:
            return [row[0] for row in self.rows].index(line) + 1
        normal = unicodedata.normalize("NFKC", text).strip()
        if not re.fullmatch(r"[1-9][0-9]{0,5}", normal):
            self._check_unbroken(line)
            raise DocumentError(
                f"番号が数字ではありません（「{text.strip()[:20]}」）。",
                where=self._where(line, self._word(Field.NUMBER)),
                todo="行の初めの欄が番号か、行が途中で折れていないか確かめてください。",
            )
        return int(normal)


def _as_heading(line: int, cells: Sequence[str]) -> Heading | None:
    """Return the heading row that these cells are: they name a year's cell and the initiative."""
    columns = tuple(read_heading(cell) for cell in cells)
    has_year = any(isinstance(column, Place) and column.year is not None for column in columns)
    has_row = any(column in (Field.NUMBER, Field.PROGRAM, Field.ACTIVITY) for column in columns)
    return Heading(tuple(cells), columns, line) if has_year and has_row else None


def _repeats(line: str, preamble: Sequence[str]) -> bool:
    """Return whether all words of a line stand above the first heading: '第4次情報化計画 進行管理表 資料2'."""
    known = {word for text in preamble for word in text.split()}
    return all(word in known for word in line.split())


def _is_page_number(line: str) -> bool:
    """Return whether a line numbers a page: '- 3 -', '3/13', 'P.3', '3ページ'."""
    normal = unicodedata.normalize("NFKC", line).strip()
    return re.fullmatch(r"[-(\s]*(?:P\.?|ページ)?\s*\d+\s*(?:ページ|頁)?(?:\s*/\s*\d+)?[-)\s]*", normal) is not None


def _joined(parts: Sequence[str]) -> str:
    """Return the text of a place; two columns of one place (現状 and 目標) are one cell, set apart by a space."""
    return parts[0] if len(parts) == 1 else " ".join(part for part in parts if part)


def _listed(numbers: Sequence[int]) -> str:
    shown = "、".join(str(number) for number in numbers[:5])
    return shown + (f" ほか{len(numbers) - 5}件" if len(numbers) > 5 else "")


def place_label(place: Place) -> str:
    """Return a place as a person names it: '平成29年度評価', '現状及び事業目標'."""
    words = {Kind.BASELINE_GOAL: "現状及び事業目標", Kind.PLAN: "内容及び目標", Kind.RESULT: "評価"}
    return words[place.kind] if place.year is None else label_ja(place.year) + words[place.kind]
