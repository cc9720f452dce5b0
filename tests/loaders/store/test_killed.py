"""A load that is killed at any moment leaves the older store or the new one, whole, and the next load is none the worse."""

import os
import random
import shutil
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
# A moment is a call of Python's within the load, counted, so that a seed is the same moment on any machine. The loads are forks
# of one program that has imported the loaders and opened nothing: to start a program for each would take most of the time.
LOAD_AND_DIE = """
import os, shutil, signal, sys
from pathlib import Path
from loaders.store.freshness import Inputs, ensure_current

store, document, corrections = map(Path, sys.argv[1:4])
made, last = 0, 0

def count(frame, event, arg):
    global made
    made += 1
    if made == last:
        os.kill(os.getpid(), signal.SIGKILL)

for line in sys.stdin:
    last = int(line)
    child = os.fork()
    if not child:
        sys.setprofile(count)
        ensure_current(store, Inputs(document, corrections))
        sys.setprofile(None)
        print(made, flush=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""
# The last calls of a load write the store and put it in its place.
WRITING = 1 / 50


def document(first: str) -> str:
    return "\n".join([HEADINGS, *(ROW.replace("1\t", f"{n}\t", 1).replace("増やす", first) for n in range(1, ROWS + 1)), ""])


def words_of(store: Path) -> list[str]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return [text for (text,) in connection.execute("select text from cell order by cell_id").fetchall()]


class Loading:
    """Loads a document into a store, each time in a process of its own that may be killed."""

    def __init__(self, store: Path, inputs: Inputs) -> None:
        command = [sys.executable, "-c", LOAD_AND_DIE, *map(str, (store, inputs.document, inputs.corrections))]
        self._program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def calls(self) -> int:
        """Load to the end; return how many calls that took."""
        made = int(self._said(0))
        assert self._heard() == "0"
        return made

    def die_at(self, call: int) -> bool:
        """Load and be killed at a call; return whether that came before the end."""
        said = self._said(call)
        return int(said) == -signal.SIGKILL or self._heard() != "0"

    def end(self) -> None:
        self._program.communicate()

    def _said(self, call: int) -> str:
        assert self._program.stdin is not None
        print(call, file=self._program.stdin, flush=True)
        return self._heard()

    def _heard(self) -> str:
        assert self._program.stdout is not None
        return self._program.stdout.readline().strip()


def moments(calls: int) -> list[int]:
    """Return seeded moments, half of them anywhere in the load and half where it writes."""
    chosen, writing = random.Random(1), int(calls * WRITING)
    return [chosen.randint(1, calls) if kill % 2 else calls - chosen.randint(1, writing) for kill in range(KILLS)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed so here")
def test_load_that_is_killed_leaves_a_whole_store(inputs: Inputs, tmp_path: Path) -> None:
    store, older = tmp_path / "plan.duckdb", tmp_path / "older.duckdb"
    inputs.document.write_text(document("増やす"), encoding="utf-8")
    loading = Loading(store, inputs)
    loading.calls()
    old, old_words, killed = fingerprint(inputs), words_of(store), 0
    shutil.copy(store, older)
    inputs.document.write_text(document("減らす"), encoding="utf-8")
    calls = loading.calls()
    for moment in moments(calls):
        shutil.copy(older, store)
        killed += loading.die_at(moment)
        state = stored_fingerprint(store)
        assert state in (old, fingerprint(inputs))
        assert len(words_of(store)) == len(old_words)
        assert (words_of(store) == old_words) == (state == old)
    loading.end()
    assert killed == KILLS
    ensure_current(store, inputs)
    assert stored_fingerprint(store) == fingerprint(inputs)
    assert not list(tmp_path.glob("*.new*"))
