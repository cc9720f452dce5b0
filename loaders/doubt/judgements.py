"""A judgement is no surer than what it rests on: figures held against each other, or words that answer the plan."""

from collections.abc import Iterator

from loaders.doubt.signs import Sign
from loaders.model import Outcome, Reading, Status

# Words claim success, and a numeric target of the year has no result.
UNANSWERED_TARGET = Sign(0.5, "unanswered_target")
FIGURES = "figures"

_BY_FIGURES = frozenset({"targets_reached", "target_missed"})
_DONE = frozenset({Status.MET, Status.IMPLEMENTED})


def weigh(reading: Reading, outcome: Outcome) -> float:
    """Return how sure a judgement is, from its own confidence on down; the reading's figures have been weighed."""
    return min([outcome.confidence, *(sign.confidence for sign in _signs(reading, outcome))])


def _signs(reading: Reading, outcome: Outcome) -> Iterator[Sign]:
    entries = [year for indicator in reading.indicators for year in indicator.years if year.year == outcome.year]
    if outcome.rule in _BY_FIGURES:
        yield from (Sign(entry.confidence, FIGURES) for entry in entries if entry.is_met is not None)
    elif outcome.status in _DONE and any(e.target is not None and e.result is None for e in entries):
        yield UNANSWERED_TARGET
