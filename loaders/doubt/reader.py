"""A second reader that knows no rule: what became of a year, as like years of labelled tables would have it.

Rules explain themselves and fail without noticing where a table words things in a way that none of them knows. This reader has
only seen which texts people judged how (tests/gold; `make reader` trains it), and errs elsewhere. It settles nothing: where it
finds what the rules read unlikely, the reading is doubtful, and where it finds likely what they but guess, no longer so.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from loaders.doubt.features import Texts, features
from loaders.model import Status
from loaders.prose.trained import likelihoods, scores, weights

# A row for each status and one for 繰越, a column for each feature, and the last one for what holds without any.
WEIGHTS_PATH: Final = Path(__file__).with_name("reader.npy")
STATUSES: Final = tuple(Status)
ROWS: Final = len(STATUSES) + 1


@dataclass(frozen=True)
class Impression:
    """How likely each status is, adding up to 1, and whether the work was left undone and goes on (0 to 1)."""

    statuses: dict[Status, float]
    carried_over: float

    @property
    def likeliest(self) -> Status:
        """The status that the reader would have given."""
        return max(self.statuses, key=lambda status: self.statuses[status])


def read(texts: Texts) -> Impression:
    """Return what the reader makes of a year's texts."""
    return impression(scores(weights(WEIGHTS_PATH), features(texts)))


def likely_statuses(evaluation: str, plan: str, next_plan: str) -> dict[Status, float]:
    """Return how likely each status is by the words of a year."""
    return read(Texts(evaluation, plan, next_plan)).statuses


def impression(found: npt.NDArray[np.float64]) -> Impression:
    """Return scores, every status's and as the last that of 繰越, as likelihoods."""
    likely = {status: float(share) for status, share in zip(STATUSES, likelihoods(found[:-1]), strict=True)}
    return Impression(likely, float(np.clip(found[-1], 0.0, 1.0)))
