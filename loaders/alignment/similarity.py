"""A plan is worded like the plan of the year before, an evaluation like the last one: likeness tells whose words are whose."""

from functools import lru_cache

from loaders.prose.similarity import bigrams, dice


@lru_cache(maxsize=8192)
def resemblance(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1, blanks left out; a sign alone (―) is like nothing.

    >>> resemblance("引き続き周知を図る。", "引き続き 周知を図る。"), resemblance("―", "―")
    (1.0, 0.0)
    """
    a, b = _without_blanks(one), _without_blanks(other)
    return dice(a, b) if len(a) > 1 and len(b) > 1 else 0.0


def pieces(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring signs by which `resemblance` compares a text.

    >>> sorted(pieces("広 報紙"))
    ['報紙', '広報']
    """
    return frozenset(bigrams(_without_blanks(text)))


@lru_cache(maxsize=4096)
def _without_blanks(text: str) -> str:
    return "".join(text.split())
