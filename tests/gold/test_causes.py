"""Sentences with a labelled cause must stay as well read as they are, and training must give the same weights again."""

import numpy as np
import pytest

from loaders.model import Reason
from loaders.outcomes.cause_likeness import KINDS, SIZE, WEIGHTS_PATH, likeness_by, most_like
from loaders.prose.trained import weights
from tests.gold.causes import FOLDER, TRAINED, Example, load_causes, score_causes, train

# Recall and precision of the reasons; all files were learnt from.
FLOORS = {"a": (0.88, 0.9), "b": (0.84, 0.91), "c": (0.88, 0.93)}
TOLD = (
    Example("見積額が予算を上回り", (Reason.COST,)),
    Example("工事費が高騰したため", (Reason.COST,)),
    Example("申込みがなく", (Reason.NO_DEMAND,)),
    Example("応募者が集まらず", (Reason.NO_DEMAND,), 0.5),
    Example("関係課と協議を行い", ()),
)


@pytest.mark.parametrize("name", TRAINED)
def test_causes_are_told_as_often_as_they_were(name: str) -> None:
    figure = score_causes(load_causes(FOLDER / f"{name}.tsv"))
    recall, precision = FLOORS[name]
    assert (figure.recall or 0) >= recall
    assert (figure.precision or 0) >= precision


def test_training_gives_the_same_weights_again() -> None:
    assert train(TOLD).tobytes() == train(TOLD).tobytes()


@pytest.mark.parametrize(
    ("words", "reason"), [("見積額が高騰し", Reason.COST), ("応募がなく", Reason.NO_DEMAND), ("協議を行い", None)]
)
def test_words_are_of_the_kind_of_those_that_are_like_them(words: str, reason: Reason | None) -> None:
    assert most_like(likeness_by(train(TOLD).astype(np.float64), words)).reason is reason


def test_weights_have_a_row_for_each_reason_and_one_for_none() -> None:
    assert weights(WEIGHTS_PATH).shape == (len(KINDS), SIZE + 1)
