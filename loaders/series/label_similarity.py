"""Two labels can name one thing: 広報紙での周知 and 広報誌での周知, 印西市環境審議会 and 環境審議会, 参加人数 and 参加者."""

import re
from functools import lru_cache

from loaders.numbers.bases import UNITLESS, base_of
from loaders.prose.similarity import dice, share_within
from loaders.prose.widths import narrow

# Writings of one word, each with a label in which it stands. 紙 and 誌 are used side by side for the same city bulletin.
SAME_WORD = (
    (re.compile(r"誌"), "紙", "広報誌での周知"),
    (re.compile(r"hp|web(?:サイト|ページ)|ウェブ(?:サイト|ページ)"), "ホームページ", "HP"),
    (re.compile(r"広報(?![紙広活課部聴])"), "広報紙", "広報"),
    (re.compile(r"者(?=数|$)"), "人", "参加者数"),
)

# Words that say which statement a number is, or only that something is counted; the thing itself is named elsewhere.
BARE = re.compile(
    r"(?:数値|事業|成果|達成|到達|年度|年間|当初|実施|開催|目標|結果|実績|内容|内訳|現状|場所|会場|対象|指標|評価|成果|値|備考|状況|"
    r"その他|活動|平均|合計|総計|計|総数|全体|数|[/／]|まま|なし|中|内|同|同上|割合|率|最後|最終的?|当初|途中|秋口|春先|年明け|年度末)*"
)
_COUNT = re.compile(r"(?:人|件|回|箇所|か所|台|冊|校|団体|施設|延べ|延|総|のべ)*数$|人$")
_COUNTED = frozenset({"回", "件", "台", "人", "冊", "校", "延べ", "延"})
_NOISE = re.compile(r"[\s「」『』“”\"'・,、。.:：;()\[\]〔〕<>《》〈〉~〜\-－―‐/／*※→⇒➡]")
_EDITION = re.compile(r"(?<!\d)(?:19|20)\d\d(?:年度?)?版?(?!\d)")
_JOINED = re.compile(r"・|及び|並びに|(?<!ふるさ)(?<!ひ)と(?=[一-龠ァ-ヶ])(?![合併共答思感]|同[じ様]|回答)")

# What a city holds and counts, each with a name in which it stands: the word to call a bare 回数 or 参加人数 after.
EVENTS = {
    "訓練": "情報伝達訓練",
    "研修": "ICT研修",
    "講座": "パソコン講座",
    "講習会": "ICTリテラシー講習会",
    "勉強会": "勉強会",
    "説明会": "市民説明会",
    "懇談会": "市民懇談会",
    "講演会": "防災講演会",
    "教室": "親子教室",
    "セミナー": "創業セミナー",
    "シンポジウム": "市民シンポジウム",
    "フォーラム": "環境フォーラム",
    "相談会": "無料相談会",
    "アンケート": "市民アンケート",
    "イベント": "防災イベント",
}

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
    for writing, word, _ in SAME_WORD:
        text = writing.sub(word, text)
    return text


@lru_cache(maxsize=4096)
def core(label: str) -> str:
    """Return what `label` says of the thing counted, '' when it only says that something is counted or which statement it is.

    >>> core("参加人数"), core("回数"), core("結果/目標"), core("公開手続数")
    ('参加', '', '', '公開手続')
    """
    if BARE.fullmatch(narrow(label).replace(" ", "")):
        return ""
    text = _COUNT.sub("", normal(label))
    return "" if text in _COUNTED or BARE.fullmatch(text) else text


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
