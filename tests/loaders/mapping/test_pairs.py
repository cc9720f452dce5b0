"""What was planned and what came of it may stand in one cell."""

import pytest

from loaders.mapping.cells.pairs import EXAMPLES, order_in, split_pair
from loaders.mapping.model.mapping import Use


@pytest.mark.parametrize(("heading", "cell", "expected"), [(*key, pieces) for key, pieces in EXAMPLES.items()])
def test_cell_is_parted_as_it_or_its_heading_says(heading: str, cell: str, expected: list[tuple[Use, str]]) -> None:
    assert list(split_pair(cell, order_in(heading))) == expected


def test_pieces_are_the_words_of_the_cell() -> None:
    assert [words in "目標：８０人／実績：７５人" for _, words in split_pair("目標：８０人／実績：７５人", ())] == [True, True]
