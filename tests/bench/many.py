"""How a store of many plans is built: 1,741 plans of 133 initiatives are one of every municipality of the country.

python -m tests.bench.many [--plans 174] [--rows 133] [--seed 1] [--again]   (--again: one plan more, the others as they are)

The generated rows are varied from those of one document, so that words come back more often than in plans of as many bodies.
"""

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from loaders.library.library import Library
from loaders.store.building import load
from loaders.store.inputs import CORRECTIONS, DOCUMENT, Inputs
from tests.bench.generated import lines

TOLD_EVERY_SECONDS = 60.0


def write_plans(folder: Path, plans: int, rows: int, seed: int) -> Library:
    """Keep a generated table for each plan, as if somebody had added it; return the library without the shipped plan."""
    library = Library(folder, DOCUMENT, CORRECTIONS)
    # The document's own rows come first; what follows them is varied.
    made = islice(lines(len_of_document() + plans * rows, seed), 2 + len_of_document(), None)
    heading = list(islice(lines(1, seed), 2))[1]
    for number in range(1, plans + 1):
        table = [f"第{number}市 計画 進行管理表", heading, *_numbered(islice(made, rows))]
        library.add("table.txt", "\n".join([*table, ""]).encode(), None, f"第{number}市の計画", {})
    return library


def len_of_document() -> int:
    """Return how many rows the shipped document has."""
    return sum(line.partition("\t")[0].isdecimal() for line in DOCUMENT.read_text(encoding="utf-8").splitlines())


def _numbered(rows: Iterator[str]) -> Iterator[str]:
    return (f"{number}\t{row.partition(chr(9))[2]}" for number, row in enumerate(rows, start=1))


def told_load(store: Path, library: Library) -> str:
    """Load a library and return what it took."""
    began, before = time.perf_counter(), _seconds()
    told = began

    def tell(share: float, step: str) -> None:
        nonlocal told
        if time.perf_counter() - told > TOLD_EVERY_SECONDS:
            told = time.perf_counter()
            print(f"  {told - began:5.0f} s  {share:4.0%}  {step}", flush=True)

    rows = load(store, Inputs(library.document, library.corrections, library.folder), tell).all("initiative")
    took, own, others = time.perf_counter() - began, *(now - then for now, then in zip(_seconds(), before, strict=True))
    own_peak, others_peak = (resource.getrusage(who).ru_maxrss // 1024 for who in WHO)
    return (
        f"{rows:,} initiatives in {took:.0f} s ({rows / took:.0f} a second), {own + others:.0f} s of CPU, {own:.0f} of it by"
        f" the one that writes; most memory {own_peak:,} MiB, of one that reads {others_peak:,} MiB;"
        f" store {store.stat().st_size >> 20:,} MiB; load of the machine {os.getloadavg()[0]:.0f}"
    )


WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def _seconds() -> tuple[float, float]:
    own, others = (resource.getrusage(who) for who in WHO)
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def main() -> None:
    """Make a library, load it, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=174)
    parser.add_argument("--rows", type=int, default=133)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        store = Path(name) / "plan.duckdb"
        library = write_plans(Path(name) / "plans", options.plans, options.rows, options.seed)
        print(told_load(store, library), flush=True)
        if options.again:
            library.add("table.txt", (library.folder / "2" / "1" / "table.txt").read_bytes(), None, "もう一つの計画", {})
            print("one plan more:", told_load(store, library))


if __name__ == "__main__":
    main()
