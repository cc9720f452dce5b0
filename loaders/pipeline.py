"""Reading goes one way: rows, cells at their true places, numbers, series, outcomes, and how sure each is.

A person's word is put in at each step.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.alignment.alignment import Alignment, align, as_they_stand
from loaders.corrections.applying import check_fit, correct_cells, correct_indicators, correct_outcomes
from loaders.corrections.form import Correction
from loaders.doubt.weighing import weigh_reading
from loaders.limits import ROW_SECONDS, limited, row_limit
from loaders.model import Cell, Finding, Initiative, Reading
from loaders.numbers.quantities import read_quantities
from loaders.outcomes.checks import check
from loaders.outcomes.judging import judge
from loaders.series.indicators import build_indicators
from loaders.series.stated import evaluated, prose, stated_indicators, stated_quantities
from loaders.table.codes import repair_codes
from loaders.table.document import Document
from loaders.table.names import find_misspelt_names
from loaders.table.sidecar import Source


@dataclass(frozen=True)
class PlanReading:
    """All that was concluded about a plan: what it is, its rows, what is odd about the plan as a whole, who corrected what."""

    title: str
    body: str
    document_title: str
    years: tuple[int, ...]
    evaluated_years: tuple[int, ...]
    source: Source
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...]


def read_plan(document: Document, source: Source, corrections: Sequence[Correction] = ()) -> PlanReading:
    """Return all that the loaders conclude from a document; raise CorrectionError where a correction does not fit it."""
    check_fit(corrections, {row.number for row in document.initiatives}, document.places)
    initiatives, code_findings = repair_codes(document.initiatives)
    readings = []
    for row, alignment in zip(initiatives, _aligned(document, initiatives), strict=True):
        own = tuple(correction for correction in corrections if correction.number == row.number)
        with limited(ROW_SECONDS, row_limit(row, source.file_name)):
            reading = read_initiative(row, correct_cells(alignment.cells, own), document.evaluated_years, own)
        readings.append(replace(reading, findings=alignment.findings + reading.findings))
    document_title = source.title or document.title or source.file_name
    return PlanReading(
        title=source.plan_title or document_title,
        body=source.body,
        document_title=document_title,
        years=document.years,
        evaluated_years=document.evaluated_years,
        source=source,
        readings=tuple(readings),
        findings=(
            *document.findings,
            *code_findings,
            *find_misspelt_names(initiatives, source.body),
            *check(readings),
        ),
        corrections=tuple(corrections),
    )


def _aligned(document: Document, initiatives: Sequence[Initiative]) -> tuple[Alignment, ...]:
    """Return the rows' cells at their true places: a grid's stand where they stand, and so do values; words may have moved."""
    if document.is_sure:
        return tuple(map(as_they_stand, initiatives))
    found = zip(initiatives, align(initiatives), strict=True)
    return tuple(as_they_stand(row) if row.measures else alignment for row, alignment in found)


def read_initiative(
    row: Initiative, cells: Sequence[Cell], evaluated_years: Sequence[int], corrections: Sequence[Correction] = ()
) -> Reading:
    """Return what is concluded about a row whose cells stand at their true places."""
    unread: tuple[Finding, ...] = ()
    unplaced: tuple[Finding, ...] = ()
    if row.measures:
        quantities, indicators = stated_quantities(row), stated_indicators(row)
    else:
        quantities, unread = read_quantities(row, prose(cells))
        indicators, unplaced = build_indicators(row, prose(cells), quantities)
    indicators = correct_indicators(indicators, corrections)
    outcomes, doubts = judge(row, evaluated(row, cells), indicators, evaluated_years)
    reading = Reading(
        initiative=row,
        cells=tuple(cells),
        quantities=quantities,
        indicators=indicators,
        outcomes=correct_outcomes(outcomes, corrections),
        findings=tuple(
            finding if finding.number is not None else replace(finding, number=row.number)
            for finding in (*unread, *unplaced, *doubts)
        ),
    )
    return weigh_reading(reading)
