"""What other people's programs do to a store: write to it and die, or keep it open."""

import subprocess
import sys
from pathlib import Path

WRITE_AND_DIE = """
import os, sys, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("create table note (words varchar)")
connection.execute("insert into note values ('checked')")
os._exit(1)
"""


def leave_a_log(store: Path) -> Path:
    """Write to a store as an analyst whose program is killed: what was written stays in a log beside it."""
    subprocess.run([sys.executable, "-c", WRITE_AND_DIE, str(store)], check=False)
    log = store.with_name(f"{store.name}.wal")
    assert log.is_file()
    return log
