"""A target that is due is a distance from the last result, whichever way is better."""

from dataclasses import replace

import pytest

from dashboard.drawing import indicator_tables
from dashboard.facts import due
from dashboard.facts.series import Point, Series
from dashboard.saying import due_words


def indicator(target: float | None, result: float | None, direction: str = "up", number: int = 1) -> Series:
    points = (Point(2020, "R2", 10.0, result, None, None), Point(2021, "R3", target, None, None, None))
    return Series(number, number, "防災メールの登録を進める", "防災課", "登録者数", "人", direction, False, None, None, points)


def one(target: float, result: float | None, direction: str = "up") -> due.Due:
    return due.read([indicator(target, result, direction)], 2021, 2020)[0]


@pytest.mark.parametrize(
    ("target", "result", "direction", "said"),
    [
        (11000.0, 10249.0, "up", "あと751人"),
        (11000.0, 11000.0, "up", "届く水準です"),
        (8.0, 11.0, "down", "あと3人減らす"),
        (8.0, 7.0, "down", "届く水準です"),
        (8.0, None, "up", "－"),
    ],
)
def test_the_distance_follows_the_direction(target: float, result: float | None, direction: str, said: str) -> None:
    assert due_words.distance(one(target, result, direction)) == said


def test_a_line_tells_target_last_result_and_distance() -> None:
    assert due_words.line(one(11000.0, 10249.0), "R2") == "R3の目標 11,000人　R2の実績 10,249人　**あと751人**"
    assert due_words.line(one(11000.0, None), "R2") == "R3の目標 11,000人　R2の実績なし"


def test_the_furthest_comes_first_and_what_has_no_last_result_last() -> None:
    every = [indicator(10.0, None, number=1), indicator(10.0, 12.0, number=2), indicator(10.0, 9.0, number=3)]
    every += [indicator(10.0, 2.0, number=4), indicator(None, 2.0, number=5), indicator(10.0, 0.0, number=6)]
    assert [each.series.number for each in due.read(every, 2021, 2020)] == [6, 4, 3, 2, 1]


def test_a_target_of_zero_has_no_share_and_is_still_out_of_reach() -> None:
    found = one(0.0, 3.0, "down")
    assert (found.is_reached, due_words.distance(found)) == (False, "あと3人減らす")
    assert one(0.0, 0.0, "down").is_reached


def test_the_answer_counts_what_last_years_result_would_not_reach() -> None:
    found = due.read([indicator(10.0, 9.0), indicator(10.0, 12.0), indicator(10.0, None)], 2021, 2020)
    assert (
        due_words.answer(found, "令和3年度", "令和2年度")
        == "令和3年度は目標のある指標が3件、うち1件は令和2年度の実績のままでは届きません（1件は令和2年度の実績の数値なし）"
    )
    assert due_words.counts(found, "R2") == "R2の実績では届かないもの1件、届くもの1件、R2の実績がないもの1件"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (one(11000.0, 10249.0), "「登録者数」の令和3年度の目標は11,000人、令和2年度の実績10,249人からあと751人"),
        (one(11000.0, 12000.0), "「登録者数」の令和3年度の目標は11,000人、令和2年度の実績12,000人で届く水準です"),
        (one(11000.0, None), "「登録者数」の令和3年度の目標は11,000人、令和2年度の実績の数値はありません"),
    ],
)
def test_one_target_that_is_due_is_a_sentence(found: due.Due, said: str) -> None:
    assert due_words.answer_one(found, "令和3年度", "令和2年度") == said


def test_no_target_is_said() -> None:
    assert due_words.answer([], "令和3年度", "令和2年度") == "令和3年度に数値目標のある指標はありません"


def test_a_series_without_the_last_year_has_no_last_result() -> None:
    alone = replace(indicator(10.0, 9.0), points=(Point(2021, "R3", 10.0, None, None, None),))
    assert due.read([alone], 2021, 2020)[0].result is None


def test_what_is_due_can_be_taken_away_a_row_a_target() -> None:
    [row] = indicator_tables.of_due([one(11000.0, 10249.0)], "R3", "R2").to_dict("records")
    assert (row["番号"], row["指標"], row["単位"], row["担当課"]) == (1, "登録者数", "人", "防災課")
    assert (row["R3の目標"], row["R2の実績"], row["目標まで"]) == (11000.0, 10249.0, "あと751人")
    assert indicator_tables.of_due([], "R3", "R2").empty


def test_counts_leave_out_what_there_is_none_of() -> None:
    every = [one(10.0, 2.0), one(10.0, 3.0), one(10.0, None)]
    assert due_words.counts(every, "R2") == "R2の実績では届かないもの2件、R2の実績がないもの1件"
    assert due_words.counts([one(10.0, 12.0)], "R2") == "届くもの1件"
