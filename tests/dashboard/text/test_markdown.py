"""A message of the loaders may quote a document: it is told as it is, with only its line breaks and commands drawn."""

import pytest

from dashboard.text import markdown


@pytest.mark.parametrize("quoted", ["![絵](http://example.invalid/a.png)", "$$x$$", ":material/home:", "**太字**", "<b>"])
def test_what_a_message_quotes_stays_words(quoted: str) -> None:
    told = markdown.lines(f"見出し「{quoted}」を読めません。\n対処: 見出しを直す")
    assert told == f"見出し「{markdown.verbatim(quoted)}」を読めません。  \n対処\\: 見出しを直す"


def test_a_command_stays_code() -> None:
    assert markdown.lines("`python -m loaders --store S` を実行") == "`python -m loaders --store S` を実行"


def test_a_lone_backtick_is_a_sign_like_others() -> None:
    assert markdown.lines("`*a*") == r"\`\*a\*"
