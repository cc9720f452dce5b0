"""Headings may count a plan's years (1年目, 初年度); a line above the table tells the first: 計画期間 令和4年度～令和6年度."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.mapping.model.mapping import VALUED, YEARLY, ColumnUse, Use
from loaders.mapping.words.heading_years import first_year_of, year_in, year_of_plan
from loaders.prose.eras import label_ja


def plan_begins(lines: Sequence[str]) -> int | None:
    """Return the first year of the plan that a table is of, None where no line tells it; `lines` are above it, nearest first.

    A line that says that it is of a period goes before titles, which may name the period of a longer plan.

    >>> plan_begins(["総事業費 1,200千円", "計画期間 令和4年度～令和6年度", "第2期総合戦略（令和2年度～令和6年度）"])
    2022
    """
    told = [(year, "期間" in line) for line in lines if (year := first_year_of(line)) is not None]
    of_periods = [year for year, is_period in told if is_period]
    return next(iter(of_periods or [year for year, _ in told]), None)


def with_years_of_plan(paths: Sequence[tuple[str, ...]], first: int | None) -> list[tuple[str, ...]]:
    """Return the headings over each column, those that count a plan's years with the year that they mean behind them.

    >>> with_years_of_plan([("指標",), ("2年目", "目標")], 2022)
    [('指標',), ('2年目（令和5年度）', '目標')]
    """
    return [tuple(_with_year(part, path, first) for part in path) for path in paths]


def _with_year(part: str, path: Sequence[str], first: int | None) -> str:
    count = year_of_plan(part)
    if count is None or first is None or any(year_in(other) is not None for other in path):
        return part
    return f"{part}（{label_ja(first + count - 1)}）"


def without_unknown_years(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns, those of a plan's year that no line dates as unread: the year of a title is not theirs."""
    counted = {at for at, path in enumerate(paths) if any(year_of_plan(part) is not None for part in path)}
    reason = "計画の何年目かだけが書かれ、どの年度か分からないため"
    return [
        replace(c, use=Use.UNREAD, reason=reason, confidence=0.5)
        if c.column in counted and c.year is None and c.use in VALUED | YEARLY
        else c
        for c in columns
    ]
