"""Of what kind a cause is, where no row of the vocabulary names its words: as like causes are that people labelled.

A clause is seen as the signs and pairs of signs that it holds (費, 見積, 積額), each with a weight for every reason and for
none: what stands beside a failure may tell no cause at all. `make reader` trains the weights (tests/gold/causes.py).
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from loaders.model import Reason
from loaders.prose.pieces import fold, pieces
from loaders.prose.trained import checksum, likelihoods, placed, scores, weights

# A row for each reason and one for none, a column for each feature, and the last one for what holds without any.
WEIGHTS_PATH: Final = Path(__file__).with_name("cause_likeness.npy")
REASONS: Final[tuple[Reason, ...]] = tuple(Reason)
KINDS: Final[tuple[Reason | None, ...]] = (*REASONS, None)
# A power of two: the checksum of a feature is cut to it.
SIZE: Final = 1 << 15
LONGEST_PIECE: Final = 2
# What the end of a clause weighs beside its pieces, and how long its own are: 届かず、 and …のため、 tie cause and effect.
END_WEIGHT: Final = 0.4
_END_PIECES: Final = range(2, 7)
# Words are like a kind of cause from this share on.
LIKE_FROM: Final = 0.75


@dataclass(frozen=True)
class Likeness:
    """The kind of cause that words are most like, None where they are like no cause, and how sure that is (0 to 1)."""

    reason: Reason | None
    share: float


def features(words: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the places of a clause's features in the row of weights, and what each counts."""
    folded = fold(words).rstrip("。 ")
    ended = f"^{folded}$"
    ends = [f"e:{ended[-size:]}" for size in _END_PIECES]
    pieced = pieces(folded.rstrip("、"), 1, LONGEST_PIECE)
    return placed([(map(checksum, pieced), 1.0), (map(checksum, ends), END_WEIGHT)], SIZE)


@lru_cache(maxsize=4096)
def shares(words: str) -> tuple[float, ...]:
    """Return how like words are to each of KINDS; the shares add up to 1."""
    return likeness_by(weights(WEIGHTS_PATH), words)


def likeness(words: str) -> Likeness:
    """Return the kind of cause that words are most like."""
    return most_like(shares(words))


def likeness_by(table: npt.NDArray[np.float64], words: str) -> tuple[float, ...]:
    """Return how like words are to each of KINDS by a table of weights."""
    return tuple(map(float, likelihoods(scores(table, features(words)))))


def most_like(found: tuple[float, ...]) -> Likeness:
    """Return the kind of cause with the largest share."""
    best = max(range(len(KINDS)), key=lambda at: found[at])
    return Likeness(KINDS[best], found[best])
