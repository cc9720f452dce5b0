"""A store is current when it was built from its inputs as they are now; else it is built, once however many ask."""

import time
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from engines.address import Address
from engines.installation import STORE
from loaders.errors import InputError
from loaders.limits import LOAD_SECONDS
from loaders.parts import Progress, say_nothing
from loaders.store.building import load
from loaders.store.counting import Counts
from loaders.store.disk import disk_trouble
from loaders.store.inputs import Inputs, fingerprint
from loaders.store.publishing import is_published, lake_of, publish
from loaders.store.replacing import check_place, log_path, read_fingerprint, stored_row_count


class Action(StrEnum):
    """What ensure_current did."""

    KEPT = "kept"
    BUILT = "built"


@dataclass(frozen=True)
class Built:
    """What was done about a store, and why; `counts` are what was loaded, None where the store was kept.

    `rows_before` is how many rows of the table the replaced store held, None where there was none that could be read.
    """

    action: Action
    why: str
    seconds: float
    counts: Counts | None = None
    rows_before: int | None = None


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


def is_current(store: Path, inputs: Inputs, lake: Address | None = None) -> bool:
    """Return whether the store was built from the inputs as they are now, and is in its lake, where it has one.

    Raise StoreInUseError as stored_fingerprint does, InputError where the lake cannot be asked.
    """
    return stored_fingerprint(store) == fingerprint(inputs) and is_published(store, lake or lake_of(store))


def ensure_current(
    store: Path = STORE,
    inputs: Inputs | None = None,
    *,
    progress: Progress | None = None,
    force: bool = False,
    lake: Address | None = None,
) -> Built:
    """Build the store where it is missing or stale, once however many processes and threads ask; return what was done.

    What is built is also put into the `lake`, by default the one of this installation, if it has one.

    `progress` is told the share done (0 to 1) and the step, in Japanese. Raise InputError where the input cannot be loaded or
    another program writes to the store: an older store is then still at `store`, and the error's text is for the person.
    """
    began, inputs, tell, lake = time.monotonic(), inputs or Inputs(), progress or say_nothing, lake or lake_of(store)
    if not force and is_current(store, inputs, lake):
        return Built(Action.KEPT, "データは最新です。", time.monotonic() - began)
    check_place(store)
    tell(0.0, "読み込みの順番を待っています")
    with _held_lock(store):
        if not force and stored_fingerprint(store) == fingerprint(inputs):
            why = "ほかの人の読み込みが終わったところです。" if lake is None else "データは最新です。"
            built = Built(Action.KEPT, why, 0)
        else:
            why, before = _why_built(store, inputs), stored_row_count(store)
            built = Built(Action.BUILT, why, 0, load(store, inputs, tell, force=force), before)
        if lake is not None and (force or not is_published(store, lake)):
            tell(1.0, "データの置き場所に書き込んでいます")
            publish(store, lake)
            built = replace(built, action=Action.BUILT)
    return replace(built, seconds=time.monotonic() - began)


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
