"""A pattern is compiled when something is looked for by it: every one can be, and importing the loaders compiles none."""

import re
import subprocess
import sys

import pytest

from loaders.patterns import Pattern, PatternError
from tests.patterns import every_pattern

# Prints how many patterns of the loaders were compiled, of all there are.
COUNT = """
from tests.patterns import every_pattern
patterns = every_pattern()
print(sum("search" in vars(pattern) for pattern in patterns), len(patterns))
"""


def test_every_pattern_of_the_loaders_can_be_compiled() -> None:
    for pattern in every_pattern():
        pattern.compiled()


def test_importing_the_loaders_compiles_next_to_none_of_their_patterns() -> None:
    told = subprocess.run([sys.executable, "-c", COUNT], check=True, capture_output=True, text=True).stdout
    compiled, known = map(int, told.split())
    assert known > 1_000
    assert compiled < 10


def test_a_pattern_that_is_none_is_told_with_its_place_when_something_is_looked_for_by_it() -> None:
    pattern = Pattern("(", where="words.toml: sign a")
    with pytest.raises(PatternError, match=r"^words\.toml: sign a: missing \)"):
        pattern.search("")


@pytest.mark.parametrize("asked", ["search", "match", "fullmatch", "findall", "split"])
@pytest.mark.parametrize("text", ["pc", "PCとpc", "端末"])
def test_a_pattern_does_what_a_compiled_one_does(asked: str, text: str) -> None:
    pattern, compiled = Pattern("(p)(c)", re.IGNORECASE), re.compile("(p)(c)", re.IGNORECASE)
    assert str(getattr(pattern, asked)(text)) == str(getattr(compiled, asked)(text))
    assert pattern.groups == 2
