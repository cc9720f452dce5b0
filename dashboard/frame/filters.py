"""One filter is in force on every page: which it is, and what of the plan it holds for: its years, its leads, its sections."""

from dataclasses import replace
from typing import Final

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.text import words

CHOSEN: Final = "chosen_filter"


def chosen() -> Filter:
    """Return the filter in force, which app.py draws before any page runs; every page asks for it first."""
    if PagesManager.uses_pages_directory or CHOSEN not in st.session_state:
        _start_over_with_frame()
    held: Filter = st.session_state[CHOSEN]
    return held


def _start_over_with_frame() -> None:
    """Run app.py after all where Streamlit ran a page by itself.

    Until `st.navigation` is called for the first time in a process, Streamlit takes a folder named `pages` for the pages
    of the app: a link to a page, opened as the very first visit, would show that page without filters and titles. Of two
    first visits at once the later one finds Streamlit's word for the process mended, and only its session tells.
    """
    PagesManager.uses_pages_directory = False
    st.rerun()


def tells_leads() -> bool:
    """Return whether the table marks some sections as leading and others not."""
    return bool(queries.records("plan")[0]["tells_leads"])


def names_sections() -> bool:
    """Return whether the table says of any row whose it is."""
    return any(words.section(str(row["department"])) for row in queries.records("departments"))


def last_evaluated() -> int:
    """Return the last year for which the table has evaluations; the plan's last where it has none at all."""
    years = queries.records("years")
    return int(([row for row in years if row["is_evaluated"]] or years)[-1]["year"])


def judged(chosen: Filter) -> Filter:
    """Return the filter for what only an evaluated year can tell: a later year falls back to the last evaluated one."""
    return replace(chosen, year=min(chosen.year, last_evaluated()))


def year_labels(column: str = "label") -> dict[int, str]:
    """Return the plan's years in order, each as it is said: {2017: 'H29', …}, or '平成29年度' with the column 'label_ja'."""
    return {int(row["year"]): str(row[column]) for row in queries.records("years")}


def evaluated_labels() -> dict[int, str]:
    """Return the years that the table has evaluations for, as `year_labels` does."""
    return {year: label for year, label in year_labels().items() if year <= last_evaluated()}


def year_label(year: int, column: str = "label") -> str:
    """Return how a year is said: 'R2', or '令和2年度' with the column 'label_ja'."""
    return year_labels(column)[year]


def without_year(chosen: Filter) -> Filter:
    """Return the filter with a fixed year, for frames that don't depend on it, so that a change of year hits the cache."""
    return replace(chosen, year=0)
