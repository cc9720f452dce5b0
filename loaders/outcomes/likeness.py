"""Of what kind a cause is, where no row of the vocabulary names its words: as like causes are that people labelled.

A clause is seen as the signs and pairs of signs that it holds (費, 見積, 積額), each with a weight for every reason and for
none: what stands beside a failure may tell no cause at all. `make reader` trains the weights (tests/gold/causes.py).
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from loaders.doubt.features import fold, pieces
from loaders.model import Reason

# A row for each reason and one for none, a column for each feature, and the last one for what holds without any.
WEIGHTS_PATH: Final = Path(__file__).with_name("likeness.npy")
KINDS: Final[tuple[Reason | None, ...]] = (*Reason, None)
# A power of two: the checksum of a feature is cut to it.
SIZE: Final = 1 << 14
LONGEST_PIECE: Final = 2
# The scores are shares of labels: this makes those that the labels bear out add up to one.
SHARPNESS: Final = 6.0


@dataclass(frozen=True)
class Likeness:
    """The kind of cause that words are most like, None where they are like no cause, and how sure that is (0 to 1)."""

    reason: Reason | None
    share: float


def features(words: str) -> tuple[npt.NDArray[np.int64], float]:
    """Return the places of a clause's features in the row of weights, and what each of them counts."""
    found = sorted({crc32(piece.encode()) % SIZE for piece in pieces(fold(words).rstrip("、。 "), 1, LONGEST_PIECE)})
    return np.array(found, dtype=np.int64), 1 / math.sqrt(max(len(found), 1))


@lru_cache(maxsize=4096)
def likeness(words: str) -> Likeness:
    """Return the kind of cause that words are most like."""
    return most_like(weights(), words)


def most_like(table: npt.NDArray[np.float64], words: str) -> Likeness:
    """Return the kind of cause that words are most like by a table of weights."""
    places, value = features(words)
    scores = table[:, places].sum(axis=1) * value + table[:, SIZE]
    raised = np.exp(SHARPNESS * (scores - scores.max()))
    best = int(raised.argmax())
    return Likeness(KINDS[best], float(raised[best] / raised.sum()))


@lru_cache(maxsize=1)
def weights() -> npt.NDArray[np.float64]:
    """Return the weights that were trained."""
    table: npt.NDArray[np.float16] = np.load(WEIGHTS_PATH, allow_pickle=False)
    return table.astype(np.float64)
