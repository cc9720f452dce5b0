"""Every store begins with the same tables: a process that builds several lays them out once, and copies them after that.

Their comments, which the database takes one by one, are a quarter of the work of a small store, and a plan's store is built
anew for every word that people say of it.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import duckdb

from loaders.store.memory import spill_folder
from loaders.store.ownership import quoted

# The file of a store that holds nothing yet, by the SQL of its tables.
_FORMS: Final[dict[str, bytes]] = {}
# By this beginning a load knows what a killed one has left in its folder.
_NAME: Final = "duckdb_temp_form"


def lay_out(connection: duckdb.DuckDBPyConnection, path: Path, sql: str, in_one: Callable[[str], None]) -> None:
    """Make the tables of `sql` in the new database at `path`, attached as `store`; `in_one` carries out SQL as one transaction.

    Where the form cannot be put beside the store, or cannot be read, they are made as they are the first time.
    """
    if sql in _FORMS and _is_copied(connection, path, _FORMS[sql]):
        return
    in_one(sql)
    connection.execute("checkpoint store")
    # Windows lets nobody read a file that is open: there each store is laid out.
    with suppress(OSError):
        _FORMS[sql] = path.read_bytes()


def _is_copied(connection: duckdb.DuckDBPyConnection, path: Path, form: bytes) -> bool:
    """Return whether the tables of a form are in the store, having copied them."""
    file = spill_folder(path) / _NAME
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(form)
        connection.execute(f"attach {quoted(file)} as form (read_only)")
        try:
            connection.execute("copy from database form to store (schema)")
        finally:
            connection.execute("detach form")
    except (duckdb.Error, OSError):
        return False
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)
    return True
