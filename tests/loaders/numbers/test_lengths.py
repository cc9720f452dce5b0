"""Lengths of time, staffs and what a sum is of mostly describe; some are what the work is about, one is of several units."""

import pytest

from loaders.model import Role
from tests.loaders.numbers.cells import said


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("平均到着時間は7分40秒であった。", 7.67, "分"),
        ("処理時間 1時間30分", 1.5, "時間"),
        ("所要時間は2時間半", 2.5, "時間"),
        ("到着時間: 8分5秒", 8.08, "分"),
        ("停止時間は1時間0分30秒", 1.01, "時間"),
        ("平均到着時間は7分", 7, "分"),
    ],
)
def test_a_length_is_told_in_its_larger_unit(words: str, value: float, unit: str) -> None:
    assert said(words) == [(Role.RESULT, value, unit)]


@pytest.mark.parametrize(
    "words", ["1時間30分の研修を行った。", "2時間半の講座とした。", "10時30分から行った。", "開始を30分遅らせた。"]
)
def test_the_length_of_an_event_is_no_figure(words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words", ["削減は876時間となった。", "時間外勤務の縮減は82時間", "約7時間で選考結果を得た。", "残業を100時間減らした。"]
)
def test_the_hours_that_were_saved_or_taken_are_a_figure(words: str) -> None:
    assert [unit for _, _, unit in said(words)] == ["時間"]


def test_a_number_behind_a_bare_point_is_not_read() -> None:
    assert said(".5tを回収した。") == []
    assert said("No.5 の地区で3回実施した。") == [(Role.RESULT, 3, "回")]


@pytest.mark.parametrize("words", ["1名を採用し、3人体制となった。", "3人体制になった。", "3人体制へ拡充した。"])
def test_a_staff_that_was_reached_is_counted(words: str) -> None:
    assert (Role.RESULT, 3, "人") in said(words)


def test_a_staff_that_is_told_in_passing_is_not_counted() -> None:
    assert said("2人体制で運営した。") == []


LIMITS = [
    ("1人当たり月12時間以下", [12]),
    ("公開まで30日以内", [30]),
    ("申請から14日以内に届け出る。", []),
    ("残業は月11.8時間となった。", [11.8]),
    ("月2時間の勉強会を開いた。", []),
]


@pytest.mark.parametrize(("words", "figures"), LIMITS)
def test_a_length_that_ends_its_statement_as_a_limit_is_a_figure(words: str, figures: list[float]) -> None:
    assert [value for _, value, _ in said(words)] == figures


def test_of_how_many_a_sum_is_taken_is_no_figure_and_how_often_something_was_held_is() -> None:
    assert said("3園の合計で311人となった。") == [(Role.RESULT, 311, "人")]
    assert said("売店3か所の売上げの合計を185万円とする") == [(Role.RESULT, 185, "万円")]
    assert said("講座4回の合計で120人が参加した。") == [(Role.RESULT, 4, "回"), (Role.RESULT, 120, "人")]
    assert said("3園の合計を調べた。") == [(Role.RESULT, 3, "園")]
