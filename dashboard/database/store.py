"""The store is replaced as a whole while people read it, wherever it stands: a file, a lake, a DuckDB server (`engines`).

Every name in SQL is said as `store.table`, so another address is one setting.

A process reads one store at a time: a newer one is opened by the visitor who finds it, while the others go on with the one
before, and is then everybody's. It is kept for some seconds even where stores are replaced faster than that, as everything is
asked of each anew; `renew` does not wait for that. A run keeps the store that it has begun with open until it ends.
"""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple

import duckdb
import pandas as pd

from dashboard.database.once import once
from dashboard.database.opened import ForeignError as ForeignError
from dashboard.database.opened import Identity as Identity
from dashboard.database.opened import Opened, known, opened
from dashboard.database.opened import ReplacedError as ReplacedError
from dashboard.database.problems import Problem, problem_of
from engines import installation, states
from engines.address import Address
from engines.connecting import EngineError, Trouble

SETTING: Final = installation.SETTING
DEFAULT: Final = installation.STORE
# What is there for a shorter time is passed over: each store that is read has every frame of every page asked anew.
SETTLED_SECONDS: float = 3.0
# Small frames are read cell by cell, which Arrow's strings take twice as long for.
pd.set_option("mode.string_storage", "python")


class _Held(NamedTuple):
    """The store that a run has begun with, open until the run ends: a page whose parts come from two contradicts itself."""

    at: Identity
    opened: Opened | None


_HELD: Final[ContextVar[_Held | None]] = ContextVar("held_store", default=None)


class _Taken(NamedTuple):
    """The store that this process reads, and since when; what is drawn outside a run may still ask the one before."""

    at: Identity
    since: float
    opened: Opened
    before: Opened | None


# Who takes a newer store has this; nobody waits for it who has a store to read.
_TAKING: Final = Lock()
_taken: _Taken | None = None

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
    """Return the identity of the store that is read: the one that `one_store` holds on to, else the one of this process.

    Raises FileNotFoundError where there is none; ReplacedError, ForeignError, EngineError, duckdb.Error where it can't be read.
    """
    held_store = _HELD.get()
    return _current() if held_store is None else held_store.at


def renew() -> None:
    """Let everybody read the store in place from now on, however young the one before is: who acted sees what came of it.

    Where it can't be read, the next run tells.
    """
    with suppress(ReplacedError, ForeignError, EngineError, duckdb.Error, OSError), _TAKING:
        _take()


@contextmanager
def one_store() -> Iterator[None]:
    """Let everything that is asked within come from one store, even where it is replaced meanwhile.

    Raises what `identity` raises.
    """
    with held(identity()):
        yield


def one_plan(plan: int | None) -> AbstractContextManager[None]:
    """Let everything that is asked within be about one plan of the store, by its plan_id; about all where it is None."""
    return held(identity()._replace(plan=plan))


@contextmanager
def held(at: Identity) -> Iterator[None]:
    """Let everything that is asked within come from the store at `at`, and be about its plan."""
    token = _HELD.set(_Held(at, known(at.file)))
    try:
        yield
    finally:
        _HELD.reset(token)


def rows(sql: str, parameters: dict[str, object], at: Identity) -> pd.DataFrame:
    """Return what `sql` selects from the store at `at`; every call has a cursor of its own, as threads demand.

    Raises ReplacedError where that store is gone and was not opened in time, duckdb.Error where the query is wrong.
    """
    with opened(at.file).connection.cursor() as cursor:
        return cursor.execute(sql, parameters).df()


@once(most=2)
def columns(at: Identity) -> dict[str, frozenset[str]]:
    """Return the tables and views of the store at `at`, each with the names of its columns."""
    sql = "select table_name, column_name from duckdb_columns() where database_name = 'store' and not internal"
    found = rows(sql, {}, at)
    return {str(name): frozenset(of_it) for name, of_it in found.groupby("table_name")["column_name"]}


def problem() -> Problem | EngineError | None:
    """Return why the store in place can't be read, None where it can."""
    place = address()
    try:
        if not place.is_remote and place.path.exists() and not place.path.is_file():
            return Problem.FOREIGN
        _current()
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


class _Silent(NamedTuple):
    """A server that did not answer: why, and when it was asked."""

    error: EngineError
    at: float


# Lakes and servers that do not answer.
_SILENT: Final[dict[Address, _Silent]] = {}


def _current() -> Identity:
    """Return the store that is read from now on: a newer one where it is there and the last has been read for long enough."""
    place, taken = address(), _taken
    if taken is None or taken.at.address != place:
        with _TAKING:
            return _take()
    silent = _SILENT.get(place)
    if silent is not None and time.monotonic() - silent.at < RETRY_SECONDS:
        return taken.at
    try:
        is_newer = states.state_of(place) != taken.at.state
        _SILENT.pop(place, None)
        if is_newer and time.monotonic() - taken.since >= SETTLED_SECONDS and _TAKING.acquire(blocking=False):
            try:
                return _take()
            finally:
                _TAKING.release()
    except EngineError as error:
        if error.trouble is not Trouble.UNREACHABLE:
            raise
        _SILENT[place] = _Silent(error, time.monotonic())
    except ReplacedError:
        # The next visitor finds the one that came meanwhile.
        pass
    return taken.at


def _take() -> Identity:
    """Open the store in place and let it be the one that is read; only for who has `_TAKING`."""
    global _taken
    at = Identity(address(), states.state_of(address()))
    if _taken is None or _taken.at != at:
        newer = opened(at)
        _taken = _Taken(at, time.monotonic(), newer, _taken.opened if _taken else None)
    return at


def _file(at: Identity) -> Path:
    """Return the file that is read for the store at `at`."""
    [file] = rows("select path from duckdb_databases() where database_name = 'store'", {}, at)["path"]
    return Path(str(file))
