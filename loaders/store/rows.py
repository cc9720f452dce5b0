"""A reading is a tree of values; the store holds it as flat rows with numbers that tie them together."""

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from loaders.codes import ABOUT_BOTH, ABOUT_OUTCOMES, Bands
from loaders.doubt.threshold import is_doubtful
from loaders.lengths import SENTENCES
from loaders.model import Cell, Finding, Indicator, Initiative, Outcome, Place, Quantity, Reading
from loaders.numbers.bases import base_of, base_value, in_base, in_unit
from loaders.numbers.equality import same_value
from loaders.outcomes.carry_over import ends
from loaders.pipeline import PlanReading
from loaders.prose.eras import label, label_ja
from loaders.rules import rule_rows
from loaders.store.code_tables import CODE_TABLES, code_rows
from loaders.store.identities import Identities
from loaders.store.promise_rows import promise_rows
from loaders.table.sidecar import Source

Row = dict[str, Any]
Rows = dict[str, list[Row]]
PLAN_ID = DOCUMENT_ID = 1


def rows_of(plan: PlanReading, *, bands: Bands, fingerprint: str, built_at: datetime, duckdb_version: str) -> Rows:
    """Return the rows of every table of schema.sql, in an order in which each refers only to rows before it.

    The plan is the only one: its rows are numbered from 1, its initiatives by their own numbers.
    """
    ids = Identities(plan)
    named = _Named(plan)
    return {
        **shared_rows(bands, fingerprint=fingerprint, built_at=built_at, duckdb_version=duckdb_version),
        "fiscal_year": [_fiscal_year(year) for year in _years(plan)],
        "plan": [_plan(plan)],
        "plan_part": [_part(plan.source, code, name) for code, name in plan.source.parts.items()],
        "document": [_document(plan, built_at)],
        "initiative": [_initiative(reading) for reading in plan.readings],
        "cell": _numbered("cell_id", (row for reading in plan.readings for row in _cells(reading))),
        "quantity": [row for reading in plan.readings for row in _quantities(reading, ids)],
        "indicator": [row for reading in plan.readings for row in _indicators(reading, ids)],
        "indicator_year": [row for reading in plan.readings for row in _indicator_years(reading, ids, named)],
        "other_cell": [row for reading in plan.readings for row in _other_cells(reading)],
        "body_verdict": [row for reading in plan.readings for row in _body_verdicts(reading)],
        "outcome": [row for reading in plan.readings for row in _outcomes(reading, named)],
        "promise": [row for reading in plan.readings for row in promise_rows(reading)],
        "finding": _numbered("finding_id", map(_finding, _all_findings(plan))),
        "correction": list(_corrections(plan)),
        "edition_change": [],
    }


def search_text(text: str) -> str:
    """Return a text as search compares it: one width, one case, no spaces.

    >>> search_text("Ｇ Ｉ Ｓ等")
    'gis等'
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def shared_rows(bands: Bands, *, fingerprint: str, built_at: datetime, duckdb_version: str) -> Rows:
    """Return the rows that belong to no plan: codes with their words, and what the store was built from."""
    return {
        **{table.name: list(code_rows(table)) for table in CODE_TABLES},
        "band_code": list(bands.rows()),
        "rule_code": list(rule_rows()),
        "build": [{"fingerprint": fingerprint, "built_at": built_at, "duckdb_version": duckdb_version}],
    }


class _Named:
    """Which years of which rows a finding casts doubt on."""

    def __init__(self, plan: PlanReading) -> None:
        found = [(one.kind, (one.number, one.year)) for one in _all_findings(plan) if not one.is_settled]
        self._figures = {at for kind, at in found if kind in ABOUT_BOTH}
        self._outcomes = {at for kind, at in found if kind in ABOUT_BOTH | ABOUT_OUTCOMES}

    def is_figure_doubtful(self, number: int, year: Row) -> bool:
        """Say so of an indicator's year; what a person corrected or confirmed is sure."""
        is_named = (number, year["year"]) in self._figures
        return not (year["is_corrected"] or year["is_confirmed"]) and (is_doubtful(year["confidence"]) or is_named)

    def is_outcome_doubtful(self, number: int, outcome: Outcome) -> bool:
        """Say so of a judged year; what a person corrected or confirmed is sure."""
        is_named = (number, outcome.year) in self._outcomes
        return not (outcome.is_corrected or outcome.is_confirmed) and (is_doubtful(outcome.confidence) or is_named)


def _numbered(key: str, rows: Iterator[Row]) -> list[Row]:
    return [{key: number, **row} for number, row in enumerate(rows, start=1)]


def _years(plan: PlanReading) -> range:
    """Return every fiscal year that some row names, without gaps."""
    named = set(plan.years) | {finding.year for finding in _all_findings(plan)} | {c.year for c in plan.corrections}
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


def _initiative(reading: Reading) -> Row:
    names = (
        *("number", "goal_code", "policy_code", "program_code", "program_code_printed", "program_name", "is_lead"),
        *("department", "department_unit", "former_department", "activity", "source_line", "source_page"),
        *("program_printed", "lead_printed", "department_printed", "number_printed", "measure_printed", "unit_printed"),
        "source_sheet",
    )
    row = reading.initiative
    keys = {"initiative_id": row.number, "plan_id": PLAN_ID, "document_id": DOCUMENT_ID}
    return keys | {name: getattr(row, name) for name in names} | _folded_names(row) | {"is_ended": False}


def _folded_names(row: Initiative) -> Row:
    section = (row.department, row.department_unit, row.former_department)
    names = (row.program_code, row.program_name, *section, row.activity)
    return {
        "search_text": " ".join(search_text(name) for name in names if name),
        "program_search_text": search_text(row.program_name),
        "activity_search_text": search_text(row.activity),
    }


def _places(printed: Place, place: Place) -> Row:
    return {"printed_kind": printed.kind, "printed_year": printed.year, "kind": place.kind, "year": place.year}


def _cells(reading: Reading) -> Iterator[Row]:
    for cell in reading.cells:
        yield {
            "initiative_id": reading.initiative.number,
            **_places(cell.printed, cell.place),
            "text": cell.text,
            "search_text": search_text(cell.text),
            "span_start": cell.span_start,
            "span_end": cell.span_end,
            "is_moved": cell.is_moved,
            "confidence": cell.confidence,
            "rule": cell.rule,
            "column_heading": cell.column.heading if cell.column and _is_one_of_several(cell, reading) else None,
            "ends_work": cell.place.kind == "plan" and ends(cell.text[:SENTENCES]),
            "document_id": DOCUMENT_ID,
            "is_confirmed": cell.is_confirmed,
        }


def _is_one_of_several(cell: Cell, reading: Reading) -> bool:
    """Return whether other columns share a cell's place, so that its heading tells them apart."""
    printed = next((p for p in reading.initiative.cells if p.place == cell.printed), None)
    return printed is not None and len(printed.columns) > 1


def _quantities(reading: Reading, ids: Identities) -> Iterator[Row]:
    names = ("role", "label", "value", "unit", "comparator", "as_of", "span_start", "span_end", "quote", "is_tagged")
    number = reading.initiative.number
    for quantity in reading.quantities:
        yield {
            "quantity_id": ids.quantity(number, quantity),
            "initiative_id": number,
            **_places(quantity.printed, quantity.place),
            **{name: getattr(quantity, name) for name in names},
            "is_cumulative": quantity.is_cumulative,
            "part_of_quantity_id": ids.total(number, quantity),
            "rule": quantity.rule,
            "base_value": base_value(quantity),
            "base_unit": base_of(quantity.unit)[0],
        }


def _indicators(reading: Reading, ids: Identities) -> Iterator[Row]:
    number = reading.initiative.number
    for position, indicator in enumerate(reading.indicators, start=1):
        yield {
            "indicator_id": ids.indicator(number, position),
            "initiative_id": number,
            "position": position,
            "name": indicator.name,
            "unit": indicator.unit,
            "baseline": indicator.baseline,
            "final_goal": indicator.final_goal,
            "direction": indicator.direction,
            "is_cumulative": indicator.is_cumulative,
            "baseline_quantity_id": ids.quantity(number, indicator.baseline_quantity),
            "final_goal_quantity_id": ids.quantity(number, indicator.final_goal_quantity),
            "read_name": indicator.read_name or indicator.name,
            "base_unit": base_of(indicator.unit)[0],
            "base_baseline": _in_base(indicator, indicator.baseline, indicator.baseline_quantity),
            "base_final_goal": _in_base(indicator, indicator.final_goal, indicator.final_goal_quantity),
        }


def _indicator_years(reading: Reading, ids: Identities, named: _Named) -> Iterator[Row]:
    number = reading.initiative.number
    for position, indicator in enumerate(reading.indicators, start=1):
        for row in _years_of(indicator, ids.indicator(number, position), number, ids):
            yield row | {"is_doubtful": named.is_figure_doubtful(number, row)}


def _years_of(indicator: Indicator, indicator_id: int, number: int, ids: Identities) -> Iterator[Row]:
    names = (
        *("year", "target", "result", "attainment", "is_met", "first_target", "is_corrected", "is_forecast"),
        *("confidence", "rule", "is_confirmed"),
    )
    for year in indicator.years:
        yield {
            "indicator_id": indicator_id,
            **{name: getattr(year, name) for name in names},
            "target_quantity_id": ids.quantity(number, year.target_quantity),
            "result_quantity_id": ids.quantity(number, year.result_quantity),
            "first_target_quantity_id": ids.quantity(number, year.first_target_quantity),
            "base_target": _in_base(indicator, year.target, year.target_quantity),
            "base_result": _in_base(indicator, year.result, year.result_quantity),
        }


def _in_base(indicator: Indicator, value: float | None, quantity: Quantity | None) -> float | None:
    """Return a value of an indicator in its base unit, exactly as its number says it where it was not corrected since."""
    if value is None:
        return None
    if quantity is not None and same_value(in_unit(quantity, indicator.unit), value):
        return base_value(quantity)
    return in_base(value, indicator.unit)


def _other_cells(reading: Reading) -> Iterator[Row]:
    number = reading.initiative.number
    for position, (heading, text) in enumerate(reading.initiative.other, start=1):
        yield {"initiative_id": number, "position": position, "heading": heading, "text": text}


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


def _outcomes(reading: Reading, named: _Named) -> Iterator[Row]:
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


def _all_findings(plan: PlanReading) -> Iterator[Finding]:
    for reading in plan.readings:
        yield from reading.findings
    yield from plan.findings


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
