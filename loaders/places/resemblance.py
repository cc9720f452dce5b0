"""A plan is worded like the plan of the year before, an evaluation like the last one: likeness tells whose words are whose."""

from functools import lru_cache


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring signs, blanks left out."""
    signs = "".join(text.split())
    return frozenset(signs[i : i + 2] for i in range(len(signs) - 1))


@lru_cache(maxsize=65536)
def resemblance(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1 (Dice's measure over pairs of signs).

    >>> resemblance("引き続き周知を図る。", "引き続き 周知を図る。")
    1.0
    """
    a, b = _pairs(one), _pairs(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
