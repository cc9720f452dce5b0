"""Figures in prose are decimals (60.3%), which a computer holds inexactly: 60.3 - 59.1 is 1.1999999999999957 to it, not 1.2."""

import math

# Far below the last decimal that a city prints (0.001ha), far above what adding and subtracting such figures loses.
_NEAREST = 1e-6


def same_value(a: float, b: float) -> bool:
    """Tell whether two figures are one number to a reader, however they were computed.

    >>> same_value(60.3 - 59.1, 1.2), same_value(0.1 + 0.2 - 0.3, 0), same_value(0.001, 0.002)
    (True, True, False)
    >>> same_value(12_345_678_901, 12_345_678_902)
    False
    """
    return math.isclose(a, b, rel_tol=1e-12, abs_tol=_NEAREST)
