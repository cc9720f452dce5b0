"""Fewer of what is unwanted is a success, whatever is done about it is not."""

import re

import pytest

from loaders.outcomes.signs import FAILING, Sign
from loaders.outcomes.unwanted import DREADED, DREADED_SUBJECT, LESSENED, UNWANTED_SUBJECT
from loaders.outcomes.words import read_sign
from loaders.series.attainment import UNWANTED


@pytest.mark.parametrize(("thing", "example"), [*DREADED.items(), *LESSENED.items()])
def test_example_names_its_thing_and_is_no_failure(thing: str, example: str) -> None:
    assert thing in example
    found = read_sign(example)
    assert found is not None
    assert found.sign not in FAILING


@pytest.mark.parametrize("name", UNWANTED.values())
def test_what_indicators_count_less_of_is_no_failure_where_it_became_less(name: str) -> None:
    for verb in ("が減少した", "は前年度を下回った"):
        found = read_sign(name + verb)
        assert found is not None
        assert found.sign not in FAILING


@pytest.mark.parametrize(
    "words",
    [
        "空き家の利用が減少した",
        "空き家バンクの登録件数は前年度を下回った",
        "事故防止教室の参加者が減少した",
        "苦情対応マニュアルは作成していない",
        "不具合は解消していない",
        "待機児童の解消には至らなかった",
        "空き家は減少しなかった",
        "ごみの減量化率は目標値を下回った",
        "ごみ減量化率は目標値を下回った",
        "ごみ排出量は目標値を上回った",
        "ごみ排出量は目標値に届かなかった",
    ],
)
def test_activity_about_it_or_too_much_of_it_is_a_failure(words: str) -> None:
    found = read_sign(words)
    assert found is not None
    assert found.sign in FAILING


@pytest.mark.parametrize(
    "words",
    [
        "障害者雇用率は目標を上回った",
        "火災警報器設置率は目標を上回った",
        "滞納繰越分収納率は目標を上回った",
        "空き家除却件数は目標を上回った",
        "ごみ拾い参加者数は目標を上回った",
    ],
)
def test_more_of_what_is_done_about_it_is_a_success(words: str) -> None:
    found = read_sign(words)
    assert found is not None
    assert found.sign is Sign.ATTAINED


def test_what_must_not_occur_is_also_what_is_wanted_less() -> None:
    assert re.search(DREADED_SUBJECT, "漏えいが")
    assert re.search(UNWANTED_SUBJECT, "漏えいが")
    assert not re.search(DREADED_SUBJECT, "空き家が")
