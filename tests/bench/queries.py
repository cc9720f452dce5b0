"""How long the store takes to answer each question of the pages, at any size, as a frame that a page gets; the slowest first.

python -m tests.bench.queries [--size 13300] [--seed 1] [--store FILE]   (a store that is there, or one of a generated table)

What a page asks of one section alone is asked of the largest. What files are made of is asked when somebody presses their
button, beside the page: it is told with its time, and not counted among what a page waits for.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import duckdb

from dashboard.database import queries
from dashboard.database.queries import FOLDER, PARAMETER, Filter
from dashboard.facts import copies
from engines.address import quoted
from tests.bench.growth import load_of

LARGEST_SECTION = "select department from store.initiative group by 1 order by count(*) desc, 1 limit 1"
# As many words as the page of a search suggests.
SUGGESTED = 6
# No question of a page may take longer.
MOST_MILLISECONDS = 50.0
# What a query is asked beside the filter: a row in the middle, a usual search, as many words and copies as pages show.
VALUES = {"kind": "copied_evaluation", "number": 100, "find": "図書館", "most": SUGGESTED, "nearly": copies.NEARLY}
ASKED = Filter(year=2020)
OF_ONE_SECTION = ("department_initiatives",)
OF_FILES = ("takeaway_", "form_")
TIMES = 5


def milliseconds(store: Path) -> Iterator[tuple[str, float]]:
    """Yield each frame by name and how long it takes to be answered, the best of some times as visitors find it."""
    with duckdb.connect() as connection:
        connection.execute(f"attach {quoted(store)} as store (read_only)")
        [(section,)] = connection.execute(LARGEST_SECTION).fetchall()
        for name in sorted(path.stem for path in FOLDER.glob("*.sql")):
            sql = queries.text(name)
            asked = replace(ASKED, departments=(section,)) if name in OF_ONE_SECTION else ASKED
            given = {key: list(value) if isinstance(value, tuple) else value for key, value in (asdict(asked) | VALUES).items()}
            values = {key: given[key] for key in set(PARAMETER.findall(sql))}
            yield name, min(_once(connection, sql, values) for _ in range(TIMES))


def _once(connection: duckdb.DuckDBPyConnection, sql: str, values: dict[str, object]) -> float:
    began = time.perf_counter()
    connection.execute(sql, values).df()
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
        print(f"{time_taken:8.1f} ms  {query}{_note(query, time_taken)}")
    too_long = sum(is_too_long(query, time_taken) for query, time_taken in took)
    print(f"{len(took)} queries, {too_long} of pages over {MOST_MILLISECONDS:.0f} ms")


def is_too_long(query: str, time_taken: float) -> bool:
    """Return whether a page waits for an answer longer than it can."""
    return time_taken > MOST_MILLISECONDS and not query.startswith(OF_FILES)


def _note(query: str, time_taken: float) -> str:
    if query.startswith(OF_FILES):
        return "  (of a file, when its button is pressed)"
    return "  too long" if is_too_long(query, time_taken) else ""


if __name__ == "__main__":
    main()
