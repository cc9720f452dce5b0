"""Headings that nobody knows may head a table all the same: names, then two columns of numbers that go with each other.

Where the rows below are plainly a table and headings like one of the two are of plans or results, they are read as plan and
result of each name, and all of it is told as doubtful.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.values import is_blank, read_values, stands_for_value
from loaders.mapping.layout.regions import Region
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import IN_DOUBT
from loaders.mapping.model.mapping import USE_WORDS, ColumnUse, Use
from loaders.mapping.words.heading_years import plain
from loaders.mapping.words.row_kinds import kind_by_words

_FEWEST_ROWS, _FEWEST_HEADINGS, _LONGEST = 3, 3, 14
_MOST_ROWS = 500
# Of two numbers of one thing, the greater one is so many times the other at most, in so many of the rows.
_APART, _MOST_ROWS_ALIKE = 3.0, 0.8
_ALL, _MOST = 0.99, 0.8


def plain_region(sheet: Sheet) -> Region | None:
    """Return where a sheet holds a line of words alone above rows that fill its columns, None where it holds none or several.

    >>> rows = (("しごと", "めあて", "けっか"), ("植樹", "4", "5"), ("清掃", "6", "5"), ("散水", "8", "9"))
    >>> plain_region(Sheet("1", (("令和5年度", "", ""), *rows)))
    Region(above=0, first=1, last=1, end=5)
    """
    found = [region for row in range(min(len(sheet.rows), _MOST_ROWS)) if (region := _region(sheet, row)) is not None]
    return found[0] if len(found) == 1 else None


def _region(sheet: Sheet, row: int) -> Region | None:
    heads = list(non_empty(sheet.rows[row]))
    texts = [text for _, text in heads]
    if len(heads) < _FEWEST_HEADINGS or len(set(texts)) < len(texts) or not all(map(_is_word, texts)):
        return None
    columns = {column for column, _ in heads}
    below = range(row + 1, len(sheet.rows))
    end = row + 1 + len(list(takewhile(lambda at: _fills(sheet, at, columns), below)))
    values = any(read_values(text) for _, text in non_empty(sheet.rows[row + 1])) if end > row + 1 else False
    return Region(0, row, row, end) if end - row - 1 >= _FEWEST_ROWS and values else None


def _is_word(text: str) -> bool:
    return len(plain(text)) <= _LONGEST and not stands_for_value(text) and not is_blank(text) and not text.endswith("。")


def _fills(sheet: Sheet, row: int, columns: set[int]) -> bool:
    own = {column for column, _ in non_empty(sheet.rows[row])}
    return own <= columns and len(own) >= max(2, len(columns) - 1)


def as_plan_and_result(columns: Sequence[ColumnUse], seen: Sequence[Seen], rows: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns of a table, its two of numbers as plan and result, those before them as names; none where unclear."""
    numeric = [s.column for s in seen if s.evidence.count and s.evidence.values >= _ALL]
    pair = [at for at in numeric if not _counts([row[at] for row in rows])]
    names = _names([s for s in seen if pair and s.column < pair[0] and s.path and s.column not in numeric])
    if len(pair) != 2 or pair[1] - pair[0] != 1 or not names or not _go_together(rows, *pair):
        return []
    kinds = [kind_by_words(columns[at].heading) for at in pair]
    orders = ((Use.TARGET, Use.RESULT), (Use.RESULT, Use.TARGET))
    fitting = [both for both in orders if any(kinds) and all(k in (None, use) for k, use in zip(kinds, both, strict=True))]
    if len(fitting) != 1:
        return []
    told = names | dict(zip(pair, fitting[0], strict=True))
    told |= {at: Use.NUMBER for at in numeric if at not in pair and at < min(names)}
    return [_guessed(column, told.get(column.column, Use.UNREAD)) for column in columns]


def _guessed(column: ColumnUse, use: Use) -> ColumnUse:
    reason = f"知られた見出しがなく、表の形と似た見出しから「{USE_WORDS[use]}」とみました"
    return replace(column, use=use, year=None, indicator=0, measure="", reason=reason, confidence=IN_DOUBT)


def _names(before: Sequence[Seen]) -> dict[int, Use]:
    """Return what the columns of words before the numbers are: sections and units by their looks, the last others names."""
    told = {s.column: use for s in before for use in _by_looks(s)}
    others = [s for s in before if s.column not in told]
    if not others or others[-1].evidence.distinct < _ALL:
        return {}
    last = [Use.MEASURE] if len(others) > 1 else [Use.NAME]
    uses = [*([Use.GROUP] * max(0, len(others) - 2)), *([Use.NAME] if len(others) > 1 else []), *last]
    return told | {s.column: use for s, use in zip(others, uses, strict=True)}


def _by_looks(seen: Seen) -> Iterator[Use]:
    if seen.evidence.sections >= _MOST:
        yield Use.DEPARTMENT
    elif seen.evidence.units >= _MOST:
        yield Use.UNIT


def _counts(cells: Sequence[str]) -> bool:
    """Return whether cells count the rows: 1, 2, 3."""
    return [plain(text) for text in cells] == [str(at + 1) for at in range(len(cells))]


def _go_together(rows: Sequence[Sequence[str]], one: int, other: int) -> bool:
    """Return whether the numbers of two columns are of one thing in each row, by how far they are apart."""
    pairs = [(read_values(row[one]), read_values(row[other])) for row in rows]
    both = [(a[0].value, b[0].value) for a, b in pairs if len(a) == len(b) == 1]
    near = [a == b or (min(a, b) > 0 and max(a, b) <= _APART * min(a, b)) for a, b in both]
    return len(both) >= _FEWEST_ROWS and sum(near) >= _MOST_ROWS_ALIKE * len(both)
