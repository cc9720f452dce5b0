"""A form may say above its years where the plan starts and where it shall end, a label and its value side by side.

策定時（R2） | 85 | 最終目標（R8） | 150 is no row of the table below it, and no heading: both are of what it measures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.grid.grid import non_empty
from loaders.mapping.cues import senses
from loaders.mapping.mapping import Use
from loaders.mapping.values import is_blank, stands_for_value

_SURE = 0.6
ENDS = {Use.BASELINE: Use.BASELINE, Use.CURRENT: Use.BASELINE, Use.FINAL_GOAL: Use.FINAL_GOAL}


@dataclass(frozen=True)
class EndTold:
    """Where a plan starts or ends, as a line tells it: `label` is what its value is called, `column` where the value stands."""

    use: Use
    label: str
    text: str
    column: int


def ends_told(cells: Sequence[str]) -> tuple[EndTold, ...]:
    """Return what a line says of where a plan starts and where it ends; none where it says one of them alone, or anything else.

    >>> [(end.use.value, end.text) for end in ends_told(("策定時（R2）", "85", "最終目標（R8）", "150以上"))]
    [('baseline', '85'), ('final_goal', '150以上')]
    >>> ends_told(("基準値（R2）", "最終目標（R8）")), ends_told(("目標値", "12", "15"))
    ((), ())
    """
    known = list(non_empty(cells))
    labels, values = known[::2], known[1::2]
    if len(labels) != len(values) or not all(stands_for_value(text) or is_blank(text) for _, text in values):
        return ()
    uses = [_end(text) for _, text in labels]
    told = tuple(
        EndTold(use, " ".join(label.split()), text, column)
        for use, (_, label), (column, text) in zip(uses, labels, values, strict=True)
        if use is not None
    )
    return told if len(told) == len(uses) and {end.use for end in told} == set(ENDS.values()) else ()


def _end(label: str) -> Use | None:
    """Return whether a label is of a plan's start or of its end by the words that it is best known by."""
    found = senses(label)
    best = max(found, key=lambda use: found[use], default=None)
    return ENDS.get(best) if best is not None and found[best] >= _SURE else None
