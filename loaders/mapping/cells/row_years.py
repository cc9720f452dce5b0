"""Where years run down, a cell names the year of its row, and may say that the plan starts or ends with it: R8（最終）.

Below 令和2年度 the era may be left out: 3年度, or 3 right after 2, with a note or without. A plan's years may be counted:
1年目.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_years import in_brackets, plain, without_year, year_in, year_of_plan
from loaders.mapping.words.row_kinds import kind_of
from loaders.patterns import Pattern


@dataclass(frozen=True)
class RowYear:
    """The year that a cell names, None where its words name none; `mark` is where it starts or ends a plan, or is expected."""

    year: int | None
    mark: Use | None = None


# Cells with the year and the mark that they name; the tests are made from this table.
EXAMPLES: dict[str, RowYear] = {
    "令和5年度": RowYear(2023),
    "2018（H30）\n【基準】": RowYear(2018, Use.BASELINE),
    "R2（計画策定時）": RowYear(2020, Use.BASELINE),
    "計画開始前（2019）": RowYear(2019, Use.BASELINE),
    "R8（最終）": RowYear(2026, Use.FINAL_GOAL),
    "2030（R12）\n【目標年度】": RowYear(2030, Use.FINAL_GOAL),
    "2027（令和9）年度【計画目標】": RowYear(2027, Use.FINAL_GOAL),
    "計画終了時（2026年度）": RowYear(2026, Use.FINAL_GOAL),
    "目標値（R8年度）": RowYear(2026, Use.FINAL_GOAL),
    "令和5年度目標": RowYear(2023),
    "令和6年度（決算見込）": RowYear(2024, Use.FORECAST),
    "H30（第7期1年目）": RowYear(2018),
    "評価": RowYear(None),
}
_STARTS = Pattern(r"基準(?:値|年度?)?|(?:計画)?(?:策定|当初|開始)(?:前|時|値|年度?)?(?:の?現状)?|現状(?:値|年度)?|スタート")
_ENDS = Pattern(
    r"目標(?:値の)?年度?|(?:計画)?最終(?:目標|年度?)?(?:値|年度)?|計画(?:終了|目標)(?:年度?|時|値)?|最終目標年度?|到達目標"
)
_BESIDES = Pattern(r"第\d+期(?:\d+年目)?|\d+年目|初年度|見込み?|実績|目標|計画|現在|時点|速報値?|暫定値?")


@lru_cache(maxsize=16384)
def row_year(text: str, above: int | None = None, begins: int | None = None) -> RowYear:
    """Return the year that a cell names of its row, and whether the plan starts or ends with it.

    `above` is the year of the row above, which tells the era of 3年度; `begins` the first year of the plan, which tells 2年目.

    >>> row_year("３年度", 2020).year, row_year("3", 2020).year, row_year("8", 2020).year, row_year("2年目", begins=2021).year
    (2021, 2021, None, 2022)
    >>> row_year("3\\n（最終）", 2020).year, row_year("3（4）", 2020).year
    (2021, None)
    """
    if begins is not None and (count := year_of_plan(text)) is not None:
        return RowYear(begins + count - 1)
    told = next_year(text, above) or text
    year = year_in(told, above)
    if year is None:
        return RowYear(None)
    rest = without_year(told)
    return RowYear(year, Use.FINAL_GOAL if _GOAL_OF_A_YEAR.match(plain(told)) else _mark(rest))


# Among years a goal with its year in brackets is where they lead to.
_GOAL_OF_A_YEAR = Pattern(r"目標値?[(\[【〔][^()\[\]【】〔〕]+[)\]】〕]$")


def _mark(rest: str) -> Use | None:
    """Return what the words beside a row's year say of its values, None where they say nothing."""
    if _STARTS.fullmatch(rest):
        return Use.BASELINE
    if _ENDS.fullmatch(rest) and rest != "目標":
        return Use.FINAL_GOAL
    return Use.FORECAST if rest and kind_of(rest) is Use.FORECAST else None


def last_goal(cells: Collection[str]) -> str:
    """Return the one cell among years that calls its year a goal, the last of them, '' where none or several do.

    >>> last_goal(["R4年度", "R5年度", "R9年度目標"]), last_goal(["R4年度目標", "R4年度実績", "R5年度目標"])
    ('R9年度目標', '')
    """
    years = {text: row_year(text).year for text in cells if text.strip()}
    goals = [text for text in years if without_year(text) == "目標"]
    others = [year for text, year in years.items() if text not in goals and year is not None]
    own = years[goals[0]] if len(goals) == 1 else None
    return goals[0] if own is not None and len(others) > 1 and own > max(others) else ""


def next_year(text: str, above: int | None) -> str:
    """Return a bare number that is the year after the one before it as that year's words, with its note; '' for any other.

    >>> next_year("2年", 2019), next_year("3", 2019), next_year("3（最終）", 2020)
    ('2年度', '', '3年度最終')
    """
    found = _BARE.fullmatch(plain(text))
    if found is None or above is None or year_in(f"{found['count']}年度", above) != above + 1:
        return ""
    is_note = not found["note"] or any(words.fullmatch(found["note"]) for words in (_STARTS, _ENDS, _BESIDES))
    return f"{found['count']}年度{found['note'] or ''}" if is_note else ""


_BARE = Pattern(r"(?P<count>\d{1,2})年?(?:[(\[【〔](?P<note>[^()\[\]【】〔〕]+)[)\]】〕])?")


@lru_cache(maxsize=16384)
def ends_plan(heading: str) -> bool:
    """Return whether a heading says in brackets that the plan ends with its year.

    >>> ends_plan("計画 R9年度（最終）"), ends_plan("最終目標（R9）"), ends_plan("R9（見込）")
    (True, False, False)
    """
    return any(_ENDS.fullmatch(inner) is not None for inner in in_brackets(plain(heading)) if inner != "目標")


@lru_cache(maxsize=16384)
def is_row_year(text: str, above: int | None = None) -> bool:
    """Return whether a cell names the year of its row, with a note at most: H30（第7期1年目）, 令和5年度実績, 2年目."""
    named = row_year(text, above)
    if named.year is None:
        return year_of_plan(text) is not None
    rest = without_year(next_year(text, above) or text)
    return not rest or named.mark is not None or _BESIDES.fullmatch(rest) is not None


def name_years(cells: Sequence[str]) -> Iterator[bool]:
    """Yield for each cell of a column whether it names the year of its row; those above tell the era of those below.

    >>> list(name_years(["令和元年度", "2年度", "3", "120", "令和元年度"])), list(name_years(["3", "4"]))
    ([True, True, True, False, True], [False, False])
    """
    above: int | None = None
    for text in cells:
        is_year = is_row_year(text, above) if above is not None or not plain(text).isdecimal() else False
        above = row_year(text, above).year if is_year else above
        yield is_year
