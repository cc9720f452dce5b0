"""Train the reader of unknown headings (loaders/mapping/words) on labelled ones, and tell how it reads others.

    python -m tests.gold.headings [--study]        (or: make reader, which trains all readers)

headings/*.tsv: lists of headings as bodies word them, each with what its column is for and cells as they may stand under it,
every list written by another hand before the loaders had read any of it. With --study nothing is written: each list is read by
a reader that was trained on the others, by the cues alone, and by both as the loaders do.
"""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from loaders.mapping.cells.evidence import look_at
from loaders.mapping.columns.one_column import classify
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.unknown_headings import SIZE, USES, WEIGHTS_PATH, blocks
from loaders.prose.trained import likelihoods, placed, scores
from tests.gold.training import Features, design, fit

FOLDER = Path(__file__).with_name("headings")
# Lists that are only ever measured.
UNLEARNT = frozenset({"g"})
BETWEEN_CELLS = "‖"
# What neighbours tell apart, or is kept as it is either way: no fault of the one who reads a heading alone.
NEAR: dict[Use, frozenset[Use]] = {
    Use.CURRENT: frozenset({Use.BASELINE, Use.RESULT}),
    Use.BASELINE: frozenset({Use.CURRENT}),
    Use.COMMENT: frozenset({Use.UNREAD}),
    Use.UNREAD: frozenset({Use.COMMENT}),
    Use.FORECAST: frozenset({Use.TARGET}),
    Use.TARGET: frozenset({Use.VALUE, Use.PAIR}),
    Use.RESULT: frozenset({Use.VALUE, Use.PAIR}),
    Use.ACTIVITY: frozenset({Use.NAME}),
    Use.NAME: frozenset({Use.ACTIVITY, Use.MEASURE}),
    Use.PART: frozenset({Use.GROUP}),
    Use.YEAR: frozenset({Use.OWN_YEAR}),
}


@dataclass(frozen=True)
class LabelledHeading:
    """A heading, what its column is for, and what its cells look like."""

    use: Use
    heading: str
    evidence: Evidence

    @property
    def features(self) -> Features:
        """The heading as the reader sees it."""
        return placed(blocks(self.heading, self.evidence), SIZE)

    def is_right(self, use: Use) -> bool:
        """Return whether a use is the labelled one, or one that its neighbours would settle."""
        return use is self.use or use in NEAR.get(self.use, ())


def lists() -> list[Path]:
    """Return the files of labelled headings that the reader learns from."""
    return [path for path in sorted(FOLDER.glob("*.tsv")) if path.stem not in UNLEARNT]


def load_headings(path: Path) -> list[LabelledHeading]:
    """Return the headings of a list; a column of a table has more cells than the few that stand for them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [LabelledHeading(Use(row["use"]), row["heading"], look_at(row["cells"].split(BETWEEN_CELLS) * 2)) for row in rows]


def train(headings: Sequence[LabelledHeading]) -> np.ndarray:
    """Return the table of weights that these headings give."""
    wanted = np.array([[float(told.use is use) for use in USES] for told in headings])
    return fit(design([told.features for told in headings], SIZE), wanted)


def read_alone(table: np.ndarray, told: LabelledHeading) -> tuple[Use, float]:
    """Return what a table of weights makes of a heading, and how likely that is."""
    shares = likelihoods(scores(table.astype(np.float64), told.features))
    return USES[int(shares.argmax())], float(shares.max())


def study() -> str:
    """Return how each list is read by a reader trained on the others alone; and by the loaders as they are."""
    lines = ["list: headings, right by a reader of the other lists, by the loaders; unread, wrong"]
    known = {path: load_headings(path) for path in lists()}
    for path, own in known.items():
        table = train([told for other, headings in known.items() if other != path for told in headings])
        alone = np.mean([told.is_right(read_alone(table, told)[0]) for told in own])
        both = [(told, classify(Seen(0, (told.heading,), told.evidence)).use) for told in own]
        right = np.mean([told.is_right(use) for told, use in both])
        unread = np.mean([use is Use.UNREAD and not told.is_right(use) for told, use in both])
        lines.append(f"  {path.stem:10s} {len(own):4d}  {alone:.3f}  {right:.3f}  {unread:.3f}  {1 - right - unread:.3f}")
    return "\n".join(lines)


def main() -> None:
    """Write the weights, or print the study."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--study", action="store_true", help="write nothing, tell how lists left out are read")
    if parser.parse_args().study:
        print(study())
        return
    headings = [told for path in lists() for told in load_headings(path)]
    np.save(WEIGHTS_PATH, train(headings), allow_pickle=False)
    print(f"{WEIGHTS_PATH.name}: {WEIGHTS_PATH.stat().st_size:,} bytes from {len(headings)} labelled headings")


if __name__ == "__main__":
    main()
