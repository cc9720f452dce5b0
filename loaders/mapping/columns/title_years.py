"""A title may name two years, each with its kind: 令和5年度実績・令和6年度目標. A column of no year is of that of its kind."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.model.confidence import IN_DOUBT
from loaders.mapping.model.mapping import VALUED, YEARLY, ColumnUse, Use
from loaders.mapping.words.heading_senses import is_label
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of
from loaders.patterns import Pattern
from loaders.prose.eras import RELATIVE_YEARS, YEAR_NUMBER, find_fiscal_year
from loaders.prose.widths import folded

# A year with the word for its kind right behind it, which ends there: 令和6年度計画 is none of 令和6年度計画策定.
_OF_A_KIND = Pattern(
    rf"(?P<year>{YEAR_NUMBER})\s*年?度?\s*の?(?P<kind>[^\s\d()（）、,・/／及び並と]{{2,6}}?)"
    r"(?=$|[\s()（）、,・/／及並と])"
)


def years_of_kinds(lines: Sequence[str]) -> dict[Use, int]:
    """Return the years of plan and result that the nearest line names both of, none where they are one year or several.

    >>> {use.value: year for use, year in years_of_kinds(["令和5年度実績・令和6年度目標"]).items()}
    {'result': 2023, 'target': 2024}
    >>> years_of_kinds(["令和5年度目標・実績"]), years_of_kinds(["令和6年度環境計画（令和5年度実績）"])
    ({}, {})
    """
    for line in reversed(lines):
        told = [match for match in _OF_A_KIND.finditer(folded(line)) if is_label(match["kind"])]
        found = [(kind_of(match["kind"]), find_fiscal_year(match["year"])) for match in told]
        years = {use: year for use, year in found if use in OTHER_HALF and use is not None and year is not None}
        if len(found) == len(years) == len(set(years.values())) == len(OTHER_HALF):
            return years
    return {}


def with_years_of_title(columns: Sequence[ColumnUse], lines: Sequence[str]) -> list[ColumnUse]:
    """Return the columns, a plan and a result of no year as of the years that a title names for them.

    Columns that count from the table's year (次年度目標) need none of it. Where a rate of both stands beside them they may be
    of one year, and are in doubt.
    """
    years = years_of_kinds(lines)
    open_ones = [c for c in columns if c.use in OTHER_HALF and c.year is None]
    is_clear = len({c.use for c in open_ones}) == len(open_ones) and not any(c.year for c in columns if c.use in VALUED)
    if not years or not is_clear or any(c.use is Use.YEAR or counts_years(c) for c in columns):
        return list(columns)
    most = IN_DOUBT if any(c.use is Use.RATE for c in columns) else 1.0
    return [
        replace(c, year=years[c.use], reason=f"{c.reason}（年度は表題から）", confidence=min(c.confidence, most))
        if c in open_ones
        else c
        for c in columns
    ]


def with_doubt_of_the_head(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return the columns, those of no year in doubt where only the head of their sheet names one, above other tables.

    What counts from the year of the head (前年度実績, 次年度目標) says that it is its year.
    """
    if any(map(counts_years, columns)):
        return list(columns)
    return [
        replace(c, reason=f"{c.reason}（年度はシートの表題から）", confidence=min(c.confidence, IN_DOUBT))
        if c.use in VALUED & YEARLY and c.year is None
        else c
        for c in columns
    ]


def counts_years(column: ColumnUse) -> bool:
    """Return whether a column's heading counts from the year of its table: 次年度目標."""
    return any(words.search(column.heading) for words, _ in RELATIVE_YEARS)
