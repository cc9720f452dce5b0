"""A conclusion is doubtful below one confidence, the same for judged years and for indicators' years."""

from typing import Final

DOUBTFUL_BELOW: Final = 0.7

# Kinds of findings that cast doubt on what was read of a year; the others tell of the source (a target that was lowered).
ABOUT_OUTCOMES: Final = frozenset({"doubtful_outcome", "words_contradict_numbers"})
ABOUT_BOTH: Final = frozenset({"unread_number", "unplaced_number", "target_contradicts", "suspect_alignment", "foreign_text"})


def is_doubtful(confidence: float) -> bool:
    """Say whether a person should look at the words before relying on what was concluded from them."""
    return confidence < DOUBTFUL_BELOW
