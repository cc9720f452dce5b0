"""A table says above or below itself what its letters mean: Ａ：目標を達成, ◎…順調に進んでいる."""

import re
import unicodedata
from collections.abc import Iterable

_SIGN = r"[SABCDEＳＡＢＣＤＥⅠⅡⅢⅣⅤ◎○〇◯●△▲×☆★□■◇◆]"
_MEANING = rf"[^\s、，,。;；/／「」『』【】]{{2,40}}(?:[ 　](?!{_SIGN})[^\s、，,。;；/／]{{2,30}})?"
_BETWEEN = r"\s*(?:[:：=＝…]+|‥+|--|―|－|\s)\s*"
_ENTRY = re.compile(rf"[「『\"(（【]?({_SIGN})[」』\"）)】]?{_BETWEEN}({_MEANING})")


def plain_sign(words: str) -> str:
    """Return a verdict's sign in one spelling: Ａ is A, 〇 is ○."""
    sign = "".join(unicodedata.normalize("NFKC", words).split()).strip("()[]【】「」").upper()
    return {"〇": "○", "◯": "○"}.get(sign, sign)


def read_legend(lines: Iterable[str]) -> dict[str, str]:
    """Return what the signs of a legend mean; lines that explain fewer than two signs between them are no legend.

    >>> read_legend(["評価 Ａ：目標を達成 Ｂ：概ね達成、Ｃ：未達成"])
    {'A': '目標を達成', 'B': '概ね達成', 'C': '未達成'}
    """
    found: dict[str, str] = {}
    for line in lines:
        for sign, meaning in _ENTRY.findall(line):
            found.setdefault(plain_sign(sign), meaning.strip())
    return found if len(found) > 1 else {}
