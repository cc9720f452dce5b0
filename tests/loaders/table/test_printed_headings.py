"""A heading says what a column holds."""

import pytest

from loaders.model import Kind, Place
from loaders.table.heading_words import (
    BASELINE_GOAL_EXAMPLES,
    EXAMPLES,
    FIELD_EXAMPLES,
    PLAN_EXAMPLES,
    RESULT_EXAMPLES,
    Field,
    Meaning,
)
from loaders.table.printed_headings import read_heading


@pytest.mark.parametrize(("heading", "column"), EXAMPLES.items(), ids=EXAMPLES)
def test_heading_names_its_column(heading: str, column: Meaning) -> None:
    assert read_heading(heading) == column


@pytest.mark.parametrize("year", ["平成29年度", "H29", "2017年度", "２０１７", "平成２９年度 "])
@pytest.mark.parametrize("word", RESULT_EXAMPLES.split())
def test_result_word_of_a_year_is_its_evaluation(year: str, word: str) -> None:
    assert read_heading(year + word) == Place(Kind.RESULT, 2017)
    assert read_heading(f"{word}({year.strip()})") == Place(Kind.RESULT, 2017)


@pytest.mark.parametrize("word", PLAN_EXAMPLES.split())
def test_plan_word_of_a_year_is_its_plan(word: str) -> None:
    assert read_heading(f"令和元年度{word}") == Place(Kind.PLAN, 2019)


@pytest.mark.parametrize("word", BASELINE_GOAL_EXAMPLES.split())
def test_state_or_goal_without_a_year_is_the_plan_s_own(word: str) -> None:
    assert read_heading(word) == Place(Kind.BASELINE_GOAL, None)


@pytest.mark.parametrize(("field", "word"), [(f, word) for f, words in FIELD_EXAMPLES.items() for word in words.split()])
def test_word_of_the_initiative_itself_with_any_spacing(field: Field, word: str) -> None:
    assert read_heading(f" {word[:1]}　{word[1:]} ") is field


def test_no_word_stands_for_two_columns() -> None:
    words = [word for words in FIELD_EXAMPLES.values() for word in words.split()]
    assert len(words) == len(set(words))
    assert not set(PLAN_EXAMPLES.split()) & set(RESULT_EXAMPLES.split())
    assert not set(words) & set(BASELINE_GOAL_EXAMPLES.split())
