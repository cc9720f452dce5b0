"""Two labels can name one thing: 広報紙での周知 and 広報誌での周知, 印西市環境審議会 and 環境審議会, 参加人数 and 参加者."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from loaders.numbers.bases import UNITLESS, base_of
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.similarity import dice, share_within
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/label_similarity.toml tells what each means, with examples."""

    paper: Pattern
    homepage: Pattern
    bulletin: Pattern
    person: Pattern
    bare: Pattern
    count: Pattern
    event: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# Writings of one word, each with the word.
SAME_WORD: Final = (
    (_SIGNS.paper, "紙"),
    (_SIGNS.homepage, "ホームページ"),
    (_SIGNS.bulletin, "広報紙"),
    (_SIGNS.person, "人"),
)
EVENT: Final = _SIGNS.event
_COUNTED = frozenset({"回", "件", "台", "人", "冊", "校", "延べ", "延"})
_NOISE = Pattern(rf"[\s「」『』“”\"'・,、。.:：;()\[\]〔〕<>《》〈〉~〜\-－―‐/／*※{ARROWS}]")
_EDITION = Pattern(r"(?<!\d)(?:19|20)\d\d(?:年度?)?版?(?!\d)")
_JOINED = Pattern(r"・|及び|並びに|(?<!ふるさ)(?<!ひ)と(?=[一-龠ァ-ヶ])(?![合併共答思感]|同[じ様]|回答)")

# What is measured in these is no sum of what the years brought: of 97.1%で、…把握率は100%となった neither counts on.
RATES = frozenset({"%", "‰", "割", "倍", "歳", "分", "秒", "日", "℃"})

# Labels this alike name one thing.
ALIKE = 0.6


@lru_cache(maxsize=4096)
def unit_class(unit: str | None) -> str | None:
    """Return the unit that stands for all writings and multiples of `unit`, None for none.

    >>> unit_class("カ所"), unit_class("回/年"), unit_class("百万円"), unit_class(None)
    ('箇所', '回', '円', None)
    """
    base = base_of(unit)[0]
    return None if base == UNITLESS else base


@lru_cache(maxsize=4096)
def normal(label: str) -> str:
    """Return `label` with one writing for one word, without signs and the year of an edition (環境白書2019), for comparing.

    >>> normal("広報誌での周知") == normal("広報紙での周知")
    True
    """
    text = _NOISE.sub("", _EDITION.sub("", narrow(label))).lower()
    for writing, word in SAME_WORD:
        text = writing.sub(word, text)
    return text


@lru_cache(maxsize=4096)
def core(label: str) -> str:
    """Return what `label` says of the thing counted, '' when it only says that something is counted or which statement it is.

    >>> core("参加人数"), core("回数"), core("結果/目標"), core("公開手続数")
    ('参加', '', '', '公開手続')
    """
    if _SIGNS.bare.fullmatch(narrow(label).replace(" ", "")):
        return ""
    text = _SIGNS.count.sub("", normal(label))
    return "" if text in _COUNTED or _SIGNS.bare.fullmatch(text) else text


def similarity(one: str, other: str) -> float:
    """Return how alike two labels are, 0 to 1; `ALIKE` and more is one thing.

    A label within a longer one is the same with an addition (印西市環境審議会, 環境審議会), unless the longer one joins several
    things (小・中学校 is not 中学校).

    >>> similarity("印西市環境審議会", "環境審議会") >= ALIKE
    True
    >>> similarity("小・中学校", "中学校") >= ALIKE
    False
    """
    a, b = core(one) or normal(one), core(other) or normal(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    alike = dice(a, b)
    if joins_several(one) != joins_several(other):
        return alike if alike >= 0.9 else 0.0
    short, long = sorted((a, b), key=len)
    return max(alike, 0.7 + 0.3 * len(short) / len(long)) if len(short) >= 2 and short in long else alike


def joins_several(label: str) -> bool:
    """Return whether a label names several things together: 小・中学校."""
    return _JOINED.search(label) is not None


def is_told_in(label: str, words: str) -> float:
    """Return which share of a label's pairs of signs is found in `words`: 広報紙での周知 is told in 広報紙等で周知を図る."""
    return share_within(normal(label), normal(words))
