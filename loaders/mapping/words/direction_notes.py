"""A note may name the indicators of which less is better: ※延床面積、時間外勤務時間は、値が小さいほど望ましい.

It names them by their words, or by a sign that stands in their names: ▼印の指標は減少を目指す.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from loaders.codes import Direction
from loaders.mapping.words.heading_years import plain
from loaders.patterns import Pattern

_VALUE = r"(?:目標)?(?:の?(?:数値|値|割合|率|数))?(?:が|は|の)?"
_WISH = r"(?:ほど|程|方が|ほうが|方|こと(?:が|を)?|なる|する|に)*(?:望ましい|好ましい|良い|よい|良好|目指|めざ|評価|達成)"
_LOW, _HIGH = r"(?:小さ|低|少な)[いくけ](?:れば)?", r"(?:大き|高|多)[いくけ](?:れば)?"
_LESS, _MORE = r"(?:減少|低下|削減|縮減|抑制|減らす|下げる)", r"(?:増加|上昇|向上|増やす|上げる)"
# What is said of the indicators that a note names, each with what it means.
_TOLD: Final[dict[Direction, Pattern]] = {
    Direction.DOWN: Pattern(rf"{_VALUE}(?:{_LOW}{_WISH}|{_LESS}(?:を|させる){_WISH}|以下(?:と|に)?{_WISH})"),
    Direction.UP: Pattern(rf"{_VALUE}(?:{_HIGH}{_WISH}|{_MORE}(?:を|させる){_WISH}|以上(?:と|に)?{_WISH})"),
}
_NAMED = Pattern(
    r"[※*]?(?:\(?注\d{0,2}\)?)?:?(?P<names>[^。:]{1,80}?)(?:は|:|…|=)(?:、|いずれも|すべて|全て)*(?P<told>[^。]{2,60})"
)
_BETWEEN = Pattern(r"[、,]|及び|および|並びに|ならびに")
_OF_SIGNS = Pattern(r"[「『]?(?P<sign>[^\w\s、「」『』])[」』]?(?:の?印)?(?:の(?:ある|付いた|ついた)?)?(?:指標|項目|もの)?")
# Shorter words stand in names of other things as well.
_SHORTEST = 3

# What notes say of indicators; the tests are made from this table.
EXAMPLES: dict[tuple[str, str], Direction | None] = {
    (
        "※延床面積、時間外勤務時間は、目標の数値以下となることを目指すもの。",
        "職員1人当たり時間外勤務時間(月平均)",
    ): Direction.DOWN,
    (
        "(注)不法投棄の新規発見件数及びごみ排出量は、値が小さいほど望ましい指標である。",
        "1人1日当たりのごみ排出量",
    ): Direction.DOWN,
    ("※待機日数、誤差：低い方が良い指標", "申請の待機日数(日)"): Direction.DOWN,
    ("▼印の指標は減少を目指す。", "▼古紙の混入の割合"): Direction.DOWN,
    ("注2 満足度、定着率は数値が高いほど良い。", "研修の定着率"): Direction.UP,
    ("※延床面積は、値が小さいほど望ましい。", "改修した面積"): None,
    ("※人口は減少している。", "総人口"): None,
    ("※数は少ない。", "来場者数"): None,
    ("※件数は、目標以下となった年度がある。", "相談件数"): None,
}


def directions_noted(lines: Iterable[str]) -> dict[str, Direction]:
    """Return the words, and the signs, of the indicators that notes name, each with which way they improve.

    >>> {name: way.value for name, way in directions_noted(["※苦情、ごみ排出量は、数値が低いほど良い。"]).items()}
    {'苦情': 'down', 'ごみ排出量': 'down'}
    """
    found: dict[str, Direction] = {}
    for line in lines:
        named = _NAMED.match(plain(line))
        way = next((way for way, told in _TOLD.items() if named and told.match(named["told"])), None)
        if named and way is not None:
            found |= dict.fromkeys((name for name in _BETWEEN.split(named["names"]) if name), way)
    return found


def direction_noted(name: str, noted: Mapping[str, Direction]) -> Direction | None:
    """Return which way an indicator improves by what notes say of some, None where they don't name it, or say both."""
    bare = plain(name)
    ways = {way for words, way in noted.items() if _is_named(bare, words)}
    return ways.pop() if len(ways) == 1 else None


def _is_named(name: str, words: str) -> bool:
    sign = _OF_SIGNS.fullmatch(words)
    return sign["sign"] in name if sign else len(words) >= _SHORTEST and words in name
