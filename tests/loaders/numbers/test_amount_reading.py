"""The words that touch a number: prefixes, bounds, periods, pairs, ranges, changes."""

import pytest

from loaders.model import Comparator
from loaders.numbers.affixes import BOUNDS, CHANGES, PREFIXES
from loaders.numbers.amount_reading import read_amounts
from loaders.numbers.amounts import Amount
from loaders.numbers.scanning import NUMBER_SIGN
from loaders.prose.widths import narrow


def read(text: str) -> tuple[Amount, ...]:
    """Read the first number of a text."""
    text = narrow(text)
    found = NUMBER_SIGN.search(text)
    assert found is not None
    return read_amounts(text, found.start(), 0)


def quotes(text: str) -> list[str]:
    return [narrow(text)[amount.start : amount.end] for amount in read(text)]


SAID = {
    "approximate": lambda amount: amount.comparator is Comparator.APPROXIMATE,
    "least": lambda amount: amount.comparator is Comparator.AT_LEAST,
    "most": lambda amount: amount.comparator is Comparator.AT_MOST,
    "cumulative": lambda amount: amount.is_cumulative,
    "gross": lambda amount: amount.is_cumulative,
    "total": lambda amount: amount.is_total,
    "part": lambda amount: amount.is_part,
    "frequency": lambda amount: amount.is_frequency,
    "each": lambda amount: amount.start == 0,
    "rise": lambda amount: amount.change == 1,
    "fall": lambda amount: amount.change == -1 and amount.value < 0,
}


SENSES = [(row.id, example) for row in (*PREFIXES, *BOUNDS, *CHANGES) for example in row.examples]


@pytest.mark.parametrize(("sense", "example"), SENSES)
def test_affix_says_its_sense(sense: str, example: str) -> None:
    (amount,) = read(example)
    assert SAID[sense](amount)


@pytest.mark.parametrize(
    "text", ["市内2校", "都市計3回", "青年3人", "昨年3回", "5つ増やした", "5台増設した", "3件減免した", "70人"]
)
def test_word_that_only_looks_like_an_affix_says_nothing(text: str) -> None:
    (amount,) = read(text)
    assert (amount.change, amount.is_part, amount.is_total, amount.is_frequency) == (0, False, False, False)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("9,813人/10,000人(329人増)", [(9813, "人"), (10000, "人")]),
        ("3/4箇所", [(3, "箇所"), (4, "箇所")]),
        ("12／10回", [(12, "回"), (10, "回")]),
        ("19/19手続き(1件増)", [(19, "手続き"), (19, "手続き")]),
    ],
)
def test_pair_is_two_amounts_of_one_unit(text: str, pair: list[tuple[float, str]]) -> None:
    assert [(amount.value, amount.unit) for amount in read(text)] == pair


@pytest.mark.parametrize(("text", "unit"), [("13回/年", "回"), ("27,499件/年", "件"), ("3回/日", "回"), ("10件／月", "件")])
def test_period_behind_a_unit_is_quoted_and_is_no_pair(text: str, unit: str) -> None:
    (amount,) = read(text)
    assert (amount.unit, amount.end) == (unit, len(text))


@pytest.mark.parametrize("text", ["3~5回", "３～５回", "3回〜5回"])
def test_range_is_at_least_its_lower_end(text: str) -> None:
    (amount,) = read(text)
    assert (amount.value, amount.unit, amount.comparator, amount.end) == (3, "回", Comparator.AT_LEAST, len(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3,500千円", 3500, "千円"),
        ("5億円", 5, "億円"),
        ("2億5,000万円", 25_000, "万円"),
        ("1万2千人", 12000, "人"),
        ("5千人", 5000, "人"),
        ("98.5％", 98.5, "%"),
        ("2 回", 2, "回"),
        ("1 システム", 1, None),
    ],
)
def test_scale_and_unit_are_told_apart(text: str, value: float, unit: str | None) -> None:
    (amount,) = read(text)
    assert (amount.value, amount.unit) == (value, unit)


@pytest.mark.parametrize(("text", "value"), [("三回開催", 3), ("年一回", 1), ("百二十人が参加", 120), ("全十校", 10)])
def test_kanji_number_with_a_counter_is_read(text: str, value: float) -> None:
    assert [amount.value for amount in read(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "一部不具合",
        "全国一斉",
        "一元化",
        "情報提供一覧",
        "統一",
        "一般公開",
        "千葉県",
        "二九六",
        "市役所一階",
        "一人一台",
        "一度",
        "十分",
    ],
)
def test_kanji_that_is_part_of_a_word_is_no_number(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [("【目標】年9回程度の", "年9回程度"), ("約3,000人", "約3,000人"), ("うち2回は", "2回"), ("計 13回", "計 13回")],
)
def test_quote_holds_the_words_that_belong_to_the_number(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3億2,000万円", 32_000, "万円"),
        ("4,216万7千円", 42_167, "千円"),
        ("1.5億円", 1.5, "億円"),
        ("12百万円", 12, "百万円"),
        ("3万5千部", 35_000, "部"),
        ("4.9㎞", 4.9, "㎞"),
        ("4.8→4.5km", 4.8, "km"),
    ],
)
def test_amount_is_told_in_the_last_scale_or_sign_that_is_written(text: str, value: float, unit: str) -> None:
    (amount,) = read(text)
    assert (amount.value, amount.unit) == (value, unit)
