"""Each row bears a number: the printed one, or, where the table prints none that is its own, its place among the rows.

A number that comes twice, or is missing among those that run on, tells of a damaged document.
"""

import re
import unicodedata
from collections.abc import Sequence

from loaders.errors import DocumentError
from loaders.model import Finding, FindingKind, Severity
from loaders.prose.widths import narrow
from loaders.table.damage import check_unbroken, where
from loaders.table.heading_words import Field
from loaders.table.numbering import are_the_plans_own, begin_anew, is_code, missing_between
from loaders.table.printed import Heading, PrintedRow


def numbers_of(
    rows: Sequence[PrintedRow], heading: Heading, file_name: str, *, is_merged: bool
) -> tuple[list[int], list[Finding]]:
    """Return the rows' numbers, and what is odd of them.

    A table without numbers, with codes, with cells that span rows (`is_merged`) or numbers that begin anew counts its rows.
    """
    in_order = list(range(1, len(rows) + 1))
    printed, word = [row.under(Field.NUMBER) for row in rows], _number_heading(heading)
    if word == "" or all(is_code(narrow(text).strip()) for text in printed):
        return in_order, []
    numbers = [_number(text, row.line, rows, word, file_name) for text, row in zip(printed, rows, strict=True)]
    if is_merged:
        return in_order, []
    is_printed_twice = len({tuple(row.cells) for row in rows}) < len(rows)
    if begin_anew(numbers) and not is_printed_twice:
        message = "番号が途中で1に戻っています。節ごとの番号とみて、表の初めから順に番号を付けました。"
        return in_order, [Finding(FindingKind.NUMBERS_BEGIN_ANEW, Severity.WARNING, message)]
    return numbers, []


def check_numbers(
    numbers: Sequence[int], rows: Sequence[PrintedRow], heading: Heading, file_name: str, missing: Sequence[int]
) -> list[Finding]:
    """Return what is odd of numbers that do not run on; raise DocumentError where one comes twice, or rows are lost.

    `missing` are numbers that the plan is known not to have.
    """
    word = _number_heading(heading)
    lines: dict[int, int] = {}
    for number, row in zip(numbers, rows, strict=True):
        if number in lines:
            raise DocumentError(
                f"番号{number}が{lines[number]}行目と重複しています。",
                where=where(file_name, row.line, word),
                todo="番号を確かめ、同じ行が二度入っていれば一方を除いてください。",
            )
        lines[number] = row.line
    gaps = missing_between(lines, missing)
    if not gaps:
        return []
    if are_the_plans_own(list(lines)):
        message = "番号が続いていません。計画の中の番号とみて、そのまま読みました。抜けた行がないか確かめてください。"
        return [Finding(FindingKind.NUMBERS_APART, Severity.WARNING, message)]
    after = next((line for number, line in lines.items() if number > gaps[0]), rows[-1].line)
    again = "元の資料から取り出し直してください。"
    raise DocumentError(
        f"番号が続いていません（ない番号: {_listed(gaps)}）。ページや行が抜けています。",
        where=where(file_name, after, word),
        todo=f"{again}初めから欠番なら、資料と同じ名前の .toml に missing_numbers を書いてください。",
    )


def _number_heading(heading: Heading) -> str:
    """Return the words over the column of numbers, '' where there is none."""
    pairs = zip(heading.words, heading.columns, strict=True)
    return next((word.strip() for word, column in pairs if column is Field.NUMBER), "")


def _number(text: str, line: int, rows: Sequence[PrintedRow], word: str, file_name: str) -> int:
    normal = unicodedata.normalize("NFKC", text).strip()
    if not re.fullmatch(r"0*[1-9][0-9]{0,5}", normal):
        check_unbroken(rows, line, file_name)
        raise DocumentError(
            f"番号が数字ではありません（「{text.strip()[:20]}」）。",
            where=where(file_name, line, word),
            todo="行の初めの欄が番号か、行が途中で折れていないか確かめてください。",
        )
    return int(normal)


def _listed(numbers: Sequence[int]) -> str:
    shown = "、".join(str(number) for number in numbers[:5])
    return shown + (f" ほか{len(numbers) - 5}件" if len(numbers) > 5 else "")
