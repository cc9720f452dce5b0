"""Reading goes one way: rows, cells at their true places, numbers, series, outcomes, and how sure each is.

A person's word is put in at each step.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.alignment.alignment import find_customs
from loaders.corrections.applying import check_fit
from loaders.corrections.form import Correction
from loaders.model import Finding, Reading
from loaders.parts import Around, Progress, read_parts, say_nothing
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


def read_plan(
    document: Document,
    source: Source,
    corrections: Sequence[Correction] = (),
    progress: Progress = say_nothing,
    processes: int | None = None,
) -> PlanReading:
    """Return all that the loaders conclude from a document; raise CorrectionError where a correction does not fit it.

    `progress` is told the share of the rows that are read, and what a person may be told; `processes` is as in read_parts.
    """
    check_fit(corrections, {row.number for row in document.initiatives}, document.places)
    initiatives, code_findings = repair_codes(document.initiatives)
    by_number: dict[int, tuple[Correction, ...]] = {}
    for correction in corrections:
        by_number[correction.number] = (*by_number.get(correction.number, ()), correction)
    around = Around(find_customs(initiatives), document.evaluated_years, by_number, source.file_name, document.is_sure)
    parts = list(read_parts(initiatives, around, progress, processes))
    document_title = source.title or document.title or source.file_name
    return PlanReading(
        title=source.plan_title or document_title,
        body=source.body,
        document_title=document_title,
        years=document.years,
        evaluated_years=document.evaluated_years,
        source=source,
        readings=tuple(reading for part in parts for reading in part.readings),
        findings=(
            *document.findings,
            *code_findings,
            *find_misspelt_names(initiatives, source.body),
            *(finding for part in parts for finding in part.in_words),
            *(finding for part in parts for finding in part.in_numbers),
        ),
        corrections=tuple(corrections),
    )
