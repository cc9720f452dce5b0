"""What the rules of words but guess gives way to what years that people labelled are far more like: a guess again, and told so.

Where a rule knows what a year's words say, it stands, whatever they are like.
"""

from collections.abc import Callable, Mapping
from typing import Final

from loaders.confidence import is_doubtful
from loaders.model import Status
from loaders.outcomes.sentence_likeness import Telling, tells
from loaders.outcomes.verdict import UNSURE, Verdict
from loaders.outcomes.year_facts import YearFacts

# How likely each status is by a year's evaluation, its plan and the next plan.
YearReader = Callable[[str, str, str], Mapping[Status, float]]
LIKE_YEARS: Final = "like_labelled_years"
# A guess gives way where it is less likely than the one and another status more than the other. Each set of single years left
# out, the likelier was right of 22 years and the guess of 7; of 24 guesses so unlikely in tables at first sight 22 were wrong.
UNLIKELY_BELOW, LIKELY_FROM = 0.1, 0.6


def likelier(facts: YearFacts, guessed: Verdict, read: YearReader) -> Verdict:
    """Return what a year's words are most like, where the verdict on them is but guessed and unlikely; else that verdict."""
    if not is_doubtful(guessed.confidence):
        return guessed
    shares = read(facts.evaluation, facts.plans.this, facts.plans.next)
    best = max(shares, key=lambda status: shares[status])
    if shares[guessed.status] >= UNLIKELY_BELOW or shares[best] < LIKELY_FROM:
        return guessed
    if best is not Status.UNMET:
        return Verdict(best, LIKE_YEARS, UNSURE, facts.statements[-1].sentence)
    failing = max(facts.statements, key=lambda said: tells(facts.plans.this, said.sentence.text)[Telling.FAILED])
    return Verdict(best, LIKE_YEARS, UNSURE, failing.span, failing)
