"""How loading grows with a plan's rows and with a cell's signs, and how long the store takes to answer.

python -m tests.bench.growth [--sizes 133 1330 13300] [--seed 1]   (231,000 in plans: tests.bench.many)
"""

import argparse
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from math import log
from pathlib import Path

import duckdb

from loaders.alignment.alignment import align
from loaders.initiative import read_initiative
from loaders.store.building import load
from loaders.store.inputs import Inputs
from loaders.table.document import parse_document
from tests.bench.generated import write_table
from tests.tables import HEADINGS, ROW

SIGNS = ("1回、", "1", "1.", "1、", "【", "。", "【目標】1", "1回/", "年1回", "実施した。", "漢字")
LENGTHS = (500, 5_000, 50_000)
# What pages ask most: a row with its cells, a year's outcomes by section, a search, the series of a row.
QUERIES = {
    "cells of a row": "select text from cell where initiative_id = 100 order by printed_year, span_start",
    "outcomes": "select department, status, count(*) from outcome join initiative using (initiative_id) group by all",
    "search": "select count(*) from cell where search_text like '%図書館%'",
    "series of a row": "select * from indicator join indicator_year using (indicator_id) where initiative_id = 100",
}


@dataclass(frozen=True)
class Took:
    """What a load took: seconds, seconds of all processors together, and the most memory (MiB) that a process held."""

    seconds: float
    processor: float
    memory: int


def load_of(size: int, seed: int, folder: Path) -> Took:
    """Load a generated table in a process of its own."""
    table, store = folder / f"{size}.txt", folder / f"{size}.duckdb"
    write_table(table, size, seed)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_load, store, table).result()


def _load(store: Path, table: Path) -> Took:
    began = time.perf_counter()
    load(store, Inputs(table, table.with_suffix(".csv")), lambda _share, _step: None)
    took = time.perf_counter() - began
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Took(took, sum(one.ru_utime + one.ru_stime for one in used), max(one.ru_maxrss for one in used) // 1024)


def seconds_of_cell(sign: str, length: int) -> float:
    """Read a row whose plan and evaluation are one sign over and over; return the seconds a cell."""
    cells = ROW.rstrip("\n").split("\t")
    cells[-2:] = [(sign * length)[:length]] * 2
    began = time.perf_counter()
    initiatives = parse_document(f"{HEADINGS}\n" + "\t".join(cells) + "\n", "table.txt").initiatives
    [alignment] = align(initiatives)
    read_initiative(initiatives[0], alignment.cells, [2017, 2018])
    return (time.perf_counter() - began) / 2


def milliseconds_of_queries(store: Path) -> Iterator[tuple[str, float]]:
    """Yield what is asked and how long the store takes to answer the second time."""
    with duckdb.connect(str(store), read_only=True) as connection:
        for name, sql in QUERIES.items():
            connection.execute(sql).fetchall()
            began = time.perf_counter()
            connection.execute(sql).fetchall()
            yield name, 1000 * (time.perf_counter() - began)


def growth(values: Sequence[float], sizes: Sequence[int]) -> str:
    """Return by what power of the size the last value has grown from the one before: 1.0 is linear.

    >>> growth([1.0, 10.0], [133, 1330])
    '^1.0'
    """
    return f"^{log(values[-1] / values[-2]) / log(sizes[-1] / sizes[-2]):.1f}" if len(values) > 1 else ""


def main() -> None:
    """Print every measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[133, 1_330, 13_300])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        print("Initiatives, seconds of a load, of all processors, initiatives a second, MiB, growth of processors' seconds")
        took: list[float] = []
        for size in options.sizes:
            load = load_of(size, options.seed, Path(name))
            took.append(load.processor)
            told = f"{size:9,} {load.seconds:8.1f} {load.processor:8.1f} {size / load.seconds:8.0f} {load.memory:8,}"
            print(f"{told}  {growth(took, options.sizes[: len(took)])}  (load of the machine {os.getloadavg()[0]:.0f})")
            print("          ", ", ".join(f"{q} {t:.1f} ms" for q, t in milliseconds_of_queries(Path(name) / f"{size}.duckdb")))
    print(f"Signs over and over: seconds a cell of {', '.join(f'{length:,}' for length in LENGTHS)} signs")
    for sign in SIGNS:
        print(f"{sign:8s} " + " ".join(f"{seconds_of_cell(sign, length):8.3f}" for length in LENGTHS))


if __name__ == "__main__":
    main()
