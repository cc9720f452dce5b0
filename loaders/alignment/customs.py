"""What is usual in a table speaks for no move: the words its cells of one kind share, how its plans and baselines are written.

Signs (cues.py) say what words cost as a plan, an evaluation or a baseline in office tables at large. Where a table writes its
plans as bare counts (【会員数】450人), or its baselines without a label, that it does so tells nothing of a lost cell.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.alignment.cues import COUNTED_PLAN, UNLABELLED, is_labelled, is_mere_count
from loaders.model import Initiative, Kind

# Words are customary for a kind of cell when they stand in so many of its cells, and hardly in others.
CUSTOMARY_COUNT = 3
CUSTOMARY_SHARE = 0.8
# Evaluations that are bare counts, taken for there before any is seen: a few plans in a small table are no custom.
EXPECTED_COUNTS = 2


@dataclass(frozen=True)
class Customs:
    """What a table's rows share.

    `kinds` are words with the kind of cell that they stand in throughout the table. `counted_plans` and `unlabelled_baselines`
    (0 to 1) say how usual it is here that a plan is a bare count, and that a baseline has no label.
    """

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    counted_plans: float = 0.0
    unlabelled_baselines: float = 0.0

    def rebate(self, text: str, kind: Kind) -> float:
        """Return what of the price of its signs a cell does not cost here, as it is written as the table writes such cells."""
        if kind is Kind.PLAN and is_mere_count(text):
            return COUNTED_PLAN * self.counted_plans
        if kind is Kind.BASELINE_GOAL and text.strip() and not is_labelled(text):
            return UNLABELLED * self.unlabelled_baselines
        return 0.0


def find_customs(initiatives: Sequence[Initiative]) -> Customs:
    """Return what the rows of a table share."""
    cells = [(cell.text, cell.place.kind) for i in initiatives for cell in i.cells if cell.text.strip() and not cell.columns]
    counts = Counter(said for i in initiatives for said in {(c.text, c.place.kind) for c in i.cells if c.text.strip()})
    return Customs(_kinds_of_words(counts), _counted_plans(cells), _unlabelled_baselines(cells))


def _kinds_of_words(counts: Mapping[tuple[str, Kind], int]) -> dict[str, Kind]:
    totals: Counter[str] = Counter()
    for (text, _), count in counts.items():
        totals[text] += count
    return {
        text: kind
        for (text, kind), count in counts.items()
        if count >= CUSTOMARY_COUNT and count >= CUSTOMARY_SHARE * totals[text]
    }


def _counted_plans(cells: Sequence[tuple[str, Kind]]) -> float:
    """Return how usual bare counts are among plans, measured by how usual they are among evaluations."""
    plans = [is_mere_count(text) for text, kind in cells if kind is Kind.PLAN]
    results = [is_mere_count(text) for text, kind in cells if kind is Kind.RESULT]
    if not plans or not results:
        return 0.0
    return min(1.0, sum(plans) / len(plans) / ((sum(results) + EXPECTED_COUNTS) / len(results)))


def _unlabelled_baselines(cells: Sequence[tuple[str, Kind]]) -> float:
    baselines = [is_labelled(text) for text, kind in cells if kind is Kind.BASELINE_GOAL]
    return 1.0 - sum(baselines) / len(baselines) if baselines else 0.0
