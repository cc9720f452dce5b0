"""A plan as it was read is the rows of all tables of the store: what each kind of thing comes to is said in *_rows.py."""

from collections.abc import Iterator
from datetime import date, datetime

from loaders.bands import Bands
from loaders.model import Finding, Reading
from loaders.pipeline import PlanReading
from loaders.prose.eras import label, label_ja
from loaders.rules import rule_rows
from loaders.store.cell_rows import cell_rows, initiative_row, other_cell_rows
from loaders.store.code_tables import CODE_TABLES, code_rows
from loaders.store.doubtful_years import DoubtfulYears, all_findings
from loaders.store.identities import DOCUMENT_ID, PLAN_ID, Identities, Row, Rows
from loaders.store.indicator_rows import indicator_rows, indicator_year_rows, quantity_rows
from loaders.store.promise_rows import promise_rows
from loaders.table.sidecar import Source


def rows_of(plan: PlanReading, *, bands: Bands, fingerprint: str, built_at: datetime, duckdb_version: str) -> Rows:
    """Return the rows of every table of schema.sql, in an order in which each refers only to rows before it.

    The plan is the only one: its rows are numbered from 1, its initiatives by their own numbers.
    """
    ids = Identities(plan)
    named = DoubtfulYears(plan)
    return {
        **shared_rows(bands, fingerprint=fingerprint, built_at=built_at, duckdb_version=duckdb_version),
        "fiscal_year": [_fiscal_year(year) for year in _years(plan)],
        "plan": [_plan(plan)],
        "plan_part": [_part(plan.source, code, name) for code, name in plan.source.parts.items()],
        "document": [_document(plan, built_at)],
        "initiative": [initiative_row(reading) for reading in plan.readings],
        "cell": _numbered("cell_id", (row for reading in plan.readings for row in cell_rows(reading))),
        "quantity": [row for reading in plan.readings for row in quantity_rows(reading, ids)],
        "indicator": [row for reading in plan.readings for row in indicator_rows(reading, ids)],
        "indicator_year": [row for reading in plan.readings for row in indicator_year_rows(reading, ids, named)],
        "other_cell": [row for reading in plan.readings for row in other_cell_rows(reading)],
        "body_verdict": [row for reading in plan.readings for row in _body_verdicts(reading)],
        "outcome": [row for reading in plan.readings for row in _outcomes(reading, named)],
        "promise": [row for reading in plan.readings for row in promise_rows(reading)],
        "finding": _numbered("finding_id", map(_finding, all_findings(plan))),
        "correction": list(_corrections(plan)),
        "edition_change": [],
    }


def shared_rows(bands: Bands, *, fingerprint: str, built_at: datetime, duckdb_version: str) -> Rows:
    """Return the rows that belong to no plan: codes with their words, and what the store was built from."""
    return {
        **{table.name: list(code_rows(table)) for table in CODE_TABLES},
        "band_code": list(bands.rows()),
        "rule_code": list(rule_rows()),
        "build": [{"fingerprint": fingerprint, "built_at": built_at, "duckdb_version": duckdb_version}],
    }


def _numbered(key: str, rows: Iterator[Row]) -> list[Row]:
    return [{key: number, **row} for number, row in enumerate(rows, start=1)]


def _years(plan: PlanReading) -> range:
    """Return every fiscal year that some row names, without gaps."""
    named = set(plan.years) | {finding.year for finding in all_findings(plan)} | {c.year for c in plan.corrections}
    for reading in plan.readings:
        named |= {cell.place.year for cell in reading.cells} | {quantity.place.year for quantity in reading.quantities}
        named |= {year.year for indicator in reading.indicators for year in indicator.years}
    known = {year for year in named if year is not None}
    return range(min(known), max(known) + 1)


def _fiscal_year(year: int) -> Row:
    return {
        "year": year,
        "label": label(year),
        "label_ja": label_ja(year),
        "starts": date(year, 4, 1),
        "ends": date(year + 1, 3, 31),
    }


def _plan(plan: PlanReading) -> Row:
    return {
        "plan_id": PLAN_ID,
        "title": plan.title,
        "body": plan.body,
        "first_year": plan.years[0],
        "last_year": plan.years[-1],
        "last_evaluated_year": max(plan.evaluated_years, default=None),
        "flagships": list(plan.source.flagships),
        "name": f"{plan.body} {plan.title}".strip(),
        "trouble": None,
        "fingerprint": "",
    }


def _part(source: Source, code: str, name: str) -> Row:
    return {"plan_id": PLAN_ID, "code": code, "name": name, "source": source.parts_source}


def _document(plan: PlanReading, loaded_at: datetime) -> Row:
    return {
        "document_id": DOCUMENT_ID,
        "plan_id": PLAN_ID,
        "file_name": plan.source.file_name,
        "title": plan.document_title,
        "origin": plan.source.origin,
        "licence": plan.source.licence,
        "read_on": plan.source.read_on,
        "sha256": plan.source.sha256,
        "loaded_at": loaded_at,
        "row_count": len(plan.readings),
        "edition": 1,
        "mapping": None,
    }


def _body_verdicts(reading: Reading) -> Iterator[Row]:
    for position, grade in enumerate(reading.initiative.grades, start=1):
        yield {
            "initiative_id": reading.initiative.number,
            "position": position,
            "year": grade.year,
            "words": grade.words,
            "heading": grade.heading,
            "meaning": grade.meaning or None,
            "measure": grade.measure or None,
            "says": grade.says,
        }


def _outcomes(reading: Reading, named: DoubtfulYears) -> Iterator[Row]:
    names = ("year", "status", "is_carried_over", "reason", "rule", "evidence", "confidence", "span_start", "span_end")
    for outcome in reading.outcomes:
        place = outcome.evidence_place
        yield {
            "initiative_id": reading.initiative.number,
            **{name: getattr(outcome, name) for name in names},
            "evidence_kind": place and place.kind,
            "evidence_year": place and place.year,
            "carried_rule": outcome.carried_rule,
            "reason_quote": outcome.reason_quote,
            "reason_rule": outcome.reason_rule,
            "is_corrected": outcome.is_corrected,
            "is_confirmed": outcome.is_confirmed,
            "is_doubtful": named.is_outcome_doubtful(reading.initiative.number, outcome),
        }


def _finding(finding: Finding) -> Row:
    names = ("year", "kind", "severity", "message", "quote", "is_settled")
    return {"plan_id": PLAN_ID, "initiative_id": finding.number} | {name: getattr(finding, name) for name in names}


def _corrections(plan: PlanReading) -> Iterator[Row]:
    """Yield the lines of the file by their lines, then what was said on the screen, and whether each was put in."""
    names = ("number", "year", "item", "place", "expected", "corrected", "why", "who", "corrected_on", "revision")
    found = {misfit.correction.revision_key: misfit.found for misfit in plan.misfits}
    last = max((correction.line for correction in plan.corrections), default=0)
    for correction in plan.corrections:
        if correction.revision is not None:
            last += 1
        yield {
            "correction_id": correction.line if correction.revision is None else last,
            "plan_id": PLAN_ID,
            **{name: getattr(correction, name) for name in names},
            "is_applied": correction.revision is None or correction.revision_key not in found,
            "found": found.get(correction.revision_key),
        }
