"""What a list of indicators shows: those under the filter, the year in question, and how a visitor wants them listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.facts import judged_targets
from dashboard.facts.due import Due
from dashboard.facts.series import Series
from dashboard.frame.shown_query import Query

AS_LIST: Final = "一覧"
AS_CHARTS: Final = "グラフ"
AS_TABLE: Final = "表"


@dataclass(frozen=True)
class IndicatorView:
    """The indicators under the filter, the year in question and the last one evaluated up to it, and how they are listed."""

    every: tuple[Series, ...]
    waiting: tuple[Due, ...]
    labels: Mapping[int, str]
    asked_for: int
    year: int
    query: Query
    order: str = judged_targets.BY_GAP
    with_all: bool = False
    without_outside: bool = False
    shown_as: str = AS_LIST

    @property
    def is_due(self) -> bool:
        """Whether the year in question has no evaluation yet."""
        return self.asked_for != self.year

    @property
    def label(self) -> str:
        """How the evaluated year is called."""
        return self.labels[self.year]
