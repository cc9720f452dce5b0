"""Two texts are compared as a reader does: width, case and blanks do not count, and a number is one word."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

from dashboard.text.folding import Folded, TextSpan, fold, folded_text, merged
from dashboard.text.markdown import verbatim

TOKEN: Final = re.compile(r"\d[\d,.]*|[a-z]+|[ァ-ヶー]+|.", re.DOTALL)
DIGITS: Final = re.compile(r"\d[\d,.]*")
# A single sign that both texts share between two changes (の, を) is no island: it would only tear the marks apart.
SMALLEST_ISLAND: Final = 2
SAME: Final = "一字一句同じ"
OTHER_NUMBERS: Final = "数値だけ違う"
OTHER_WORDS: Final = "わずかに違う"
GRADES: Final = (SAME, OTHER_NUMBERS, OTHER_WORDS)
LEGEND: Final = (
    ":orange-background[~~取り消し線~~]は前にあって後にないことば、:blue-background[**太字**]は後で加わったことばです。"
)


class Changes(NamedTuple):
    """The stretches of two verbatim texts that the other one does not have."""

    before: tuple[TextSpan, ...]
    after: tuple[TextSpan, ...]


class _Change(NamedTuple):
    """Where two lists of tokens differ: before[a:b] became after[c:d]."""

    a: int
    b: int
    c: int
    d: int


def changes(before: str, after: str) -> Changes:
    """Return what only the one and only the other text holds; nothing where they differ in width, case or blanks alone.

    >>> changes("５回 実施した", "7回実施した")
    Changes(before=(TextSpan(start=0, end=1),), after=(TextSpan(start=0, end=1),))
    """
    old, new = fold(before), fold(after)
    old_tokens, new_tokens = _tokens(old), _tokens(new)
    old_words = [old.characters[token.start : token.end] for token in old_tokens]
    new_words = [new.characters[token.start : token.end] for token in new_tokens]
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    found = _without_islands([_Change(*code[1:]) for code in matcher.get_opcodes() if code[0] != "equal"], old_words)
    return Changes(
        _sources(old, (old_tokens[change.a : change.b] for change in found)),
        _sources(new, (new_tokens[change.c : change.d] for change in found)),
    )


def grade(before: str, after: str) -> str:
    """Return how two texts that are much alike differ: not at all, in their numbers only, or in words.

    >>> grade("年５回実施", "年 5回 実施"), grade("5回実施", "7回実施"), grade("5回実施", "5回検討")
    ('一字一句同じ', '数値だけ違う', 'わずかに違う')
    """
    old, new = folded_text(before), folded_text(after)
    if old == new:
        return SAME
    return OTHER_NUMBERS if DIGITS.sub("0", old) == DIGITS.sub("0", new) else OTHER_WORDS


def struck(text: str, spans: Iterable[TextSpan]) -> str:
    """Return words as Markdown, every character as it is, those in `spans` struck through on a ground."""
    return _dressed(text, spans, ":orange-background[~~", "~~]")


def stressed(text: str, spans: Iterable[TextSpan]) -> str:
    """Return words as Markdown, every character as it is, those in `spans` bold on a ground."""
    return _dressed(text, spans, ":blue-background[**", "**]")


def _tokens(folded: Folded) -> list[TextSpan]:
    return [TextSpan(*token.span()) for token in TOKEN.finditer(folded.characters)]


def _sources(folded: Folded, changed: Iterable[Sequence[TextSpan]]) -> tuple[TextSpan, ...]:
    return merged(folded.source(tokens[0].start, tokens[-1].end) for tokens in changed if tokens)


def _without_islands(found: list[_Change], words: Sequence[str]) -> list[_Change]:
    joined = found[:1]
    for before, change in pairwise(found):
        if sum(map(len, words[before.b : change.a])) < SMALLEST_ISLAND:
            joined[-1] = _Change(joined[-1].a, change.b, joined[-1].c, change.d)
        else:
            joined.append(change)
    return joined


def _dressed(text: str, spans: Iterable[TextSpan], opening: str, closing: str) -> str:
    said, at = "", 0
    for span in spans:
        words = text[span.start : span.end]
        core = words.strip()
        lead = len(words) - len(words.lstrip())
        said += verbatim(text[at : span.start + lead])
        said += f"{opening}{verbatim(core)}{closing}" if core else ""
        at = span.start + lead + len(core)
    return said + verbatim(text[at:])
