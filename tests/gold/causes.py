"""Sentences with the clause that tells the cause, and the training of its reader (loaders/outcomes/cause_likeness.py).

    python -m tests.gold.causes [FILE…] [--misses]

Each file of causes/ holds sentences that say that work was left undone: the reasons that fit (`-` where the sentence gives
none), the words, and the clause of them that tells why. The sentences of sentences/ teach the reader too: their causes, and
most of all what is none: what else a sentence says, and what tells of work done.
"""

import argparse
import csv
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from loaders.initiative import read_initiative
from loaders.model import Cell, Initiative, Kind, Outcome, Place, PrintedCell, Reason, Status
from loaders.outcomes import cause_likeness
from loaders.outcomes.cause_likeness import KINDS, SIZE, features, likeness_by, most_like
from loaders.outcomes.causes import has_failed, told_by_vocabulary
from loaders.outcomes.sentence_likeness import Telling
from loaders.outcomes.statements import Statement, read_statements
from loaders.outcomes.vocabulary.loading import CAUSES
from loaders.prose.clauses import split
from tests.gold.score import Figure, score_reasons
from tests.gold.sentences import Sentence
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
# What the clause weighs that holds a cause, and a whole sentence that a list of sentences/ gives a reason.
HOLDER_WEIGHT, LISTED_WEIGHT = 0.5, 0.5
# What clauses weigh that tell no cause: those beside one or beside a failure, those of work done, and those of neither.
BESIDE_WEIGHT, DONE_WEIGHT, ASIDE_WEIGHT = 0.5, 0.3, 0.1
# A clause of fewer signs tells nothing of itself.
SHORTEST = 5


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


def examples(
    years: Sequence[Labelled], trained: Sequence[str] = TRAINED, lists: Iterable[Sequence[Sentence]] = ()
) -> list[Example]:
    """Return what the weights are trained on: what tells a cause and what tells none, and the vocabulary."""
    told = [one for name in trained for one in load_causes(FOLDER / f"{name}.tsv")]
    found = [Example(one.cause, one.reasons) for one in told if one.cause]
    for one in told:
        found += [Example(one.words, one.reasons, SENTENCE_WEIGHT), *_clauses(one.words, one.cause, one.reasons)]
    for words, year, reasons in years:
        found += _named(words, year, reasons) if reasons else []
    found += [Example(words, reasons, YEAR_WEIGHT) for words, _, reasons in years if reasons and len(words) < LONGEST_YEAR]
    found += [example for sentences in lists for one in sentences for example in _of_sentence(one)]
    return [*found, *_of_vocabulary()]


def _of_sentence(one: Sentence) -> Iterator[Example]:
    """Yield what a labelled sentence teaches of causes."""
    if one.reasons:
        yield from [Example(one.cause, one.reasons)] if one.cause else []
    if one.reasons or Telling.FAILED in one.tellings:
        yield Example(one.words, one.reasons, LISTED_WEIGHT)
    is_aside = Telling.ASIDE in one.tellings
    weight = BESIDE_WEIGHT if Telling.FAILED in one.tellings else ASIDE_WEIGHT if is_aside else DONE_WEIGHT
    yield from _clauses(one.words, one.cause, one.reasons, weight)


def _clauses(words: str, cause: str, reasons: tuple[Reason, ...], weight: float = BESIDE_WEIGHT) -> Iterator[Example]:
    """Yield the clauses of a sentence: that which holds its cause, and those that tell none; of an unknown place none."""
    since = words.find(cause) if cause else -1
    if reasons and since < 0:
        return
    until = since + len(cause)
    for clause in (clause for sentence in split(words) for clause in sentence.clauses):
        said = words[clause.start : clause.end]
        if since < 0 or clause.end <= since or until <= clause.start:
            yield from [Example(said, (), weight)] if len(said) >= SHORTEST else []
        elif clause.start < (since + until) / 2 < clause.end:
            yield Example(said, reasons, HOLDER_WEIGHT)


def _statements(words: str, year: int) -> tuple[Statement, ...]:
    return read_statements(_cells({Place(Kind.RESULT, year): words}))


def study(years: Sequence[Labelled], lists: Mapping[str, Sequence[Sentence]]) -> str:
    """Return how each list of causes, and those of sentences by clause, are read by weights that the others gave."""
    lines = ["causes of a list left out:"]
    with tempfile.TemporaryDirectory() as folder:
        for name in TRAINED:
            cause_likeness.WEIGHTS_PATH = Path(folder) / f"{name}.npy"
            cause_likeness.shares.cache_clear()
            rest = [other for other in TRAINED if other != name]
            np.save(cause_likeness.WEIGHTS_PATH, train(examples(years, rest, lists.values())), allow_pickle=False)
            figure = score_causes(load_causes(FOLDER / f"{name}.tsv"))
            lines.append(f"  {name}  recall {figure.recall:.3f}  precision {figure.precision:.3f}")
    lines.append("causes of a list of sentences left out, and what of work done is taken for one:")
    for name, own in lists.items():
        table = train(examples(years, lists=[rest for other, rest in lists.items() if other != name])).astype(np.float64)
        right = [most_like(likeness_by(table, one.cause)).reason in one.reasons for one in own if one.cause and one.reasons]
        done = [clause.words for one in own if not one.reasons and Telling.DONE in one.tellings for clause in _of_sentence(one)]
        taken = [most_like(likeness_by(table, words)).reason is not None for words in done]
        lines.append(f"  {name}  told right {np.mean(right):.3f} of {len(right)}  taken {np.mean(taken):.3f} of {len(taken)}")
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
