"""A cell of bare numbers fits under every heading, so it is no sign that a row broke."""

import pytest

from loaders.alignment.alignment import align
from loaders.alignment.numbers import has_words, years_apart
from loaders.model import Kind, Place
from tests.series import row


@pytest.mark.parametrize(
    ("text", "expected"),
    [("78.0", False), ("3回", False), ("男40.3・女46.2", False), ("６回、延７４人", False), ("設計を終えた", True)],
)
def test_numbers_with_their_units_are_no_words(text: str, expected: bool) -> None:
    assert has_words(text) is expected


def test_bare_numbers_stay_where_they_are_printed() -> None:
    words = {"h29_plan": "75.0", "h29_result": "74.2", "h30_plan": "76.5", "h30_result": "77.0", "r1_plan": "78.0"}
    words |= {"r1_result": "78.0", "r2_plan": "79.0", "r2_result": "78.6 前年度を上回り、働きかけが実を結んでいる。"}
    [alignment] = align([row(**words)])
    assert not any(cell.is_moved for cell in alignment.cells)


def test_year_is_apart_where_plan_and_evaluation_count_in_no_common_unit() -> None:
    plan, result, next_plan = Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2019), Place(Kind.PLAN, 2020)
    assert years_apart({plan: "3回、70人", result: "平成31年4月に98人", next_plan: "3校"}) == 0
    assert years_apart({plan: "3回", result: "98.3%", next_plan: "3校"}) == 1
