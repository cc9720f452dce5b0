"""A number is shown as its format shows it."""

from datetime import datetime

import pytest

from loaders.grid.formats import EXAMPLES, shown


@pytest.mark.parametrize(("value", "number_format", "expected"), EXAMPLES)
def test_value_is_shown_under_its_format(value: float | str | None, number_format: str, expected: str) -> None:
    assert shown(value, number_format) == expected


def test_day_is_shown_as_a_day_and_no_number() -> None:
    assert shown(datetime(2024, 3, 31), "yyyy/mm/dd") == "2024/3/31"
    assert shown(datetime(2024, 3, 31), '[$-411]ggge"年"m"月"d"日"') == "令和6年3月31日"
