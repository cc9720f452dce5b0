"""A file for a meeting says of itself what it holds: which plan, year and filter, by which scale, from which document, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard import filters, matrix, queries, series, store, words
from dashboard.queries import Filter


@dataclass(frozen=True)
class Contents:
    """Everything that a file for a meeting holds under one filter. `year` is the last evaluated one up to the chosen year."""

    plan: str
    year: int
    year_ja: str
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
    undone: tuple[matrix.Row, ...]

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
        labels=filters.year_labels(),
        labels_ja=filters.year_labels("label_ja"),
        last_evaluated=filters.last_evaluated(),
        narrowed=tuple(filters.parts(chosen)),
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
        undone=matrix.read(queries.frame("undone_years", fixed)),
    )


def file_name(chosen: Filter, made_on: date, kind: str, ending: str) -> str:
    """Return a name that tells files of several filters and days apart: '進行管理_会議資料_R2_防災課_20261124.xlsx'."""
    narrowed = [
        *([words.LEADS[chosen.lead]] if chosen.lead is not None else []),
        *chosen.departments[:2],
        *(["ほか"] if len(chosen.departments) > 2 else []),
        *([chosen.scope] if chosen.scope else []),
        *(["ことば"] if chosen.words else []),
    ]
    year = filters.year_label(filters.judged(chosen).year)
    return "_".join(["進行管理", kind, year, *narrowed, f"{made_on:%Y%m%d}"]) + f".{ending}"
