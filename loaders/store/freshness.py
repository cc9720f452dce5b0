"""A store is current when it was built from these documents, sidecars, corrections and this very program."""

import hashlib
import os
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

import duckdb
from filelock import FileLock, Timeout

from loaders.codes import BANDS_SETTING, Bands, read_bands
from loaders.corrections.form import FILE_NAME, read_corrections
from loaders.errors import InputError
from loaders.files import read_bytes, read_if_there
from loaders.limits import LOAD_SECONDS, limited, load_limit
from loaders.mapping.reading import read_document
from loaders.pipeline import PlanReading, read_plan
from loaders.store.disk import disk_trouble
from loaders.store.rows import Rows
from loaders.store.writing import check_place, log_path, read_fingerprint, stored_row_count, write_store
from loaders.table.sidecar import read_source, sidecar_path

LOADERS = Path(__file__).parents[1]
DATA = LOADERS.parent / "data"
DOCUMENT, CORRECTIONS, STORE = DATA / "inzai_joho4_progress.txt", DATA / FILE_NAME, DATA / "plan.duckdb"

Progress = Callable[[float, str], None]


class Action(StrEnum):
    """What ensure_current did."""

    KEPT = "kept"
    BUILT = "built"


@dataclass(frozen=True)
class Built:
    """What was done about a store, and why; `plan` and `rows` are what was loaded, None where the store was kept.

    `rows_before` is how many rows of the table the replaced store held, None where there was none that could be read.
    """

    action: Action
    why: str
    seconds: float
    plan: PlanReading | None = None
    rows: Rows | None = None
    rows_before: int | None = None


@dataclass(frozen=True)
class Inputs:
    """What a store is built from."""

    document: Path = DOCUMENT
    corrections: Path = CORRECTIONS


def program_mark(folder: Path) -> str:
    """Return a checksum over a folder of loaders: their Python and SQL, and what the second reader was trained to."""
    kinds = ("*.py", "*.sql", "*.npy")
    return _checksum(dict.fromkeys(sorted(path for kind in kinds for path in folder.rglob(kind)), "プログラム"))


def _checksum(files: Mapping[Path, str]) -> str:
    """Return a checksum over files, each with what it is called in an error; a missing file counts as such."""
    digest = hashlib.sha256()
    for path, what in files.items():
        content = read_if_there(path, what)
        digest.update(f"{path.name}\0{'missing' if content is None else len(content)}\0".encode())
        digest.update(content or b"")
    return digest.hexdigest()


# What this process runs. The files may be newer, and a store that it builds must not pass for theirs.
RUNNING: Final = program_mark(LOADERS)


def fingerprint(inputs: Inputs) -> str:
    """Return a checksum over the document, its sidecar, the corrections and the loaders that run.

    Raise InputError where one of them is there and cannot be read.
    """
    given = {inputs.document: "資料", sidecar_path(inputs.document): "資料の説明", inputs.corrections: "訂正"}
    return f"{_checksum(given)}{_bands()}{RUNNING}"


def _bands() -> Bands:
    """Return the scale of attainment that this installation has set; raise InputError where its setting is no scale."""
    try:
        return read_bands(os.environ.get(BANDS_SETTING))
    except ValueError as error:
        todo = "設定を直すか消してから、もう一度起動してください。"
        raise InputError(str(error), where=f"環境変数 {BANDS_SETTING}", todo=todo) from error


def stored_fingerprint(store: Path) -> str | None:
    """Return the fingerprint that a store was built with, None where there is no store or it is damaged.

    Raise StoreInUseError where another program has it open for writing: nobody can say then what it was built with.
    """
    try:
        return _fingerprint_within(store, *_state(store), *_state(log_path(store)))
    except (duckdb.Error, OSError):
        return None


def _state(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _fingerprint_within(store: Path, *_states: int) -> str | None:
    """Remember the answer for the files as they are: asked at every visit, opening the store would be most of the time.

    A failure is no answer and is not remembered: the next visit may find the store readable.
    """
    return read_fingerprint(store)


def is_current(store: Path, inputs: Inputs) -> bool:
    """Return whether the store was built from the inputs as they are now; raise StoreInUseError as stored_fingerprint does."""
    return stored_fingerprint(store) == fingerprint(inputs)


def ensure_current(
    store: Path = STORE, inputs: Inputs | None = None, *, progress: Progress | None = None, force: bool = False
) -> Built:
    """Build the store where it is missing or stale, once however many processes and threads ask; return what was done.

    `progress` is told the share done (0 to 1) and the step, in Japanese. Raise InputError where the input cannot be loaded or
    another program writes to the store: an older store is then still at `store`, and the error's text is for the person.
    """
    began, inputs, tell = time.monotonic(), inputs or Inputs(), progress or _say_nothing
    if not force and is_current(store, inputs):
        return Built(Action.KEPT, "データは最新です。", time.monotonic() - began)
    check_place(store)
    tell(0.0, "読み込みの順番を待っています")
    with _held_lock(store):
        if not force and is_current(store, inputs):
            return Built(Action.KEPT, "ほかの人の読み込みが終わったところです。", time.monotonic() - began)
        why = _why_built(store, inputs)
        before = stored_row_count(store)
        plan, rows = load(store, inputs, tell)
    return Built(Action.BUILT, why, time.monotonic() - began, plan, rows, before)


def _why_built(store: Path, inputs: Inputs) -> str:
    """Return why a store that is about to be built is, said once it is done."""
    if not store.is_file():
        return "データがないため作りました。"
    stored = stored_fingerprint(store)
    if stored is None:
        return "前回のデータを読めなかったため作り直しました。"
    if stored == fingerprint(inputs):
        return "データは最新でしたが、指定のとおり作り直しました。"
    return "データが古いため作り直しました。"


def _held_lock(store: Path) -> AbstractContextManager[object]:
    """Return the lock of a store, acquired: a file beside it, so that it holds for processes and threads alike."""
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(lock_file(store)).acquire(timeout=2 * LOAD_SECONDS)
    except Timeout as error:
        todo = "その読み込みを止めてから、もう一度読み込んでください。"
        raise InputError("ほかの読み込みが終わりません。", where=str(store), todo=todo) from error
    except OSError as error:
        raise disk_trouble(error, store) from error


def lock_file(store: Path) -> Path:
    """Return where the lock of a store is: acquiring it empties the file, so nobody else's may bear the name."""
    return store.with_name(f".{store.name}.loading")


def load(store: Path, inputs: Inputs, progress: Progress) -> tuple[PlanReading, Rows]:
    """Read the inputs and write the store, whatever it holds now; raise InputError as ensure_current does."""
    if program_mark(LOADERS) != RUNNING:
        todo = "ダッシュボード（または読み込みのコマンド）を起動し直してください。"
        raise InputError("読み込みのプログラムが、起動したあとに更新されています。", where=str(LOADERS), todo=todo)
    mark = fingerprint(inputs)
    progress(0.1, "資料を読んでいます")
    data = read_bytes(inputs.document, "資料")
    source = read_source(inputs.document, data)
    with limited(LOAD_SECONDS, load_limit(inputs.document.name)):
        document = read_document(data, inputs.document.name, missing_numbers=source.missing_numbers)
        progress(0.2, "数値と評価を読み取っています")
        plan = read_plan(document, source, read_corrections(inputs.corrections))
    progress(0.7, "データを書き込んでいます")
    rows = write_store(plan, store, fingerprint=mark, bands=_bands())
    progress(1.0, "読み込みが終わりました")
    return plan, rows


def _say_nothing(_share: float, _step: str) -> None:
    pass
