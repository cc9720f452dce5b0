"""Single labelled years: a plan, what was written of it and the next plan, as clerks of many kinds of offices word them.

    python -m tests.gold.evaluations [SET…] [--misses]

Each file of evaluations/ is a set of made-up years, a line each, that was written before the loaders had read any of it.
README.md beside this file tells the columns and which sets were learnt from since. The figures are those of score.py.
"""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.codes import ABOUT_BOTH, ABOUT_OUTCOMES
from loaders.confidence import is_doubtful
from loaders.doubt.features import Texts
from loaders.initiative import read_initiative
from loaders.model import Cell, Initiative, Kind, Place, PrintedCell
from loaders.outcomes.checks import check_words
from tests.gold.score import YEARS, Figure, Label, Read, report, score_outcomes

FOLDER = Path(__file__).with_name("evaluations")
# Sets that rules and second reader were made with since; the others were only ever measured.
LEARNT = ("first", "second", "third", "sixth", "seventh", "ninth", "tenth", "twelfth", "thirteenth")
EITHER_WAY = "?"
NONE_GIVEN = "-"


@dataclass(frozen=True)
class Evaluation:
    """A line of a set: the words, every status that could be defended, 繰越 and reason (None: not scored, () none given)."""

    number: int
    genre: str
    year: int
    plan: str
    words: str
    following: str
    accepted: tuple[str, ...]
    carried: bool | None
    reason: tuple[str, ...] | None

    @property
    def texts(self) -> Texts:
        """The line's words as the second reader takes them."""
        return Texts(self.words, self.plan, self.following)

    @property
    def label(self) -> Label:
        """The line as score.py takes the label of a row."""
        reason = None if self.reason is None else list(self.reason)
        said = {"accepted": list(self.accepted), "carried": self.carried, "reason": reason, "evidence": self.words[:40]}
        return {"number": self.number, "outcomes": {YEARS[self.year]: said}}


def sets() -> list[Path]:
    """Return the files of labelled years."""
    return sorted(FOLDER.glob("*.tsv"))


def load_evaluations(path: Path) -> list[Evaluation]:
    """Return the lines of a set, numbered from 1."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_evaluation(number, row) for number, row in enumerate(csv.DictReader(file, delimiter="\t"), start=1)]


def _evaluation(number: int, row: dict[str, str]) -> Evaluation:
    reason = None if EITHER_WAY in row["reason"] else tuple(r for r in row["reason"].split("/") if r != NONE_GIVEN)
    carried = None if EITHER_WAY in row["carried"] else row["carried"] == "t"
    if reason and NONE_GIVEN in row["reason"]:
        reason = None
    words = row["plan"], row["evaluation"], row["next"]
    return Evaluation(number, row["genre"], int(row["year"]), *words, tuple(row["accepted"].split("/")), carried, reason)


def read_evaluations(evaluations: Sequence[Evaluation]) -> Read:
    """Return what the loaders conclude of each line, as of a row of its own."""
    outcomes, doubtful = [], set()
    for told in evaluations:
        places = {Place(Kind.PLAN, told.year): told.plan, Place(Kind.RESULT, told.year): told.words}
        places[Place(Kind.PLAN, told.year + 1)] = told.following
        printed = tuple(PrintedCell(place, words) for place, words in places.items())
        row = Initiative(told.number, "1", "1-①", "1-①-ア", "取組", True, "担当課", None, None, "", 1, printed)
        cells = tuple(Cell(place, place, words, 0, len(words), 1.0, "as_printed") for place, words in places.items())
        reading = read_initiative(row, cells, [told.year])
        [outcome] = reading.outcomes
        outcomes.append((told.number, told.year, outcome.status.value, outcome.is_carried_over, outcome.reason))
        found = {f.kind for f in (*reading.findings, *check_words([reading])) if f.year == told.year}
        if is_doubtful(outcome.confidence) or found & (ABOUT_BOTH | ABOUT_OUTCOMES):
            doubtful.add((told.number, YEARS[told.year]))
    return Read([], [], [], outcomes, set(), doubtful)


def score_evaluations(path: Path) -> dict[str, Figure]:
    """Return the figures of a set's outcomes by name."""
    evaluations = load_evaluations(path)
    return score_outcomes(read_evaluations(evaluations), [told.label for told in evaluations])


def main() -> None:
    """Print the figures of the sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed or read too much")
    args = parser.parse_args()
    for path in args.sets or sets():
        print(f"{path.name}: {len(load_evaluations(path))} years\n{report(score_evaluations(path), 999 if args.misses else 0)}")


if __name__ == "__main__":
    main()
