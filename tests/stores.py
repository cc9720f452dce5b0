"""What other people's programs do to a store: write to it and die, or keep it open."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WRITE_AND_DIE = """
import os, sys, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("create table note (words varchar)")
connection.execute("insert into note values ('checked')")
os._exit(1)
"""

OPEN_AND_WAIT = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
"""


def leave_a_log(store: Path) -> Path:
    """Write to a store as an analyst whose program is killed: what was written stays in a log beside it."""
    subprocess.run([sys.executable, "-c", WRITE_AND_DIE, str(store)], check=False)
    log = store.with_name(f"{store.name}.wal")
    assert log.is_file()
    return log


@contextmanager
def open_for_writing(store: Path) -> Iterator[None]:
    """Keep a store open for writing, as an analyst's program does."""
    command = [sys.executable, "-c", OPEN_AND_WAIT, str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield
        program.stdin.close()
