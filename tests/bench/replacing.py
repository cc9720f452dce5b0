"""A store is replaced again and again while a page's way to it goes on asking: `python -m tests.bench.replacing`.

Two stores take turns, told apart by their words; a run of a reader that sees parts of both, or fails, ends the bench.
"""

import argparse
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

from dashboard.database import store
from engines import installation
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from tests.conftest import SMALL_DOCUMENT, inputs_in

WORDS = {"old": "増やす", "new": "減らす"}
KIND = """
select distinct contains(words, '増やす') as is_old
from (select string_agg(text) as words from store.cell union all select string_agg(search_text) from store.initiative_search)
"""


def made(folder: Path, name: str) -> Path:
    """Return a store of the small document with a word of its own."""
    own = folder / name
    own.mkdir()
    inputs: Inputs = inputs_in(own)
    inputs.document.write_text(SMALL_DOCUMENT.replace(WORDS["old"], WORDS[name]), encoding="utf-8")
    ensure_current(own / "plan.duckdb", inputs)
    return own / "plan.duckdb"


def run() -> bool:
    """Ask twice within one run, as a page does; return whether it was of the old store."""
    while True:
        try:
            with store.one_store():
                at = store.identity()
                found = [bool(value) for _ in range(2) for value in store.rows(KIND, {}, at)["is_old"]]
        except store.ReplacedError:
            # A page begins anew as well.
            continue
        assert len(set(found)) == 1, "parts of two stores"
        return found[0]


def main() -> None:
    """Replace, ask, and print how often, and how many runs saw which store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--readers", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place, stores = Path(folder) / "plan.duckdb", [made(Path(folder), name) for name in WORDS]
        shutil.copy(stores[0], place)
        os.environ[installation.SETTING] = str(place)
        seen: list[bool] = []
        failed: list[Exception] = []
        ended = threading.Event()

        def read() -> None:
            try:
                while not ended.is_set():
                    seen.append(run())
            except Exception as error:
                failed.append(error)

        readers = [threading.Thread(target=read) for _ in range(options.readers)]
        for reader in readers:
            reader.start()
        began = time.monotonic()
        for turn in range(options.count):
            coming = place.with_name("coming.duckdb")
            shutil.copy(stores[(turn + 1) % 2], coming)
            os.replace(coming, place)
            # What is asked by who has replaced it is of what was put there.
            store.renew()
            assert run() == (turn % 2 == 1)
        ended.set()
        for reader in readers:
            reader.join()
        print(f"{options.count} replaced in {time.monotonic() - began:.1f} s, {len(seen)} runs, {len(failed)} failed", *failed)


if __name__ == "__main__":
    main()
