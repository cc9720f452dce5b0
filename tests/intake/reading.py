"""What a file states, read in this process and without a store: quicker than a load, and judged by the same rules."""

from __future__ import annotations

from pathlib import Path

from loaders.model import Finding
from loaders.pipeline import read_plan
from loaders.records.reading import read_document
from loaders.table.sidecar import Source
from tests.intake.measure import Stated


def read(path: Path) -> tuple[list[Stated], list[Finding]]:
    """The series of a file as the store would hold them, and the findings."""
    plan = read_plan(read_document(path.read_bytes(), path.name), Source(path.name, "0" * 64), processes=1)
    stated: list[Stated] = []
    for reading in plan.readings:
        row = reading.initiative
        names = {"activity": row.activity, "program": row.program_name, "department": row.department}
        nothing = {"name": None, "unit": None, "baseline": None, "final": None}
        none = {"year": None, "target": None, "result": None, "met": None}
        stated += [{**names, **nothing, **none}] if not reading.indicators else []
        for series in reading.indicators:
            whole = {"name": series.name, "unit": series.unit, "baseline": series.baseline, "final": series.final_goal}
            years = [{"year": y.year, "target": y.target, "result": y.result, "met": y.is_met} for y in series.years]
            stated += [{**names, **whole, **year} for year in years or [none]]
    return stated, [*plan.findings, *(finding for reading in plan.readings for finding in reading.findings)]
