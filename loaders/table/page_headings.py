"""Each page prints the headings again: one that cannot be read is the page's before, and what is but a guess is told."""

from collections.abc import Iterator

from loaders.errors import DocumentError, TablelessError
from loaders.model import Finding, FindingKind, Kind, Place, Severity
from loaders.prose.eras import find_fiscal_year
from loaders.table.damage import where
from loaders.table.heading_words import Field, Meaning
from loaders.table.printed import Heading
from loaders.table.printed_headings import read_heading

# Columns that say what a row counts stand before what came of it; behind it such a heading may be a damaged one.
AHEAD_OF_YEARS = (Field.NUMBER, Field.MEASURE, Field.UNIT)


def first_heading(heading: Heading, file_name: str) -> list[Finding]:
    """Return what a person should check of a document's first heading; raise DocumentError where it tells no evaluation."""
    _check_evaluated(heading, file_name)
    return list(_guesses(heading))


def next_heading(heading: Heading, before: Heading, file_name: str) -> tuple[Heading, list[Finding]]:
    """Return the heading of a page as the page's before has it, with what was mended; raise DocumentError for another one."""
    heading, findings = _mended(heading, before)
    if set(heading.places) != set(before.places):
        raise DocumentError(
            "見出しの年度や欄が、前のページの見出しと違います。",
            where=where(file_name, heading.line),
            todo="一つの表だけの資料か確かめ、別の表が混ざっていれば分けて読み込んでください。",
        )
    return heading, findings


def _check_evaluated(heading: Heading, file_name: str) -> None:
    """Raise TablelessError where a table has no evaluation, but columns of a year that nobody can tell the meaning of."""
    pairs = list(zip(heading.words, heading.columns, strict=True))
    unknown = [word.strip() for word, column in pairs if column is None and find_fiscal_year(word) is not None]
    if unknown and not any(isinstance(column, Place) and column.kind is Kind.RESULT for _, column in pairs):
        raise TablelessError(
            f"評価の欄が見つかりません。見出し「{'」「'.join(unknown[:3])}」の意味が分かりません。",
            where=where(file_name, heading.line),
            todo="評価の欄の見出しを「令和2年度評価」「R2実績」のように改めてください。",
        )


def _mended(heading: Heading, first: Heading) -> tuple[Heading, list[Finding]]:
    """Return the heading with the columns of the page before where it differs only by headings that cannot be read."""
    if len(heading.columns) != len(first.columns):
        return heading, []
    columns = list(zip(heading.words, heading.columns, first.words, first.columns, strict=True))
    damaged = [
        word.strip()
        for word, column, printed, known in columns
        if column != known or (word.strip() != printed.strip() and _is_guess(word, column))
    ]
    if not damaged or any(column not in (None, known) for _, column, _, known in columns):
        return heading, []
    message = f"{heading.line}行目の見出し「{'」「'.join(damaged)}」は読めないため、前のページと同じ見出しとして読みました。"
    found = Finding(FindingKind.HEADING_DAMAGED, Severity.WARNING, message, damaged[0])
    return Heading(heading.words, first.columns, heading.line), [found]


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
    """Tell whether not the words of a heading, but the columns beside it or its cells say which cell of a year it names."""
    return isinstance(column, Place) and column.year is not None and read_heading(word, column.year) != column
