"""How readers without rules are trained: a ridge regression of labels on features, in closed form.

The same labels give the same weights.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.kernel_ridge import KernelRidge

Features = tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]
# How far the weights are held down, chosen once among 0.1, 0.3 and 1.0 by tables left out.
SHRINKAGE = 0.3


def design(found: Sequence[Features], size: int) -> csr_matrix:
    """Return the features of labelled texts, a row each."""
    places = np.concatenate([places for places, _ in found])
    values = np.concatenate([values for _, values in found])
    ends = np.cumsum([0, *(len(places) for places, _ in found)])
    return csr_matrix((values, places, ends), shape=(len(found), size))


def fit(examples: csr_matrix, wanted: np.ndarray) -> np.ndarray:
    """Return the weights of each answer (columns of `wanted`), as loaders/prose/trained.py reads them: a row an answer."""
    usual = wanted.mean(axis=0)
    ridge = KernelRidge(alpha=SHRINKAGE, kernel="linear").fit(examples, wanted - usual)
    return np.column_stack([(examples.T @ ridge.dual_coef_).T, usual]).astype(np.float16)
