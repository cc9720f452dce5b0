"""The unit that brackets in a heading or a name hold: 受診率（％）, 目標（単位：千人、累計）."""

import re
import unicodedata

from loaders.mapping.words.directions import without_bound
from loaders.mapping.words.heading_years import in_brackets
from loaders.numbers.units import names_unit
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

_BY_A_WORD = Pattern(r"[^\d]{1,8}")


def unit_in(text: str) -> str:
    """Return the unit that the brackets of a heading or a name hold, '' where they hold none.

    >>> unit_in("受診率（％）"), unit_in("施設改修率（累計実施施設数/施設数）"), unit_in("目標（単位：千人、累計）")
    ('%', '', '千人')
    >>> unit_in("家庭ごみの量（g/人・日）"), unit_in("会員事業者数（者）"), unit_in("会員（者）"), unit_in("不法投棄（件以下）")
    ('g/人・日', '者', '', '件')
    """
    for words in reversed(in_brackets(unicodedata.normalize("NFKC", text))):
        inner = without_bound("".join(words.split()))
        stated = re.match(r"単位[:：]([^、,;・]{1,10})(?=$|[、,;・])", inner)
        if stated and _QUALIFYING.fullmatch(inner[stated.end() :]):
            return stated[1]
        if re.search(r"\d+[万千]?(?:人|世帯|戸)?(?:対|当たり|あたり)$", inner):
            return inner
        if _is_of_several(inner) or _is_counted_before(text, inner):
            return inner
        parts = [part for part in re.split(r"[・、,;]", inner) if not _QUALIFYING.fullmatch(part)]
        if len(parts) == 1 and _is_unit(parts[0]):
            return parts[0]
    return ""


# What brackets say of an amount besides its unit: （社・累計）, （単位：千円、税抜）.
_QUALIFYING = Pattern(
    r"(?:[・、,;]?(?:単年度?|累計値?|延べ数?|実数|年平均|年間|平均値?|税[抜込]き?|年度末|期末|暦年|概数|概算|決算))*"
)


def _is_of_several(words: str) -> bool:
    """Return whether words are an amount a unit of several things: g/人・日, kWh/㎡・年."""
    amount, sign, by = words.partition("/")
    return bool(sign) and "・" in by and all(map(_is_unit, (amount, *by.split("・"))))


def _is_counted_before(text: str, words: str) -> bool:
    """Return whether a name says before the brackets that it counts what is in them: 協力店数（店）, 計画の策定数（計画）.

    >>> _is_counted_before("取扱個数（百万個）", "百万個"), _is_counted_before("児童生徒数（児童）", "児童")
    (True, False)
    """
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    counted = _SCALE.sub("", words)
    is_word = 0 < len(counted) <= _LONGEST_COUNTED and counted.isalpha()
    return is_word and re.search(rf"{counted}(?:の[^の()]{{1,6}})?数\({words}\)", bare) is not None


_SCALE = Pattern(r"^[十百千万億]+")
_LONGEST_COUNTED = 4


def _is_unit(words: str) -> bool:
    """Return whether words are a unit, with at most a word of what it is counted by behind it: 人/日, but not 人/10万人."""
    return names_unit(words) and ("/" not in words or _BY_A_WORD.fullmatch(words) is not None)


# 指標（単位）: what stands in brackets behind each name is its unit, whether or not it is one that is known.
_WITH_UNIT = Pattern(r"[(\[〔【〈<]\s*単位\s*[)\]〕】〉>]")
_BEHIND = Pattern(r"[(\[〔【〈<]([^()\[\]〔〕【】〈〉<>]{1,12})[)\]〕】〉>]\s*(?:※.*)?$")


def says_units_stand_behind(heading: str) -> bool:
    """Return whether a heading says that a unit stands in brackets behind each of its words: 指標（単位）."""
    return _WITH_UNIT.search(narrow(heading)) is not None


def unit_behind(text: str) -> str:
    """Return what stands in brackets behind words, '' where nothing does.

    >>> unit_behind("会場の数\\n（か所）"), unit_behind("会場の数")
    ('か所', '')
    """
    found = _BEHIND.search(narrow(text))
    return found[1].strip() if found else ""
