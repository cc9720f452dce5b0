"""All measures of the reading in one place: against labelled rows, against rows broken on purpose, and the time of each step.

python -m tests.bench.reading [--count 2000] [--seed 1]
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desk import corrections, revisions
from desk.corrections import PersonsWord
from loaders.alignment.alignment import align
from loaders.numbers.quantities import read_quantities
from loaders.outcomes.judging import judge
from loaders.series.indicators import build_indicators
from loaders.store.building import load
from loaders.store.freshness import ensure_current
from loaders.store.inputs import DOCUMENT, Inputs
from loaders.table.document import Document, parse_document
from tests.bench import mutations
from tests.gold.score import LABELS, SECOND_LABELS, load_labels, report, score

T = TypeVar("T")
# A correction of one row, after which the store is put right while a person waits.
SAID = PersonsWord(1, 30, "", 2019, "status", "", "unmet", "closed", "見送りと決めた")


def timed(name: str, step: Callable[[], T]) -> T:
    """Run a step, print its wall time, return what it returns."""
    began = time.perf_counter()
    result = step()
    print(f"{name:12s} {time.perf_counter() - began:6.2f} s")
    return result


def time_steps(document: Document) -> None:
    """Print the wall time of each step over the whole document."""
    rows = document.initiatives
    cells = [alignment.cells for alignment in timed("places", lambda: align(rows))]
    numbers = timed("numbers", lambda: [read_quantities(row, own)[0] for row, own in zip(rows, cells, strict=True)])
    series = timed(
        "series",
        lambda: [build_indicators(row, own, read)[0] for row, own, read in zip(rows, cells, numbers, strict=True)],
    )
    years = document.evaluated_years
    timed("outcomes", lambda: [judge(row, own, found, years) for row, own, found in zip(rows, cells, series, strict=True)])


def main() -> None:
    """Print every measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000, help="rows to break on purpose")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("Time")
    document = timed("document", lambda: parse_document(DOCUMENT.read_text(encoding="utf-8"), DOCUMENT.name))
    time_steps(document)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "plan.duckdb"
        inputs = Inputs(added=Path(folder) / "plans")
        timed("whole load", lambda: load(store, inputs, lambda _share, _step: None))
        assert inputs.desk is not None
        corrections.save(inputs.desk, [SAID], "係", revisions.latest(inputs.desk))
        timed("one word", lambda: ensure_current(store, inputs))
        for labels in (LABELS, SECOND_LABELS):
            rows = load_labels(labels)
            print(f"\nLabelled rows, {labels.name}: {len(rows)} initiatives\n{report(score(store, rows), 0)}")
    print("\nRows broken on purpose")
    print("\n".join(mutations.told(mutations.measure(document.initiatives, options.count, options.seed))))


if __name__ == "__main__":
    main()
