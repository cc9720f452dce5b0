"""The store is one DuckDB file that is replaced as a whole while people read it.

It is attached, read-only, to a database in memory: a plain `duckdb.connect(path)` would go on returning the replaced
file for as long as any older connection lives. Every name in SQL is said as `store.table`, so another address in the
ATTACH is one setting.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple
from uuid import uuid4

import duckdb
import pandas as pd
import streamlit as st

SETTING: Final = "PLAN_STORE"
# The folder in which this installation keeps its store and what was added.
DATA_SETTING: Final = "PLAN_DATA"
DEFAULT: Final = Path(os.environ.get(DATA_SETTING) or Path(__file__).resolve().parents[2] / "data") / "plan.duckdb"
# Windows refuses to replace a file that anybody has open, so there the loaders could not replace a store that visitors read.
READS_A_COPY: bool = os.name == "nt"
# A copy is not to be removed between its making and its opening.
_OPENING: Final = Lock()
# Small frames are read cell by cell, which Arrow's strings take twice as long for.
pd.set_option("mode.string_storage", "python")
# What every store has, and hardly any other database.
_OWN_TABLE: Final = "select 1 from duckdb_tables() where database_name = 'store' and table_name = 'build'"


class Identity(NamedTuple):
    """Which file is in place, and which plan of it is asked about; caches are keyed on it.

    It changes whenever the store is replaced. `plan` is None for all that the store holds.
    """

    path: str
    inode: int
    modified_ns: int
    plan: int | None = None

    @property
    def file(self) -> "Identity":
        """The file alone, whatever is asked about."""
        return self._replace(plan=None)


class ReplacedError(Exception):
    """The store that was to be read has been replaced before it was opened."""


class ForeignError(Exception):
    """The database in the store's place is one of something else."""


class Problem(StrEnum):
    """Why a store can't be read."""

    MISSING = "missing"
    LOCKED = "locked"  # open for writing in another program
    FORBIDDEN = "forbidden"
    DAMAGED = "damaged"  # a database that is cut off
    FOREIGN = "foreign"  # no database, or one of something else
    OUTDATED = "outdated"  # of another release of the loaders


# How DuckDB says what is wrong with a file; what it says in other words is damage.
_SAID: Final[tuple[tuple[str, Problem], ...]] = (
    ("Could not set lock on file", Problem.LOCKED),
    ("File is already open in", Problem.LOCKED),
    ("Permission denied", Problem.FORBIDDEN),
    ("Access is denied", Problem.FORBIDDEN),
    ("not a valid DuckDB database file", Problem.FOREIGN),
    ("Is a directory", Problem.FOREIGN),
)


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
    with held(identity()):
        yield


def one_plan(plan: int | None) -> AbstractContextManager[None]:
    """Let everything that is asked within be about one plan of the store, by its plan_id; about all where it is None."""
    return held(identity()._replace(plan=plan))


@contextmanager
def held(at: Identity) -> Iterator[None]:
    """Let everything that is asked within come from the store at `at`, and be about its plan."""
    token = _HELD.set(at)
    try:
        yield
    finally:
        _HELD.reset(token)


def rows(sql: str, parameters: dict[str, object], at: Identity) -> pd.DataFrame:
    """Return what `sql` selects from the store at `at`; every call has a cursor of its own, as threads demand.

    Raises ReplacedError where that store is gone and was not opened in time, duckdb.Error where the query is wrong.
    """
    with _attached(at.file).cursor() as cursor:
        return cursor.execute(sql, parameters).df()


@lru_cache(maxsize=2)
def columns(at: Identity) -> dict[str, frozenset[str]]:
    """Return the tables and views of the store at `at`, each with the names of its columns."""
    sql = "select table_name, column_name from duckdb_columns() where database_name = 'store' and not internal"
    found = rows(sql, {}, at)
    return {str(name): frozenset(of_it) for name, of_it in found.groupby("table_name")["column_name"]}


def problem() -> Problem | None:
    """Return why the store in place can't be read, None where it can."""
    try:
        at = _in_place()
        if not Path(at.path).is_file():
            return Problem.FOREIGN
        _attached(at)
    except ReplacedError:
        # The run finds it replaced too, and begins anew.
        return None
    except ForeignError:
        return Problem.FOREIGN
    except (duckdb.Error, OSError) as error:
        return problem_of(error)
    return None


def problem_of(error: duckdb.Error | OSError) -> Problem:
    """Return what is wrong with a store whose reading failed so."""
    if isinstance(error, FileNotFoundError):
        return Problem.MISSING
    if isinstance(error, PermissionError):
        return Problem.FORBIDDEN
    if isinstance(error, duckdb.CatalogException | duckdb.BinderException):
        return Problem.OUTDATED
    if isinstance(error, duckdb.ResourceInUseException):
        return Problem.LOCKED
    return next((problem for words, problem in _SAID if words in str(error)), Problem.DAMAGED)


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
    if not connection.execute(_OWN_TABLE).fetchall():
        raise ForeignError(f"{at.path} is a database of something else")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection
