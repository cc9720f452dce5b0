"""A DuckDB server over Quack that follows a store's file: it serves a copy in memory, replaced in one transaction.

`python -m engines.server --store data/plan.duckdb --listen quack:0.0.0.0:9494`, then `PLAN_STORE=quack:host:9494` elsewhere. It
speaks plain HTTP, so beyond this machine a proxy with TLS stands before it. Whoever has the token may ask anything of what it
serves; the machine's files are closed to him.
"""

import argparse
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Final

import duckdb

from engines import installation
from engines.address import Address, quoted
from engines.connecting import EngineError, Trouble, connected, told
from engines.copying import StoreSource, copy_whole
from engines.states import attach_statement, state_of

LOG: Final = logging.getLogger(__name__)
EXIT_OK, EXIT_BAD_INPUT = 0, 2
LOOK_SECONDS: Final = 1.0
LISTEN: Final = "quack:127.0.0.1:9494"
# What a client may ask. DuckDB's own parser says what a statement is.
READS: Final = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})
ALLOWED: Final = "only_reads"
# The name under which a new state is read; clients know the store by its own.
INCOMING: Final = "incoming"


def only_reads(_session: str, query: str) -> bool:
    """Return whether a query does nothing but read.

    >>> only_reads("", "from store.plan"), only_reads("", "select 1; drop table plan"), only_reads("", "attach 'x.duckdb'")
    (True, False, False)
    """
    try:
        return all(statement.type in READS for statement in duckdb.extract_statements(query))
    except duckdb.Error:
        # What cannot be read does nothing either; the server says what is wrong with it.
        return True


def served(listen: Address, token: str, file: Path) -> duckdb.DuckDBPyConnection:
    """Return a database that answers at an address, without a store yet; raise EngineError where it cannot listen."""
    connection = connected(listen)
    with told(listen):
        connection.execute("attach ':memory:' as store")
        connection.create_function(ALLOWED, only_reads, [duckdb.sqltype("VARCHAR")] * 2, duckdb.sqltype("BOOLEAN"))
        connection.execute(f"set quack_authorization_function = '{ALLOWED}'")
        connection.execute(f"set allowed_paths = [{quoted(file)}, {quoted(f'{file}.wal')}]")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        connection.execute(f"call quack_serve({quoted(listen.text)}, token => {quoted(token)}, allow_other_hostname => true)")
    return connection


def follow(connection: duckdb.DuckDBPyConnection, file: Address, state: str | None) -> str | None:
    """Serve the file's store where it is another than at `state`; return the state that is served now.

    A file that is missing or cannot be read leaves what was served before.
    """
    try:
        now = state_of(file)
        if now == state:
            return state
        with told(file):
            connection.execute(attach_statement(file, INCOMING, "read_only"))
            try:
                connection.execute("begin")
                copy_whole(StoreSource(connection, name=INCOMING), "store")
                connection.execute("commit")
            finally:
                connection.execute("use memory")
                connection.execute(f"detach {INCOMING}")
    except (OSError, EngineError) as error:
        LOG.warning("%s", error)
        return state
    LOG.info("serving %s", file)
    return now


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve a store until the process is told to end; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m engines.server", description=__doc__)
    parser.add_argument("--store", type=Path, default=installation.STORE, help="(%(default)s)")
    parser.add_argument("--listen", type=Address, default=Address(LISTEN), help="(%(default)s)")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    ended = Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: ended.set())
    try:
        token = installation.token()
        if token is None:
            raise EngineError(Trouble.REFUSED, options.listen)
        connection = served(options.listen, token, options.store)
    except (EngineError, OSError) as error:
        print(error, file=sys.stderr)
        return EXIT_BAD_INPUT
    state: str | None = None
    while not ended.is_set():
        state = follow(connection, Address(str(options.store)), state)
        ended.wait(LOOK_SECONDS)
    return EXIT_OK


if __name__ == "__main__":
    sys.exit(main())
