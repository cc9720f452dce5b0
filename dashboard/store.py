"""The store is one DuckDB file that is replaced as a whole while people read it.

It is attached, read-only, to a database in memory: a plain `duckdb.connect(path)` would go on returning the replaced
file for as long as any older connection lives. Every name in SQL is said as `store.table`, so another address in the
ATTACH is one setting.
"""

import os
from pathlib import Path
from typing import Final, NamedTuple

import duckdb
import pandas as pd
import streamlit as st

SETTING: Final = "PLAN_STORE"
DEFAULT: Final = Path(__file__).resolve().parent.parent / "data" / "plan.duckdb"


class Identity(NamedTuple):
    """Which file is in place: it changes whenever the store is replaced, so caches are keyed on it."""

    path: str
    inode: int
    modified_ns: int


def path() -> Path:
    """Return where the store is: the environment's PLAN_STORE, else data/plan.duckdb."""
    return Path(os.environ.get(SETTING) or DEFAULT)


def is_given() -> bool:
    """Return whether the environment names a store: such a store is only read, never built."""
    return bool(os.environ.get(SETTING))


def identity() -> Identity:
    """Return the identity of the store in place. Raises FileNotFoundError where there is none."""
    place = path()
    stat = place.stat()
    return Identity(str(place), stat.st_ino, stat.st_mtime_ns)


def rows(sql: str, parameters: dict[str, object], at: Identity) -> pd.DataFrame:
    """Return what `sql` selects from the store at `at`; every call has a cursor of its own, as threads demand."""
    with _attached(at).cursor() as cursor:
        return cursor.execute(sql, parameters).df()


# An older entry is never closed by hand: closing a parent kills the cursors of visitors who still read the old store.
@st.cache_resource(max_entries=2, show_spinner=False)
def _attached(at: Identity) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    quoted = at.path.replace("'", "''")
    connection.execute(f"attach '{quoted}' as store (read_only)")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection
