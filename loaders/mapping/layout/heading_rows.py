"""Whether a row is one of headings is told by its cells: half of them or more are words that head columns, and none is a value.

Where headings begin and end on a sheet is said in heading_lines.py.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from loaders.grid.grid import is_remark, non_empty
from loaders.mapping.cells.evidence import is_grade
from loaders.mapping.cells.values import is_blank, is_not_reported, read_values
from loaders.mapping.layout.kind_lines import both_halves, said_again
from loaders.mapping.words.heading_senses import is_heading_word, is_year_heading, is_year_word, senses
from loaders.mapping.words.heading_units import unit_in
from loaders.mapping.words.heading_years import YEAR_SIGN, is_western_year, plain, shape, year_in
from loaders.mapping.words.periods import is_part_of_year
from loaders.mapping.words.row_kinds import kind_of
from loaders.patterns import Pattern

# Of so few cells plan and result in any words are most beside 年度: 年度 | めやす | できた数 | 備考.
_FEW = 5
# Longer is a sentence of a cell, whatever year it tells of.
_LONGEST = 25
# Digits that are no year: most rows of data hold some, so that most are told apart by a glance.
_PLAIN_NUMBER = Pattern(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?%?|\d{5,}")


@lru_cache(maxsize=8192)
def is_heading_row(cells: tuple[str, ...]) -> bool:
    """Return whether a row is one of headings: two cells or more, and half of them, are a heading's words; none a value."""
    known = [text for _, text in non_empty(cells) if not is_blank(text) and not is_remark(text)]
    if any(_PLAIN_NUMBER.fullmatch(text) for text in known):
        return False
    yearly = _said_of_years(known) | said_again(known)
    marks = [
        text
        for text in known
        if (is_heading_word(text) and not is_grade(text) and not is_not_reported(text))
        or is_part_of_year(text)
        or text in yearly
    ]
    if len(marks) == 1 and is_year_word(marks[0]) and len(known) <= _FEW:
        marks += [text for text in known if text in both_halves(known)]
    if len(marks) < 2 or holds_values(known):
        return False
    if 2 * len(marks) < len(known):
        marks += [text for text in known if text not in marks and text in both_halves(known)]
    if 2 * len(marks) < len(known):
        return False
    fields = {use for text in marks for use, weight in senses(text).items() if weight >= 0.7}
    fields |= {kind for text in marks if (kind := kind_of(text)) is not None}
    is_telling = len(fields) > 1 or bool(yearly) or any(is_year_heading(text) for text in marks) or len(marks) >= 3
    only_kinds = all(kind_of(text) is not None for text in known)
    return is_telling and (len(marks) >= 3 or len(known) <= 3 or not only_kinds)


def _said_of_years(known: Sequence[str]) -> frozenset[str]:
    """Return the cells of a row that say the same of one year and of another: R3にめざす数値 and R4にめざす数値, in any words.

    A value, a date or a sentence is none: besides its year a heading has no digits.
    """
    by_wording: dict[str, set[str]] = {}
    for text in known:
        wording = shape(text)
        if YEAR_SIGN in wording and len(wording) <= _LONGEST and not re.search(r"\d|。$", wording):
            by_wording.setdefault(wording, set()).add(text)
    return frozenset().union(*(texts for texts in by_wording.values() if len({year_in(text) for text in texts}) > 1))


def holds_values(known: Sequence[str]) -> bool:
    """Return whether a row holds values: numbers that are no years in a line of years."""
    western = [text for text in known if is_western_year(text)]
    numbers = [text for text in known if text not in western and _states_value(text) and not is_heading_word(text)]
    years = [int(plain(text)) for text in western]
    return bool(numbers) or (len(western) == 1 and len(known) > 3) or not _follow_each_other(years)


def _follow_each_other(years: Sequence[int]) -> bool:
    """Return whether years do so, but for the one behind three or more in which a plan ends: 2022 2023 2024 2027.

    >>> [_follow_each_other(years) for years in ((2022, 2023), (2022, 2023, 2024, 2027), (2022, 2024, 2027), (2022, 2027))]
    [True, True, False, False]
    """
    steps = [later - earlier for earlier, later in pairwise(years)]
    is_end = len(set(years[:-1])) >= _FEWEST_BEFORE_AN_END and 1 < steps[-1] <= _LONGEST_PLAN
    return set(steps[:-1] if is_end else steps) <= {0, 1}


# Years that follow each other before the one of the plan's end, and how far away that may be.
_FEWEST_BEFORE_AN_END, _LONGEST_PLAN = 3, 10


def _states_value(text: str) -> bool:
    """Return whether a cell states a value; words with another unit in brackets are a name, and so are words that are counted.

    >>> [_states_value(text) for text in ("12 件", "１人の水の量（L）", "1　小さな拠点の形成数（か所）")]
    [True, False, False]
    """
    if _COUNTED_NAME.match(text):
        return False
    values, unit = read_values(text), unit_in(text)
    return bool(values) and not (unit and values[0].unit not in (None, unit))


# The number of an indicator, a blank, and its name.
_COUNTED_NAME = Pattern(r"\s*[(（]?[\d０-９]{1,2}[)）.．]?[\s　]+(?![\d０-９])[^\d\s０-９]{5}")
