"""Stores are asked by one database of the process: to start one for each question takes longer than a small store's answers.

A load asks a store ten times what stands at its place. The file is opened for each question and closed behind it, so that
it can be replaced in between.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final

import duckdb

from engines.address import quoted

# By process: one that was forked cannot go on with its parent's, whose threads it does not have, nor close it.
_DATABASES: Final[dict[int, duckdb.DuckDBPyConnection]] = {}
_ASKING: Final = RLock()


@contextmanager
def asked(path: Path, name: str = "store") -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection to which the store at `path` is attached by a name, read only, until the block ends.

    One block is in it at a time. Raise duckdb.Error where there is no store, or it cannot be opened. After any error the next
    block begins with a new database: a damaged file may leave one that answers nothing more.
    """
    with _ASKING:
        if os.getpid() not in _DATABASES:
            _DATABASES[os.getpid()] = duckdb.connect()
        try:
            with _DATABASES[os.getpid()].cursor() as connection:
                connection.execute(f"attach {quoted(path)} as {name} (read_only)")
                yield connection
                connection.execute(f"detach {name}")
        except BaseException:
            _DATABASES.pop(os.getpid()).close()
            raise
