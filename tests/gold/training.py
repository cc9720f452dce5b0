"""How readers without rules are trained: a ridge regression of labels on features, by conjugate gradients.

The same labels give the same weights.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Features = tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]
# How far the weights are held down, chosen once among 0.1, 0.3 and 1.0 by tables left out.
SHRINKAGE = 0.3
# To what share of the answers the weights are found: closer than the half precision in which they are kept.
EXACT = 1e-5


def design(found: Sequence[Features], size: int) -> csr_matrix:
    """Return the features of labelled texts, a row each."""
    places = np.concatenate([places for places, _ in found])
    values = np.concatenate([values for _, values in found])
    ends = np.cumsum([0, *(len(places) for places, _ in found)])
    return csr_matrix((values, places, ends), shape=(len(found), size))


def fit(examples: csr_matrix, wanted: np.ndarray, weight: np.ndarray | None = None, shrinkage: float = SHRINKAGE) -> np.ndarray:
    """Return the weights of each answer (columns of `wanted`), as loaders/prose/trained.py reads them: a row an answer.

    `weight` is what each example counts, the same for all unless given.
    """
    # Labels are read where nothing is trained, too: this import takes longer than all else here.
    from sklearn.linear_model import ridge_regression

    usual = np.average(wanted, axis=0, weights=weight)
    found = ridge_regression(examples, wanted - usual, shrinkage, sample_weight=weight, solver="sparse_cg", tol=EXACT)
    return np.column_stack([found, usual]).astype(np.float16)
