"""Broken documents are loaded whole or refused with words; `make fuzz` tries many more of them."""

import pytest

from tests.bench.fuzz import faults, mutated

SOME = range(1, 13)


def test_no_mutation_breaks_the_loaders_or_loses_a_sign() -> None:
    assert faults(SOME) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_mutation_is_the_same_for_the_same_seed(seed: int) -> None:
    assert mutated(seed) == mutated(seed)
