"""A sign may stand for the words above it; a value is never said by one."""

import pytest

from loaders.grid.dittos import with_dittos_said
from loaders.grid.grid import Sheet

HEADINGS = ("名前", "年度", "目標")


def said(*rows: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return with_dittos_said(Sheet("1", rows)).rows


@pytest.mark.parametrize("sign", ["〃", "″", "同上", "（同　上）", "仝"])
def test_a_sign_stands_for_the_words_above_it_however_often_it_comes(sign: str) -> None:
    rows = said(HEADINGS, ("花壇の数", "R5", "3"), (sign, "R6", "4"), (sign, "R7", "5"))
    assert [row[0] for row in rows[1:]] == ["花壇の数"] * 3


def test_title_and_headings_that_a_page_says_again_are_not_what_a_sign_stands_for() -> None:
    title, again = ("様式３", "", "- 1 -"), ("様式３", "", "- 2 -")
    rows = said(title, HEADINGS, ("花壇の数", "R5", "3"), again, HEADINGS, ("〃", "R6", "4"))
    assert rows[5][0] == "花壇の数"


@pytest.mark.parametrize("above", ["3", "1,200人", "84.5％", "前の年と同じ人数で続けている。"])
def test_no_value_and_no_sentence_is_said_by_a_sign(above: str) -> None:
    rows = said(HEADINGS, ("花壇の数", "R5", above), ("清掃の回数", "R5", "〃"))
    assert rows[2][2] == "〃"


def test_a_year_is_said_by_a_sign() -> None:
    assert said(HEADINGS, ("花壇の数", "2023", "3"), ("清掃の回数", "〃", "4"))[2][1] == "2023"
