"""Every layout, clean and dirty, a family a module."""

from tests.intake.cells import CASES
from tests.intake.layouts import (
    across,
    blocks,
    bodies_forms,
    bodies_more,
    bodies_own,
    bodies_places,
    bodies_reports,
    bodies_words,
    containers,
    down,
    goals,
    judged,
    kind_rows,
    naming,
    no_year,
    sections,
    values,
)

__all__ = [
    "CASES",
    "across",
    "blocks",
    "bodies_forms",
    "bodies_more",
    "bodies_own",
    "bodies_places",
    "bodies_reports",
    "bodies_words",
    "containers",
    "down",
    "goals",
    "judged",
    "kind_rows",
    "naming",
    "no_year",
    "sections",
    "values",
]
