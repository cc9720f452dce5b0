"""A lake takes a store that was built and checked as a file, in one transaction: readers see the old one or the new one.

DuckLake keeps no keys, checks or references, so nothing is ever written to it that a file with all of them has not held before.
"""

import time
from contextlib import closing
from pathlib import Path
from typing import Final

from engines import installation
from engines.address import Address, Engine, quoted
from engines.connecting import EngineError, Trouble, connected, told
from engines.copying import StoreSource, copy_whole
from engines.states import attach_statement, build_of

# Two that write at the same time: one of them begins anew.
ATTEMPTS, PAUSE_SECONDS = 5, 0.5
_CONFLICT: Final = "conflict"
# Older states stay readable for as long: a reader copies one in seconds, a person may look back at what was shown yesterday.
KEPT: Final = "interval 1 day"
_TIDY: Final = (
    f"select count(*) from ducklake_expire_snapshots('lake', older_than => now() - {KEPT})",
    f"select count(*) from ducklake_cleanup_old_files('lake', older_than => now() - {KEPT})",
)


def holds(lake: Address, store: Path) -> bool:
    """Return whether a lake has the store that is built at `store`; raise EngineError where it cannot be asked."""
    if lake.kind is not Engine.LAKE:
        raise EngineError(Trouble.READ_ONLY, lake)
    try:
        return build_of(lake) == build_of(Address(str(store)))
    except EngineError as error:
        if error.trouble is Trouble.EMPTY:
            return False
        raise


def publish(store: Path, lake: Address) -> None:
    """Put the store that is built at `store` into a lake, making the lake where there is none.

    Raise EngineError where that cannot be done: the lake then has what it had.
    """
    if lake.kind is not Engine.LAKE:
        raise EngineError(Trouble.READ_ONLY, lake)
    for attempt in range(ATTEMPTS):
        try:
            _put(store, lake)
            return
        except EngineError as error:
            if _CONFLICT not in error.said.casefold() or attempt == ATTEMPTS - 1:
                raise
        time.sleep(PAUSE_SECONDS * (attempt + 1))


def _put(store: Path, lake: Address) -> None:
    with closing(connected(lake)) as connection, told(lake):
        # Everything goes to Parquet, which other tools read too, rather than small tables into the catalog.
        connection.execute("set ducklake_default_data_inlining_row_limit = 0")
        connection.execute(attach_statement(lake, "lake", *_files(lake)))
        connection.execute(attach_statement(Address(str(store)), "store", "read_only"))
        connection.execute("begin")
        copy_whole(StoreSource(connection), "lake")
        connection.execute("commit")
        for statement in _TIDY:
            connection.execute(statement)


def _files(lake: Address) -> tuple[str, ...]:
    """Return the option that says where a lake keeps its files; one that exists knows."""
    try:
        build_of(lake)
    except EngineError as error:
        if error.trouble is Trouble.EMPTY:
            return (f"data_path {quoted(installation.lake_files())}",)
        raise
    return ()
