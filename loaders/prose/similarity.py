"""Japanese is written without blanks, so how alike two texts are is measured by the pairs of neighbouring signs they share."""

from functools import lru_cache


def bigrams(text: str) -> list[str]:
    """Return the pairs of neighbouring signs of `text` in order; a text of one sign is its own only piece.

    >>> bigrams("広報紙"), bigrams("紙"), bigrams("")
    (['広報', '報紙'], ['紙'], [])
    """
    return [text[i : i + 2] for i in range(len(text) - 1)] or list(text)


@lru_cache(maxsize=8192)
def dice(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1: Dice's coefficient of their bigrams, each counted once.

    >>> dice("広報紙", "広報誌"), dice("広報紙", "広報紙"), dice("広報紙", ""), dice("", "")
    (0.5, 1.0, 0.0, 0.0)
    """
    a, b = _pieces(one), _pieces(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def share_within(text: str, words: str) -> float:
    """Return which share of a text's bigrams, each counted once, is found among those of `words`, 0 to 1.

    >>> share_within("広報紙", "広報紙で周知する"), share_within("広報誌", "広報紙で周知する"), share_within("", "広報紙")
    (1.0, 0.5, 0.0)
    """
    pieces = _pieces(text)
    return len(pieces & _pieces(words)) / len(pieces) if pieces else 0.0


@lru_cache(maxsize=4096)
def _pieces(text: str) -> frozenset[str]:
    return frozenset(bigrams(text))
