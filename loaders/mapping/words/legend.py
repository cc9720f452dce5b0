"""A table says above or below itself what its letters mean: Ａ：目標を達成, ◎…順調に進んでいる."""

import unicodedata
from collections.abc import Iterable

from loaders.codes import Status
from loaders.patterns import Pattern

_SIGN = r"[SABCDEＳＡＢＣＤＥⅠⅡⅢⅣⅤ◎○〇◯●△▲×☆★□■◇◆☀-➿⬀-⯿🀀-🫿]"
_MEANING = rf"[^\s、，,。;；/／「」『』【】]{{2,40}}(?:[ 　](?!{_SIGN})[^\s、，,。;；/／]{{2,30}})?"
_BETWEEN = r"\s*(?:[:：=＝…]+|‥+|--|―|－|\s)\s*"
_ENTRY = Pattern(rf"[「『\"(（【]?({_SIGN})[」』\"）)】]?{_BETWEEN}({_MEANING})")
# Signs of one line may stand right before what they mean: 判定：●目標を達成　▲未達成だが改善　×悪化.
_ENTRY_JOINED = Pattern(
    rf"(?:^|[\s、，,:：(（])({_SIGN})(?![印欄])([ぁ-んァ-ヶー一-龥][^\s、，,。;；:：/／「」『』【】]{{1,40}})"
)


# What a body's verdict says of its target, by its legend or its own words; the tests are made from this table.
EXAMPLES: dict[tuple[str, str], Status | None] = {
    ("A", "目標を達成"): Status.MET,
    ("B", "概ね達成"): None,
    ("D", "達成できなかった"): Status.UNMET,
    ("C", "やや遅れている"): Status.UNMET,
    ("◎", ""): Status.MET,
    ("×", ""): Status.UNMET,
    ("B", ""): None,
    ("D", ""): Status.UNMET,
    ("未達成", ""): Status.UNMET,
    ("達成", ""): Status.MET,
    ("概ね順調", ""): None,
    ("順調ではない", ""): Status.UNMET,
    ("継続", ""): None,
    ("△", "目標の9割未満"): Status.UNMET,
    ("○", "目標の9割以上"): None,
}
_FELL_SHORT = Pattern(
    r"未達|(?:達成|実現)(?:でき|出来|せず|してい?な|に至ら)|遅れ|遅延|不調|悪化|下回|届か|不十分|目標値?の[^、。]{1,8}未満|(?:順調|計画どおり)(?:では|で)?な"
)
_HALFWAY = Pattern(r"概ね|おおむね|ほぼ|一部|やや|もう少し|見込")
_REACHED = Pattern(r"達成|順調|良好|上回|計画どおり|計画通り|完了")
_SIGNS = {"S": Status.MET, "A": Status.MET, "◎": Status.MET, "D": Status.UNMET, "E": Status.UNMET, "×": Status.UNMET}


def verdict_says(words: str, meaning: str) -> Status | None:
    """Return whether a body's verdict says that a target was met or unmet, None where it says neither or stands between.

    A letter alone says what bodies mostly mean by it where that is at either end: A is met, D unmet, B and C may be either.
    """
    told = meaning or words
    if _FELL_SHORT.search(told):
        return Status.UNMET
    if _HALFWAY.search(told):
        return None
    return Status.MET if _REACHED.search(told) else None if meaning else _SIGNS.get(plain_sign(words))


def plain_sign(words: str) -> str:
    """Return a verdict's sign in one spelling: Ａ is A, 〇 is ○."""
    sign = "".join(unicodedata.normalize("NFKC", words).split()).strip("()[]【】「」").upper()
    return {"〇": "○", "◯": "○"}.get(sign, sign)


def read_legend(lines: Iterable[str]) -> dict[str, str]:
    """Return what the signs of a legend mean; lines that explain fewer than two signs between them are no legend.

    >>> read_legend(["評価 Ａ：目標を達成 Ｂ：概ね達成、Ｃ：未達成"])
    {'A': '目標を達成', 'B': '概ね達成', 'C': '未達成'}
    >>> read_legend(["判定：●目標を達成　▲未達成だが改善"])
    {'●': '目標を達成', '▲': '未達成だが改善'}
    """
    found: dict[str, str] = {}
    for line in lines:
        joined = _ENTRY_JOINED.findall(line)
        for sign, meaning in _ENTRY.findall(line) or (joined if len(joined) > 1 else []):
            found.setdefault(plain_sign(sign), meaning.strip())
    return found if len(found) > 1 else {}
