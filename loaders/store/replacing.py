"""A new store takes the old one's place in one step, whoever has it open; readers see the old one or the new, never half."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import duckdb

from engines.connecting import is_in_use
from loaders.errors import InputError
from loaders.store.asking import asked
from loaders.store.disk import disk_trouble
from loaders.store.ownership import check_replaceable

REPLACE_ATTEMPTS, REPLACE_PAUSE_SECONDS = 20, 0.25


class StoreInUseError(InputError):
    """Another program has the store open for writing: what it holds cannot be seen, and must not be replaced under it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "データを別のプログラムが書き込み用に開いているため、読むことも入れ替えることもできません。",
            where=str(path),
            todo="そのプログラムを閉じるか、読み取り専用で開き直してから、もう一度読み込んでください。",
        )


def read_fingerprint(path: Path) -> str | None:
    """Return the fingerprint that the store at `path` was built with, None where it states none.

    Raise FileNotFoundError where there is none, StoreInUseError where another program has it open for writing, duckdb.Error
    where it is no store or cannot be opened.
    """
    # To ask a database for a file that is not there takes as long as to open one.
    path.stat()
    try:
        with asked(path) as connection:
            found = connection.execute("select fingerprint from store.build").fetchall()
    except duckdb.Error as error:
        if is_in_use(error):
            raise StoreInUseError(path) from error
        raise
    return str(found[0][0]) if found else None


def stored_row_count(path: Path) -> int | None:
    """Return how many rows the documents of the store at `path` have, None where it cannot be read, for whatever reason."""
    if not path.exists():
        return None
    try:
        with asked(path) as connection:
            [(count,)] = connection.execute("select sum(row_count) from store.document").fetchall()
    except duckdb.Error:
        return None
    return None if count is None else int(count)


def log_path(path: Path) -> Path:
    """Return where DuckDB logs what was written to a database and is not in its file yet."""
    return path.with_name(f"{path.name}.wal")


def remove(paths: Sequence[Path]) -> None:
    """Remove files, where they are there."""
    for path in paths:
        path.unlink(missing_ok=True)


def put_in_place(new: Path, path: Path) -> None:
    """Put the new store in the old one's place, without the log that a killed program left beside the old one.

    DuckDB would apply that log to the new store, find that it belongs to another, and refuse to open it. The log goes first, so
    that no reader ever meets the two together, and comes back where the old store stays.
    """
    log = log_path(path)
    aside = log.with_name(f"{log.name}.old")
    is_logged = log.exists()
    if is_logged:
        os.replace(log, aside)
    try:
        _replace_patiently(new, path)
    except BaseException:
        if is_logged:
            os.replace(aside, log)
        raise
    remove([aside])


def _replace_patiently(new: Path, path: Path) -> None:
    """Replace a file. Windows refuses while a reader has the old one open: wait for it a little."""
    for _ in range(REPLACE_ATTEMPTS - 1):
        try:
            os.replace(new, path)
            return
        except PermissionError:
            time.sleep(REPLACE_PAUSE_SECONDS)
    try:
        os.replace(new, path)
    except PermissionError as error:
        todo = "データを開いているツールを閉じてから、もう一度読み込んでください。"
        raise InputError("データを別のプログラムが使っているため、入れ替えられません。", where=str(path), todo=todo) from error


def work_file(path: Path) -> Path:
    """Return where a store is built before it takes its place."""
    return path.with_name(f"{path.name}.new")


def check_place(path: Path) -> None:
    """Raise InputError where a store at `path` could not be replaced, or must not be, before anything is read for it.

    Another program that writes to it would go on writing to a file that is gone: StoreInUseError.
    """
    try:
        with suppress(duckdb.Error, OSError):
            read_fingerprint(path)
        check_replaceable(path, work_file(path))
    except OSError as error:
        raise disk_trouble(error, path) from error


def check_in_place(path: Path, fingerprint: str) -> None:
    """Open the store as its readers will; raise InputError where that fails or shows another store."""
    try:
        found, why = read_fingerprint(path), "別のデータになっています"
    except StoreInUseError:
        # Somebody has opened it for writing since, so it can be opened.
        return
    except (duckdb.Error, OSError) as error:
        found, why = None, str(error)
    if found != fingerprint:
        raise InputError(
            f"データを書き込みましたが、開いて確かめられませんでした（{why}）。",
            where=str(path),
            todo="データを開いているほかのツールを閉じてから、もう一度読み込んでください。",
            kept="前回のデータは新しいデータに入れ替わっています。",
        )
