"""A heading's years, and what is left of its words without them: R5目標 is 目標 of 2023, 令和4～8年度 is of no one year."""

import re
import unicodedata
from functools import lru_cache

from loaders.patterns import Pattern
from loaders.prose.dates import find_dates, fiscal_year
from loaders.prose.eras import ERA, ERA_COUNT, UNTIL, WESTERN_YEAR, YEAR_NUMBER, find_eraless_year, find_fiscal_year
from loaders.prose.widths import folded

# Four digits alone are a year of a plan between these only.
FIRST_YEAR, LAST_YEAR = 1985, 2070
# What stands for every year in a heading's shape.
YEAR_SIGN = "~"
# Longer than any heading is a sentence.
LONGEST = 60
_ASIDE = Pattern(r"\(([^()]*)\)|\[([^\[\]]*)\]|<([^<>]*)>|【([^【】]*)】|〔([^〔〕]*)〕|〈([^〈〉]*)〉")
_ERA_YEAR = rf"{ERA}\s*{ERA_COUNT}(?!\d)"
# A year may be told twice before its 年度: 2021(令和3)年度.
_TOLD_AGAIN = rf"(?:\({YEAR_NUMBER}\)(?=年))?"
_YEAR_WORD = rf"{YEAR_NUMBER}\s*{_TOLD_AGAIN}年?度?末?(?:時点|現在)?"
_ERALESS = r"(?<![\d元])(?:元|\d{1,2})年度末?"
_WESTERN_YEAR = Pattern(WESTERN_YEAR)
_RANGE = Pattern(rf"{YEAR_NUMBER}\s*(?:年度?)?\s*{UNTIL}\s*(?:{_ERA_YEAR}(?!\d)|(?:20)?\d{{1,2}}\s*(?:年|$|\)))")
_MONTH = Pattern(rf"(?P<year>{YEAR_NUMBER})\s*(?:年|[./])\s*(?P<month>\d{{1,2}})\s*(?:月|(?=末|時点|現在|$|\)))")
_DAY = Pattern(rf"{YEAR_NUMBER}(?P<sign>[./])\d{{1,2}}(?P=sign)\d{{1,2}}(?!\d)(?:時点|現在)?", re.IGNORECASE)
# What the year of a value is called by, when a plan starts, is looked at, or ends: 基準年度, 目標年次.
OF_A_VALUE = "基準|目標|前回|現状|現況|当初|最終|最新|直近|策定"
# What refers to a note below the table stands in a heading's line and is none of its words: 評価※1, 目標値(注2).
_NOTE_MARK = Pattern(r"\(?(?:[※*]+(?:注)?|注(?=[\d)]))\d{0,2}\)?(?=$|[\s(\[・、)])")


def plain(text: str) -> str:
    """Return a heading after NFKC and without blanks, in small letters."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def is_western_year(text: str) -> bool:
    """Return whether a text is the digits of a western year and nothing else."""
    return _WESTERN_YEAR.fullmatch(plain(text)) is not None


def in_brackets(words: str) -> list[str]:
    """Return what stands in brackets of any form in words after NFKC, from the left.

    >>> in_brackets("目標値(r7)【千円】")
    ['r7', '千円']
    """
    return [next(filter(None, groups), "") for groups in _ASIDE.findall(words)]


def names_range(text: str) -> bool:
    """Return whether a text names a period of years, which is no column's year.

    >>> names_range("令和4~8年度"), names_range("R2～R6 累計"), names_range("R6目標")
    (True, True, False)
    """
    return _RANGE.search("".join(folded(text).split())) is not None


def first_year_of(text: str) -> int | None:
    """Return the first year of the period that a text names, None where it names none or several.

    >>> first_year_of("計画期間：令和4年度～令和6年度"), first_year_of("2021-2025年度"), first_year_of("令和4年度")
    (2022, 2021, None)
    """
    found = {find_fiscal_year(match[0]) for match in _RANGE.finditer("".join(folded(text).split()))}
    return found.pop() if len(found) == 1 else None


def last_year_of(text: str) -> int | None:
    """Return the last year of the period that a text names, None where it names none or several; its era may be told once.

    >>> last_year_of("計画期間：令和2年度～令和6年度"), last_year_of("令和4～8年度"), last_year_of("2021-2025年度")
    (2024, 2026, 2025)
    >>> last_year_of("平成29～令和3年度"), last_year_of("2021～25年度"), last_year_of("令和4年度")
    (2021, 2025, None)
    """
    first = first_year_of(text)
    found = {match[0] for match in _RANGE.finditer("".join(folded(text).split()))}
    if first is None or len(found) != 1:
        return None
    end = re.sub(r"(?:年度?)?[年)]?$", "", re.split(UNTIL, found.pop())[-1])
    western = int(end) + (first // 100 * 100 if len(end) == 2 else 0) if end.isdecimal() else None
    told = find_fiscal_year(f"{end}年度") if not end.isdecimal() else None
    after = western if western is not None and western > first else find_eraless_year(f"{end}年度", first + 1)
    return told or after


@lru_cache(maxsize=65536)
def year_of_plan(text: str) -> int | None:
    """Return which year of its plan a heading counts, from 1: 2年目, 初年度; None where it counts none or names a year too.

    >>> year_of_plan("２年目"), year_of_plan("初年度"), year_of_plan("1年目 目標"), year_of_plan("2年目（令和5年度）")
    (2, 1, 1, None)
    >>> year_of_plan("第３年次"), year_of_plan("3年次")
    (3, None)
    """
    found = _PLAN_YEAR.match(plain(text))
    if found is None or year_in(text) is not None:
        return None
    return int(found["count"]) if found["count"] else 1


def counts_year_of_plan(text: str) -> bool:
    """Return whether a heading counts a year of its plan, whether or not it names the year as well.

    >>> counts_year_of_plan("2年目（令和5年度）"), counts_year_of_plan("令和5年度")
    (True, False)
    """
    return len(text) <= _LONGEST_COUNT and _PLAN_YEAR.match(plain(text)) is not None


# Longer tells what was done in the year.
_LONGEST_COUNT = 25
_PLAN_YEAR = Pattern(
    r"(?:(?:事業|計画|取組|実施)(?:期間|開始)?の?)?(?:第?(?P<count>[1-9]|1\d)(?:(?:か年|年度?|年次)目|(?<=第.)年次)|初年度)"
)


def year_in(text: str, near: int | None = None) -> int | None:
    """Return the fiscal year that a heading names, None where it names none or a period of several.

    A day or month is of the fiscal year that it falls in: 令和6年3月末 is 2023. `near` tells the era of 30年度.

    >>> year_in("R5目標"), year_in("令和6年3月31日現在"), year_in("2022年度(R4)"), year_in("令和4～8年度")
    (2023, 2023, 2022, None)
    """
    normal = "".join(folded(text).split())
    if len(normal) > LONGEST or names_range(normal):
        return None
    day = next(find_dates(normal), None)
    if day is not None:
        return fiscal_year(day.day)
    if month := _MONTH.search(normal):
        year = find_fiscal_year(month["year"])
        return None if year is None or not 1 <= int(month["month"]) <= 12 else year - (int(month["month"]) < 4)
    found = find_fiscal_year(normal)
    return found if found is not None or near is None else find_eraless_year(normal, near)


@lru_cache(maxsize=65536)
def without_year(text: str) -> str:
    """Return a heading's words without the years that it names and without what stands in brackets.

    Where that leaves nothing, what stands in brackets is its words.

    >>> without_year("令和５年度\\n（目標）"), without_year("目標値※１（R7年度末）"), without_year("R4.4.1現在の実績")
    ('目標', '目標値', '実績')
    """
    bare = _DAY.sub("", _NOTE_MARK.sub("", plain(text)))
    bare = re.sub(rf"{_MONTH.pattern}(?:\d{{1,2}}日|末日?)?(?:時点|現在)?", "", bare, flags=re.IGNORECASE)
    bare = re.sub(_YEAR_WORD, "", bare, flags=re.IGNORECASE)
    bare = re.sub(_ERALESS, "", bare)
    outside = _ASIDE.sub("", bare).strip("・-_/の:：,、末")
    return (outside or "".join(in_brackets(bare))).strip("・-_/の:：,、")


def shape(text: str) -> str:
    """Return a heading with every year in it as one sign: headings of one form differ in their years alone.

    >>> shape("令和5年度 目標") == shape("6年度 目標"), shape("目標値（R7）")
    (True, '目標値(~)')
    """
    return re.sub(rf"{_YEAR_WORD}|{_ERALESS}", YEAR_SIGN, plain(text), flags=re.IGNORECASE)
