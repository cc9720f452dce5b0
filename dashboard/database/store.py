"""The store is one DuckDB file that is replaced as a whole while people read it.

It is attached, read-only, to a database in memory: a plain `duckdb.connect(path)` would go on returning the replaced
file for as long as any older connection lives. Every name in SQL is said as `store.table`, so another address in the
ATTACH is one setting.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple
from uuid import uuid4

import duckdb
import pandas as pd
import streamlit as st

SETTING: Final = "PLAN_STORE"
DEFAULT: Final = Path(__file__).resolve().parents[2] / "data" / "plan.duckdb"
# Windows refuses to replace a file that anybody has open, so there the loaders could not replace a store that visitors read.
READS_A_COPY: bool = os.name == "nt"
# A copy is not to be removed between its making and its opening.
_OPENING: Final = Lock()


class Identity(NamedTuple):
    """Which file is in place: it changes whenever the store is replaced, so caches are keyed on it."""

    path: str
    inode: int
    modified_ns: int


class ReplacedError(Exception):
    """The store that was to be read has been replaced before it was opened."""


# The store that a run has begun with: a page whose parts come from two stores contradicts itself.
_HELD: Final[ContextVar[Identity | None]] = ContextVar("held_store", default=None)


def path() -> Path:
    """Return where the store is: the environment's PLAN_STORE, else data/plan.duckdb."""
    return Path(os.environ.get(SETTING) or DEFAULT)


def is_given() -> bool:
    """Return whether the environment names a store: such a store is only read, never built."""
    return bool(os.environ.get(SETTING))


def identity() -> Identity:
    """Return the identity of the store that is read: the one that `one_store` holds on to, else the one in place.

    Raises FileNotFoundError where there is none.
    """
    return _HELD.get() or _in_place()


@contextmanager
def one_store() -> Iterator[None]:
    """Let everything that is asked within come from one store, even where it is replaced meanwhile.

    Raises FileNotFoundError where there is none.
    """
    token = _HELD.set(identity())
    try:
        yield
    finally:
        _HELD.reset(token)


def rows(sql: str, parameters: dict[str, object], at: Identity) -> pd.DataFrame:
    """Return what `sql` selects from the store at `at`; every call has a cursor of its own, as threads demand.

    Raises ReplacedError where that store is gone and was not opened in time, duckdb.Error where the query is wrong.
    """
    with _attached(at).cursor() as cursor:
        return cursor.execute(sql, parameters).df()


def _in_place() -> Identity:
    place = path()
    stat = place.stat()
    return Identity(str(place), stat.st_ino, stat.st_mtime_ns)


def _source(at: Identity) -> Path:
    """Return the file to open for the store at `at`: itself, or a copy of our own where it could not be replaced while open."""
    if not READS_A_COPY:
        return Path(at.path)
    folder = Path(_folder_of_copies().name)
    for older in folder.iterdir():
        # Those that visitors still read can't be removed; the next time may.
        with suppress(OSError):
            older.unlink()
    return Path(shutil.copyfile(at.path, folder / f"{uuid4().hex}.duckdb"))


@cache
def _folder_of_copies() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True)


# An older entry is never closed by hand: closing a parent kills the cursors of visitors who still read the old store.
@st.cache_resource(max_entries=2, show_spinner=False)
def _attached(at: Identity) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    with _OPENING:
        quoted = str(_source(at)).replace("'", "''")
        connection.execute(f"attach '{quoted}' as store (read_only)")
    if _in_place() != at:
        raise ReplacedError(f"{at} is not in place any more")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection
