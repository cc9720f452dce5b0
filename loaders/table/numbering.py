"""Rows are numbered 1 to n, by numbers of the plan's own (101, 102, 201), anew in each section (1, 2, 1, 2), or by codes (1-2).

The first alone says by its gaps that pages are missing; the others must not be taken for a document that lost some.
"""

from collections.abc import Iterable, Iterator, Sequence

from loaders.patterns import Pattern

# 1-2, 3-1-②, 施策1-2, A-1: never a number alone.
_CODE = Pattern(r"[A-Za-zア-ン一-龥]{0,3}[-.]?[0-9]+(?:[-.][0-9①-⑳ア-ン]+)+|(?:[A-Za-z]-?|[ア-ン]-)[0-9]+")
_BLOCK = 100

# What a number column holds, with whether its rows bear codes; the tests are made from this table.
EXAMPLES: dict[str, bool] = {
    "1-2": True,
    "1-①-ア": True,
    "3.1.2": True,
    "施策1-2": True,
    "A-1": True,
    "B12": True,
    "1": False,
    "101": False,
    "ア1": False,
    "": False,
}


def is_code(text: str) -> bool:
    """Return whether a cell of the number column, its signs half-width, holds a code of the plan."""
    return _CODE.fullmatch(text) is not None


def missing_between(numbers: Iterable[int], stated: Iterable[int] = ()) -> list[int]:
    """Return the numbers from 1 on that are neither there nor stated to be missing, in order.

    >>> missing_between([1, 2, 5], stated=[4])
    [3]
    """
    there = set(numbers)
    return sorted(set(range(1, max(there, default=0) + 1)) - there - set(stated))


def are_the_plans_own(numbers: Sequence[int]) -> bool:
    """Return whether the gaps are the plan's own: a selection (3, 8, 15), or a block for each section (101, 102, 201).

    A lost page makes one gap in numbers that run on otherwise, so one gap alone is never the plan's own.

    >>> are_the_plans_own([101, 102, 103, 201, 202]), are_the_plans_own([1, 2, 3, 4, 9, 10, 11, 12])
    (True, False)
    """
    starts = list(_starts(sorted(numbers)))
    gaps = len(starts) - (starts[0] == 1)
    in_blocks = all(start > _BLOCK and start % _BLOCK == 1 for start in starts)
    return gaps > 1 and (in_blocks or 3 * gaps >= len(numbers))


def begin_anew(numbers: Sequence[int]) -> bool:
    """Return whether the rows are numbered from 1 again and again, as under each section's title.

    >>> begin_anew([1, 2, 3, 1, 2]), begin_anew([1, 2, 3, 2])
    (True, False)
    """
    runs_on = all(number in (1, before + 1) for before, number in zip([0, *numbers], numbers, strict=False))
    return runs_on and numbers.count(1) > 1


def _starts(numbers: Sequence[int]) -> Iterator[int]:
    """Yield the first number of each run without a gap."""
    before = None
    for number in numbers:
        if before is None or number > before + 1:
            yield number
        before = number
