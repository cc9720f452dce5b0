"""Sentences with the clause that tells the cause, and the training of their reader (loaders/outcomes/cause_likeness.py).

    python -m tests.gold.causes [FILE…] [--misses]

Each file of causes/ holds sentences that say that work was left undone: the reasons that fit (`-` where the sentence gives
none), the words, and the clause of them that tells why. Without files it prints how those are read that `TRAINED` doesn't name.
"""

import argparse
import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from loaders.initiative import read_initiative
from loaders.model import Cell, Initiative, Kind, Outcome, Place, PrintedCell, Reason, Status
from loaders.outcomes import cause_likeness
from loaders.outcomes.cause_likeness import KINDS, SIZE, features
from loaders.outcomes.causes import beside_failure, has_failed, told_by_vocabulary
from loaders.outcomes.statements import Statement, read_statements
from loaders.outcomes.vocabulary.loading import CAUSES
from tests.gold.score import Figure, score_reasons
from tests.gold.training import design, fit

FOLDER = Path(__file__).with_name("causes")
TRAINED = ("a", "b", "c")
YEAR = 2020
NONE_GIVEN = "-"
# How far the weights are held down, and what an example of the vocabulary weighs beside a labelled sentence: chosen among
# 0.1, 0.3, 1.0 and 0.5, 1.0 by tenths of a.tsv left out.
SHRINKAGE = 0.1
VOCABULARY_WEIGHT = 0.5
# What a whole evaluation weighs beside its clause that tells why, by whom it was written, and how long it may be: what tells
# no cause by any clause that is known may still be like one as a whole.
SENTENCE_WEIGHT, YEAR_WEIGHT, LONGEST_YEAR = 1.0, 0.5, 120


# An evaluation, its year and the reasons that fit it.
Labelled = tuple[str, int, tuple[Reason, ...]]


@dataclass(frozen=True)
class Told:
    """A sentence, the reasons that fit it (() where it gives none), and the clause that tells why."""

    reasons: tuple[Reason, ...]
    words: str
    cause: str


@dataclass(frozen=True)
class Example:
    """Words that tell of a cause of so many kinds, or (()) of none, and what the example weighs."""

    words: str
    reasons: tuple[Reason, ...]
    weight: float = 1.0


def load_causes(path: Path) -> list[Told]:
    """Return the sentences of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Told(tuple(Reason(r) for r in row["reason"].split("/") if r != NONE_GIVEN), row["words"], row["cause"].strip())
            for row in csv.DictReader(file, delimiter="\t")
        ]


def read_words(words: str, year: int = YEAR, plan: str = "") -> Outcome:
    """Return what the loaders conclude of an evaluation that stands by itself."""
    places = {Place(Kind.PLAN, year): plan, Place(Kind.RESULT, year): words}
    printed = tuple(PrintedCell(place, text) for place, text in places.items())
    row = Initiative(1, "1", "1-①", "1-①-ア", "取組", True, "担当課", None, None, "", 1, printed)
    return read_initiative(row, _cells(places), [year]).outcomes[0]


def _cells(places: dict[Place, str]) -> tuple[Cell, ...]:
    return tuple(Cell(place, place, text, 0, len(text), 1.0, "as_printed") for place, text in places.items())


def score_causes(told: Sequence[Told]) -> Figure:
    """Return how often the reason is found, with the precision of those that are given."""
    read = {(no,): read_words(one.words).reason for no, one in enumerate(told, start=1)}
    return score_reasons({(no,): ([*one.reasons], read[(no,)]) for no, one in enumerate(told, start=1)})


def examples(years: Sequence[Labelled], trained: Sequence[str] = TRAINED) -> list[Example]:
    """Return what the weights are trained on: labelled clauses, what stands beside failures without a cause, vocabulary."""
    told = [one for name in trained for one in load_causes(FOLDER / f"{name}.tsv")]
    found = [Example(one.cause, one.reasons) for one in told if one.cause]
    for words, year, reasons in [*years, *((one.words, YEAR, ()) for one in told if not one.reasons)]:
        found += _named(words, year, reasons) if reasons else [Example(span, ()) for span in _beside(words, year)]
    found += [Example(one.words, one.reasons, SENTENCE_WEIGHT) for one in told]
    found += [Example(words, reasons, YEAR_WEIGHT) for words, _, reasons in years if reasons and len(words) < LONGEST_YEAR]
    return [*found, *_of_vocabulary()]


def _beside(words: str, year: int) -> Iterator[str]:
    """Yield the words beside failures that might be taken for a cause."""
    statements = _statements(words, year)
    yield from sorted({span.text for statement in statements for span in beside_failure(statements, statement)})


def _statements(words: str, year: int) -> tuple[Statement, ...]:
    return read_statements(_cells({Place(Kind.RESULT, year): words}))


def study(years: Sequence[Labelled]) -> str:
    """Return how each list of sentences is read by weights that the other lists gave."""
    lines = ["causes of a list left out:"]
    with tempfile.TemporaryDirectory() as folder:
        for name in TRAINED:
            cause_likeness.WEIGHTS_PATH = Path(folder) / f"{name}.npy"
            cause_likeness.likeness.cache_clear()
            rest = [other for other in TRAINED if other != name]
            np.save(cause_likeness.WEIGHTS_PATH, train(examples(years, rest)), allow_pickle=False)
            figure = score_causes(load_causes(FOLDER / f"{name}.tsv"))
            lines.append(f"  {name}  recall {figure.recall:.3f}  precision {figure.precision:.3f}")
    return "\n".join(lines)


def _named(words: str, year: int, reasons: tuple[Reason, ...]) -> list[Example]:
    """Return the words by which the vocabulary finds one of the labelled reasons; what weights say is left aside."""
    statements = _statements(words, year)
    failing = next((s for s in statements if has_failed(s)), None)
    found = told_by_vocabulary(statements, failing, year)
    return [Example(found.span.text, reasons)] if found and found.reason in reasons else []


def _of_vocabulary() -> Iterator[Example]:
    """Yield the examples of the vocabulary, cut to the clause that the row finds."""
    for cause in CAUSES:
        for words in cause.examples:
            match = cause.pattern.search(words)
            end = words.find("、", match.end() - 1) if match else -1
            yield Example(words[: end + 1] or words, (cause.reason,), VOCABULARY_WEIGHT)


def train(told: Sequence[Example]) -> np.ndarray:
    """Return the table of weights that these examples give, as loaders/outcomes/cause_likeness.py reads it."""
    wanted, weight = np.array([_answer(one) for one in told]), np.array([one.weight for one in told])
    return fit(design([features(one.words) for one in told], SIZE), wanted, weight, SHRINKAGE)


def _answer(one: Example) -> list[float]:
    reasons = one.reasons or (None,)
    return [(kind in reasons) / len(reasons) for kind in KINDS]


def main() -> None:
    """Print how sentences are read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed or read too much")
    args = parser.parse_args()
    for path in args.files or sorted(FOLDER.glob("*.tsv")):
        told = load_causes(path)
        figure = score_causes(told)
        undone = sum(read_words(one.words).status in (Status.UNMET, Status.CLOSED) for one in told)
        print(f"{path.name}: {len(told)} sentences, {undone} of them read as work left undone")
        print(f"  reasons: recall {figure.recall:.3f}, precision {figure.precision:.3f}")
        if args.misses:
            missed = {key[0] for key in (*figure.missed, *figure.surplus)}
            for number in sorted(missed):
                one, outcome = told[number - 1], read_words(told[number - 1].words)
                wanted = "/".join(one.reasons) or NONE_GIVEN
                read = f"{outcome.reason} by {outcome.reason_rule!r} of {outcome.reason_quote!r}"
                print(f"  {number} {wanted}, read {read}: {one.words}")


if __name__ == "__main__":
    main()
