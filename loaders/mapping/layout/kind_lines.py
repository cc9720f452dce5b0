"""A line of headings may say plan and result again and again in the body's own words: めやす and けっか under each year.

Where it stands tells that it is one, whatever its words: under headings that are wider than a column, again and again the same.
"""

import re
from collections.abc import Iterator, Sequence

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.values import is_blank, stands_for_value
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import heads_anything, is_heading_word, is_year_heading
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of, kinds_in

# Longer is what a cell tells.
_LONGEST = 14
# Plan, result and what lies between them.
_WITH_A_RATE = 3


def said_again(texts: Sequence[str]) -> frozenset[str]:
    """Return the words of a line that say plan and result under each of the headings above it, in whatever words.

    Two words that nobody knows are headings where a third is of what lies between them.

    >>> sorted(said_again(["予定", "実際", "予定", "実際"])), said_again(["市", "県", "市", "県"]), said_again(["予定", "実際"])
    (['予定', '実際'], frozenset(), frozenset())
    >>> sorted(said_again(["戦略", "決算", "差", "戦略", "決算", "差"]))
    ['差', '戦略', '決算']
    """
    words = list(dict.fromkeys(texts))
    is_cycle = 1 < len(words) < len(texts) and list(texts) == words * (len(texts) // len(words))
    if not (is_cycle and all(map(_is_word, words))):
        return frozenset()
    kinds = set(kinds_in(texts).values())
    is_told = {Use.TARGET, Use.RESULT} <= kinds or (Use.RATE in kinds and len(words) == _WITH_A_RATE)
    return frozenset(words) if is_told else frozenset()


def both_halves(texts: Sequence[str]) -> frozenset[str]:
    """Return the words of a line that are plan and result beside each other in the body's own words, one each; none for others.

    >>> sorted(both_halves(["番号", "数えるもの", "めやす", "けっか"])), both_halves(["番号", "氏名", "住所"])
    (['けっか', 'めやす'], frozenset())
    """
    words = [text for text in texts if _is_word(text)]
    kinds = {word: kind for word, kind in kinds_in(words * 2).items() if kind in OTHER_HALF}
    return frozenset(kinds) if len(kinds) == len(set(kinds.values())) == len(OTHER_HALF) else frozenset()


def parts_years(sheet: Sheet, row: int) -> bool:
    """Return whether a line parts the years, or the kinds, that the line above it names: each into the same two words or more.

    Nothing stands in it besides: a row of data would say what it is of.
    """
    words = [text for column, text in non_empty(sheet.rows[row]) if not _is_beside(sheet, row, column)]
    return len(_under_each(sheet, row)) == len(words) > 0 and all(map(_is_word, words))


def names_parts(sheet: Sheet, row: int) -> bool:
    """Return whether a line says the same names under each year, which may count: １号認定 and ２号認定 below R4 and R5.

    They are no values, nor words for one, as a row of a form has them under its years.
    """
    words = _under_each(sheet, row)
    are_names = all(re.search(r"[^\W\d_]", text) and not stands_for_value(text) and not is_blank(text) for text in words)
    return len(words) > len(set(words)) and are_names


def _under_each(sheet: Sheet, row: int) -> list[str]:
    """Return the words of a line below each year, or kind, of the line above it; none where they are not the same under all."""
    blocks = [[text for column, text in non_empty(sheet.rows[row]) if column in block] for block in _wide(sheet, row - 1)]
    first = blocks[0] if blocks else []
    are_alike = len(first) > 1 and all(block == first or set(block) < set(first) for block in blocks)
    return [text for block in blocks for text in block] if are_alike and len(set(first)) == len(first) else []


def _wide(sheet: Sheet, row: int) -> Iterator[range]:
    """Yield the columns of each heading of a line that names a year or a kind and reaches over columns right of it."""
    known = list(non_empty(sheet.rows[row]))
    for (column, text), after in zip(known, [*(at for at, _ in known[1:]), sheet.width], strict=False):
        span = sheet.span_at(row, column)
        is_single = span is not None and span.right == span.left
        end = column + 1 if is_single else span.right + 1 if span else after
        if (is_year_heading(text) or _is_half(text)) and end - column > 1:
            yield range(column, end)


def _is_beside(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether a cell is a heading beside the parted years: merged with one above, or said in a heading's words."""
    above = sheet.rows[row - 1][column].strip()
    own = sheet.rows[row][column]
    return bool(above) and not is_year_heading(above) and is_heading_word(own) and not is_year_heading(own)


def _is_half(text: str) -> bool:
    return kind_of(text) in OTHER_HALF or heads_anything(text)


def _is_word(text: str) -> bool:
    bare = text.strip()
    is_value = stands_for_value(bare) or is_blank(bare) or any(map(str.isnumeric, bare))
    return len(bare) <= _LONGEST and not is_value and not bare.endswith("。")
