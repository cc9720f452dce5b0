"""What a cell of a value's column says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.mapping.cells.values import EXAMPLES, is_blank, is_not_reported, read_range, read_values


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items())
def test_cell_states_its_values(text: str, expected: list[tuple[str, float, str | None, str]]) -> None:
    assert [(v.label, v.value, v.unit, v.comparator.value) for v in read_values(text)] == expected


@given(st.text(max_size=30))
def test_value_stands_where_it_says(text: str) -> None:
    for value in read_values(text):
        assert 0 <= value.start < value.end <= len(text)
        assert any(sign.isdecimal() for sign in text[value.start : value.end])


@pytest.mark.parametrize("text", ["精査中（12月公表）", "未公表", "確認中", "集計中", "隔年のため調査せず（次はR6）"])
def test_words_for_no_value_yet_are_told_from_values(text: str) -> None:
    assert is_not_reported(text)
    assert read_values(text) == ()


def test_zero_is_a_value_and_dashes_are_none() -> None:
    assert [is_blank(text) for text in ("0", "－", "ー", "-", "‐", "–", "　")] == [False, True, True, True, True, True, True]


def test_measuring_year_and_grade_stand_beside_the_value() -> None:
    [value] = read_values("(2017) 54.0以上")
    assert (value.value, value.measured) == (54.0, 2017)
    [value] = read_values("4,210件【A】")
    assert (value.value, value.grade) == (4210.0, "A")


def test_range_is_a_value_of_at_least_its_lower_end() -> None:
    [value] = read_range("80～85%")
    assert (value.value, value.upper, value.unit, value.comparator.value) == (80.0, 85.0, "%", "ge")
    assert (value.start, value.end) == (0, 6)
    assert read_values("80～85%") == ()


@pytest.mark.parametrize("text", ["2020～2025", "R4～R8", "4～8月", "85～80", "80～", "令和4年度～令和8年度"])
def test_periods_and_what_falls_are_no_ranges(text: str) -> None:
    assert read_range(text) == ()


def test_day_in_brackets_is_of_the_fiscal_year_that_it_falls_in() -> None:
    cells = ("13.6％（令和3年3月31日）", "20.0％（令和8年4月1日）", "10（R6.3末）", "5.7点（2013年度）")
    assert [read_values(cell)[0].measured for cell in cells] == [2020, 2026, 2023, 2013]


@pytest.mark.parametrize(
    ("text", "number", "is_expected"),
    [
        ("（見込）1,240", 1240.0, True),
        ("【見通し】 △ 35", -35.0, True),
        ("88（決算見込み）", 88.0, True),
        ("61.5（R7年度末見込）", 61.5, True),
        ("（速報値） 300人", 300.0, False),
        ("300（暫定値）", 300.0, False),
        ("300（見込客を除く）", 300.0, False),
    ],
)
def test_a_value_that_has_not_come_yet_says_so_before_it_or_behind(text: str, number: float, is_expected: bool) -> None:
    assert [(value.value, value.is_expected) for value in read_values(text)] == [(number, is_expected)]
