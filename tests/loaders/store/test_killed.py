"""A load that is killed at any moment leaves the older store or the new one, whole, and the next load is none the worse."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from loaders.store.freshness import Inputs, ensure_current, fingerprint, stored_fingerprint
from tests.tables import HEADINGS, ROW

# How many moments; `make fuzz` or a person may ask for more.
KILLS = int(os.environ.get("PLAN_KILLS", "4"))
ROWS = 2
# A moment is a call of Python's within the load, counted, so that a seed is the same moment on any machine.
LOAD_AND_DIE = """
import os, signal, sys
from pathlib import Path
from loaders.store.freshness import Inputs, ensure_current

made, last = 0, int(sys.argv[4])

def count(frame, event, arg):
    global made
    made += 1
    if made == last:
        os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(count)
ensure_current(Path(sys.argv[1]), Inputs(Path(sys.argv[2]), Path(sys.argv[3])))
sys.setprofile(None)
print(made)
"""
# The last calls of a load write the store and put it in its place.
WRITING = 1 / 50


def document(first: str) -> str:
    return "\n".join([HEADINGS, *(ROW.replace("1\t", f"{n}\t", 1).replace("増やす", first) for n in range(1, ROWS + 1)), ""])


def words_of(store: Path) -> list[str]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return [text for (text,) in connection.execute("select text from cell order by cell_id").fetchall()]


def load(store: Path, inputs: Inputs, last_call: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LOAD_AND_DIE, *map(str, (store, inputs.document, inputs.corrections, last_call))]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def moments(calls: int) -> list[int]:
    """Return seeded moments, half of them anywhere in the load and half where it writes."""
    chosen, writing = random.Random(1), int(calls * WRITING)
    return [chosen.randint(1, calls) if kill % 2 else calls - chosen.randint(1, writing) for kill in range(KILLS)]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so here")
def test_load_that_is_killed_leaves_a_whole_store(inputs: Inputs, tmp_path: Path) -> None:
    store = tmp_path / "plan.duckdb"
    inputs.document.write_text(document("増やす"), encoding="utf-8")
    calls = int(load(store, inputs).stdout)
    old, old_words, killed = fingerprint(inputs), words_of(store), 0
    inputs.document.write_text(document("減らす"), encoding="utf-8")
    for moment in moments(calls):
        done = load(store, inputs, moment)
        killed += done.returncode == -signal.SIGKILL
        state = stored_fingerprint(store)
        assert state in (old, fingerprint(inputs)), done.stderr
        assert len(words_of(store)) == len(old_words)
        assert (words_of(store) == old_words) == (state == old)
    assert killed
    ensure_current(store, inputs)
    assert stored_fingerprint(store) == fingerprint(inputs)
    assert not list(tmp_path.glob("*.new*"))
