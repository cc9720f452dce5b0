"""The store is a contract: its tables, columns, allowed values and comments hold, and a reader never sees half of it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from loaders.codes import Code
from loaders.corrections.cells import CORRECTED
from loaders.errors import InputError, StoreError
from loaders.model import Cell, Comparator, Direction, Kind, Reading, Reason, Role, Severity, Status
from loaders.pipeline import PlanReading
from loaders.store import replacing
from loaders.store.cell_rows import search_text
from loaders.store.code_tables import CODE_TABLES
from loaders.store.replacing import read_fingerprint
from loaders.store.writing import write_store
from tests.stores import leave_a_log

# What other programs rely on. Columns may be added, none renamed.
CONTRACT = {
    "fiscal_year": "year label label_ja starts ends",
    "plan": "plan_id title first_year last_year",
    "document": "document_id plan_id file_name sha256 loaded_at row_count",
    "initiative": "initiative_id plan_id number goal_code policy_code program_code program_name is_lead department "
    "department_unit former_department activity source_line",
    "cell": "initiative_id printed_kind printed_year kind year text is_moved confidence rule",
    "quantity": "quantity_id initiative_id printed_kind printed_year kind year role label value unit comparator as_of "
    "span_start span_end quote is_tagged",
    "indicator": "indicator_id initiative_id name unit baseline final_goal direction",
    "indicator_year": "indicator_id year target result attainment is_met target_quantity_id result_quantity_id",
    "outcome": "initiative_id year status is_carried_over reason rule evidence",
    "finding": "finding_id initiative_id year kind severity message quote",
    "correction": "number year item place expected corrected why who corrected_on",
}
ALLOWED: dict[tuple[str, str], type[Code]] = {
    ("cell", "printed_kind"): Kind,
    ("cell", "kind"): Kind,
    ("quantity", "printed_kind"): Kind,
    ("quantity", "kind"): Kind,
    ("quantity", "role"): Role,
    ("quantity", "comparator"): Comparator,
    ("indicator", "direction"): Direction,
    ("outcome", "status"): Status,
    ("outcome", "reason"): Reason,
    ("outcome", "evidence_kind"): Kind,
    ("finding", "severity"): Severity,
}


@pytest.fixture(scope="module")
def store(store_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(store_path), read_only=True) as connection:
        yield connection


def test_tables_and_columns_of_the_contract_are_there(store: duckdb.DuckDBPyConnection) -> None:
    found = store.execute("select table_name, column_name from duckdb_columns() where not internal").fetchall()
    assert {(table, column) for table, columns in CONTRACT.items() for column in columns.split()} <= set(found)


def test_every_table_view_and_column_of_a_table_has_a_comment(store: duckdb.DuckDBPyConnection) -> None:
    bare = store.execute("""
        select table_name from duckdb_tables() where not internal and comment is null
        union all
        select view_name from duckdb_views() where not internal and comment is null
        union all
        select table_name || '.' || column_name
        from duckdb_columns() join duckdb_tables() using (table_name)
        where not duckdb_columns.internal and duckdb_columns.comment is null
    """).fetchall()
    assert bare == []


def test_every_table_has_a_primary_key(store: duckdb.DuckDBPyConnection) -> None:
    keyless = store.execute("""
        select table_name from duckdb_tables() where not internal and not has_primary_key
    """).fetchall()
    assert keyless == []


@pytest.mark.parametrize(
    ("place", "values"), ALLOWED.items(), ids=lambda value: ".".join(value) if isinstance(value, tuple) else ""
)
def test_allowed_values_are_those_of_the_model(
    store: duckdb.DuckDBPyConnection, place: tuple[str, str], values: type[Code]
) -> None:
    table, column = place
    stated = store.execute(
        "select referenced_table from duckdb_constraints() "
        "where table_name = ? and constraint_type = 'FOREIGN KEY' and constraint_column_names = [?]",
        [table, column],
    ).fetchall()
    assert stated == [(next(codes.name for codes in CODE_TABLES if codes.members is values),)]


def test_store_can_be_opened_by_the_release_before(store: duckdb.DuckDBPyConnection) -> None:
    [(tags,)] = store.execute("select tags from duckdb_databases() where not internal and path is not null").fetchall()
    assert str(tags["storage_version"]).startswith("v1.5.0")


def test_everything_that_was_read_is_stored(store: duckdb.DuckDBPyConnection, plan_reading: PlanReading) -> None:
    readings = plan_reading.readings
    expected = {
        "initiative": len(readings),
        "cell": sum(len(r.cells) for r in readings),
        "quantity": sum(len(r.quantities) for r in readings),
        "indicator": sum(len(r.indicators) for r in readings),
        "indicator_year": sum(len(i.years) for r in readings for i in r.indicators),
        "outcome": sum(len(r.outcomes) for r in readings),
        "finding": sum(len(r.findings) for r in readings) + len(plan_reading.findings),
    }
    counts = {table: store.execute(f"select count(*) from {table}").fetchall()[0][0] for table in expected}
    assert counts == expected


def test_numbers_of_indicators_are_those_of_their_quantities(store: duckdb.DuckDBPyConnection) -> None:
    strays = store.execute("""
        select y.indicator_id, y.year
        from indicator_year as y
        join indicator as i using (indicator_id)
        join quantity as q on q.quantity_id in (y.target_quantity_id, y.result_quantity_id)
        where q.initiative_id <> i.initiative_id or q.value not in (y.target, y.result)
    """).fetchall()
    assert strays == []


def test_quote_of_every_quantity_stands_at_its_span(store: duckdb.DuckDBPyConnection) -> None:
    strays = store.execute("""
        with printed as (
            select initiative_id, printed_kind, printed_year, string_agg(text, '' order by span_start) as text
            from cell
            group by all
        )
        select q.quantity_id, q.quote
        from quantity as q
        join printed as p
            on p.initiative_id = q.initiative_id
            and p.printed_kind = q.printed_kind
            and p.printed_year is not distinct from q.printed_year
        where substr(p.text, q.span_start + 1, q.span_end - q.span_start) <> q.quote
    """).fetchall()
    assert strays == []


def test_fiscal_years_are_labelled_as_administration_does(store: duckdb.DuckDBPyConnection) -> None:
    labels = store.execute("select label, label_ja from fiscal_year where year in (2018, 2019) order by year").fetchall()
    assert labels == [("H30", "平成30年度"), ("R1", "令和元年度")]


def test_search_text_has_one_width_one_case_and_no_spaces() -> None:
    assert search_text("Ｇ Ｉ Ｓ等の\u3000ＬＩＮＥ") == "gis等のline"


@pytest.fixture(scope="module")
def wide_store(plan_reading: PlanReading, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A store in which the first row's names are of full width."""
    first = plan_reading.readings[0]
    row = replace(
        first.initiative, activity="ＳＮＳ の活用", program_name="ＩＣＴ㈱の 導入", department_unit="ＧＩＳ係", row=()
    )
    plan = replace(plan_reading, readings=(replace(first, initiative=row), *plan_reading.readings[1:]))
    place = tmp_path_factory.mktemp("wide") / "plan.duckdb"
    write_store(plan, place, fingerprint="x")
    with duckdb.connect(str(place), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("word", ["ＳＮＳ", "sns", "SNS", "ICT(株)", "GIS"])
def test_names_are_found_whatever_their_width_and_case(word: str, wide_store: duckdb.DuckDBPyConnection) -> None:
    asked = "select initiative_id from initiative_search where contains(search_text, ?) and initiative_id = 1"
    assert wide_store.execute(asked, [search_text(word)]).fetchall() == [(1,)]


@pytest.mark.parametrize(("word", "kind"), [("SNSの活用", "activity"), ("ict(株)の導入", "program")])
def test_name_is_a_place_that_is_found_and_stands_verbatim(word: str, kind: str, wide_store: duckdb.DuckDBPyConnection) -> None:
    asked = "select kind, text from search_place where contains(search_text, ?) and initiative_id = 1"
    [(found, text)] = wide_store.execute(asked, [search_text(word)]).fetchall()
    assert (found, search_text(text)) == (kind, search_text(word))
    assert text.startswith(("Ｓ", "Ｉ"))


def test_words_of_two_names_are_not_found_as_one(store: duckdb.DuckDBPyConnection) -> None:
    [(department, activity)] = store.execute("select department, activity from initiative where initiative_id = 1").fetchall()
    asked = "select count(*) from initiative_search where contains(search_text, ?) and initiative_id = 1"
    assert store.execute(asked, [search_text(department)]).fetchall() == [(1,)]
    assert store.execute(asked, [search_text(department + activity)]).fetchall() == [(0,)]


def test_brackets_of_full_width_in_the_shipped_names_are_found(store: duckdb.DuckDBPyConnection) -> None:
    printed = store.execute("select number from initiative where contains(program_name, '（BCP）')").fetchall()
    found = store.execute("select initiative_id from initiative_search where contains(search_text, '(bcp)')").fetchall()
    assert printed
    assert set(printed) <= set(found)


def lossy(plan: PlanReading) -> PlanReading:
    """The plan with the last character of a cell lost."""
    reading = next(r for r in plan.readings if r.cells[0].text)
    cell = reading.cells[0]
    cut = replace(cell, text=cell.text[:-1], span_end=cell.span_end - 1)
    return with_cells(plan, reading, (cut, *reading.cells[1:]))


def with_cells(plan: PlanReading, reading: Reading, cells: tuple[Cell, ...]) -> PlanReading:
    readings = tuple(replace(r, cells=cells) if r is reading else r for r in plan.readings)
    return replace(plan, readings=readings)


def unfit(plan: PlanReading) -> PlanReading:
    """The plan with a confidence that the schema forbids."""
    reading = plan.readings[0]
    return with_cells(plan, reading, (replace(reading.cells[0], confidence=2.0), *reading.cells[1:]))


def without_a_cell(plan: PlanReading) -> PlanReading:
    return with_cells(plan, plan.readings[0], plan.readings[0].cells[1:])


@pytest.mark.parametrize("damage", [lossy, unfit, without_a_cell])
def test_store_that_fails_its_checks_never_replaces_the_old_one(damage, plan_reading: PlanReading, tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    write_store(plan_reading, store, fingerprint="old")
    old = store.read_bytes()
    with pytest.raises(StoreError):
        write_store(damage(plan_reading), store, fingerprint="x")
    assert store.read_bytes() == old
    assert os.listdir(tmp_path) == ["plan.duckdb"]


def test_left_over_of_a_killed_load_is_no_matter(plan_reading: PlanReading, tmp_path: Path) -> None:
    write_store(plan_reading, tmp_path / "plan.duckdb.new", fingerprint="half")
    os.truncate(tmp_path / "plan.duckdb.new", 50_000)
    write_store(plan_reading, tmp_path / "plan.duckdb", fingerprint="x")
    assert os.listdir(tmp_path) == ["plan.duckdb"]


def _old_store_with_a_log(plan_reading: PlanReading, folder: Path) -> tuple[Path, Path]:
    store = folder / "plan.duckdb"
    write_store(plan_reading, store, fingerprint="old")
    return store, leave_a_log(store)


def test_log_that_a_killed_program_left_does_not_spoil_the_new_store(plan_reading: PlanReading, tmp_path: Path) -> None:
    store, _ = _old_store_with_a_log(plan_reading, tmp_path)
    write_store(plan_reading, store, fingerprint="new")
    assert os.listdir(tmp_path) == ["plan.duckdb"]
    assert read_fingerprint(store) == "new"


def test_log_stays_with_the_old_store_that_could_not_be_replaced(
    plan_reading: PlanReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, log = _old_store_with_a_log(plan_reading, tmp_path)
    logged, replace_file = log.read_bytes(), os.replace

    def refuse(source: Path, target: Path) -> None:
        if target == store:
            raise PermissionError(13, "in use")
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(replacing, "REPLACE_PAUSE_SECONDS", 0)
    with pytest.raises(InputError, match="前回のデータはそのまま"):
        write_store(plan_reading, store, fingerprint="new")
    assert log.read_bytes() == logged
    assert read_fingerprint(store) == "old"


def test_store_that_cannot_be_opened_once_in_its_place_is_told(
    plan_reading: PlanReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, log = _old_store_with_a_log(plan_reading, tmp_path)
    logged, replace_file = log.read_bytes(), os.replace

    def replace_while_somebody_writes(source: Path, target: Path) -> None:
        replace_file(source, target)
        if target == store:
            log.write_bytes(logged)

    monkeypatch.setattr(os, "replace", replace_while_somebody_writes)
    with pytest.raises(InputError, match="開いて確かめられませんでした") as caught:
        write_store(plan_reading, store, fingerprint="new")
    assert "前回のデータはそのまま" not in str(caught.value)


def test_path_with_an_apostrophe_is_a_path(plan_reading: PlanReading, tmp_path: Path) -> None:
    store = tmp_path / "l'office" / "plan.duckdb"
    store.parent.mkdir()
    write_store(plan_reading, store, fingerprint="x")
    assert store.is_file()


def test_store_in_use_on_windows_is_said_so(plan_reading: PlanReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = []

    def refuse(*paths: Path) -> None:
        attempts.append(paths)
        raise PermissionError(13, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(replacing, "REPLACE_PAUSE_SECONDS", 0)
    with pytest.raises(InputError, match="別のプログラムが使っている"):
        write_store(plan_reading, tmp_path / "plan.duckdb", fingerprint="x")
    assert len(attempts) == replacing.REPLACE_ATTEMPTS
    assert os.listdir(tmp_path) == []


def test_corrected_cells_keep_the_contract(plan_reading: PlanReading, tmp_path: Path) -> None:
    reading = plan_reading.readings[0]
    first = reading.cells[0]
    moved = replace(first, place=reading.cells[1].printed, rule=CORRECTED, confidence=1.0)
    plan = with_cells(plan_reading, reading, (moved, *reading.cells[1:]))
    write_store(plan, tmp_path / "plan.duckdb", fingerprint="x")
    with duckdb.connect(str(tmp_path / "plan.duckdb"), read_only=True) as connection:
        assert connection.execute("select rule from cell order by cell_id limit 1").fetchall() == [(CORRECTED,)]
