"""What stands in brackets may be a kind of value: （240） above 228, 228（240） beside each other, a note says which.

Brackets of any form do so; a year in them (（2017）54.0) tells when a value is of.
"""

import re
from collections.abc import Sequence

from loaders.mapping.cells.values import stands_for_value
from loaders.mapping.words.heading_years import FIRST_YEAR, LAST_YEAR
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

OPENING, CLOSING = r"(\[〔【〈<", r")\]〕】〉>"
_INSIDE = rf"[{OPENING}]\s*([^{OPENING}{CLOSING}]*?)\s*[{CLOSING}]"
_OUTSIDE = rf"([^{OPENING}{CLOSING}]*[^{OPENING}{CLOSING}\s])"
_WHOLE = Pattern(rf"\s*{_INSIDE}\s*")
_BEHIND = Pattern(rf"\s*((?:{_OUTSIDE[1:-1]})?)\s*{_INSIDE}\s*")
_BEFORE = Pattern(rf"\s*{_INSIDE}\s*{_OUTSIDE}\s*")

Span = tuple[int, int]


def without_brackets(text: str) -> str:
    """Return a cell's words without the brackets around all of them, which only tell which line it is: （25.3％）.

    >>> without_brackets("（25.3％）"), without_brackets("29（4）")
    ('25.3％', '29（4）')
    """
    found = _WHOLE.fullmatch(narrow(text))
    return text[slice(*found.span(1))] if found and found[1] else text


def is_bracketed(text: str) -> bool:
    """Return whether a cell's words all stand in brackets, or brackets stand there empty.

    >>> is_bracketed("（310）"), is_bracketed("（　）"), is_bracketed("29（4）"), is_bracketed("－")
    (True, True, False, False)
    """
    return _WHOLE.fullmatch(narrow(text)) is not None


def parted_by_brackets(plain: str) -> tuple[Span, Span] | None:
    """Return where what stands in brackets and what stands beside them is, in their order; None where a cell is no such pair.

    >>> parted_by_brackets("80(75)"), parted_by_brackets("(240)\\n228"), parted_by_brackets("(2017) 54.0")
    (((0, 2), (3, 5)), ((1, 4), (6, 9)), None)
    """
    found = _BEHIND.fullmatch(plain)
    if found is None:
        found = _BEFORE.fullmatch(plain)
        if found is None or _is_year(found[1]):
            return None
    return found.span(1), found.span(2)


def tells_of_brackets(note: str) -> bool:
    """Return whether a note tells of brackets, which stand empty in it: （　）内は計画値.

    >>> tells_of_brackets("※（　）書きは目標"), tells_of_brackets("上段（目標）")
    (True, False)
    """
    return _EMPTY.search(narrow(note)) is not None


_EMPTY = Pattern(rf"[{OPENING}]\s*[{CLOSING}]|括弧|カッコ|かっこ")


def brackets_stand_first(rows: Sequence[Sequence[str]]) -> bool | None:
    """Return whether what stands in brackets is the first of two in a cell, or the upper of two lines; None where few are.

    >>> brackets_stand_first([("a", "（5） 4", "（6） 6")]), brackets_stand_first([("a", "4（5）", "6（6）")])
    (True, False)
    >>> brackets_stand_first([("a", "（5）"), ("", "4")]), brackets_stand_first([("a", "4"), ("", "5")])
    (True, None)
    """
    cells = [[narrow(text) for text in row] for row in rows]
    before = sum(_is_pair(_BEFORE, text) for row in cells for text in row)
    behind = sum(_is_pair(_BEHIND, text) for row in cells for text in row)
    if before or behind:
        return before > behind
    lines = [any(_WHOLE.fullmatch(text) and stands_for_value(without_brackets(text)) for text in row) for row in cells]
    return lines[0] if any(lines) else None


def _is_pair(pattern: Pattern, text: str) -> bool:
    found = pattern.fullmatch(text)
    return found is not None and not _is_year(found[1]) and all(map(stands_for_value, found.groups()))


def _is_year(words: str) -> bool:
    return re.fullmatch(r"\d{4}", words) is not None and FIRST_YEAR <= int(words) <= LAST_YEAR
