"""A store is replaced whole while people read it: each of its states has a name, and is read from a file on this machine.

A file is its own. Of a lake or a server the whole state is copied into a file once a process: pages then ask it as quickly as
any, go on while the server is away, and no connection that a page uses knows a password.
"""

from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Final

import duckdb

from engines import installation
from engines.address import Address, Engine, quoted
from engines.connecting import EngineError, Trouble, connected, told
from engines.copying import StoreSource, copy_whole

_BUILD: Final = "select fingerprint, strftime(built_at, '%Y-%m-%d %H:%M:%S') as built_at from store.build"
# A file can be read where DuckDB 1.5 is the newest too.
_FORMAT: Final = "storage_version 'v1.5.0', block_size 16384"
_GONE: Final = "No snapshot found"

# One connection a place is kept to ask it what state it is in.
_WATCHING: Final[dict[Address, duckdb.DuckDBPyConnection]] = {}
_OPENING: Final = Lock()


class MovedOnError(Exception):
    """The state that was to be copied is not in place any more."""


def state_of(address: Address) -> str:
    """Return what changes whenever the store at an address is replaced.

    Raise OSError where there is no such file, EngineError where the place cannot be asked.
    """
    if address.kind is Engine.FILE:
        stat = address.path.stat()
        return f"{stat.st_ino} {stat.st_mtime_ns}"
    if address.kind is Engine.LAKE:
        [(snapshot,)] = _asked(address, "from ducklake_current_snapshot('store')")
        return str(snapshot)
    return " ".join(build_of(address))


def build_of(address: Address) -> tuple[str, str]:
    """Return the fingerprint that the store at an address was built with, and when; raise as state_of does."""
    found = _asked(address, f"from {_server(address, _BUILD)}" if address.kind is Engine.SERVER else _BUILD)
    if not found:
        raise EngineError(Trouble.EMPTY, address)
    return str(found[0][0]), str(found[0][1])


def fetch(address: Address, state: str, file: Path) -> None:
    """Copy the store of a lake or server, as it was at a state, into a new file.

    Raise MovedOnError where that state is gone, EngineError where the place cannot be read.
    """
    with closing(connected(address)) as connection:
        try:
            with told(address):
                source = _source(connection, address, state)
                connection.execute(f"attach {quoted(file)} as copied ({_FORMAT})")
                copy_whole(source, "copied")
                connection.execute("detach copied")
        except EngineError as error:
            if _GONE in error.said:
                raise MovedOnError(f"{address} has no state {state} any more") from None
            raise
    if address.kind is Engine.SERVER and state_of(address) != state:
        raise MovedOnError(f"{address} was replaced while it was read")


def attach_statement(address: Address, name: str, *options: str) -> str:
    """Return the one statement that differs by where a store is: everything else is said as `store.table`."""
    return f"attach {quoted(address.text)} as {name}" + (f" ({', '.join(options)})" if options else "")


def _source(connection: duckdb.DuckDBPyConnection, address: Address, state: str) -> StoreSource:
    if address.kind is Engine.SERVER:
        # A server's catalog cannot be attached while it has views (DuckDB 1.5.5); its tables and queries can be asked.
        return StoreSource(connection, lambda sql: _server(address, sql))
    connection.execute(attach_statement(address, "store", "read_only", f"snapshot_version {int(state)}"))
    return StoreSource(connection)


def _server(address: Address, sql: str) -> str:
    """Return a query that a server is to answer, as what a from clause may name."""
    try:
        token = installation.token()
    except OSError as error:
        raise EngineError(Trouble.REFUSED, address, f"{installation.TOKEN_FILE_SETTING}: {error}") from None
    given = "" if token is None else f", token => {quoted(token)}"
    return f"quack_query({quoted(address.text)}, {quoted(sql)}{given})"


def _asked(address: Address, sql: str) -> list[tuple[object, ...]]:
    """Return what a place answers; one that failed is connected to anew the next time."""
    try:
        with told(address), _watching(address).cursor() as cursor:
            return cursor.execute(sql).fetchall()
    except EngineError:
        with _OPENING:
            _WATCHING.pop(address, None)
        raise


def _watching(address: Address) -> duckdb.DuckDBPyConnection:
    with _OPENING:
        if address not in _WATCHING:
            connection = connected(address)
            if address.kind is not Engine.SERVER:
                connection.execute(attach_statement(address, "store", "read_only"))
            _WATCHING[address] = connection
        return _WATCHING[address]
