"""Where no heading names a year, the title does: 進捗状況（令和5年度）, the sheet's name, or the file's."""

import re
from collections.abc import Iterator, Sequence

from loaders.patterns import Pattern
from loaders.prose.eras import UNTIL, YEAR_NUMBER, find_fiscal_year
from loaders.prose.widths import folded

_REPORTS = Pattern(r"進捗|実績|評価|点検|検証|結果|実施状況|取組状況|達成状況|報告")
# A day, the year of a plan's making or naming, years before or from one, and a period are not the year of what is reported.
_NOT_IT = Pattern(
    rf"{YEAR_NUMBER}\s*年?\s*\d{{1,2}}\s*月.*?(?:日|末|現在|時点|$)|{YEAR_NUMBER}\s*(?:年度?)?\s*{UNTIL}\s*(?:{YEAR_NUMBER}|\d{{1,2}})\s*年?度?"
    rf"|{YEAR_NUMBER}\s*年?度?(?:策定|改[定訂]|作成|公表|版|以前|以降|以来|まで|から)|{YEAR_NUMBER}(?P<sign>[./])\d{{1,2}}(?P=sign)\d{{1,2}}(?!\d)"
)


def year_of_table(lines: Sequence[str], sheet: str, file_name: str) -> tuple[int | None, str]:
    """Return the fiscal year that a table's title names and where, (None, '') where none or several are named.

    >>> year_of_table(["みどり計画（令和4年度〜令和8年度） 進捗（令和5年度）"], "Sheet1", "a.xlsx")
    (2023, 'みどり計画（令和4年度〜令和8年度） 進捗（令和5年度）')
    >>> year_of_table(["R5実績", "※2021年度以前は確定値", "作成 R7.4.18"], "", "a.xlsx")
    (2023, 'R5実績')
    """
    for line in reversed(lines):
        reported = _reported(line)
        if len(reported) == 1:
            return reported.pop(), line.strip()
    for name in (sheet, file_name):
        years = set(_years(name))
        if len(years) == 1:
            return years.pop(), name
    return None, ""


def _reported(line: str) -> set[int]:
    years = list(_years(line))
    if len(set(years)) > 1 and _REPORTS.search(line):
        normal = _cleared(line)
        near = [
            year
            for match in re.finditer(YEAR_NUMBER, normal)
            if (year := find_fiscal_year(match[0])) is not None
            and _REPORTS.search(normal[match.end() : match.end() + 8] + normal[max(0, match.start() - 6) : match.start()])
        ]
        return set(near) if near else set(years)
    return set(years)


def _cleared(line: str) -> str:
    return _NOT_IT.sub(" ", folded(line))


def _years(line: str) -> Iterator[int]:
    for match in re.finditer(YEAR_NUMBER, _cleared(line)):
        year = find_fiscal_year(match[0])
        if year is not None:
            yield year
