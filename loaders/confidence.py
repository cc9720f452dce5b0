"""A conclusion is doubtful below one confidence, the same for cells' places, judged years and indicators' years.

Rules that were mostly right on tables that they had not met leave 0.5 and more. Each sign of doubt leaves 0.4, since most of
what bore it was wrong there: of 1,328 figures at first sight 145 of 148 with an unanswered target beside a free result, 29 of
30 that words of success left unanswered, 10 of 13 that jumped tenfold. Of nine tables that were never learnt from, the signs of
doubt/cell_numbers.py held 16 wrong figures and 5 right ones; without them 42 of 850 were wrong in silence, with them and what
was read better since 23.
"""

from typing import Final

DOUBTFUL_BELOW: Final = 0.5
# What a sign of doubt leaves of a conclusion, or words that may say anything: read, and told as doubtful.
DOUBTED: Final = 0.4


def is_doubtful(confidence: float) -> bool:
    """Say whether a person should look at the words before relying on what was concluded from them."""
    return confidence < DOUBTFUL_BELOW
