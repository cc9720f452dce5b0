"""The noun that words before a number end on names what it counts: 秋の回は申込 is 申込, 会計課を含む is none."""

from dataclasses import dataclass
from typing import Final

from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/last_nouns.toml tells what each means, with examples."""

    topic_particle: Pattern
    particle: Pattern
    done_before: Pattern
    joint: Pattern
    no_noun: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
_SAYS_SOMETHING: Final = Pattern(r"[ぁ-んァ-ヺ一-龠A-Za-z]")
_SHORTEST: Final = 2


def last_noun(words: str) -> str:
    """Return the noun, with what the words say of it, that they end on; '' where they end on none.

    >>> last_noun("秋の回は申込"), last_noun("と西部地区"), last_noun("体育館の残りを含め"), last_noun("広報紙での周知")
    ('申込', '西部地区', '', '広報紙での周知')
    >>> last_noun("湖畔に監視カメラ"), last_noun("漏水に伴う緊急修繕"), last_noun("督促を経て修了者数")
    ('監視カメラ', '漏水に伴う緊急修繕', '修了者数')
    """
    text = _SIGNS.topic_particle.split(narrow(words).strip())[-1]
    text = _SIGNS.done_before.sub("", text)
    text = _SIGNS.joint.sub("", _SIGNS.particle.split(text)[-1]).strip("の・ ")
    is_one = len(text) >= _SHORTEST and _SAYS_SOMETHING.search(text) is not None and not _SIGNS.no_noun.search(text)
    return text if is_one else ""
