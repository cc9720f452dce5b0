"""What a reader without rules sees of a year: which signs follow which in its texts, and how its numbers stand to the plan's.

Every piece of a text (up to four signs) is a feature, found by a checksum in one long row of weights, so that no vocabulary is
kept. The texts weigh as blocks of one length, the evaluation most: a long plan does not outvote a short evaluation.
"""

import math
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from loaders.doubt.amounts_told import told_amounts
from loaders.prose.widths import narrow

# A power of two: the checksum is cut to it.
SIZE: Final = 1 << 16
# What a block's features weigh together: evaluation, plan, next plan, and what is known of them beside their signs.
WEIGHTS: Final = {"evaluation": 1.0, "plan": 0.3, "next": 0.3, "facts": 0.6}

_YEAR = re.compile(r"(?:平成|令和)?(?:\d+|元)年度?|[HR]\d+年?度?|\d+月|\d+日|第\d+")
_NUMBER = re.compile(r"\d[\d,.]*")
_SPACES = re.compile(r"\s+")
_SHORT = 12
_LONGEST = 6
# Signs of a text that tell how it is worded.
_READ = 1_000


@dataclass(frozen=True)
class Texts:
    """The words of one year, at their true places: its evaluation, its plan and the plan of the year after; '' where none."""

    evaluation: str
    plan: str
    next_plan: str

    @cached_property
    def folded(self) -> tuple[str, str, str]:
        """The three texts with every year and number made one, since no other table has the same."""
        return fold(self.evaluation), fold(self.plan), fold(self.next_plan)


def fold(text: str) -> str:
    """Return a text with its years and numbers each made one sign, and its spaces.

    >>> fold("令和２年度に　１２回開催した。")
    '年に 0回開催した。'
    """
    return _SPACES.sub(" ", _NUMBER.sub("0", _YEAR.sub("年", narrow(text[:_READ])))).strip()


def features(texts: Texts) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the places of a year's features in the row of weights, and what each counts."""
    places: list[int] = []
    values: list[float] = []
    for name, found in _blocks(texts):
        hashed = sorted({zlib.crc32(f"{name}:{piece}".encode()) % SIZE for piece in found})
        places += hashed
        values += [math.sqrt(WEIGHTS[name] / max(len(hashed), 1))] * len(hashed)
    return np.array(places, dtype=np.int64), np.array(values, dtype=np.float64)


def _blocks(texts: Texts) -> Iterator[tuple[str, Iterable[str]]]:
    evaluation, plan, following = texts.folded
    yield "evaluation", pieces(evaluation, 1, 4)
    yield "plan", pieces(plan, 2, 3)
    yield "next", pieces(following, 2, 3)
    yield "facts", _facts(texts)


def pieces(text: str, shortest: int, longest: int) -> set[str]:
    """Return every run of so many signs, the ends of the text marked.

    >>> sorted(pieces("済", 1, 2))
    ['$', '^', '^済', '済', '済$']
    """
    marked = f"^{text}$"
    return {marked[i : i + size] for size in range(shortest, longest + 1) for i in range(len(marked) - size + 1)}


def _facts(texts: Texts) -> Iterator[str]:
    """Yield what is known beside the signs: numbers held against the plan's, lengths, how much the texts share."""
    evaluation, plan, following = texts.folded
    yield from told_amounts(texts.plan, texts.evaluation)
    yield f"length {min(_LONGEST, len(evaluation) // 20)}"
    if len(evaluation) < _SHORT:
        yield f"all {evaluation}"
    if not plan:
        yield "no plan"
    said = pieces(plan, 3, 3)
    yield f"planned again {_share(said, pieces(following, 3, 3))}"
    yield f"said again {_share(said, pieces(evaluation, 3, 3))}"


def _share(one: set[str], other: set[str]) -> int:
    return int(4 * len(one & other) / max(len(one), 1))
