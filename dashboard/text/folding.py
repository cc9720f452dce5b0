"""ＧＩＳ, gis and G I S are one word to a reader: texts are compared folded, and what is found is shown where it stands.

Folding is NFKC, then lower case, then no blanks, as the store's search_text is made. It changes lengths (㎡ is m2, half-width
ｶﾞ is ガ), so every folded character remembers the characters that it came from.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

# Which signs meet comes back all the time: texts of an office hold some thousand pairs.
PAIRS_KEPT: Final = 50_000


class TextSpan(NamedTuple):
    """A stretch of a text, from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """A text as it is compared, and where each of its characters came from; spans lie in order and never cross."""

    characters: str
    sources: tuple[TextSpan, ...]

    def source(self, start: int, end: int) -> TextSpan:
        """Return the stretch of the verbatim text that the folded characters from `start` up to `end` came from."""
        return TextSpan(self.sources[start].start, self.sources[end - 1].end)


def fold(text: str) -> Folded:
    """Return a text folded, with the place of every folded character in it.

    >>> fold("Ｇ Ｉ Ｓ 5㎡").characters
    'gis5m2'
    >>> fold("約5㎡").source(2, 4)
    TextSpan(start=2, end=3)
    """
    characters: list[str] = []
    sources: list[TextSpan] = []
    for start, end in _clusters(text):
        piece = _folded_cluster(text[start:end])
        characters.append(piece)
        sources += [TextSpan(start, end)] * len(piece)
    return Folded("".join(characters), tuple(sources))


def folded_text(text: str) -> str:
    """Return a text folded, where nobody asks which characters it came from.

    >>> folded_text("Ｇ Ｉ Ｓ 5㎡")
    'gis5m2'
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def folded_words(query: str) -> tuple[str, ...]:
    """Return the words of a search box, each folded, each once; blanks of any width part them.

    >>> folded_words("ＩＣＴ　研修 ict")
    ('ict', '研修')
    """
    words = unicodedata.normalize("NFKC", query).split()
    return tuple(dict.fromkeys(found for word in words if (found := folded_text(word))))


def occurrences(text: str, words: Iterable[str]) -> tuple[TextSpan, ...]:
    """Return where folded words stand in a verbatim text, in order; those that touch or overlap are one stretch.

    >>> occurrences("ＧＩＳ（地図）をG I Sで", ["gis"])
    (TextSpan(start=0, end=3), TextSpan(start=8, end=13))
    """
    whole = fold(text)
    found = [whole.source(at, at + len(word)) for word in words for at in _places(whole.characters, word)]
    return merged(found)


def merged(spans: Iterable[TextSpan]) -> tuple[TextSpan, ...]:
    """Return spans in order, those that touch or overlap as one."""
    joined: list[TextSpan] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = TextSpan(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _places(characters: str, word: str) -> Iterable[int]:
    at = characters.find(word) if word else -1
    while at >= 0:
        yield at
        at = characters.find(word, at + 1)


def _clusters(text: str) -> Iterable[TextSpan]:
    """Cut a text where its two sides fold apart: a voicing mark or an accent stays with the character before it."""
    start = 0
    for at in range(1, len(text)):
        if not _joins(text[start:at], text[at]):
            yield TextSpan(start, at)
            start = at
    if text:
        yield TextSpan(start, len(text))


@lru_cache(maxsize=PAIRS_KEPT)
def _folded_cluster(cluster: str) -> str:
    return folded_text(cluster)


@lru_cache(maxsize=PAIRS_KEPT)
def _joins(cluster: str, sign: str) -> bool:
    if cluster.isascii() and sign.isascii():
        return False
    if unicodedata.combining(unicodedata.normalize("NFKD", sign)[0]):
        return True
    apart = unicodedata.normalize("NFKC", cluster) + unicodedata.normalize("NFKC", sign)
    return unicodedata.normalize("NFKC", cluster + sign) != apart
