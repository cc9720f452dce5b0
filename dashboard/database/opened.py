"""A store that is read is a file on this machine, attached read-only to a database in memory: itself, or a copy of its state.

A plain `duckdb.connect(path)` would go on returning the replaced file for as long as any older connection lives.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple
from uuid import uuid4
from weakref import WeakValueDictionary

import duckdb

from engines import states
from engines.address import Address

# Windows refuses to replace a file that anybody has open, so there the loaders could not replace a store that visitors read.
READS_A_COPY: bool = os.name == "nt"
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


class Opened:
    """A store that is open for as long as anybody holds on to it.

    It is never closed by hand: closing a parent kills the cursors of visitors who still read the old store.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection


_OPENED: Final[WeakValueDictionary[Identity, Opened]] = WeakValueDictionary()
# A copy is not to be removed between its making and its opening.
_OPENING: Final = Lock()


def known(at: Identity) -> Opened | None:
    """Return the store at `at` where somebody has it open."""
    return _OPENED.get(at)


def opened(at: Identity) -> Opened:
    """Return the store at `at`, opened where nobody has it open."""
    found = _OPENED.get(at)
    if found is None:
        with _OPENING:
            found = _OPENED.get(at) or Opened(_attached(at))
            _OPENED[at] = found
    return found


def _attached(at: Identity) -> duckdb.DuckDBPyConnection:
    _check_in_place(at)
    connection = duckdb.connect()
    quoted = str(_source(at)).replace("'", "''")
    connection.execute(f"attach '{quoted}' as store (read_only)")
    _check_in_place(at)
    if not connection.execute(_OWN_TABLE).fetchall():
        raise ForeignError(f"{at.address} is a database of something else")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _check_in_place(at: Identity) -> None:
    """Raise ReplacedError where a file is another one by now; of a lake or server the state itself is asked for."""
    if not at.address.is_remote and states.state_of(at.address) != at.state:
        raise ReplacedError(f"{at} is not in place any more")


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
    return copy


@cache
def _folder_of_copies() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True)
