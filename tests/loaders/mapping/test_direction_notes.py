"""A note that names indicators says which way they improve; what it tells of their values in passing says nothing of it."""

import pytest

from loaders.codes import Direction
from loaders.mapping.words.direction_notes import EXAMPLES, direction_noted, directions_noted


@pytest.mark.parametrize(("told", "way"), EXAMPLES.items())
def test_note_says_which_way_an_indicator_improves(told: tuple[str, str], way: Direction | None) -> None:
    note, name = told
    assert direction_noted(name, directions_noted([note])) is way


def test_notes_that_say_both_say_nothing() -> None:
    noted = directions_noted(["※利用時間は、値が小さいほど良い。", "※施設の利用時間は、値が大きいほど良い。"])
    assert direction_noted("施設の利用時間", noted) is None
