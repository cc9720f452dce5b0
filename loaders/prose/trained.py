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
# So much a block weighs at least, be it empty or of features that tell nothing.
_LEAST: Final = 1e-9


def checksum(words: str, begun: int = 0) -> int:
    """Return the checksum of a feature; it goes on from that of the block's name."""
    return crc32(words.encode(), begun)


def placed(
    blocks: Iterable[tuple[Iterable[int], float]], size: int, telling: npt.NDArray[np.float64] | None = None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the places of a text's features in a row of `size` weights, and what each counts.

    A block, its features' checksums and its weight, counts as much whatever its length. Its features count alike, or as much
    as `telling` says of each place.
    """
    places: list[npt.NDArray[np.int64]] = []
    values: list[npt.NDArray[np.float64]] = []
    for found, weight in blocks:
        hashed = np.array(sorted({state % size for state in found}), dtype=np.int64)
        told = np.ones(len(hashed)) if telling is None else telling[hashed]
        places.append(hashed)
        values.append(told * math.sqrt(weight / max(float(told @ told), _LEAST)))
    return np.concatenate(places), np.concatenate(values)


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
