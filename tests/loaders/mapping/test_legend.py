"""What a body's own verdict says of its target."""

import unicodedata

import pytest

from loaders.codes import Status
from loaders.mapping.cells.evidence import is_grade
from loaders.mapping.words.legend import EXAMPLES, read_legend, verdict_says


@pytest.mark.parametrize(("words", "meaning", "expected"), [(*key, says) for key, says in EXAMPLES.items()])
def test_verdict_says_met_unmet_or_neither(words: str, meaning: str, expected: Status | None) -> None:
    assert verdict_says(words, meaning) is expected


def test_legend_has_the_last_word_on_a_letter() -> None:
    assert verdict_says("A", "目標を下回った") is Status.UNMET


@pytest.mark.parametrize(
    ("line", "meanings"),
    [
        ("🔵 目標を達成　🟠 目標の８割以上　🔴 目標の８割未満", {"🔵": "目標を達成", "🔴": "目標の8割未満"}),
        ("Ｂ欄：Ａ目標を上回った　Ｂ目標どおり　Ｃ下回った", {"A": "目標を上回った", "C": "下回った"}),
        # A lone sign before words, and a note on what a mark is, explain no verdicts.
        ("●今後の予定", {}),
        ("★印は抽出調査、☆印は全数調査", {}),
    ],
)
def test_signs_of_a_legend_may_be_any_and_stand_right_before_what_they_mean(line: str, meanings: dict[str, str]) -> None:
    found = {sign: unicodedata.normalize("NFKC", words) for sign, words in read_legend([line]).items()}
    assert meanings.items() <= found.items()
    assert bool(found) is bool(meanings)


def test_roman_numerals_are_verdicts_in_any_writing() -> None:
    assert [is_grade(text) for text in ("Ⅳ", "ⅳ", "III", "Ⅵ")] == [True, True, True, False]
