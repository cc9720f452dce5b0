"""Sentences with what they tell of the planned work, and the training of their reader (loaders/outcomes/sentence_likeness.py).

    python -m tests.gold.sentences        how sentences of each list are read by weights that the other lists gave

Each file of sentences/ holds what was planned, a sentence that was written of it, and the kind of thing that the sentence
tells; README.md beside this file tells the kinds.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from loaders.doubt.features import Texts
from loaders.model import Reason, Status
from loaders.outcomes.likely_sentences import FAILED_FROM, SHORTEST
from loaders.outcomes.sentence_likeness import SIZE, TELLINGS, Telling, checksums, features, likely
from loaders.prose.clauses import split
from tests.gold.training import design, fit

FOLDER = Path(__file__).with_name("sentences")
NONE_GIVEN: Final = "-"
# What each label of the files is to the reader: work left undone and work done in part are one failure.
OF_LABEL: Final[dict[str, Telling]] = {
    "undone": Telling.FAILED,
    "short": Telling.FAILED,
    "late": Telling.LATE,
    "done": Telling.DONE,
    "study": Telling.STUDIED,
    "next": Telling.NEXT,
    "ended": Telling.ENDED,
    "no_need": Telling.NOTHING_TO_TELL,
    "unpublished": Telling.NOTHING_TO_TELL,
    "aside": Telling.ASIDE,
}
# What each status of a whole year is to the reader, where one sentence tells it all.
OF_STATUS: Final[dict[Status, Telling]] = {
    Status.UNMET: Telling.FAILED,
    Status.MET: Telling.DONE,
    Status.IMPLEMENTED: Telling.DONE,
    Status.UNDER_STUDY: Telling.STUDIED,
    Status.CLOSED: Telling.ENDED,
    Status.NOT_REPORTED: Telling.NOTHING_TO_TELL,
}
# How far the weights are held down: 0.03 and 0.3 read lists left out no better. What a sentence of a labelled year weighs,
# whose own kind nobody told: 0.3 and 1.0 read tables left out alike.
SHRINKAGE = 0.1
# To what power the rarity of a feature counts: 0 and 1 read lists left out less well.
RARITY = 0.5
YEAR_WEIGHT = 0.3

# A year's words and every status that could be defended.
Labelled = tuple[Texts, tuple[Status, ...]]


@dataclass(frozen=True)
class Sentence:
    """A sentence of an evaluation, what had been planned, what it tells of that (or may tell), and what the label weighs.

    `reasons` are those that it gives for work left undone (() where none), `cause` the words of it that tell why.
    """

    plan: str
    words: str
    tellings: tuple[Telling, ...]
    weight: float = 1.0
    reasons: tuple[Reason, ...] = ()
    cause: str = ""


def lists() -> dict[str, list[Sentence]]:
    """Return the labelled sentences by the list that they stand in."""
    return {path.stem: _load(path) for path in sorted(FOLDER.glob("*.tsv"))}


def _load(path: Path) -> list[Sentence]:
    with path.open(encoding="utf-8", newline="") as file:
        return [_sentence(row) for row in csv.DictReader(file, delimiter="\t")]


def _sentence(row: dict[str, str]) -> Sentence:
    reasons = tuple(Reason(reason) for reason in row["reason"].split("/") if reason != NONE_GIVEN)
    cause = "" if row["cause"] == NONE_GIVEN else row["cause"].strip()
    return Sentence(row["plan"], row["sentence"], (OF_LABEL[row["kind"]],), reasons=reasons, cause=cause)


def of_years(years: Iterable[Labelled]) -> list[Sentence]:
    """Return sentences of labelled years: all of a year whose work was done, and any that is its year's only one."""
    found: list[Sentence] = []
    for texts, accepted in years:
        tellings = tuple({OF_STATUS[status]: None for status in accepted})
        said = [texts.evaluation[s.start : s.end].strip() for s in split(texts.evaluation)]
        said = [words for words in said if len(words) >= SHORTEST]
        if len(said) == 1 or (Telling.FAILED not in tellings and Telling.DONE in tellings):
            found += [Sentence(texts.plan, words, tellings, YEAR_WEIGHT) for words in said]
    return found


def train(sentences: Sequence[Sentence], size: int = SIZE) -> np.ndarray:
    """Return the table of `size` weights that these sentences give, as loaders/outcomes/sentence_likeness.py reads it."""
    wanted = np.array([[(telling in one.tellings) / len(one.tellings) for telling in TELLINGS] for one in sentences])
    weight = np.array([one.weight for one in sentences])
    telling = rarity(sentences, size)
    found = [features(one.plan, one.words, telling) for one in sentences]
    return np.vstack([fit(design(found, size), wanted, weight, SHRINKAGE), telling.astype(np.float16)])


def rarity(sentences: Sequence[Sentence], size: int = SIZE) -> np.ndarray:
    """Return how much each feature tells: the more, the fewer of the sentences have it."""
    held = np.zeros(size + 1)
    for one in sentences:
        for _, sums in checksums(one.plan, one.words):
            held[sorted({state % size for state in sums})] += 1
    told: np.ndarray = (1 + np.log((len(sentences) + 1) / (held + 1))) ** RARITY
    return told.astype(np.float16).astype(np.float64)


def study() -> str:
    """Return how the sentences of each list are read by weights that the other lists gave."""
    lines = [f"of a list left out, failures found from a share of {FAILED_FROM} on, and what else is taken for one:"]
    known = lists()
    for name, own in known.items():
        table = train([one for other, rest in known.items() if other != name for one in rest]).astype(np.float64)
        read = [likely(table, one.plan, one.words) for one in own]
        taken = [shares[Telling.FAILED] >= FAILED_FROM for shares in read]
        failed = [Telling.FAILED in one.tellings for one in own]
        best = np.mean([max(shares, key=lambda t: shares[t]) in one.tellings for shares, one in zip(read, own, strict=True)])
        found, false = np.mean(np.array(taken)[failed]), np.mean(np.array(taken)[np.invert(failed)])
        lines.append(
            f"  {name}  {len(own)} sentences, {best:.3f} told right; failures found {found:.3f}, others taken {false:.3f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(study())
