"""How long the store takes to answer each question of the pages, at any size; the slowest first.

python -m tests.bench.queries [--size 13300] [--seed 1] [--store FILE]   (a store that is there, or one of a generated table)
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import duckdb

from dashboard.database import queries
from dashboard.database.queries import FOLDER, PARAMETER, Filter
from loaders.store.ownership import quoted
from tests.bench.growth import load_of

# No question of a page may take longer.
MOST_MILLISECONDS = 50.0
# What a query is asked beside the filter: a row in the middle, a usual search, as many as a page shows.
VALUES = {"kind": "copied_evaluation", "number": 100, "find": "図書館", "most": 100, "nearly": 0.8}
ASKED = Filter(year=2020)
TIMES = 3


def milliseconds(store: Path) -> Iterator[tuple[str, float]]:
    """Yield each frame by name and how long it takes to be answered, the best of some times as visitors find it."""
    with duckdb.connect() as connection:
        connection.execute(f"attach {quoted(store)} as store (read_only)")
        for name in sorted(path.stem for path in FOLDER.glob("*.sql")):
            sql = queries.text(name)
            given = {key: list(value) if isinstance(value, tuple) else value for key, value in (asdict(ASKED) | VALUES).items()}
            values = {key: given[key] for key in set(PARAMETER.findall(sql))}
            yield name, min(_once(connection, sql, values) for _ in range(TIMES))


def _once(connection: duckdb.DuckDBPyConnection, sql: str, values: dict[str, object]) -> float:
    began = time.perf_counter()
    connection.execute(sql, values).fetchall()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    """Print every query with its time, the slowest first, and how many take longer than a page can wait."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=13_300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if options.store is None:
            load_of(options.size, options.seed, Path(name))
        took = sorted(milliseconds(options.store or Path(name) / f"{options.size}.duckdb"), key=lambda one: -one[1])
    for query, time_taken in took:
        print(f"{time_taken:8.1f} ms  {query}{'  too long' if time_taken > MOST_MILLISECONDS else ''}")
    print(
        f"{len(took)} queries, {sum(time_taken > MOST_MILLISECONDS for _, time_taken in took)} over {MOST_MILLISECONDS:.0f} ms"
    )


if __name__ == "__main__":
    main()
