"""Figures with decimals are summed and subtracted in binary: 60.3 - 59.1 is not 1.2 to a computer, but is to a reader."""

import math

# A table writes figures with three decimals at most; of large sums the noise grows with the figure.
_NEAREST, _SHARE = 1e-6, 1e-9


def same_value(a: float, b: float) -> bool:
    """Tell whether two figures are one to a reader, whatever arithmetic they come from.

    >>> same_value(60.3 - 59.1, 1.2), same_value(1.2 * 3, 3.6), same_value(1_450_000, 1_450_001), same_value(0.001, 0.002)
    (True, True, False, False)
    """
    return math.isclose(a, b, rel_tol=_SHARE, abs_tol=_NEAREST)
