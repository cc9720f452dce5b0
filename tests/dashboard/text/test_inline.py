"""Markdown of the house becomes the same markup that a browser would make of it; words of others become no tag."""

import re
from html import unescape

import pytest

from dashboard.text import inline
from dashboard.text.markdown import JOINER, link, verbatim
from tests.browser.hostile import BEGINNINGS, WORDS

ALL = (*WORDS, *BEGINNINGS)


def words_of(markup: str) -> str:
    """The words of markup without its tags."""
    return unescape(re.sub(r"<[^>]*>", "", markup)).replace(JOINER, "")


@pytest.mark.parametrize("said", ALL)
@pytest.mark.parametrize("around", ["{}", "**{}**", ":red[{}]", "~~{}~~", "[{}](initiative?initiative=1)", "{}  \n{}"])
def test_words_of_others_are_words_in_every_sign_of_the_house(said: str, around: str) -> None:
    made = inline.markup(around.format(*[verbatim(said)] * 2))
    tags = set(re.findall(r"<(\w+)", made))
    assert tags <= {"b", "s", "span", "a", "br"}
    assert "".join(words_of(made).split()) == "".join((said * around.count("{}")).split())


@pytest.mark.parametrize("said", ALL)
def test_words_that_nobody_guarded_lead_nowhere_else(said: str) -> None:
    for written in (said, f"**{said}", f"[{said}](", f"![{said}]"):
        made = inline.markup(written)
        assert set(re.findall(r"<(\w+)", made)) <= {"b", "s", "span", "a", "br"}
        assert all(re.fullmatch(r"(?:\./)?[a-z_]*(?:\?.*)?", address) for address in re.findall(r'href="([^"]*)"', made))


def test_the_signs_of_the_house_are_drawn() -> None:
    assert inline.markup(link("[案]", "initiative?initiative=1&q=a")) == (
        '<a href="initiative?initiative=1&amp;q=a" target="_blank">[案]</a>'
    )
    assert inline.markup(":orange-background[~~5回~~]を7回") == '<span class="orange-background"><s>5回</s></span>を7回'


def test_a_sign_that_is_never_closed_stays_as_it_was_written() -> None:
    assert inline.markup("**2 と :red[3 と [4") == "**2 と :red[3 と [4"
