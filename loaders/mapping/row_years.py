"""Where years run down, a cell names the year of its row, and may say that the plan starts or ends with it: R8（最終）."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.mapping.cues import without_year, year_in
from loaders.mapping.mapping import Use


@dataclass(frozen=True)
class RowYear:
    """The year that a cell names, None where its words name none; `mark` is BASELINE or FINAL_GOAL where it says so."""

    year: int | None
    mark: Use | None = None


# Cells with the year and the mark that they name; the tests are made from this table.
EXAMPLES: dict[str, RowYear] = {
    "令和5年度": RowYear(2023),
    "2018（H30）\n【基準】": RowYear(2018, Use.BASELINE),
    "R2（計画策定時）": RowYear(2020, Use.BASELINE),
    "R8（最終）": RowYear(2026, Use.FINAL_GOAL),
    "2030（R12）\n【目標年度】": RowYear(2030, Use.FINAL_GOAL),
    "令和5年度目標": RowYear(2023),
    "H30（第7期1年目）": RowYear(2018),
    "評価": RowYear(None),
}
_STARTS = re.compile(r"基準(?:値|年度?)?|(?:計画)?(?:策定|当初|開始)(?:時|値|年度?)?(?:の?現状)?|現状(?:値|年度)?|スタート")
_ENDS = re.compile(r"目標(?:値の)?年度?|(?:計画)?最終(?:目標|年度?)?(?:値|年度)?|計画(?:終了|目標)年度?|最終目標年度?|到達目標")
_BESIDES = re.compile(r"第\d+期(?:\d+年目)?|\d+年目|初年度|見込み?|実績|目標|計画|現在|時点|速報値?|暫定値?")


@lru_cache(maxsize=16384)
def row_year(text: str) -> RowYear:
    """Return the year that a cell names of its row, and whether the plan starts or ends with it."""
    year = year_in(text)
    if year is None:
        return RowYear(None)
    rest = without_year(text)
    mark = Use.BASELINE if _STARTS.fullmatch(rest) else Use.FINAL_GOAL if _ENDS.fullmatch(rest) and rest != "目標" else None
    return RowYear(year, mark)


@lru_cache(maxsize=16384)
def is_row_year(text: str) -> bool:
    """Return whether a cell names the year of its row, with a note at most: H30（第7期1年目）, 令和5年度実績."""
    named = row_year(text)
    if named.year is None:
        return False
    rest = without_year(text)
    return not rest or named.mark is not None or _BESIDES.fullmatch(rest) is not None
