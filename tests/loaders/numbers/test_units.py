"""Counters: the table, and what looks like one."""

import re

import pytest

from loaders.mapping.cells.values import read_values
from loaders.numbers.counters import COUNTERS, Counter
from loaders.numbers.numerals import numeral_at
from loaders.numbers.unit_words import nouns_of_counting, unit_at
from loaders.numbers.units import counter, same_unit, usual_unit

SPELLINGS = [(spelling, row) for row in COUNTERS for spelling in row.spellings]


@pytest.mark.parametrize("row", COUNTERS, ids=lambda row: row.spellings[0])
def test_counter_is_read_behind_the_number_of_its_example(row: Counter) -> None:
    start = re.search(r"\d", row.example)
    assert start is not None
    numeral = numeral_at(row.example, start.start())
    assert numeral is not None
    found = [unit_at(row.example, end) for end in range(start.start() + 1, numeral.end + 1)]
    assert any(unit in row.spellings for unit in found)


@pytest.mark.parametrize(("spelling", "row"), SPELLINGS, ids=[spelling for spelling, _ in SPELLINGS])
def test_every_spelling_is_read_whole_and_once(spelling: str, row: Counter) -> None:
    assert unit_at(f"3{spelling}", 1) == spelling
    assert counter(spelling) is row


@pytest.mark.parametrize("text", ["2回線", "1回目", "3本化", "5人口", "1分野", "3つ目", "2部長", "4", "2 ", "5Gpbs", "3times"])
def test_word_that_begins_like_a_counter_is_none(text: str) -> None:
    assert unit_at(text, 1) is None


def test_longest_counter_wins() -> None:
    assert unit_at("3市町村", 1) == "市町村"
    assert unit_at("40人日", 2) == "人日"
    assert unit_at("12kmの", 2) == "km"


@pytest.mark.parametrize(
    ("one", "other"), [("名", "人"), ("カ所", "箇所"), ("か所", "ヶ所"), ("手続", "手続き"), ("％", "%"), (None, None)]
)
def test_spellings_of_one_unit_are_the_same(one: str | None, other: str | None) -> None:
    assert same_unit(one, other)


@pytest.mark.parametrize(("one", "other"), [("回", "件"), ("人", None), ("校", "箇所"), ("千円", "円")])
def test_different_units_are_not(one: str | None, other: str | None) -> None:
    assert not same_unit(one, other)


def test_unit_out_of_the_table_is_compared_as_written() -> None:
    assert usual_unit("羽") == "羽"
    assert same_unit("羽", "羽")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("2台増設", "台"), ("3か所新設", "か所"), ("5校導入済", "校"), ("12系列追加", "系列"), ("4団地改修（前年度分）", "団地")],
)
def test_what_is_done_to_the_things_counted_is_no_part_of_their_unit(text: str, unit: str) -> None:
    [value] = read_values(text)
    assert value.unit == unit


def test_a_word_of_doing_alone_is_a_unit_as_it_stands() -> None:
    assert [value.unit for value in read_values("30登録")] == ["登録"]


@pytest.mark.parametrize("texts", [["1カメラ増設", "2カメラ増設。計5カメラ", "1カメラ"], ["11タイトル", "累計223タイトル"]])
def test_a_noun_that_counts_in_several_cells_of_a_row_counts_small_numbers_too(texts: list[str]) -> None:
    [noun] = nouns_of_counting(texts)
    assert noun in texts[0]


@pytest.mark.parametrize(
    "texts", [["3密を避ける", "3密の回避", "3密"], ["1カメラ増設", "1カメラ", "1カメラ"], ["2カメラ", "1カメラ"]]
)
def test_a_noun_behind_one_number_or_in_few_cells_may_be_a_name(texts: list[str]) -> None:
    assert not nouns_of_counting(texts)
