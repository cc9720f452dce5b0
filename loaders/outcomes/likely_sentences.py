"""From which share on likeness tells what a sentence says: where the vocabulary knows no more of it than that it is told.

What is read so is a guess, and told as one (verdict.is_guess).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from loaders.outcomes.fulfilment import does_the_planned, is_study
from loaders.outcomes.predicates import DOING, Predicate
from loaders.outcomes.sentence_likeness import Telling, tells
from loaders.outcomes.statements import Statement

# The phrases and rules that tell no more than that something was or is so: any verb's past, a noun of an act, a next step.
_OF_ANY_WORK: Final = frozenset({"past", "past_of_a_deed", "under_way", "will_do", "next_step_left_to_later", ""})
_UNKNOWN: Final = DOING | {Predicate.PLANNED, None}
# From which share on a sentence is read so. Chosen among 0.5 to 0.95 by the sets of single years, of which nothing was learnt
# here: `python -m tests.gold.sentences` tells how sentences of a list left out are read.
FAILED_FROM, STUDIED_FROM = 0.8, 0.6
# From which share on likeness bears out that a failure is of the plan, though it names nothing of it: among 0.6 to 0.9 the one
# by which no labelled table was read less well.
BORNE_OUT_FROM: Final = 0.9
LIKE_FAILURES: Final = "like_labelled_failures"
# Fewer signs are like anything.
SHORTEST: Final = 7


def as_like_ones(statements: Sequence[Statement], plan: str) -> tuple[Statement, ...]:
    """Return the statements, those of which no phrase tells more read as like sentences of other evaluations were."""
    return tuple(_as_like_ones(s, plan) if _is_open(s, plan) else s for s in statements)


def _is_open(statement: Statement, plan: str) -> bool:
    """Say whether no phrase and no rule told what a sentence says, and it neither makes good nor does the planned."""
    is_unknown = statement.predicate in _UNKNOWN and statement.phrase in _OF_ANY_WORK and statement.overruled is None
    return is_unknown and len(statement.sentence.text) >= SHORTEST and not does_the_planned(statement, plan)


def _as_like_ones(statement: Statement, plan: str) -> Statement:
    likely = tells(plan, statement.sentence.text)
    if likely[Telling.FAILED] >= FAILED_FROM:
        return replace(statement, predicate=Predicate.NOT_DONE, phrase=LIKE_FAILURES)
    if likely[Telling.STUDIED] >= STUDIED_FROM and is_study(plan):
        return replace(statement, predicate=Predicate.STUDIED, phrase="like_labelled_studies")
    return statement


def bears_out(statement: Statement, plan: str) -> bool:
    """Say whether what a phrase reads as a failure is, as a whole sentence, like failures of what was planned.

    What failed beside the plan is labelled as told aside. A failure that is but guessed doesn't bear itself out.
    """
    is_told = statement.phrase != LIKE_FAILURES
    return is_told and tells(plan, statement.sentence.text)[Telling.FAILED] >= BORNE_OUT_FROM
