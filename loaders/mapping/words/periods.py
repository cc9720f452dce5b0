"""Headings count more than fiscal years: parts of one (第1四半期, 6月末), its sum (年度計), periods of a plan (第8期).

What came of a part of a year is not the year's value; only its sum, or the year's own column, is.
"""

import re

from loaders.mapping.words.heading_years import plain, without_year
from loaders.patterns import Pattern

_MONTH = r"(?:1[0-2]|[1-9])月"
_PART = Pattern(
    rf"第?[1-4一二三四ⅰⅱⅲⅳ]?/?4?四半期(?:末|計)?|[1-4]q|q[1-4]|(?:[上下]半?|[前後]半)期(?:計|末)?|{_MONTH}(?:末|分|実績|まで)?(?:時点|現在)?"
    rf"|{_MONTH}?[~～〜\-−–ー]{_MONTH}(?:末|分|まで)?"
)
# The fiscal year ends with March: what is counted then is the year's.
_YEAR_END = Pattern(r"(?<!\d)3月(?:31日|末)")
_WHOLE = Pattern(r"年度?(?:合?計|間計|総計|累計)|年間(?:合?計|累計|実績)?|合計|計|累計|通年|通期|年度(?:全体|末)")
_PERIOD = Pattern(r"第?[\d一二三四五六七八九十]+(?:期|次)(?:計画|プラン)?(?:期間)?|計画期間(?:中|内)?|(?:前期|後期|現行)計画")

# What headings are of; the tests are made from this table.
EXAMPLES: dict[str, str] = {
    "第1四半期": "part",
    "4～6月": "part",
    "上半期": "part",
    "9月末": "part",
    "年度計": "whole",
    "合計": "whole",
    "第8期": "period",
    "第３次計画": "period",
    "令和4年度": "",
    "目標": "",
}


def is_part_of_year(text: str) -> bool:
    """Return whether a heading, but for the year that it names, is of a part of a year."""
    if _YEAR_END.search(plain(text)):
        return False
    return _PART.fullmatch(without_year(text)) is not None or _PART.fullmatch(plain(text)) is not None


def names_day(text: str) -> bool:
    """Return whether a heading names a day on which something was counted, but for the year's last.

    >>> names_day("令和5年 9月30日現在"), names_day("令和6年3月31日現在"), names_day("令和5年度末見込")
    (True, False, False)
    """
    return _DAY.search(plain(text)) is not None and not _YEAR_END.search(plain(text))


_DAY = Pattern(rf"(?<!\d){_MONTH}\d{{1,2}}日")


def is_whole_year(text: str) -> bool:
    """Return whether a heading is of the sum of a year's parts."""
    return _WHOLE.fullmatch(without_year(text)) is not None


def is_sum_of_years(text: str) -> bool:
    """Return whether a heading is of the sum of those before it, of a span of years where it says so: 3年間の累計.

    >>> is_sum_of_years("３年間の累計"), is_sum_of_years("累計"), is_sum_of_years("３年間の取組")
    (True, True, False)
    >>> is_sum_of_years("KPI増加分の累計"), is_sum_of_years("累計参加者数")
    (True, False)
    """
    return is_whole_year(_SPAN.sub("", plain(text))) or _OF_PARTS.fullmatch(plain(text)) is not None


def names_sum(text: str) -> bool:
    """Return whether a heading says that its values are sums: 累計実績（R5末）.

    >>> names_sum("累計実績（R5末）"), names_sum("R5実績")
    (True, False)
    """
    return re.search(r"累計|累積|通算", plain(text)) is not None


_OF_PARTS = Pattern(r"(?:kpi|指標)?の?(?:増加|増減|各年度?|年度別?)(?:分|値|量|数)?の?(?:累計|累積|合計|総計|計)")
_SPAN = Pattern(r"^(?:直近|過去)?\d{1,2}(?:[かヵカヶケ箇]年|年間)の?")


def is_period(text: str) -> bool:
    """Return whether a heading names a period of a plan, which says nothing of the columns below it."""
    return _PERIOD.fullmatch(plain(text)) is not None
