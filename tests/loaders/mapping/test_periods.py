"""A part of a year is not the year, and a plan's period says nothing of its columns."""

import pytest

from loaders.mapping.words.periods import EXAMPLES, is_part_of_year, is_period, is_whole_year


@pytest.mark.parametrize(("heading", "expected"), EXAMPLES.items())
def test_heading_is_of_a_part_of_a_year_the_whole_or_a_period(heading: str, expected: str) -> None:
    tests = {"part": is_part_of_year, "whole": is_whole_year, "period": is_period}
    assert [name for name, test in tests.items() if test(heading)] == ([expected] if expected else [])


def test_the_last_month_of_a_fiscal_year_is_its_end() -> None:
    assert not is_part_of_year("令和6年3月末")
    assert not is_part_of_year("3月末")
