"""A sieve leaves out no pattern that is in a text: what is found with it is what is found by trying all of them."""

import re

import pytest

from loaders.numbers.other_numbers import SPELLINGS, Spelling
from loaders.outcomes.vocabulary.loading import CAUSES, PHRASES, Cause, Phrase
from loaders.patterns import Pattern
from loaders.prose.sieve import Sieve, first_characters, needed_characters

ROWS: tuple[Phrase | Cause, ...] = (*PHRASES, *CAUSES)
PATTERNS = [row.pattern for row in ROWS]
TEXTS = sorted({text for row in ROWS for text in (*row.examples, *row.others)})


def found(places: list[int], text: str) -> list[int]:
    return [at for at in places if PATTERNS[at].search(text)]


def test_a_sieve_leaves_every_pattern_that_is_in_a_text() -> None:
    sieve, everything = Sieve(PATTERNS), list(range(len(PATTERNS)))
    assert [found(sieve.possible(text), text) for text in TEXTS] == [found(everything, text) for text in TEXTS]


def test_a_sieve_leaves_out_most_patterns() -> None:
    sieve = Sieve(PATTERNS)
    assert sum(len(sieve.possible(text)) for text in TEXTS) < 0.2 * len(TEXTS) * len(PATTERNS)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("中止(?:した)?", "中止"),
        ("(?:中止|[^未]実施)", "を実施"),
        ("[あ-ん]+", "ん"),
        ("(?<=未)実施", "未実施"),
        ("(?!未)実施", "実施"),
        ("(?i)pc", "PC"),
        ("(?i:p)c", "Pc"),
        (r"\d+件", "３件"),
        ("", "何でも"),
    ],
)
def test_a_match_is_never_sieved_out(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert Sieve([Pattern(pattern)]).possible(text) == [0]


def test_a_text_without_the_signs_of_a_pattern_is_not_searched() -> None:
    assert Sieve([Pattern("中止"), Pattern("延期")]).possible("延期した") == [1]


@pytest.mark.parametrize("pattern", ["中?", "[^中]止", ".止", "(?:)"])
def test_a_pattern_that_may_begin_with_anything_says_so(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"a pattern may begin with|nothing at all"):
        first_characters(pattern)


def test_what_an_optional_repeated_or_chosen_part_needs_is_not_needed_by_the_whole() -> None:
    assert needed_characters(Pattern("(?:中止)*")) == needed_characters(Pattern("中止|[^未]")) == ()


@pytest.mark.parametrize("form", SPELLINGS, ids=lambda form: f"{form.kind}: {form.example}")
def test_a_form_begins_with_one_of_its_first_signs(form: Spelling) -> None:
    pattern, example = form.pattern, form.example
    match = re.search(pattern, example)
    assert match is None or re.match(f"[{first_characters(pattern)}]", match[0])
