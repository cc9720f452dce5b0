"""A year with a mark of time promises what follows; a day on which something was counted, or what was, promises nothing."""

import pytest

from loaders.model import Cell, Kind, Place, Promise
from loaders.outcomes.promises import MARKS, find_promises
from tests.loaders.outcomes.promise_sentences import SENTENCES

PLACE = Place(Kind.BASELINE_GOAL, None)


def promises(text: str, start: int = 0) -> tuple[Promise, ...]:
    return find_promises([Cell(PLACE, PLACE, text, start, start + len(text), 0.95, "as_printed")], last_year=2021)


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:24] for text, _ in SENTENCES])
def test_sentence_promises_what_it_says(text: str, expected: tuple[tuple[int, str], ...]) -> None:
    found = promises(text)
    assert [one.year for one in found] == [year for year, _ in expected]
    assert all(words in one.what for one, (_, words) in zip(found, expected, strict=True)), found


@pytest.mark.parametrize("example", [example for row in MARKS for example in row.examples])
def test_every_mark_of_time_promises(example: str) -> None:
    assert len(promises(example)) == 1
