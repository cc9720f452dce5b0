"""What of a cell's numbers was not done, and what counts all there are by now."""

import pytest

from loaders.series.count_cues import is_lost, is_total

LOST = [
    ("", "は中止"),
    ("3月の", "を中止したため"),
    ("残り", "は翌年度に施工する"),
    ("残る", "には令和4年度中に置く見込み"),
    ("もう", "については価格面の交渉が長引き、年度内の契約には至らなかった"),
    ("県外からの", "が取りやめた"),
    ("", "は、春の凍霜害で苗木が枯れ、翌年に延ばした"),
    ("工事は4橋のうち", "で入札不調となり"),
    ("屋上防水は", "を残し2棟で完了"),
    ("一方、退会が", "あり"),
]
DONE = [
    ("講座を", "開催した"),
    ("残る", "を整備し、完了した"),
    ("", "に設置できたが、もう1店舗は設置できなかった"),
    ("団地の", "を除却した"),
    ("", "が受講し、好評であった"),
]


@pytest.mark.parametrize(("before", "tail"), LOST)
def test_what_fell_through_or_is_left_was_not_done(before: str, tail: str) -> None:
    assert is_lost(before, tail)


@pytest.mark.parametrize(("before", "tail"), DONE)
def test_what_was_done_did_not_fall_through(before: str, tail: str) -> None:
    assert not is_lost(before, tail)


@pytest.mark.parametrize(
    ("before", "quote", "tail"),
    [
        ("", "計17手続", "になりました"),
        ("累計は", "50人", "である"),
        ("これで", "19施設", ""),
        ("", "40手続", "に到達させます"),
        ("", "9社", "となった"),
    ],
)
def test_how_many_there_are_by_now(before: str, quote: str, tail: str) -> None:
    assert is_total(before, quote, tail)


@pytest.mark.parametrize(
    ("before", "quote", "tail"), [("", "5手続", "を追加し"), ("年", "4回", "開催した"), ("設計", "4橋", "を実施")]
)
def test_what_the_year_did_is_no_total(before: str, quote: str, tail: str) -> None:
    assert not is_total(before, quote, tail)
