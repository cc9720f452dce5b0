"""A store of a country's plans is built in the memory of an office's machine: what does not fit waits on the disk beside it."""

from contextlib import suppress
from pathlib import Path
from typing import Final

import duckdb

from engines.address import quoted

# What the database may hold in memory while a store is built, where the machine does not allow it less.
MOST: Final = 1 << 30
_LIMIT: Final = "select least(parse_formatted_bytes(current_setting('memory_limit')), $most)"


def bound(connection: duckdb.DuckDBPyConnection, path: Path, most: int = MOST) -> None:
    """Let a connection that builds a store at `path` hold no more than `most` bytes, and put the rest beside the store."""
    [(limit,)] = connection.execute(_LIMIT, {"most": most}).fetchall()
    connection.execute(f"set temp_directory = {quoted(spill_folder(path))}")
    connection.execute(f"set memory_limit = '{limit} bytes'")


def unbind(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a connection hold as much as the machine allows: some of what it works on cannot wait on the disk."""
    connection.execute("reset memory_limit")


def spill_folder(path: Path) -> Path:
    """Return where that waits which does not fit into memory while a store is built at `path`."""
    return path.with_name(f"{path.name}.spill")


def empty(path: Path) -> None:
    """Remove what a load has left there, also one that was killed; a folder with anything of somebody else stays."""
    folder = spill_folder(path)
    for file in folder.glob("duckdb_temp_*"):
        with suppress(OSError):
            file.unlink()
    with suppress(OSError):
        folder.rmdir()
