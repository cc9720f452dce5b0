"""What a year plans and what it reports in one unit are one thing, where neither has another to go with."""

import pytest

from tests.series import indicators_of, values


def charted(**words: str) -> dict[str, dict[int, tuple[float | None, float | None]]]:
    return {indicator.name: values(indicator) for indicator in indicators_of("事業の推進", **words)}


@pytest.mark.parametrize(
    ("plan", "result", "expected"),
    [
        ("老朽管の更新 1.5km", "更新延長 1.62km", (1.5, 1.62)),
        ("小規模保育事業所を2箇所新設する。", "公募に応じたのは1者のみで、新設は1箇所となった。", (2, 1)),
        ("さらに4か所増設する。", "体育館の4か所に設置した。", (4, 4)),
        ("【目標】1人1日当たり610g", "ごみ排出量は618gで、あと8g及ばなかった。", (610, 618)),
        ("出張受付を実施する(目標：60%)。", "目標60%→実績67.9%。", (60, 67.9)),
        ("【目標】100人", "定員120人に対し、95人が参加した。", (100, 95)),
        ("4回開催する。", "4回中3回開催した。", (4, 3)),
        ("4基を取り替える。", "港町通り2基、駅前2基の計4基を取り替えた。", (4, 4)),
        ("前年度の繰越3橋を含め10橋を修繕する。", "計画どおり修繕10橋を完了した。", (10, 10)),
    ],
)
def test_target_is_answered_by_the_one_result_in_its_unit(plan: str, result: str, expected: tuple[float, float]) -> None:
    found = [years[2019] for years in charted(r1_plan=plan, r1_result=result).values()]
    assert found == [expected]


def test_two_things_in_one_unit_go_by_their_words() -> None:
    found = charted(r1_plan="修繕8橋、点検30橋", r1_result="修繕5橋、点検30橋を行った。")
    assert sorted(years[2019] for years in found.values()) == [(8, 5), (30, 30)]


def test_target_is_not_answered_by_what_another_label_counts() -> None:
    found = charted(r1_plan="【相談会】3回", r1_result="【広報紙での周知】5回")
    assert sorted((years[2019] for years in found.values()), key=str) == [(3, None), (None, 5)]


def test_amounts_of_another_order_are_two_things() -> None:
    found = charted(r1_plan="説明会を2回開催する。", r1_result="配信は480回となった。")
    assert len(found) == 2


def test_increase_and_the_number_in_all_are_two_things() -> None:
    found = charted(r1_plan="新規に2か所を開設する。", r1_result="新規に2か所が開設され、計24か所となった。")
    assert sorted((years[2019] for years in found.values()), key=str) == [(2, 2), (None, 24)]


def test_goal_of_the_year_that_it_names_is_no_goal_of_every_year() -> None:
    [indicator] = indicators_of(base="【目標】年間貸出冊数 90,000冊(令和3年度)", h29_result="【貸出冊数】83,977冊")
    assert (indicator.final_goal, values(indicator)) == (90_000, {2017: (None, 83_977)})


def test_unit_is_written_as_the_row_writes_it() -> None:
    [indicator] = indicators_of(h29_plan="【出店】30店舗", h29_result="【出店】28店舗")
    assert indicator.unit == "店舗"


def test_a_yearly_count_does_not_answer_for_so_many_a_week() -> None:
    found = indicators_of(h29_plan="投稿 週3回以上", h29_result="投稿は年180回")
    assert sorted((values(indicator)[2017] for indicator in found), key=str) == [(3, None), (None, 180)]


def test_a_yearly_count_does_not_answer_for_so_many_a_month() -> None:
    found = indicators_of(h29_plan="カフェを4か所で月1回開催する。", h29_result="4か所で延べ43回開催した。")
    assert (1, 43) not in [values(indicator)[2017] for indicator in found]


def test_so_many_a_month_answer_for_so_many_a_month() -> None:
    [indicator] = indicators_of(h29_plan="相談会 月4回", h29_result="月3回開催した。")
    assert values(indicator) == {2017: (4, 3)}


def test_what_is_told_beside_a_total_does_not_answer_for_what_was_to_be_added() -> None:
    found = indicators_of(h29_plan="定員を40人増やし、480人とする。", h29_result="定員480人とした。待機児童は14人")
    assert (480, 480) in [values(indicator)[2017] for indicator in found]
    assert (40, 14) not in [values(indicator)[2017] for indicator in found]


def test_how_many_there_are_by_now_does_not_answer_for_how_many_more_there_shall_be() -> None:
    found = indicators_of(h29_plan="支援団体を4団体増やす。", h29_result="4団体増え、計31団体となった。")
    assert (4, 31) not in [values(indicator)[2017] for indicator in found]
