"""What Streamlit says in English is said in Japanese, and its folder of pages is never shown as a menu."""

import json
import re
import runpy
from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager

from dashboard.browser import access

ROOT = Path(__file__).parents[3]
LATIN = re.compile(r"[A-Za-z]{3,}")


@pytest.mark.parametrize("said", [*access.WORDS.values(), *access.PATTERNS.values()])
def test_no_english_is_left_in_what_is_said(said: str) -> None:
    assert not LATIN.search(said)


def test_the_script_holds_every_word_as_data() -> None:
    said = re.search(r"= (\{.+\})\n", access.script())
    assert said
    assert json.loads(said[1]) == {"words": access.WORDS, "patterns": access.PATTERNS}


@pytest.mark.parametrize("shape", access.PATTERNS)
def test_a_pattern_holds_one_word_of_the_page(shape: str) -> None:
    assert re.compile(shape).groups == 1


def test_the_first_visit_of_all_sees_the_navigation_and_not_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    runpy.run_path(str(ROOT / "asgi.py"))
    assert PagesManager.uses_pages_directory is False
