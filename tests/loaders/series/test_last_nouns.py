"""Words before a number name what it counts only where they end on a noun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.series.last_nouns import last_noun


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("養成講座は受講者数", "受講者数"),
        ("山手地区で住民説明会", "住民説明会"),
        ("ごみの分別に関する質問", "ごみの分別に関する質問"),
        ("ページに表示される件数", "ページに表示される件数"),
        ("質問に対して正答率", "正答率"),
        ("広報紙での周知", "広報紙での周知"),
        ("肺がん検診", "肺がん検診"),
        ("子育て支援", "子育て支援"),
        ("遊具の見直し", "遊具の見直し"),
        ("図書館だより", "図書館だより"),
        ("税務課と会計課", "税務課と会計課"),
        ("/申込者数", "申込者数"),
    ],
)
def test_it_is_what_stands_behind_the_last_particle_with_what_says_more_of_it(words: str, noun: str) -> None:
    assert last_noun(words) == noun


@pytest.mark.parametrize(
    "words",
    [
        "会計課を含む",
        "前年度分を含め",
        "追い風もあり",
        "引受け手が見つからず",
        "旅行会社と提携し",
        "東浜線ほか",
        "後期のみ",
        "説明会は11",
        "残る",
        "市",
    ],
)
def test_verbs_numbers_and_words_that_say_how_name_nothing(words: str) -> None:
    assert last_noun(words) == ""


@given(st.text(alphabet="防災はがをにでの講座育てる・ 含め3り", max_size=14))
def test_a_noun_is_the_end_of_its_words_and_its_own(words: str) -> None:
    noun = last_noun(words)
    assert noun in words
    assert last_noun(noun) == noun
