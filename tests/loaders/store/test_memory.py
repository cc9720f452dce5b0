"""A store is built within a bound of memory; what does not fit waits beside it, and nothing of it stays."""

from pathlib import Path

import duckdb
import pytest

from loaders.pipeline import PlanReading
from loaders.store import memory
from loaders.store.writing import write_store

SORTED = "select md5(range::varchar) as words from range(2_000_000) order by words"


def limit(connection: duckdb.DuckDBPyConnection) -> int:
    [(found,)] = connection.execute("select parse_formatted_bytes(current_setting('memory_limit'))").fetchall()
    return int(found)


def test_what_does_not_fit_waits_beside_the_store_and_goes(tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    with duckdb.connect() as connection:
        memory.bound(connection, store, 64 << 20)
        connection.execute(f"create table found as {SORTED}")
        assert list(memory.spill_folder(store).glob("duckdb_temp_*"))
    memory.empty(store)
    assert list(tmp_path.iterdir()) == []


def test_a_machine_that_allows_less_is_heeded(tmp_path: Path) -> None:
    with duckdb.connect(config={"memory_limit": "32MiB"}) as connection:
        memory.bound(connection, tmp_path / "plan.duckdb")
        assert limit(connection) == 32 << 20


def test_a_folder_with_something_of_somebody_else_stays(tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    memory.spill_folder(store).mkdir()
    for name in ("notes.txt", "duckdb_temp_storage_DEFAULT-0.tmp"):
        (memory.spill_folder(store) / name).touch()
    memory.empty(store)
    assert [file.name for file in memory.spill_folder(store).iterdir()] == ["notes.txt"]


def test_what_a_killed_load_left_goes_with_the_next(plan_reading: PlanReading, tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    left = memory.spill_folder(tmp_path / "plan.duckdb.new")
    left.mkdir()
    (left / "duckdb_temp_storage_DEFAULT-0.tmp").touch()
    write_store(plan_reading, store, fingerprint="x")
    assert [file.name for file in tmp_path.iterdir()] == [store.name]


def test_what_cannot_wait_on_the_disk_has_all_memory(
    plan_reading: PlanReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded, unbind, unbound = memory.bound, memory.unbind, []

    def unbinding(connection: duckdb.DuckDBPyConnection) -> None:
        unbound.append(limit(connection))
        unbind(connection)

    greedy = "create table greedy as select list(range) as numbers from range(20_000_000)"
    monkeypatch.setattr("loaders.store.new_store.views", lambda: greedy)
    monkeypatch.setattr(memory, "bound", lambda connection, path: bounded(connection, path, 100 << 20))
    monkeypatch.setattr(memory, "unbind", unbinding)
    write_store(plan_reading, tmp_path / "plan.duckdb", fingerprint="x")
    assert unbound == [100 << 20]
    assert [file.name for file in tmp_path.iterdir()] == ["plan.duckdb"]
