"""Era years, fiscal years and dates as administration writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.prose.dates import find_dates, fiscal_year, parse_date
from loaders.prose.eras import (
    ERAS,
    EXAMPLES,
    era_year,
    find_fiscal_year,
    label,
    label_ja,
    parse_fiscal_year,
    without_fiscal_year,
)

FISCAL_YEARS = [
    ("平成29年度", 2017),
    ("平成３０年度", 2018),
    ("平成31年度", 2019),
    ("令和元年度", 2019),
    ("令和 2 年度", 2020),
    ("R3", 2021),
    ("H29", 2017),
    ("2017年度", 2017),
    ("２０１７年度", 2017),
]

DATES = [
    ("平成29年3月31日現在の登録数9,484人", date(2017, 3, 31)),
    ("10,000人(平成31年3月31日現在)", date(2019, 3, 31)),
    ("令和元年5月1日", date(2019, 5, 1)),
    ("H30.3.31現在", date(2018, 3, 31)),
    ("R2.3.31時点", date(2020, 3, 31)),
    ("Ｒ２．３．３１時点", date(2020, 3, 31)),
    ("2020/3/31", date(2020, 3, 31)),
    ("平成30年2月末", date(2018, 2, 28)),
    ("令和元年12月末日", date(2019, 12, 31)),
    ("令和2年度末時点", date(2021, 3, 31)),
]


@pytest.mark.parametrize(("text", "year"), FISCAL_YEARS)
def test_fiscal_year_is_the_western_year_in_which_it_starts(text: str, year: int) -> None:
    assert parse_fiscal_year(text) == year


@pytest.mark.parametrize("text", ["", "第4次", "年度", "平成年度", "平成29年度評価", "3年度", "29年度", "J1"])
def test_words_that_are_not_wholly_a_fiscal_year_are_none(text: str) -> None:
    assert parse_fiscal_year(text) is None


@pytest.mark.parametrize(("text", "year"), EXAMPLES.items())
def test_fiscal_year_is_found_in_a_heading(text: str, year: int) -> None:
    assert find_fiscal_year(text) == year


def test_heading_without_a_year_names_none() -> None:
    assert find_fiscal_year("現状及び事業目標") is None


@pytest.mark.parametrize(
    ("heading", "rest"),
    [("平成29年度 評価", "評価"), ("R3内容及び目標", "内容及び目標"), ("2017年 実績", "実績"), ("評 価", "評価")],
)
def test_heading_is_told_apart_from_its_year(heading: str, rest: str) -> None:
    assert without_fiscal_year(heading) == rest


@pytest.mark.parametrize(("text", "day"), DATES)
def test_date_is_found_within_its_words(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", ["平成30年2月30日", "10/2～10/16", "平成30年度", "3/4箇所", "H29年度", "1.2.3", "YEAR2.3.31"])
def test_what_names_no_day_of_the_calendar_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_dates_come_in_order_with_the_span_of_their_words() -> None:
    text = "登録数(H30.3.31現在)から令和2年3月31日まで"
    assert [text[found.start : found.end] for found in find_dates(text)] == ["H30.3.31", "令和2年3月31日"]


def test_unknown_era_is_an_error() -> None:
    with pytest.raises(KeyError):
        era_year("慶応", 4)


def test_year_before_the_first_known_era_has_no_label() -> None:
    with pytest.raises(ValueError, match="1867"):
        label(1867)


@given(st.integers(ERAS[-1].first_year, 2080))
def test_labels_are_read_back_as_the_year_they_name(year: int) -> None:
    assert parse_fiscal_year(label(year)) == year
    assert parse_fiscal_year(label_ja(year)) == year


@given(st.dates(date(1926, 12, 25), date(2080, 12, 31)))
def test_fiscal_year_holds_the_days_from_april_to_march(day: date) -> None:
    assert date(fiscal_year(day), 4, 1) <= day <= date(fiscal_year(day) + 1, 3, 31)
