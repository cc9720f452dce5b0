"""A store is built when it is missing or stale, once however many ask, and never at the cost of the old one."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from loaders.corrections.form import COLUMNS
from loaders.errors import CorrectionError, DocumentError, InputError
from loaders.store import freshness
from loaders.store import inputs as store_inputs
from loaders.store.freshness import Action, ensure_current, is_current, stored_fingerprint
from loaders.store.inputs import DOCUMENT, Inputs, fingerprint, program_mark
from loaders.store.replacing import StoreInUseError
from loaders.table.sidecar import read_source, sidecar_path
from tests.stores import leave_a_log, open_for_writing
from tests.tables import ROW


def contents(store: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return connection.execute("select number, kind, year, text from cell join initiative using (initiative_id)").fetchall()


def test_missing_store_is_built_with_progress_to_its_end(inputs: Inputs, tmp_path: Path) -> None:
    told: list[float] = []
    built = ensure_current(tmp_path / "new" / "plan.duckdb", inputs, progress=lambda share, step: told.append(share))
    assert built.action is Action.BUILT
    assert built.counts is not None
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_current_store_is_kept(inputs: Inputs, current_store: Path) -> None:
    store = current_store
    before = store.stat()
    assert ensure_current(store, inputs).action is Action.KEPT
    assert (store.stat().st_ino, store.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_was_done_is_said_as_it_was(inputs: Inputs, tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    assert ensure_current(store, inputs).why == "データがないため作りました。"
    assert ensure_current(store, inputs).why == "データは最新です。"
    assert ensure_current(store, inputs, force=True).why == "データは最新でしたが、指定のとおり作り直しました。"
    change_document(inputs)
    assert ensure_current(store, inputs).why == "データが古いため作り直しました。"
    os.truncate(store, 20_000)
    assert ensure_current(store, inputs).why == "前回のデータを読めなかったため作り直しました。"


def change_document(inputs: Inputs) -> None:
    inputs.document.write_text(inputs.document.read_text(encoding="utf-8").replace("増やす", "減らす"), encoding="utf-8")


def add_sidecar(inputs: Inputs) -> None:
    sidecar_path(inputs.document).write_text('[plan]\nbody = "印西市"\n', encoding="utf-8")


def add_corrections(inputs: Inputs) -> None:
    inputs.corrections.write_text(",".join(COLUMNS), encoding="utf-8")


@pytest.mark.parametrize("change", [change_document, add_sidecar, add_corrections])
def test_store_older_than_what_it_is_built_from_is_built_again(change, inputs: Inputs, current_store: Path) -> None:
    store = current_store
    change(inputs)
    assert not is_current(store, inputs)
    assert ensure_current(store, inputs).action is Action.BUILT
    assert is_current(store, inputs)


def test_store_older_than_the_loaders_is_stale(inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = tmp_path / "rule.py"
    rule.write_text("old", encoding="utf-8")
    before = program_mark(tmp_path)
    assert program_mark(tmp_path) == before
    rule.write_text("new", encoding="utf-8")
    assert program_mark(tmp_path) != before
    monkeypatch.setattr(store_inputs, "RUNNING", before)
    old = fingerprint(inputs)
    monkeypatch.setattr(store_inputs, "RUNNING", program_mark(tmp_path))
    assert fingerprint(inputs) != old


def test_loaders_that_are_newer_than_what_runs_build_no_store(
    inputs: Inputs, current_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = current_store
    old = contents(store)
    monkeypatch.setattr(store_inputs, "LOADERS", tmp_path)
    assert ensure_current(store, inputs).action is Action.KEPT
    change_document(inputs)
    with pytest.raises(InputError, match="起動し直して"):
        ensure_current(store, inputs)
    assert contents(store) == old


@pytest.mark.parametrize("length", [0, 20, 4096, 10_000, 20_000, 100_000])
def test_store_that_is_cut_off_has_no_fingerprint(length: int, current_store: Path) -> None:
    os.truncate(current_store, length)
    assert stored_fingerprint(current_store) is None


@pytest.mark.parametrize("length", [0, 20, 20_000])
def test_store_that_is_cut_off_is_built_again(length: int, inputs: Inputs, current_store: Path) -> None:
    store = current_store
    os.truncate(store, length)
    assert ensure_current(store, inputs).action is Action.BUILT
    assert is_current(store, inputs)


def test_current_store_beside_a_log_of_another_store_is_built_again(inputs: Inputs, current_store: Path) -> None:
    store = current_store
    log = leave_a_log(store)
    foreign = log.read_bytes()
    ensure_current(store, inputs, force=True)
    assert is_current(store, inputs)
    log.write_bytes(foreign)
    assert ensure_current(store, inputs).action is Action.BUILT
    assert is_current(store, inputs)


@pytest.mark.parametrize("force", [False, True])
def test_store_that_another_program_writes_to_is_kept_and_told(force: bool, inputs: Inputs, current_store: Path) -> None:
    store = current_store
    before = store.stat().st_ino
    change_document(inputs)
    with open_for_writing(store), pytest.raises(StoreInUseError, match="書き込み用に開いている"):
        ensure_current(store, inputs, force=force)
    assert store.stat().st_ino == before


def test_store_is_seen_to_be_current_once_the_other_program_is_closed(inputs: Inputs, current_store: Path) -> None:
    store = current_store
    freshness._fingerprint_within.cache_clear()
    with open_for_writing(store), pytest.raises(StoreInUseError):
        ensure_current(store, inputs)
    assert ensure_current(store, inputs).action is Action.KEPT


def test_database_of_another_program_has_no_fingerprint(tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    with duckdb.connect(str(store)) as connection:
        connection.execute("create table other (x integer)")
    assert stored_fingerprint(store) is None


def test_damaged_document_leaves_the_old_store_and_says_so(inputs: Inputs, current_store: Path) -> None:
    store = current_store
    before, old = store.read_bytes(), contents(store)
    inputs.document.write_text(f"見出しのない表\n{ROW}\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="前回のデータはそのまま"):
        ensure_current(store, inputs)
    assert store.read_bytes() == before
    assert contents(store) == old
    inputs.document.unlink()
    with pytest.raises(InputError, match="開けません"):
        ensure_current(store, inputs)
    assert contents(store) == old


def test_correction_that_does_not_fit_leaves_the_old_store(inputs: Inputs, current_store: Path) -> None:
    store = current_store
    old = contents(store)
    line = "7,2017,status,,met,unmet,理由,係,2026-11-24"
    inputs.corrections.write_text(f"{','.join(COLUMNS)}\n{line}\n", encoding="utf-8")
    with pytest.raises(CorrectionError, match="2行目"):
        ensure_current(store, inputs)
    assert contents(store) == old


def test_many_threads_build_once(inputs: Inputs, tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    with ThreadPoolExecutor(8) as pool:
        actions = [built.action for built in pool.map(lambda _: ensure_current(store, inputs), range(8))]
    assert sorted(actions) == [Action.BUILT] + [Action.KEPT] * 7


# As programs of their own, for a pool's workers would import what pytest runs as __main__: after a page's test, the app.
ENSURE = """
import sys
from pathlib import Path
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
store, document, corrections = map(Path, sys.argv[1:])
print(ensure_current(store, Inputs(document, corrections)).action.name)
"""


def test_many_processes_build_once(inputs: Inputs, tmp_path: Path) -> None:
    paths = [str(path) for path in (tmp_path / "plan.duckdb", inputs.document, inputs.corrections)]
    command = [sys.executable, "-c", ENSURE, *paths]
    programs = [subprocess.Popen(command, cwd=DOCUMENT.parents[1], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [program.communicate()[0].strip() for program in programs]
    assert sorted(said) == [Action.BUILT.name] + [Action.KEPT.name] * 2


def test_lock_is_free_after_a_failure(inputs: Inputs, tmp_path: Path) -> None:
    text = inputs.document.read_text(encoding="utf-8")
    inputs.document.write_text("", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        ensure_current(tmp_path / "plan.duckdb", inputs)
    inputs.document.write_text(text, encoding="utf-8")
    assert caught.value
    assert ensure_current(tmp_path / "plan.duckdb", inputs).action is Action.BUILT


def test_store_is_rebuilt_while_a_reader_has_it_open(inputs: Inputs, current_store: Path) -> None:
    store = current_store
    with duckdb.connect() as reader:
        reader.execute(f"attach '{store}' as store (read_only)")
        before = reader.execute("select * from store.cell order by cell_id").fetchall()
        change_document(inputs)
        ensure_current(store, inputs)
        assert is_current(store, inputs)
        assert reader.execute("select * from store.cell order by cell_id").fetchall() == before
    assert any("減らす" in str(row) for row in contents(store))


def test_folder_that_is_a_file_is_said_so(inputs: Inputs, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="書き込めません"):
        ensure_current(tmp_path / "taken" / "plan.duckdb", inputs)


def test_shipped_sidecar_states_the_checksum_of_the_shipped_document() -> None:
    data = DOCUMENT.read_bytes()
    source = read_source(DOCUMENT, data)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.plan_title, source.body) == ("第4次情報化計画", "印西市")


def test_checksum_in_capitals_is_the_same(inputs: Inputs) -> None:
    data = inputs.document.read_bytes()
    stated = hashlib.sha256(data).hexdigest().upper()
    sidecar_path(inputs.document).write_text(f'[document]\nsha256 = "{stated}"\n', encoding="utf-8")
    assert read_source(inputs.document, data).sha256 == stated.lower()


def test_document_that_its_sidecar_does_not_know_is_refused_with_the_line_to_write(inputs: Inputs) -> None:
    sidecar_path(inputs.document).write_text(f'[document]\nsha256 = "{"0" * 64}"\n', encoding="utf-8")
    data = inputs.document.read_bytes()
    with pytest.raises(DocumentError, match="チェックサム") as caught:
        read_source(inputs.document, data)
    assert f'sha256 = "{hashlib.sha256(data).hexdigest()}"' in caught.value.todo


@pytest.mark.parametrize(
    "text",
    [
        "[plan",
        "[document]\norigin = [1]\n",
        '[document]\nread_on = "きのう"\n',
        '[document]\nmissing_numbers = ["三"]\n',
        "plan = 3\n",
    ],
)
def test_sidecar_that_cannot_be_read_is_refused(text: str, inputs: Inputs) -> None:
    sidecar_path(inputs.document).write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"table\.toml"):
        read_source(inputs.document, b"")
