"""What readers without rules share: pieces of texts found by a checksum in one row of weights, and scores read as likelihoods.

Such a reader has only seen which texts people labelled how (tests/gold; `make reader` trains them all). No vocabulary is kept.
"""

import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

# The scores are shares of labels, some -0.2 to 1.2: this makes those that the labels bear out add up to one.
SHARPNESS: Final = 6.0


def checksum(words: str, begun: int = 0) -> int:
    """Return the checksum of a feature; it goes on from that of the block's name."""
    return crc32(words.encode(), begun)


def placed(blocks: Iterable[tuple[Iterable[int], float]], size: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the places of a text's features in a row of `size` weights, and what each counts.

    A block, its features' checksums and its weight, counts as much whatever its length.
    """
    places: list[int] = []
    values: list[float] = []
    for found, weight in blocks:
        hashed = sorted({state % size for state in found})
        places += hashed
        values += [math.sqrt(weight / max(len(hashed), 1))] * len(hashed)
    return np.array(places, dtype=np.int64), np.array(values, dtype=np.float64)


def scores(
    table: npt.NDArray[np.float64], features: tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]
) -> npt.NDArray[np.float64]:
    """Return the score of every answer by a table of weights: a row an answer, the last column what holds without features."""
    places, values = features
    found: npt.NDArray[np.float64] = table[:, places] @ values + table[:, -1]
    return found


def likelihoods(found: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return scores of answers of which one is right as likelihoods that add up to 1."""
    raised = np.exp(SHARPNESS * (found - found.max()))
    shares: npt.NDArray[np.float64] = raised / raised.sum()
    return shares


@lru_cache
def weights(path: Path) -> npt.NDArray[np.float64]:
    """Return the table of weights that a reader was trained to."""
    table: npt.NDArray[np.float16] = np.load(path, allow_pickle=False)
    return table.astype(np.float64)
