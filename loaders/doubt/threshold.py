"""A conclusion is doubtful below one confidence, the same for judged years and for indicators' years.

Rules that were mostly right on tables that they had not met leave 0.5 and more. Each sign of doubt leaves 0.4, since most of
what bore it was wrong there: of 1,328 figures at first sight 145 of 148 with an unanswered target beside a free result, 29 of
30 that words of success left unanswered, 10 of 13 that jumped tenfold.
"""

from typing import Final

DOUBTFUL_BELOW: Final = 0.5


def is_doubtful(confidence: float) -> bool:
    """Say whether a person should look at the words before relying on what was concluded from them."""
    return confidence < DOUBTFUL_BELOW
