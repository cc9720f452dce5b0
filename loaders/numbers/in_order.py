"""A cell may give the numbers of several measures in their order: 6／133 under 開催（回）／参加（人）, 1,940（20.2） likewise.

Each measure is read from a text of its own, in which the others' numbers are blanks, so that words and offsets stay.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.numbers.measures import RowMeasure, measures_in_order
from loaders.prose.arrows import ARROWS
from loaders.prose.widths import narrow

_NUMBER = r"[▲△\-−]?\d[\d,]*(?:\.\d+)?"
_BETWEEN = r"\s*/\s*"


def views(text: str, measure: str, unit: str) -> Iterator[tuple[str, RowMeasure | None]]:
    """Yield a cell's text for each measure that it gives a number of in their order, else the text as it is with None.

    What stands behind the last such numbers is the first one's.

    >>> [(view, told.unit) for view, told in views("6／133 満席", "開催（回）／参加（人）", "")]
    [('6     満席', '回'), ('  133   ', '人')]
    """
    told = measures_in_order(measure, unit)
    found = list(_several(len(told)).finditer(narrow(text))) if told else []
    if not found:
        yield text, None
        return
    for at, one in enumerate(told):
        signs = list(text)
        for match in found:
            own = [match.span(group) for group in range(1, match.re.groups + 1) if match[group] is not None][at]
            signs[match.start() : match.end()] = [
                text[i] if own[0] <= i < own[1] else " " for i in range(match.start(), match.end())
            ]
        end = len(text) if at == 0 else found[-1].end()
        yield "".join(signs[:end]) + " " * (len(text) - end), one


@lru_cache(maxsize=16)
def _several(count: int) -> re.Pattern[str]:
    """Return what so many bare numbers look like, strokes between them or the second in brackets.

    A unit, a date or a longer row of numbers is none.
    """
    numbers = [f"({_NUMBER})"] * count
    stroked = rf"{_BETWEEN.join(numbers)}(?=$|[\s{ARROWS}、。()])(?!{_BETWEEN}\d)"
    bracketed = rf"{numbers[0]}\s*\(\s*{numbers[0]}\s*\)" if count == _IN_BRACKETS else "(?!)"
    return re.compile(rf"(?<![\d./])(?:{stroked}|{bracketed})")


# Brackets hold the second of two.
_IN_BRACKETS = 2
