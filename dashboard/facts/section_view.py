"""What 担当課 shows: the sections under the filter, how they stood in each year, and those that are compared in their order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.facts import sections, standing
from dashboard.facts.sections import Stands
from dashboard.facts.standing import Standing
from dashboard.frame import filters


@dataclass(frozen=True)
class SectionView:
    """The sections under the filter: their frame, how they stood in each year, and those that are compared in their order.

    The comparison is with all sections under the other filters, so the choice of sections does not narrow it.
    """

    judged: Filter
    all_years: Filter
    of_all_sections: Filter
    asked_for: int
    years: Mapping[int, str]
    labels: Mapping[int, str]
    year_label: str
    stand: pd.DataFrame
    stands: Stands
    compared: list[str]
    current: str | None

    @property
    def year(self) -> int:
        """The last evaluated year up to the one that is asked for."""
        return self.judged.year

    @property
    def own(self) -> Standing:
        """How the chosen section, or all of them, stood in the year."""
        return sections.years_of(self.stands, self.current).get(self.year, standing.ABSENT)


def asked(chosen: Filter) -> SectionView:
    """Return what the store holds for the filter."""
    all_years, judged = filters.without_year(chosen), filters.judged(chosen)
    of_all_sections = replace(all_years, departments=())
    stands = queries.read(sections.read, "department_standing", of_all_sections)
    current = chosen.departments[0] if len(chosen.departments) == 1 else None
    ranked = sections.ranked(stands, judged.year)
    return SectionView(
        judged=judged,
        all_years=all_years,
        of_all_sections=of_all_sections,
        asked_for=chosen.year,
        years=filters.year_labels(),
        labels=filters.evaluated_labels(),
        year_label=filters.year_label(judged.year, "label_ja"),
        stand=queries.frame("department_standing", of_all_sections),
        stands=stands,
        compared=[name for name in ranked if current or not chosen.departments or name in chosen.departments],
        current=current,
    )
