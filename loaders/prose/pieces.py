"""Texts as readers without rules see them: folded, so that no year or number is anyone's own, and in pieces of a few signs."""

from functools import lru_cache
from typing import Final

from loaders.patterns import Pattern
from loaders.prose.widths import narrow

# Signs of a text that tell how it is worded.
READ: Final = 1_000

_YEAR = Pattern(r"(?:平成|令和)?(?:\d+|元)年度?|[HR]\d+年?度?|\d+月|\d+日|第\d+")
_NUMBER = Pattern(r"\d[\d,.]*")
_SPACES = Pattern(r"\s+")
# Runs of a word.
_RUN = Pattern(r"[一-鿿ァ-ヶー]{2,}")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a text with its years and numbers each made one sign, and its spaces.

    >>> fold("令和２年度に　１２回開催した。")
    '年に 0回開催した。'
    """
    return _SPACES.sub(" ", _NUMBER.sub("0", _YEAR.sub("年", narrow(text[:READ])))).strip()


def pairs(text: str) -> set[str]:
    """Return the pairs of signs that stand side by side in the words of a text.

    >>> sorted(pairs("防災訓練を"))
    ['災訓', '訓練', '防災']
    """
    return {run[i : i + 2] for run in _RUN.findall(text) for i in range(len(run) - 1)}


@lru_cache(maxsize=2048)
def pieces(text: str, shortest: int, longest: int) -> frozenset[str]:
    """Return every run of so many signs, the ends of the text marked.

    >>> sorted(pieces("済", 1, 2))
    ['$', '^', '^済', '済', '済$']
    """
    marked = f"^{text}$"
    return frozenset(marked[i : i + size] for size in range(shortest, longest + 1) for i in range(len(marked) - size + 1))
