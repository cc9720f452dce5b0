"""A load that is killed at any moment leaves the older store or the new one, whole, and the next load is none the worse."""

import os
import random
import shutil
from pathlib import Path

import duckdb
import pytest

from loaders.store.freshness import ensure_current, stored_fingerprint
from loaders.store.inputs import Inputs, fingerprint
from tests.dying import KILLS, SEED, Dying, moment
from tests.tables import HEADINGS, ROW

ROWS = 2
PROGRAM = """
from pathlib import Path
from loaders.editions.edition_reading import only, read_editions
from loaders.parts import say_nothing
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs

store, document, corrections = map(Path, sys.argv[1:4])
# What words are looked for by is made ready once, not in every fork.
read_editions(only(document, corrections), say_nothing)

def work(wanted):
    ensure_current(store, Inputs(document, corrections))
"""


def document(first: str) -> str:
    return "\n".join([HEADINGS, *(ROW.replace("1\t", f"{n}\t", 1).replace("増やす", first) for n in range(1, ROWS + 1)), ""])


def words_of(store: Path) -> list[str]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return [text for (text,) in connection.execute("select text from cell order by cell_id").fetchall()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed so here")
def test_load_that_is_killed_leaves_a_whole_store(inputs: Inputs, tmp_path: Path) -> None:
    store, older = tmp_path / "plan.duckdb", tmp_path / "older.duckdb"
    inputs.document.write_text(document("増やす"), encoding="utf-8")
    loading = Dying(PROGRAM, store, inputs.document, inputs.corrections)
    loading.finish("load")
    old, old_words, killed = fingerprint(inputs), words_of(store), 0
    shutil.copy(store, older)
    inputs.document.write_text(document("減らす"), encoding="utf-8")
    _, events = loading.finish("load")
    chosen = random.Random(SEED)
    for _ in range(KILLS):
        shutil.copy(older, store)
        killed += loading.die_at(moment(chosen, events), "load")[1]
        state = stored_fingerprint(store)
        assert state in (old, fingerprint(inputs))
        assert len(words_of(store)) == len(old_words)
        assert (words_of(store) == old_words) == (state == old)
    loading.end()
    assert killed >= KILLS / 2
    ensure_current(store, inputs)
    assert stored_fingerprint(store) == fingerprint(inputs)
    assert not list(tmp_path.glob("*.new*"))
