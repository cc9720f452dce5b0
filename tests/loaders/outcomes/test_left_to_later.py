"""Work is left to a later year by words that name one, in a sentence that tells of no work done."""

from dataclasses import replace

import pytest

from loaders.model import Cell, Kind, Place
from loaders.outcomes.left_to_later import is_for_later_year, names_later_year
from loaders.outcomes.predicates import Predicate
from loaders.outcomes.statements import read_statements

PLACE = Place(Kind.RESULT, 2019)


@pytest.mark.parametrize(
    ("words", "is_later"),
    [
        ("令和2年度に行う", True),
        ("次年度に行う", True),
        ("令和元年度に行う", False),
        ("平成30年度に行う", False),
        ("行う", False),
    ],
)
def test_a_later_year_comes_after_the_one_that_is_judged(words: str, is_later: bool) -> None:
    assert names_later_year(words, 2019) is is_later


@pytest.mark.parametrize(
    ("predicate", "is_left"),
    [
        (Predicate.PLANNED, True),
        (Predicate.PLANNED_STUDY, True),
        (Predicate.STUDIED, True),
        (Predicate.CARRIED_OUT, False),
        (Predicate.NOT_DONE, False),
    ],
)
def test_what_was_done_leaves_nothing_to_a_later_year(predicate: Predicate, is_left: bool) -> None:
    words = "令和2年度に公募する。"
    [said] = read_statements([Cell(PLACE, PLACE, words, 0, len(words), 1.0, "as_printed")], "管財課")
    assert is_for_later_year(replace(said, predicate=predicate), 2019) is is_left
    assert not is_for_later_year(replace(said, predicate=predicate), 2020)
