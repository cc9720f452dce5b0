"""A conclusion is doubtful below one confidence, the same for judged years and for indicators' years.

Rules that were mostly right on tables that they had not met leave 0.5 and more. Each sign of doubt leaves 0.4, since most of
what bore it was wrong there: of 1,328 figures at first sight 145 of 148 with an unanswered target beside a free result, 29 of
30 that words of success left unanswered, 10 of 13 that jumped tenfold.
"""

from typing import Final

from loaders.model import FindingKind

DOUBTFUL_BELOW: Final = 0.5

# Kinds of findings that cast doubt on what was read of a year; the others tell of the source (a target that was lowered).
ABOUT_OUTCOMES: Final = frozenset(
    {FindingKind.DOUBTFUL_OUTCOME, FindingKind.WORDS_CONTRADICT_NUMBERS, FindingKind.READERS_DISAGREE}
)
ABOUT_BOTH: Final = frozenset(
    {
        FindingKind.UNREAD_NUMBER,
        FindingKind.UNREAD_VALUE,
        FindingKind.NUMBER_BEYOND,
        FindingKind.UNPLACED_NUMBER,
        FindingKind.TARGET_CONTRADICTS,
        FindingKind.SUSPECT_ALIGNMENT,
        FindingKind.FOREIGN_TEXT,
    }
)


def is_doubtful(confidence: float) -> bool:
    """Say whether a person should look at the words before relying on what was concluded from them."""
    return confidence < DOUBTFUL_BELOW
