"""Which way an indicator improves a table may say itself: ↓ or 低下 under 望ましい方向, 【減少させる指標】 behind its name."""

from loaders.codes import Direction
from loaders.mapping.words.heading_years import in_brackets
from loaders.numbers.units import names_unit
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

    A bound without its number is of the targets that stand apart: 処理件数（件以下）, but not 人口（65歳以上）.

    >>> [direction_in_name(name) for name in ("管理不全空き家（件以下）", "受診率（％以上）", "人口（65歳以上）")]
    [<Direction.DOWN: 'down'>, <Direction.UP: 'up'>, None]
    """
    for words in in_brackets(narrow(name)):
        bare = "".join(words.lower().split())
        if (bound := bound_of_unit(bare)) is not None:
            return bound
        for way in _TOLD:
            told = _TOLD[way].fullmatch(bare)
            if _SIGNED[way].fullmatch(bare) or (told is not None and told["wanted"]):
                return way
    return None


_BOUNDS = {Direction.DOWN: r"以下|以内|未満", Direction.UP: r"以上"}
_BOUNDED = {way: Pattern(rf"(?P<unit>\D{{0,8}}?)(?:{words})") for way, words in _BOUNDS.items()}


def bound_of_unit(text: str) -> Direction | None:
    """Return which way a unit says that its targets are bound, None where it doesn't: 件以下, 以上.

    >>> [bound_of_unit(unit) for unit in ("件以下", "以上", "中学生以上", "10件以下", "件")]
    [<Direction.DOWN: 'down'>, <Direction.UP: 'up'>, None, None, None]
    """
    bare = "".join(narrow(text).split())
    found = ((way, pattern.fullmatch(bare)) for way, pattern in _BOUNDED.items())
    return next((way for way, match in found if match and (not match["unit"] or names_unit(match["unit"]))), None)


def without_bound(unit: str) -> str:
    """Return a unit without the bound of its targets.

    >>> without_bound("件以下"), without_bound("人/日"), without_bound("以上")
    ('件', '人/日', '')
    """
    if bound_of_unit(unit) is None:
        return unit
    bare = "".join(narrow(unit).split())
    return next(match["unit"] for pattern in _BOUNDED.values() if (match := pattern.fullmatch(bare)))
