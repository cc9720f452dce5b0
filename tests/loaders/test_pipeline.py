"""The steps of reading go one way, each on what the one before concluded, and nothing is lost between them."""

from dataclasses import replace
from datetime import date

from loaders.corrections.cells import CORRECTED
from loaders.corrections.form import Correction, Item
from loaders.corrections.form_fields import place_code
from loaders.model import Kind, Place, Reading, Status
from loaders.pipeline import PlanReading, read_plan
from loaders.table.document import Document, parse_document
from loaders.table.sidecar import UNKNOWN_BODY, Source

UNKNOWN = Source("表.txt", "0" * 64)


def small(text: str) -> Document:
    return parse_document(text, "表.txt")


def test_every_row_has_a_reading_in_order(document: Document, readings: tuple[Reading, ...]) -> None:
    assert [r.initiative.number for r in readings] == [row.number for row in document.initiatives]


def test_pieces_of_every_printed_cell_make_up_its_text(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        for printed in reading.initiative.cells:
            pieces = sorted((c for c in reading.cells if c.printed == printed.place), key=lambda c: c.span_start)
            assert "".join(piece.text for piece in pieces) == printed.text


def test_every_evaluated_year_has_one_outcome(plan_reading: PlanReading) -> None:
    for reading in plan_reading.readings:
        assert tuple(outcome.year for outcome in reading.outcomes) == plan_reading.evaluated_years


def test_findings_of_a_row_name_the_row(readings: tuple[Reading, ...]) -> None:
    found = [(reading.initiative.number, finding.number) for reading in readings for finding in reading.findings]
    assert all(number == said for number, said in found)


def test_reading_twice_concludes_the_same(document: Document, plan_reading: PlanReading) -> None:
    assert read_plan(document, plan_reading.source) == plan_reading


def test_document_without_a_sidecar_is_named_by_its_first_line(small_document: str) -> None:
    plan = read_plan(small(small_document), UNKNOWN)
    assert (plan.title, plan.body) == ("第4次情報化計画 進行管理表", UNKNOWN_BODY)


def test_document_without_any_title_is_named_by_its_file(small_document: str) -> None:
    assert read_plan(small(small_document[small_document.index("番号") :]), UNKNOWN).title == "表.txt"


def test_damaged_name_of_the_body_is_told_where_the_body_is_known(small_document: str) -> None:
    damaged = small(small_document.replace("増やす。", "増やす。印西市と伊西市。"))
    named = read_plan(damaged, replace(UNKNOWN, body="印西市")).findings
    assert [(f.kind, f.quote, f.number) for f in named] == [("misspelt_name", "伊西市", 1)]
    assert read_plan(damaged, UNKNOWN).findings == ()


def test_corrected_place_moves_the_words_and_the_steps_after_it_see_it(small_document: str) -> None:
    printed, true = Place(Kind.PLAN, 2019), Place(Kind.RESULT, 2018)
    fix = correction(Item.CELL_PLACE, place_code(printed), place_code(true), place=place_code(printed))
    plan = read_plan(small(small_document), UNKNOWN, [fix])
    [cell] = [c for c in plan.readings[0].cells if c.printed == printed]
    assert (cell.place, cell.rule, cell.is_moved) == (true, CORRECTED, True)
    assert {q.place for q in plan.readings[0].quantities if q.printed == printed} <= {true}
    assert plan.corrections == (fix,)


def test_corrected_status_is_marked(small_document: str) -> None:
    [reading] = read_plan(small(small_document), UNKNOWN).readings
    concluded = reading.outcomes[0]
    other = Status.CLOSED if concluded.status is not Status.CLOSED else Status.MET
    fix = correction(Item.STATUS, concluded.status.value, other.value, year=concluded.year)
    [corrected] = read_plan(small(small_document), UNKNOWN, [fix]).readings
    assert (corrected.outcomes[0].status, corrected.outcomes[0].is_corrected) == (other, True)
    assert corrected.outcomes[1:] == reading.outcomes[1:]


def correction(item: Item, expected: str, corrected: str, *, year: int | None = None, place: str = "") -> Correction:
    return Correction(2, 1, year, item, place, expected, corrected, "理由", "係", date(2026, 11, 24))
