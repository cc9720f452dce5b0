"""A sign may stand for the words above it (〃, 同上): the cell holds these words, as if they were said again in full."""

import unicodedata
from collections.abc import Set
from dataclasses import replace

from loaders.grid.grid import Sheet, non_empty
from loaders.patterns import Pattern
from loaders.table.printed import is_page_number

_DITTO = Pattern(r"[(（「]?\s*(?:[〃″”〟仝]|\"|''|同\s*上)\s*[)）」]?")
# What is counted is never said by a sign: a value below another is told by its own cell alone. A year is none.
_COUNTED = Pattern(r"(?!(?:19|20)\d\d年?度?$)[-+▲△]?\s*\d[\d,.]*\s*[^\s\d]{0,3}")
# Longer is a sentence, which stands in a column of what was done; 同上 there tells of the same work and not of the same words.
_LONGEST = 60


def is_ditto(text: str) -> bool:
    """Return whether a cell stands for the words above it.

    >>> [is_ditto(text) for text in ("〃", " 〃 ", "同　上", "（同上）", "〃の2", "")]
    [True, True, True, True, False, False]
    """
    return _DITTO.fullmatch(text.strip()) is not None


def with_dittos_said(sheet: Sheet, columns: Set[int] | None = None) -> Sheet:
    """Return a sheet with each sign as the words above it that it stands for, where these are words and no value.

    It stands so in `columns`, in all where none are given. What a page prints again between the two, its title and headings,
    is not what it stands for.
    """
    if not any(is_ditto(text) for row in sheet.rows for text in row):
        return sheet
    above: dict[int, str] = {}
    printed: set[tuple[str, ...]] = set()
    rows = []
    for row in sheet.rows:
        said = tuple(
            _said(text, above.get(column, "")) if columns is None or column in columns else text
            for column, text in enumerate(row)
        )
        if said != row or not _is_printed_again(row, printed):
            above |= dict(non_empty(said))
        rows.append(said)
    return replace(sheet, rows=tuple(rows))


def _is_printed_again(row: tuple[str, ...], printed: set[tuple[str, ...]]) -> bool:
    """Return whether a row stands above as it is, but for its page's number, and keep it for those below."""
    words = tuple("" if is_page_number(text) else text for text in row)
    is_again = any(words) and words in printed
    printed.add(words)
    return is_again


def _said(text: str, above: str) -> str:
    known = unicodedata.normalize("NFKC", above).strip()
    is_word = known and len(known) <= _LONGEST and not known.endswith("。") and _COUNTED.fullmatch(known) is None
    return above if is_word and is_ditto(text) else text
