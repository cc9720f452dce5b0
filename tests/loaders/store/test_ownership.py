"""Whatever name is given for a store, nothing is overwritten but a store that this program made."""

import os
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from loaders.__main__ import EXIT_BAD_INPUT, main
from loaders.errors import InputError
from loaders.store.freshness import Action, ensure_current
from loaders.store.inputs import Inputs
from loaders.store.ownership import BLOCK_SIZE, is_replaceable


def text(path: Path) -> None:
    path.write_text("会議の覚え書き", encoding="utf-8")


def zeros(path: Path) -> None:
    path.write_bytes(bytes(20_000))


def database(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table budget as select 1 as yen")


def empty_database(path: Path) -> None:
    duckdb.connect(str(path)).close()


def damaged_database(path: Path) -> None:
    database(path)
    os.truncate(path, 15_000)


def database_with_blocks_like_ours(path: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{path}' as other (block_size {BLOCK_SIZE})")
        connection.execute("create table other.build as select 1 as number")


def folder(path: Path) -> None:
    path.mkdir()
    text(path / "inside.txt")


FOREIGN = [text, zeros, database, empty_database, damaged_database, database_with_blocks_like_ours, folder]


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("make", FOREIGN)
def test_store_never_takes_the_place_of_what_this_program_did_not_make(
    make: Callable[[Path], None], inputs: Inputs, tmp_path: Path
) -> None:
    make(tmp_path / "mine")
    before = everything_in(tmp_path)
    with pytest.raises(InputError, match="上書きはしません"):
        ensure_current(tmp_path / "mine", inputs, force=True)
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("make", FOREIGN)
def test_file_that_a_store_is_built_in_never_takes_the_place_of_anything(
    make: Callable[[Path], None], inputs: Inputs, tmp_path: Path
) -> None:
    make(tmp_path / "plan.duckdb.new")
    before = everything_in(tmp_path)
    with pytest.raises(InputError, match=r"plan\.duckdb\.new"):
        ensure_current(tmp_path / "plan.duckdb", inputs)
    assert everything_in(tmp_path) == before


def test_document_is_no_place_for_its_store(inputs: Inputs) -> None:
    before = inputs.document.read_bytes()
    assert main(["--document", str(inputs.document), "--store", str(inputs.document)]) == EXIT_BAD_INPUT
    assert inputs.document.read_bytes() == before


def test_lock_of_a_store_empties_no_file_that_is_named_like_one(inputs: Inputs, tmp_path: Path) -> None:
    (tmp_path / "poetry.lock").write_text("kept", encoding="utf-8")
    ensure_current(tmp_path / "poetry", inputs)
    assert (tmp_path / "poetry.lock").read_text(encoding="utf-8") == "kept"


def test_store_with_an_analysts_own_table_is_still_ours(inputs: Inputs, tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    ensure_current(store, inputs)
    with duckdb.connect(str(store)) as connection:
        connection.execute("create table note (words varchar)")
    assert ensure_current(store, inputs, force=True).action is Action.BUILT


def test_new_name_and_an_empty_file_are_free(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert is_replaceable(tmp_path / "none")
    assert is_replaceable(tmp_path / "empty")
