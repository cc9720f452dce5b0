"""One amount is one amount in any writing: money in 円, lengths of time in 秒, counts one by one."""

import pytest

from loaders.numbers.bases import base_of, base_value, in_unit
from tests.loaders.numbers.cells import read
from tests.series import indicators_of


@pytest.mark.parametrize(
    ("words", "amount", "unit"),
    [
        ("売上3億2,000万円", 320_000_000, "円"),
        ("売上32,000万円", 320_000_000, "円"),
        ("売上320,000千円", 320_000_000, "円"),
        ("売上1.5億円", 150_000_000, "円"),
        ("効果額120百万円", 120_000_000, "円"),
        ("【平均】7分40秒", 460, "秒"),
        ("【所要】1時間30分", 5_400, "秒"),
        ("発行3万5千部", 35_000, "部"),
        ("貸出12件", 12, "件"),
    ],
)
def test_every_writing_of_an_amount_has_one_base(words: str, amount: float, unit: str) -> None:
    [quantity] = read(words)
    assert (base_value(quantity), base_of(quantity.unit)[0]) == (amount, unit)


def test_number_without_a_unit_counts_in_ones() -> None:
    assert base_of(None) == ("1", 1.0)


def test_word_that_begins_like_a_scale_is_no_multiple() -> None:
    assert base_of("千畳") == ("千畳", 1.0)


def test_amount_in_a_unit_of_another_kind_stays_as_written() -> None:
    [quantity] = read("参加12人")
    assert in_unit(quantity, "回") == 12


@pytest.mark.parametrize(
    ("plan", "result", "met"),
    [
        ("売上額3億円", "売上額3億2,000万円", True),
        ("寄附額1.5億円", "寄附額14,200万円", False),
        ("削減額500万円", "削減額4,870千円", False),
        ("平均待ち時間1時間以内", "平均待ち時間52分", True),
        ("処理時間8分以内", "7分40秒", True),
        ("処理時間7分40秒以内", "8分", False),
    ],
)
def test_target_and_result_in_two_writings_are_one_series_judged_by_its_base(plan: str, result: str, met: bool) -> None:
    [indicator] = indicators_of(r1_plan=plan, r1_result=result)
    assert indicator.years[0].is_met is met


def test_series_is_told_in_one_unit() -> None:
    [indicator] = indicators_of(
        h30_plan="寄附額2億円", h30_result="寄附額1億8,000万円", r1_plan="寄附額2億円", r1_result="寄附額2.1億円"
    )
    assert (indicator.unit, [(year.target, year.result) for year in indicator.years]) == ("億円", [(2, 1.8), (2, 2.1)])
