"""A section (担当課) answers for what it leads (主担当) and for its part in what others lead; the two are told apart."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from dashboard.facts import standing
from dashboard.facts.standing import ABSENT, Standing
from dashboard.text.records import Record, known

ALL_SECTIONS: Final = "全課"
Stands = Mapping[tuple[str | None, bool | None], Mapping[int, Standing]]


def rows(frame: pd.DataFrame, department: str | None, is_lead: bool | None = None) -> pd.DataFrame:
    """Return the rows of `department_standing` for a section (None: all sections) in a role (None: both)."""
    own = frame["department"].isna() if department is None else frame["department"] == department
    role = frame["is_lead"].isna() if is_lead is None else (frame["is_lead"] == is_lead).fillna(False)
    return frame[own & role]


def read(frame: pd.DataFrame) -> Stands:
    """Return how each section, and all together (None), stands in each role (None: both) and year."""
    found: dict[tuple[str | None, bool | None], dict[int, Standing]] = {}
    for record in frame.to_dict("records"):
        department, is_lead = known(record["department"]), known(record["is_lead"])
        role = None if is_lead is None else bool(is_lead)
        found.setdefault((department, role), {})[int(record["year"])] = standing.read(record)
    return found


def years_of(stands: Stands, department: str | None, is_lead: bool | None = None) -> Mapping[int, Standing]:
    """Return how a section stands in each year; a year without it is left out."""
    return stands.get((department, is_lead), {})


def ranked(stands: Stands, year: int) -> list[str]:
    """Return the sections with the most trouble of a year first."""
    names = {department for department, _ in stands if department is not None}
    return sorted(names, key=lambda name: (years_of(stands, name).get(year, ABSENT).rank, name))


def carried(initiatives: pd.DataFrame, year: int) -> list[list[Record]]:
    """Return the years of each initiative that is carried over in `year`, back to where its run began, longest first."""
    own: dict[int, list[Record]] = {}
    now = []
    for item in initiatives[initiatives["year"] <= year].sort_values("year").to_dict("records"):
        own.setdefault(int(item["number"]), []).append(item)
        if item["year"] == year and item["is_carried_over"]:
            now.append(item)
    now.sort(key=lambda item: (-item["carried_run"], item["number"]))
    return [[each for each in own[int(item["number"])] if each["year"] > year - item["carried_run"]] for item in now]
