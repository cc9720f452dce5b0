"""Numbers in all the ways in which they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.numbers.numerals import EXAMPLES, KANJI_DIGITS, digits_at, numeral_at, parse_numeral
from loaders.prose.widths import narrow

FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
COUNTS = st.integers(0, 99_999_999)


def in_kanji(number: int) -> str:
    """Write a number below 10,000 with 千, 百 and 十: 3500 is 三千五百."""
    digits = {value: sign for sign, value in KANJI_DIGITS.items()}
    signs = ""
    for scale, name in ((1000, "千"), (100, "百"), (10, "十")):
        count, number = divmod(number, scale)
        signs += ("" if count == 1 else digits[count]) + name if count else ""
    return signs + (digits[number] if number else "")


def in_ten_thousands(number: int) -> str:
    """Write a number with 万: 15000 is 1万5000."""
    high, low = divmod(number, 10_000)
    return f"{high}万{low or ''}" if high else str(low)


@pytest.mark.parametrize(("text", "value"), EXAMPLES.items())
def test_number_is_read_from_each_way_of_writing_it(text: str, value: float) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "回", "万", "3/4", "3~5", "4回", "約4", "1,00", "2.", "-3", "①"])
def test_what_is_not_wholly_a_number_is_none(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [("5回", 1), ("1,234, 5", 5), ("12.5%", 4), ("2億5,000万円", 8), ("1万、2", 2), ("3.", 1), ("5百8十人", 4)],
)
def test_number_ends_where_its_signs_end(text: str, length: int) -> None:
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert numeral.end == length


@pytest.mark.parametrize("text", ["1,0000人", "12,34人", "1，2345人", "1,2,3回", "1,000,5", "12.5,13.0%", "1,23万人"])
def test_digits_whose_commas_part_no_thousands_are_no_number_nor_is_a_part_of_them(text: str) -> None:
    assert numeral_at(narrow(text), 0) is None


def test_digits_alone_leave_the_scale_to_the_unit() -> None:
    numeral = digits_at("3,500千円", 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (3500, 5)


@given(COUNTS)
def test_number_round_trips_through_commas(number: int) -> None:
    assert parse_numeral(f"{number:,}") == number


@given(COUNTS)
def test_number_round_trips_through_full_width(number: int) -> None:
    assert parse_numeral(f"{number:,}".translate(FULL_WIDTH)) == number


@given(COUNTS)
def test_number_round_trips_through_ten_thousands(number: int) -> None:
    assert parse_numeral(in_ten_thousands(number)) == number


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_number_round_trips_through_kanji(high: int, low: int) -> None:
    assert parse_numeral(f"{in_kanji(high)}万{in_kanji(low)}") == high * 10_000 + low


@given(st.integers(0, 99_999), st.integers(1, 99))
def test_number_round_trips_through_decimals(whole: int, hundredths: int) -> None:
    text = f"{whole:,}.{hundredths:02}"
    assert parse_numeral(text) == pytest.approx(whole + hundredths / 100)


@given(st.text(max_size=40))
def test_narrowing_keeps_every_offset_and_is_done_once(text: str) -> None:
    assert len(narrow(text)) == len(text)
    assert narrow(narrow(text)) == narrow(text)
