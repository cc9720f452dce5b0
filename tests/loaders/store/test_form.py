"""A second store of a process has the tables of the first one, though they are copied; nothing of the copying stays."""

from pathlib import Path

import duckdb
import pytest

from loaders.pipeline import PlanReading
from loaders.store import form, memory
from loaders.store.new_store import NewStore
from loaders.store.schema import tables
from loaders.store.writing import write_store

# What a store is to other programs, wherever its parts stand in the file.
LAYOUT = (
    "select table_name, comment, sql from duckdb_tables() where not internal order by all",
    "select table_name, column_name, column_index, comment, data_type from duckdb_columns() where not internal order by all",
    "select table_name, constraint_text from duckdb_constraints() order by all",
    "select view_name, comment, sql from duckdb_views() where not internal order by all",
)


def layout(store: Path) -> list[list[tuple[object, ...]]]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return [connection.execute(sql).fetchall() for sql in LAYOUT]


@pytest.fixture(autouse=True)
def no_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form, "_FORMS", {})


def test_a_copied_store_is_laid_out_as_the_first_one(plan_reading: PlanReading, tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_store(plan_reading, tmp_path / f"{name}.duckdb", fingerprint="x")
    assert tables() in form._FORMS
    assert layout(tmp_path / "second.duckdb") == layout(tmp_path / "first.duckdb")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.duckdb", "second.duckdb"]


@pytest.mark.parametrize("broken", [b"", b"no database"])
def test_tables_that_cannot_be_copied_are_made(broken: bytes, tmp_path: Path) -> None:
    form._FORMS[tables()] = broken
    with NewStore(tmp_path / "made.duckdb") as store:
        store.finish()
    memory.empty(tmp_path / "made.duckdb")
    assert layout(tmp_path / "made.duckdb")[0]
    assert [path.name for path in tmp_path.iterdir()] == ["made.duckdb"]


def test_where_nothing_can_be_put_beside_a_store_its_tables_are_made(tmp_path: Path) -> None:
    with NewStore(tmp_path / "first.duckdb") as store:
        store.finish()
    memory.spill_folder(tmp_path / "made.duckdb").touch()
    with NewStore(tmp_path / "made.duckdb") as store:
        store.finish()
    assert layout(tmp_path / "made.duckdb") == layout(tmp_path / "first.duckdb")
