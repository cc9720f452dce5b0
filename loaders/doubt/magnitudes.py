"""How far two figures are apart says whether they may be of one thing: a series does not change tenfold from year to year."""

from loaders.model import Indicator, IndicatorYear

# A series that runs on does not change by this factor from one year to the next, nor miss its target by it.
JUMP_FACTOR = 10.0
# Beneath this a tenfold change says little: 1 meeting, then 10.
JUMP_FROM = 5.0
# Two numbers closer than this may each be the answer.
ALIKE_FACTOR = 3.0


def is_near(one: float, other: float) -> bool:
    """Tell whether each of two numbers may be the answer where the other is one."""
    low, high = sorted((abs(one), abs(other)))
    return low > 0 and high / low <= ALIKE_FACTOR


def jumps(indicator: Indicator, entry: IndicatorYear) -> bool:
    """Tell whether a year's result is ten times its target or the result before it, or a tenth."""
    if entry.result is None:
        return False
    before = [y.result for y in indicator.years if y.year < entry.year and y.result is not None][-1:]
    known = [value for value in (*before, entry.target) if value]
    return any(_is_tenfold(entry.result, value) for value in known)


def _is_tenfold(one: float, other: float) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return high >= JUMP_FROM and low > 0 and high / low >= JUMP_FACTOR
