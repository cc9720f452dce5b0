"""The store is replaced as a whole while people read it, wherever it stands: a file, a lake, a DuckDB server (`engines`).

What is read is a file on this machine, the store's own or a copy of a lake's or server's state. It is attached, read-only, to a
database in memory: a plain `duckdb.connect(path)` would go on returning the replaced file for as long as any older connection
lives. Every name in SQL is said as `store.table`, so another address is one setting.
"""

import os
import shutil
import tempfile
import time
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

from engines import installation, states
from engines.address import Address
from engines.connecting import EngineError, Trouble, is_in_use

SETTING: Final = installation.SETTING
DEFAULT: Final = installation.STORE
# Windows refuses to replace a file that anybody has open, so there the loaders could not replace a store that visitors read.
READS_A_COPY: bool = os.name == "nt"
# A copy is not to be removed between its making and its opening.
_OPENING: Final = Lock()
# Small frames are read cell by cell, which Arrow's strings take twice as long for.
pd.set_option("mode.string_storage", "python")
# What every store has, and hardly any other database.
_OWN_TABLE: Final = "select 1 from duckdb_tables() where database_name = 'store' and table_name = 'build'"


class Identity(NamedTuple):
    """Which store is in place, and which plan of it is asked about; caches are keyed on it.

    `state` changes whenever the store is replaced. `plan` is None for all that the store holds.
    """

    address: Address
    state: str
    plan: int | None = None

    @property
    def file(self) -> "Identity":
        """The store alone, whatever is asked about."""
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
    ("Permission denied", Problem.FORBIDDEN),
    ("Access is denied", Problem.FORBIDDEN),
    ("not a valid DuckDB database file", Problem.FOREIGN),
    ("Is a directory", Problem.FOREIGN),
)


# The store that a run has begun with: a page whose parts come from two stores contradicts itself.
_HELD: Final[ContextVar[Identity | None]] = ContextVar("held_store", default=None)


# A server that did not answer is not asked again at once: every visitor would wait for it.
RETRY_SECONDS: Final = 10.0


def address() -> Address:
    """Return where the store is that is read: what the environment's PLAN_STORE says, else data/plan.duckdb."""
    return installation.given() or Address(str(DEFAULT))


def path() -> Path:
    """Return the file in which this installation makes its store; a lake's is made in a file of its own first."""
    at = address()
    return DEFAULT if at.is_remote else at.path


def is_given() -> bool:
    """Return whether the environment names a store that is only read here, never built."""
    return installation.given() is not None and installation.published_to() is None


def contents() -> bytes:
    """Return the store in place as the bytes of one DuckDB file, to be taken along."""
    return _file(identity().file).read_bytes()


def size() -> int:
    """Return how many bytes that file has."""
    return _file(identity().file).stat().st_size


def out_of_reach() -> EngineError | None:
    """Return why the store cannot be asked for a newer state, None where it can: what was read last is read meanwhile."""
    silent = _SILENT.get(address())
    return None if silent is None else silent.error


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


def problem() -> Problem | EngineError | None:
    """Return why the store in place can't be read, None where it can."""
    try:
        at = _in_place()
        if not at.address.is_remote and not at.address.path.is_file():
            return Problem.FOREIGN
        _attached(at)
    except ReplacedError:
        # The run finds it replaced too, and begins anew.
        return None
    except EngineError as error:
        return error
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
    if is_in_use(error):
        return Problem.LOCKED
    return next((problem for words, problem in _SAID if words in str(error)), Problem.DAMAGED)


class _Silent(NamedTuple):
    """A server that did not answer: what was read of it last, why, and when it was asked."""

    last: Identity
    error: EngineError
    at: float


# What was read of each lake or server last, and those that do not answer.
_READ: Final[dict[Address, Identity]] = {}
_SILENT: Final[dict[Address, _Silent]] = {}


def _in_place() -> Identity:
    place = address()
    silent = _SILENT.get(place)
    if silent is not None and time.monotonic() - silent.at < RETRY_SECONDS:
        return silent.last
    try:
        found = Identity(place, states.state_of(place))
    except EngineError as error:
        last = _READ.get(place)
        if last is None or error.trouble is not Trouble.UNREACHABLE:
            raise
        _SILENT[place] = _Silent(last, error, time.monotonic())
        return last
    _SILENT.pop(place, None)
    return found


def _source(at: Identity) -> Path:
    """Return the file to open for the store at `at`: itself, or a copy of our own.

    A copy is made of what is no file, and of one that could not be replaced while open.
    """
    if not (READS_A_COPY or at.address.is_remote):
        return at.address.path
    folder = Path(_folder_of_copies().name)
    for older in folder.iterdir():
        # Those that visitors still read can't be removed; the next time may.
        with suppress(OSError):
            older.unlink()
    copy = folder / f"{uuid4().hex}.duckdb"
    if not at.address.is_remote:
        return Path(shutil.copyfile(at.address.path, copy))
    try:
        states.fetch(at.address, at.state, copy)
    except states.MovedOnError as error:
        raise ReplacedError(str(error)) from error
    _READ[at.address] = at
    return copy


def _file(at: Identity) -> Path:
    """Return the file that is read for the store at `at`."""
    [(file,)] = _attached(at).cursor().execute("select path from duckdb_databases() where database_name = 'store'").fetchall()
    return Path(str(file))


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
    if not at.address.is_remote and _in_place() != at:
        raise ReplacedError(f"{at} is not in place any more")
    if not connection.execute(_OWN_TABLE).fetchall():
        raise ForeignError(f"{at.address} is a database of something else")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection
