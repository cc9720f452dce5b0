"""What a body's own verdict says of its target."""

import pytest

from loaders.codes import Status
from loaders.mapping.legend import EXAMPLES, verdict_says


@pytest.mark.parametrize(("words", "meaning", "expected"), [(*key, says) for key, says in EXAMPLES.items()])
def test_verdict_says_met_unmet_or_neither(words: str, meaning: str, expected: Status | None) -> None:
    assert verdict_says(words, meaning) is expected


def test_legend_has_the_last_word_on_a_letter() -> None:
    assert verdict_says("A", "目標を下回った") is Status.UNMET
