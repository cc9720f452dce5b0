"""Which way an indicator improves a table may say itself: ↓ or 低下 under 望ましい方向, 【減少させる指標】 behind its name."""

from loaders.codes import Direction
from loaders.mapping.words.heading_years import in_brackets
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

_ARROWS = {Direction.UP: "↑↗⇧⬆⤴", Direction.DOWN: "↓↘⇩⬇⤵"}
_WORDS = {
    Direction.UP: (
        r"増(?:加|大|やす|やし)?|上昇|向上|拡大|高(?:く|い|まる|める)?|多(?:く|い)?|大き(?:く|い)?|上げる?|上向き|プラス|up"
    ),
    Direction.DOWN: (
        r"減(?:少|らす|らし)?|低(?:下|減|い|く)|[縮削]減|縮小|抑制|短縮|少な(?:く|い)?|小さ(?:く|い)?|下げる?|下向き"
        r"|マイナス|down"
    ),
}
_WANTED = (
    r"(?:が|を|の|こと|もの|方|ほう|ほど|程|良い|よい|良|望ましい|好ましい|目指す|めざす|させる|する|していく"
    r"|目標|指標|項目|傾向|方向|値|な)*"
)
_SIGNED = {way: Pattern(rf"[{arrows}]+") for way, arrows in _ARROWS.items()}
_TOLD = {way: Pattern(rf"[{_ARROWS[way]}]?(?:{words})(?P<wanted>{_WANTED})") for way, words in _WORDS.items()}


def direction_told(text: str) -> Direction | None:
    """Return which way the words of a cell say that more or less is wanted, None where they say neither, or something else.

    >>> [direction_told(text) for text in ("↓", "高い方が良い", "低下", "減少させる指標", "維持", "12")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [<Direction.DOWN: 'down'>, <Direction.UP: 'up'>, <Direction.DOWN: 'down'>, <Direction.DOWN: 'down'>, None, None]
    """
    bare = "".join(narrow(text).lower().split())
    return next((way for way in _TOLD if _SIGNED[way].fullmatch(bare) or _TOLD[way].fullmatch(bare)), None)


def direction_in_name(name: str) -> Direction | None:
    """Return which way the brackets of a name say that more or less is wanted; a bare word in them is part of what is counted.

    >>> direction_in_name("待機時間の長い拠点の割合【減少させる指標】"), direction_in_name("給水原価（↓）")
    (<Direction.DOWN: 'down'>, <Direction.DOWN: 'down'>)
    >>> direction_in_name("出荷額の変化（増加）"), direction_in_name("受診率（％）")
    (None, None)
    """
    for words in in_brackets(narrow(name)):
        bare = "".join(words.lower().split())
        for way in _TOLD:
            told = _TOLD[way].fullmatch(bare)
            if _SIGNED[way].fullmatch(bare) or (told is not None and told["wanted"]):
                return way
    return None
