"""Cells that number what they tell, and rows that are several indicators by it."""

import pytest

from loaders.mapping.cells.numbered import EXAMPLES, numbered, states_numbered_values
from loaders.mapping.model.mapping import Use
from loaders.records.by_number import one_a_number
from loaders.records.records import Entry, Record


@pytest.mark.parametrize(("cell", "parts"), EXAMPLES.items())
def test_cell_says_what_each_of_its_numbers_stands_before(cell: str, parts: dict[int, str]) -> None:
    assert numbered(cell) == parts


def record(name: str, *texts: str) -> Record:
    entries = tuple(Entry(Use.RESULT, 2020 + at, text, "実績", at, "1行目") for at, text in enumerate(texts))
    return Record(1, ((Use.NAME, "備蓄"), (Use.MEASURE, name), (Use.DEPARTMENT, "①危機管理課 ②福祉課")), entries)


def test_row_is_as_many_indicators_as_its_name_numbers_and_words_without_numbers_are_of_all() -> None:
    water, rice = one_a_number(record("①水（L） ②米（kg）", "①430 ②8", "①450\n②集計中", "調査せず"))
    assert (water.one(Use.MEASURE), water.one(Use.DEPARTMENT)) == ("水（L）", "危機管理課")
    assert [(e.mark, e.text) for e in water.entries] == [("①", "430"), ("①", "450"), ("", "調査せず")]
    assert [(e.mark, e.text) for e in rice.entries] == [("②", "8"), ("②", "集計中"), ("", "調査せず")]


def test_sentences_that_are_numbered_and_values_of_nobody_knows_which_are_left_as_they_are() -> None:
    assert len(list(one_a_number(record("①研修 ②訓練", "①4回実施し、好評だった。②実施した。")))) == 1
    assert len(list(one_a_number(record("①水 ②米", "①430 ②8", "450")))) == 1
    assert not states_numbered_values("①集計中 ②集計中")
