"""Train the second reader (loaders/doubt/reader.py) on the labelled tables and years, and tell how it reads those left out.

    python -m tests.gold.reader [--study]        (or: make reader)

With --study nothing is written: each table is read by a reader that was trained on all others, and held against what the
loaders of their day concluded when they first met it (first_sight.csv); threshold and cut were chosen by that.
"""

import argparse
import csv
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.kernel_ridge import KernelRidge

from loaders.confidence import is_doubtful
from loaders.doubt.features import SENTENCES_PATH, SENTENCES_SIZE, SIZE, Tell, Texts, features
from loaders.doubt.reader import STATUSES, WEIGHTS_PATH, impression
from loaders.model import Reason, Status
from loaders.outcomes import cause_likeness, sentence_likeness
from tests.gold import causes, sentences
from tests.gold.evaluations import FOLDER, LEARNT, Evaluation, load_evaluations
from tests.gold.score import (
    LABELS,
    SECOND_LABELS,
    YEARS,
    Label,
    latest_tables,
    load_labels,
    load_shipped_document,
    load_table,
    other_tables,
)
from tests.gold.training import SHRINKAGE, design, fit

FIRST_SIGHT = Path(__file__).with_name("first_sight.csv")
SHIPPED = "shipped"
CUTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3)


@dataclass(frozen=True)
class Year:
    """A labelled year: where it stands, its words, what can be defended of status, 繰越 and reason (None: any)."""

    table: str
    number: int
    year: int
    texts: Texts
    accepted: tuple[Status, ...]
    carried: bool | None
    reasons: tuple[Reason, ...] | None = None


def labelled_years(table: str, store: Path, labels: Sequence[Label]) -> list[Year]:
    """Return the labelled years of a table, with their words at the places where the loaders put them."""
    words = "select i.number, c.kind, c.year, string_agg(c.text, ' ' order by c.cell_id) from cell c join initiative i"
    with duckdb.connect(str(store), read_only=True) as connection:
        rows = connection.execute(f"{words} using (initiative_id) where trim(c.text) <> '' group by all").fetchall()
    said = {(number, kind, year): text for number, kind, year, text in rows}
    by_label = {label: year for year, label in YEARS.items()}

    def labelled(number: int, year: int, outcome: dict[str, Any]) -> Year:
        places = (("result", year), ("plan", year), ("plan", year + 1))
        texts = Texts(*(said.get((number, *place), "") for place in places))
        reasons = None if outcome.get("reason") is None else tuple(map(Reason, outcome["reason"]))
        return Year(table, number, year, texts, tuple(map(Status, outcome["accepted"])), outcome["carried"], reasons)

    return [labelled(row["number"], by_label[year], outcome) for row in labels for year, outcome in row["outcomes"].items()]


def all_years() -> list[Year]:
    """Return the labelled years of the shipped document and of all other tables that may be learnt from."""
    years: list[Year] = []
    with tempfile.TemporaryDirectory() as folder:
        store = load_shipped_document(Path(folder) / "plan.duckdb")
        years += labelled_years(SHIPPED, store, [*load_labels(LABELS), *load_labels(SECOND_LABELS)])
        for table in (*other_tables(), *latest_tables()):
            store = load_table(table, Path(folder) / f"{table.stem}.duckdb")
            years += labelled_years(table.stem, store, load_labels(table.with_suffix(".jsonl")))
    return years + [year for name in LEARNT for year in single_years(name)]


def single_years(name: str) -> list[Year]:
    """Return the labelled years of a set that stand by themselves."""
    return [_single(name, told) for told in load_evaluations(FOLDER / f"{name}.tsv")]


def _single(name: str, told: Evaluation) -> Year:
    reasons = None if told.reason is None else tuple(map(Reason, told.reason))
    return Year(name, told.number, told.year, told.texts, tuple(map(Status, told.accepted)), told.carried, reasons)


def teller(table: np.ndarray) -> Tell:
    """Return the reader of sentences with a table of weights."""
    return lambda plan, words: sentence_likeness.likely(table, plan, words)


def of_lists() -> np.ndarray:
    """Return the weights by which the second reader reads sentences: of the lists of sentences alone, of no labelled year."""
    return sentences.train([one for found in sentences.lists().values() for one in found], SENTENCES_SIZE)


def examples_of(years: Sequence[Year], tell: Tell) -> csr_matrix:
    """Return the features of the years, a row each, their sentences read by `tell`."""
    return design([features(year.texts, tell) for year in years], SIZE)


def answers(years: Sequence[Year]) -> np.ndarray:
    """Return what the labels say, a row a year: each status's share of those that can be defended, and 繰越 as the last."""
    statuses = [[(status in year.accepted) / len(year.accepted) for status in STATUSES] for year in years]
    return np.column_stack([statuses, [float(year.carried or False) for year in years]])


def train(years: Sequence[Year], tell: Tell) -> np.ndarray:
    """Return the table of weights that these years give, as loaders/doubt/reader.py reads it."""
    return fit(examples_of(years, tell), answers(years))


def left_out_scores(years: Sequence[Year]) -> np.ndarray:
    """Return the scores that each year gets from a reader that was trained on all tables but its own."""
    examples, wanted = examples_of(years, teller(of_lists().astype(np.float64))), answers(years)
    likeness = (examples @ examples.T).toarray()
    tables = np.array([year.table for year in years])
    found = np.zeros(wanted.shape)
    for table in sorted(set(tables)):
        own, rest = np.flatnonzero(tables == table), np.flatnonzero(tables != table)
        usual = wanted[rest].mean(axis=0)
        ridge = KernelRidge(alpha=SHRINKAGE, kernel="precomputed").fit(likeness[np.ix_(rest, rest)], wanted[rest] - usual)
        found[own] = ridge.predict(likeness[np.ix_(own, rest)]) + usual
    return found


def study(years: Sequence[Year]) -> str:
    """Return how the reader does alone on each table left out, and what its doubts add to the others at first sight."""
    impressions = [impression(found) for found in left_out_scores(years)]
    lines = ["right alone on a table left out:"]
    for table in dict.fromkeys(year.table for year in years):
        own = [seen.likeliest in year.accepted for year, seen in zip(years, impressions, strict=True) if year.table == table]
        lines.append(f"  {table:24s} {np.mean(own):.3f} of {len(own)}")
    right = [seen.likeliest in year.accepted for year, seen in zip(years, impressions, strict=True)]
    lines.append(f"  {'all':24s} {np.mean(right):.3f} of {len(right)}")
    known = {(year.table, year.number, year.year): (year, seen) for year, seen in zip(years, impressions, strict=True)}
    with FIRST_SIGHT.open(encoding="utf-8", newline="") as file:
        keyed = [(row, (row["table"], int(row["number"]), int(row["year"]))) for row in csv.DictReader(file)]
    met = [(row, *known[key]) for row, key in keyed if key in known]
    wrong = np.array([Status(row["status"]) not in year.accepted for row, year, _ in met])
    doubted = np.array([row["has_finding"] == "1" or is_doubtful(float(row["confidence"])) for row, _, _ in met])
    likely = np.array([seen.statuses[Status(row["status"])] for row, _, seen in met])
    lines.append(f"at first sight {wrong.sum()} of {len(wrong)} wrong; doubtful below a likelihood of:")
    for cut in CUTS:
        marked = doubted | (likely < cut)
        found, silent = (wrong & marked).sum(), (wrong & ~marked).mean()
        lines.append(f"  {cut:.2f}  doubtful {marked.mean():.3f}  silent {silent:.3f}  found {found}")
    return "\n".join(lines)


def _labelled(years: Sequence[Year]) -> list[causes.Labelled]:
    return [(year.texts.evaluation, year.year, year.reasons) for year in years if year.reasons is not None]


def main() -> None:
    """Write the weights, or print the study."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--study", action="store_true", help="write nothing, tell how tables left out are read")
    if parser.parse_args().study:
        years = all_years()
        print(study(years))
        print(causes.study(_labelled(years), sentences.lists()))
        print(sentences.study())
        return
    years = all_years()
    table = of_lists()
    _save(SENTENCES_PATH, table, "lists of sentences")
    _save(WEIGHTS_PATH, train(years, teller(table.astype(np.float64))), f"{len(years)} labelled years")
    told = causes.examples(_labelled(years), lists=sentences.lists().values())
    _save(cause_likeness.WEIGHTS_PATH, causes.train(told), f"{len(told)} labelled causes")
    said = [one for found in sentences.lists().values() for one in found]
    said += sentences.of_years((year.texts, year.accepted) for year in years)
    _save(sentence_likeness.WEIGHTS_PATH, sentences.train(said), f"{len(said)} labelled sentences")


def _save(path: Path, table: np.ndarray, learnt_from: str) -> None:
    np.save(path, table, allow_pickle=False)
    print(f"{path.name}: {path.stat().st_size:,} bytes from {learnt_from}")


if __name__ == "__main__":
    main()
