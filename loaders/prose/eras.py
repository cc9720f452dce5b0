"""Administration counts years in eras (平成31年 and 令和元年 are both 2019) and works in fiscal years that start in April.

A fiscal year (年度) is the western year in which it starts: 2017 is 平成29年度, 2019 is 平成31年度 and 令和元年度 alike, and
令和2年3月31日 is the last day of 2019.

Why no library: japanera and its kin (jpdatetime, jptime) parse a text that is one date as a whole, by a strftime pattern.
They neither find dates within prose nor know 年度, 時点 or 月末, and they convert day by day, so that April 2019 comes out as
平成31年 where the whole fiscal year is 令和元年度. What would remain for them is the table of five rows below.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.patterns import Pattern
from loaders.prose.widths import folded


@dataclass(frozen=True)
class Era:
    """An era (元号): its name, the letter that short forms use, and the western year of its first year (元年)."""

    name: str
    letter: str
    first_year: int


# Newest first. Source: 元号法 and its cabinet orders.
ERAS = (
    Era("令和", "R", 2019),
    Era("平成", "H", 1989),
    Era("昭和", "S", 1926),
    Era("大正", "T", 1912),
    Era("明治", "M", 1868),
)

# Every form with the fiscal year that it means; the tests are made from this table.
EXAMPLES = {
    "平成29年度内容及び目標": 2017,
    "令和元年度評価": 2019,
    "平成31年度": 2019,
    "令和２年度": 2020,
    "平成三十年度実績": 2018,
    "令和五年度": 2023,
    "㋿3年度": 2021,
    "昭和63年度": 1988,
    "H29": 2017,
    "Ｈ３０評価": 2018,
    "R元年度": 2019,
    "R.3 目標": 2021,
    "2017年度": 2017,
    "２０２１年度計画": 2021,
    "2021 実績": 2021,
}

# For patterns: an era's name, and a letter that stands for one (R2, H.30) rather than ending a word (PR2).
ERA_NAME = f"(?:{'|'.join(era.name for era in ERAS)})"
ERA_LETTER = rf"(?:(?<![A-Za-z])[{''.join(era.letter for era in ERAS)}]\.?)"

ERA = f"(?:{ERA_NAME}|{ERA_LETTER})"

# Years by name, for patterns that see folded text: 令和2年度, and relative to the year that is told of.
ERA_COUNT = r"(?:\d{1,2}|元)"
ERA_YEAR = rf"(?:{ERA_NAME}\s?{ERA_COUNT}年度)"
# The same by its letter: R4, H30年度; and in any of these forms, 年度 said or not.
ERA_LETTER_YEAR = rf"{ERA_LETTER}{ERA_COUNT}(?:年度?)?"
ANY_ERA_YEAR = rf"(?:{ERA}\s?{ERA_COUNT}(?!\d)(?:年度?)?)"
WESTERN_YEAR = r"(?:(?<!\d)(?:19|20)\d\d(?!\d))"
# In either form, without 年度: R4, 令和 4, 2022.
YEAR_NUMBER = rf"(?:{ERA}\s*{ERA_COUNT}(?!\d)|{WESTERN_YEAR})"
# Between the first year of a period and its last.
UNTIL = r"(?:[~〜～\-−–ー―]|から)"
OWN_YEAR = r"(?:今年度|本年度|当年度|当該年度)"
THIS_YEAR = rf"(?:{OWN_YEAR}|今年|{ERA_YEAR})"
PREVIOUS_YEAR = r"(?:(?<![一前々])(?:前|昨)年度?)"
NEXT_YEAR = r"(?:次年度|次の年度?(?![齢代])|翌々?年度?|(?:再来|来)年度?|明年度?|次年)"

# Words that count from a year, each with how many years away what it means is.
RELATIVE_YEARS = (
    (Pattern(r"前々年度?|一昨年度"), -2),
    (Pattern(rf"{PREVIOUS_YEAR}|前回"), -1),
    (Pattern(NEXT_YEAR), 1),
)

_ERA_OF = {key: era for era in ERAS for key in (era.name, era.letter)}
_ERA_YEAR = rf"(?P<era>{ERA_NAME}|{ERA_LETTER})\s*(?P<count>元|\d{{1,2}}(?!\d)|[一二三四五六七八九十]{{1,3}})"
_WESTERN_YEAR = rf"(?P<western>{WESTERN_YEAR})"
# A year in either form, with groups that western_year() reads.
ONE_YEAR = rf"(?:{_ERA_YEAR}|{_WESTERN_YEAR})"
_YEAR_FIRST = (Pattern(_ERA_YEAR), Pattern(_WESTERN_YEAR))
# 30年度実績, 元年度実績: a heading beside 平成30年度計画 leaves the era out.
_ERALESS = Pattern(r"(?<![\d元])(?P<count>元|\d{1,2})年度")
_FISCAL_YEAR = Pattern(rf"\s*{ONE_YEAR}\s?(?:年度|年)?\s*")
_KANJI_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


def era_year(era: str, count: int) -> int:
    """Return the western year of an era's `count`th year; `era` is a name or a letter. Raises KeyError for an unknown era.

    >>> era_year("平成", 29), era_year("R", 1)
    (2017, 2019)
    """
    return _ERA_OF[era].first_year + count - 1


def parse_fiscal_year(text: str) -> int | None:
    """Return the fiscal year that `text` as a whole names, else None.

    >>> [parse_fiscal_year(t) for t in ("平成29年度", "令和元年度", "H29", "２０１７年度", "平成31年度", "第4次")]
    [2017, 2019, 2017, 2017, 2019, None]
    """
    match = _FISCAL_YEAR.fullmatch(folded(text))
    return None if match is None else western_year(match)


# Whether a line is a heading is asked of each of its cells again and again.
@lru_cache(maxsize=1024)
def find_fiscal_year(text: str) -> int | None:
    """Return the first fiscal year named in `text`, None where none is; an era year goes before a western one.

    >>> find_fiscal_year("令和元年度評価"), find_fiscal_year("R1①目標")
    (2019, 2019)
    >>> find_fiscal_year("現状及び事業目標") is None
    True
    """
    match = _first_year(folded(text))
    return None if match is None else western_year(match)


def without_fiscal_year(text: str) -> str:
    """Return `text` after NFKC without spaces and without its first fiscal year.

    >>> without_fiscal_year("平成29年度 評価"), without_fiscal_year("30年度実績")
    ('評価', '実績')
    """
    normal = "".join(folded(text).split())
    match = _first_year(normal) or _ERALESS.search(normal)
    if match is None:
        return normal
    return normal[: match.start()] + re.sub(r"^年度?", "", normal[match.end() :])


def find_eraless_year(text: str, near: int) -> int | None:
    """Return the fiscal year that `text` names without an era, None where it names none: of all eras the one next to `near`.

    >>> [find_eraless_year(text, near=2018) for text in ("30年度実績", "元年度実績", "第4次")]
    [2018, 2019, None]
    """
    match = _ERALESS.search(folded(text))
    if match is None:
        return None
    return min((era.first_year + _count(match["count"]) - 1 for era in ERAS), key=lambda year: abs(year - near))


def label(year: int) -> str:
    """Return a fiscal year's short label; the year in which an era changes takes the new one. Raises ValueError before 1868.

    >>> label(2018), label(2019)
    ('H30', 'R1')
    """
    era = _era_in(year)
    return f"{era.letter}{year - era.first_year + 1}"


def label_ja(year: int) -> str:
    """Return a fiscal year's full label. Raises ValueError before 1868.

    >>> label_ja(2017), label_ja(2019)
    ('平成29年度', '令和元年度')
    """
    era = _era_in(year)
    count = year - era.first_year + 1
    return f"{era.name}{'元' if count == 1 else count}年度"


def _era_in(year: int) -> Era:
    for era in ERAS:
        if era.first_year <= year:
            return era
    raise ValueError(f"no era is known for {year}")


def _first_year(text: str) -> re.Match[str] | None:
    return next((match for pattern in _YEAR_FIRST if (match := pattern.search(text))), None)


def western_year(match: re.Match[str]) -> int:
    """Return the western year of a match of ONE_YEAR."""
    groups = match.groupdict()
    if groups.get("western"):
        return int(groups["western"])
    return era_year(groups["era"].rstrip("."), _count(groups["count"]))


def _count(text: str) -> int:
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_KANJI_DIGITS[sign]) for sign in text))
    return 10 * _KANJI_DIGITS.get(tens, 1) + _KANJI_DIGITS.get(ones, 0)
