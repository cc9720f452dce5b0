"""Text knows neither its encoding nor its separator: offices write UTF-8, UTF-16 and Shift_JIS, commas, tabs and semicolons.

Encodings are told by trying: a text that is valid UTF-8 is UTF-8, and what is left is CP932 or EUC-JP by which of the two
gives Japanese. charset-normalizer (tried) takes short CP932 tables for Big5 or a Windows code page.
"""

import codecs
import csv
import io
import re
from collections import Counter

from loaders.codes import FindingKind
from loaders.errors import DocumentError
from loaders.grid.grid import Format, Grid, Sheet, squared
from loaders.grid.limits import check_rows
from loaders.model import Finding, Severity
from loaders.patterns import Pattern
from loaders.table.lines import rows_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JAPANESE = Pattern(r"[ぁ-んァ-ヶー一-鿿、。・「」（）％～０-９Ａ-ｚ]")
_SEPARATORS = "\t,;|"
# Lines that are looked at to tell the separator.
_SAMPLE = 200
# A cell of more lines than this is a quote that was never closed.
_MOST_LINES = 60


def decode(data: bytes, file_name: str) -> str:
    """Return the text of a file, whatever its encoding; raise DocumentError where it is no text."""
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return _decoded(data, marked, file_name).removeprefix("\ufeff")
    if unmarked := _unmarked_utf16(data):
        return _decoded(data, unmarked, file_name)
    if b"\x00" in data:
        raise DocumentError("資料にテキストでないデータが含まれています。", where=file_name, todo=_OTHER_FORMS)
    candidates = [text for encoding in ("utf-8", "cp932", "euc_jp") if (text := _tried(data, encoding)) is not None]
    if _tried(data, "utf-8") is None and not candidates:
        return _decoded(data, "utf-8", file_name)
    return candidates[0] if _tried(data, "utf-8") is not None else max(candidates, key=_japanese_share)


_OTHER_FORMS = "Excel、CSV、PDF、ウェブページのどれかの形で用意してください。"


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _decoded(data: bytes, encoding: str, file_name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = f"{file_name} {line}行目"
        if error.end >= len(data) - 1 and encoding != "utf-16":
            todo = "元の資料からもう一度取り出してください。"
            raise DocumentError("資料が文字の途中で切れています。", where=where, todo=todo) from error
        todo = "文字コードを UTF-8 か Shift_JIS にして保存し直してください。"
        raise DocumentError("文字コードが分からず、読めない文字があります。", where=where, todo=todo) from error


def _unmarked_utf16(data: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is in: its ASCII signs (digits, tabs, line ends) leave a zero beside each."""
    sample = data[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or len(sample) < 20 or max(even, odd) * 20 < len(sample) or (even and odd):
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _japanese_share(text: str) -> float:
    """Return how much of a text's signs beyond ASCII is Japanese as offices write it; half-width katakana is rare."""
    beyond = [sign for sign in text[:5000] if not sign.isascii()]
    return len(_JAPANESE.findall("".join(beyond))) / max(len(beyond), 1)


def read_delimited(data: bytes, file_name: str, *, is_csv: bool) -> Grid:
    """Return the grid of a text whose cells are parted by tabs, commas or such; raise DocumentError as decode does."""
    text = _with_one_line_end(decode(data, file_name))
    separator = separator_of(text, is_csv)
    findings: tuple[Finding, ...] = ()
    if separator == "\t":
        numbered = list(rows_of(text))
    else:
        numbered, findings = _comma_separated(text, separator)
    rows = squared([cells for _, cells in numbered])
    check_rows(len(rows), len(rows[0]) if rows else 0, file_name)
    lines = tuple(number for number, _ in numbered[: len(rows)])
    format_ = Format.CSV if is_csv or separator != "\t" else Format.TEXT
    return Grid(file_name, format_, (Sheet("", rows, lines=lines),), findings)


def _with_one_line_end(text: str) -> str:
    """Return a text whose lines end in CR alone (old spreadsheets on a Mac) without the LF that a cell of it may hold.

    >>> _with_one_line_end("a,b\\r1\\n(注),2\\r")
    'a,b\\r1 (注),2\\r'
    """
    alone = text.count("\r") - text.count("\r\n")
    return text.replace("\n", " ") if alone > text.count("\n") and "\r\n" not in text else text


def separator_of(text: str, is_csv: bool) -> str:
    """Return the sign that parts a text's cells: the one that cuts most of its lines into one and the same number.

    Commas within sentences and numbers cut each line otherwise, so they part nothing where tabs do.

    >>> separator_of("番号,名\\n1,植樹\\n", True), separator_of("番号\\t内容\\n1\\t花、木,草,実,根,葉\\n", False)
    (',', '\\t')
    """
    lines = [line for line in re.split(r"\r\n|\r|\n", text)[:_SAMPLE] if line.strip()]
    if not is_csv and sum("\t" in line for line in lines) * 2 >= len(lines):
        return "\t"
    return max(_SEPARATORS, key=lambda sign: (_evenness(text, sign), -_SEPARATORS.index(sign)))


def _evenness(text: str, separator: str) -> float:
    try:
        rows = [
            row for row, _ in zip(csv.reader(io.StringIO(text, newline=""), delimiter=separator), range(_SAMPLE), strict=False)
        ]
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows if any(row))
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda item: (item[1] * min(item[0] - 1, 10), item[0]))
    return 0.0 if width == 1 else count / widths.total() + min(width, 20) / 100


def _comma_separated(text: str, separator: str) -> tuple[list[tuple[int, list[str]]], tuple[Finding, ...]]:
    """Return rows with their lines; where a quote is never closed, quotes are signs as any other, and a finding says so."""
    rows = _parsed(text, separator, csv.QUOTE_MINIMAL)
    longest = max((cell.count("\n") + cell.count("\r") for _, row in rows for cell in row), default=0)
    if longest <= _MOST_LINES:
        return rows, ()
    message = '閉じていない引用符（"）があります。引用符をふつうの文字とみて読みました。セルの中身を確かめてください。'
    return _parsed(text, separator, csv.QUOTE_NONE), (Finding(FindingKind.QUOTE_NOT_CLOSED, Severity.WARNING, message),)


def _parsed(text: str, separator: str, quoting: int) -> list[tuple[int, list[str]]]:
    # The limit is the whole process's: others read by theirs.
    usual = csv.field_size_limit(2**24)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
        rows, line = [], 1
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
    finally:
        csv.field_size_limit(usual)
    return rows
