"""A file for a meeting says of itself what it holds: which plan, year and filter, by which scale, from which document, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.facts import due, left_over, series, undone_years
from dashboard.facts.due import Due
from dashboard.facts.left_over import LeftOver
from dashboard.frame import file_names, filters, filters_told


@dataclass(frozen=True)
class Contents:
    """Everything that a file for a meeting holds under one filter.

    `year` is the last evaluated one up to the chosen year, `asked_for` the chosen one: where that is later it is not evaluated
    yet, and what its meeting talks about is what is due in it, beside what `year` came to.
    """

    plan: str
    year: int
    year_ja: str
    asked_for: int
    labels: Mapping[int, str]
    labels_ja: Mapping[int, str]
    last_evaluated: int
    narrowed: tuple[str, ...]
    matching: int
    total: int
    made_on: date
    documents: pd.DataFrame
    statuses: pd.DataFrame
    targets: pd.DataFrame
    goals: pd.DataFrame
    departments: pd.DataFrame
    initiatives: pd.DataFrame
    cells: pd.DataFrame
    indicators: tuple[series.Series, ...]
    undone: tuple[undone_years.InitiativeYears, ...]

    @property
    def is_due(self) -> bool:
        """Whether the chosen year has no evaluation yet."""
        return self.asked_for != self.year

    @property
    def asked_ja(self) -> str:
        """How the chosen year is said."""
        return self.labels_ja[self.asked_for]

    @property
    def due(self) -> list[Due]:
        """The targets of a year without an evaluation, each beside the last result; none where the year is evaluated."""
        return due.read(self.indicators, self.asked_for, self.year) if self.is_due else []

    @property
    def left_over(self) -> list[LeftOver]:
        """What the last evaluated year left to one that is due; nothing where the chosen year is evaluated."""
        return left_over.read(self.undone, self.year) if self.is_due else []

    @property
    def filter_text(self) -> str:
        """The filter in words, with how many initiatives it lets through."""
        said = "／".join(self.narrowed) if self.narrowed else "なし（すべての実施事業）"
        return f"{said}　{self.matching:,}件（全{self.total:,}件）"

    @property
    def evaluated(self) -> dict[int, str]:
        """The labels of the years that have an evaluation."""
        return {year: label for year, label in self.labels.items() if year <= self.last_evaluated}


@store.one_store()
def contents(chosen: Filter, made_on: date) -> Contents:
    """Return what the store holds under the filter, read once for all sheets."""
    judged, fixed = filters.judged(chosen), filters.without_year(chosen)
    plan = queries.frame("plan").iloc[0]
    count = queries.frame("match_count", fixed).iloc[0]
    return Contents(
        plan=f"{plan['body']} {plan['title']}",
        year=judged.year,
        year_ja=filters.year_label(judged.year, "label_ja"),
        asked_for=chosen.year,
        labels=filters.year_labels(),
        labels_ja=filters.year_labels("label_ja"),
        last_evaluated=filters.last_evaluated(),
        narrowed=tuple(filters_told.parts(chosen)),
        matching=int(count["matching"]),
        total=int(count["total"]),
        made_on=made_on,
        documents=queries.frame("documents"),
        statuses=queries.frame("status_by_year", fixed),
        targets=queries.frame("targets_by_year", fixed),
        goals=queries.frame("status_by_goal", judged),
        departments=queries.frame("status_by_department", judged),
        initiatives=queries.frame("takeaway_initiatives", fixed),
        cells=queries.frame("takeaway_cells", fixed),
        indicators=series.read(queries.frame("indicator_series", fixed)),
        undone=undone_years.read(queries.frame("undone_years", fixed)),
    )


def meeting_file_name(chosen: Filter, made_on: date) -> str:
    """Return the name of the workbook: '進行管理_会議資料_R2_防災課_20261124.xlsx'.

    A year that is due tells up to which year there are results.
    """
    asked, last = (filters.year_label(each) for each in (chosen.year, filters.judged(chosen).year))
    years = [asked] if asked == last else [asked, f"実績は{last}まで"]
    return file_names.file_name("進行管理_会議資料", [*years, *file_names.narrowed(chosen)], made_on, "xlsx")


def data_file_name(chosen: Filter, made_on: date, kind: str, ending: str) -> str:
    """Return the name of a data file, which holds all years whatever the chosen one: '進行管理_データ_全年度_20261124.xlsx'."""
    narrowed = file_names.narrowed(chosen)
    return file_names.file_name(f"進行管理_{kind}", [file_names.ALL_YEARS, *narrowed], made_on, ending)
