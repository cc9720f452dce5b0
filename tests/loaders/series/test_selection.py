"""Which numbers of a row are figures of their own."""

import pytest

from tests.series import indicators_of, values

SELECTED = [
    pytest.param("4回開催した。秋の2回は会場を移した。", [4], id="some-of-them"),
    pytest.param("19人に貸与（新規7人）", [19], id="detail-in-brackets"),
    pytest.param("市内の小中学校のうち7校に設置した。残る8校には令和4年度中に置く。", [7], id="a-whole-in-words-alone"),
    pytest.param("6回開催した。1回は台風のため中止した。", [6], id="fell-through"),
    pytest.param("3回の開催予定が2回となった。", [2], id="what-was-planned"),
    pytest.param("端末25台は納期が遅れ、納品は10台だった。残り15台は5月に届く。", [10], id="late"),
    pytest.param("音楽9校、演劇2校で、合わせて11校となった。", [11], id="what-they-make-together"),
    pytest.param("7校に派遣し、2校とは画面越しにつないだ。合わせても9校にとどまる。", [9], id="what-the-sentence-before-makes"),
    pytest.param("受診率54.1％（達成率98％）", [54.1], id="the-result-said-again"),
]


@pytest.mark.parametrize(("words", "kept"), SELECTED)
def test_parts_and_what_was_not_done_are_no_figures(words: str, kept: list[float]) -> None:
    found = indicators_of(h29_result=words)
    assert [pair for indicator in found for pair in values(indicator).values()] == [(None, value) for value in kept]


def test_a_part_that_a_plan_asks_for_by_itself_is_a_figure() -> None:
    found = indicators_of(h29_plan="登録20件、成約10件", h29_result="登録23件、うち成約は8件")
    assert [values(indicator)[2017] for indicator in found] == [(20, 23), (10, 8)]


def test_what_fell_through_is_no_result_of_the_target_that_it_missed() -> None:
    [indicator] = indicators_of(h29_plan="講座を3回開催する。", h29_result="予定していた講座3回は中止した。")
    assert values(indicator) == {2017: (3, None)}


def test_what_is_left_where_a_part_fell_through_is_no_part() -> None:
    found = indicators_of(h29_plan="4回・300人", h29_result="予定した4回のうち最終回を取りやめ、3回・275人。")
    assert [values(indicator)[2017] for indicator in found] == [(4, 3), (300, 275)]
