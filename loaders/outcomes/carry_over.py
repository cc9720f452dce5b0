"""When a year is carried over (繰越): its work was left undone and goes on, or what it studied is still open and goes on.

Routine that was done and goes on (引き続き周知する) is not carried over; nor is work that was done late, nor work
that the next year's plan ends.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Indicator, Status
from loaders.outcomes.left_to_later import is_for_later_year, names_later_year
from loaders.outcomes.plans import Plans, ends, is_goal, names_another, plans_again, same_figure_again
from loaders.outcomes.predicates import Predicate
from loaders.outcomes.statements import Statement
from loaders.outcomes.verdict import Verdict
from loaders.outcomes.year_facts import YearFacts
from loaders.patterns import Pattern
from loaders.prose.nouns import nouns
from loaders.prose.vocabulary import load_rows, load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/carry_over.toml tells what each means, with examples."""

    done_once: Pattern
    undecided: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# Words by which a plan takes up what the year before left.
TAKEN_UP: Final = load_rows(words_of(__file__, "taken_up"))
# A noun of so many signs names a work of its own: 基本方針, 条例改正案.
TELLING_NOUN = 4
# What the next plan told of the year, so that it was judged unmet, is what that plan goes on with.
BY_NEXT_PLAN: Final = {
    "promised_again": "promised_again",
    "told_by_next_plan": "taken_up_again",
    "taken_up_anew": "taken_up_again",
}


def carried_rule(facts: YearFacts, verdict: Verdict, indicators: Sequence[Indicator]) -> str:
    """Return the rule by which a judged year is carried over, as loaders/rules.py lists it, '' where it is not.

    `indicators` are those of the row, over all years.
    """
    if verdict.rule in BY_NEXT_PLAN:
        return BY_NEXT_PLAN[verdict.rule]
    if ends(facts.plans.next):
        return ""
    if verdict.status is Status.UNDER_STUDY:
        return "left_undecided" if facts.plans.next and is_undecided(facts) else ""
    if verdict.status is not Status.UNMET or (verdict.failing and verdict.failing.predicate is Predicate.LATE):
        return ""
    left = Left(verdict.failing, facts.plans, facts.year, facts.statements, indicators)
    return next((rule for rule, goes_on in UNMET_RULES if goes_on(left)), "")


def is_undecided(facts: YearFacts) -> bool:
    """Say whether an evaluation tells that what was studied is still open: 結論は次の協議会で; not 結論は出ていないが、…."""
    return any(s.phrase == "study_goes_on" or _SIGNS.undecided.search(narrow(s.span.text)) for s in facts.statements)


@dataclass(frozen=True)
class Left:
    """What an unmet year left undone, and what is said of it.

    `failing` is the statement that says so, None where numbers alone show it; `told` is all that the evaluation says.
    """

    failing: Statement | None
    plans: Plans
    year: int
    told: tuple[Statement, ...]
    indicators: Sequence[Indicator]


def _is_put_off(left: Left) -> bool:
    """Say whether the evaluation puts work off, or says that it came to no result yet."""
    said = (left.failing, *left.told)
    return any(s.predicate in (Predicate.POSTPONED, Predicate.INCONCLUSIVE) for s in said if s)


def _is_prepared(left: Left) -> bool:
    """Say whether what failed is told as a preparation for a later year."""
    return left.failing is not None and left.failing.for_later


def _is_announced(left: Left) -> bool:
    """Say whether a sentence, or what stands behind the failure (着手できず、R5に行う), names the later year."""
    behind = narrow(left.failing.sentence.text[left.failing.span.end - left.failing.sentence.start :]) if left.failing else ""
    return any(is_for_later_year(s, left.year) for s in left.told) or names_later_year(behind, left.year)


def _has_target_again(left: Left) -> bool:
    """Say whether an indicator that missed its target has one in the next year."""
    for indicator in left.indicators:
        by_year = {entry.year: entry for entry in indicator.years}
        entry, following = by_year.get(left.year), by_year.get(left.year + 1)
        if entry and entry.target is not None and not entry.is_met and following and following.target is not None:
            return True
    return False


def _is_taken_up(left: Left) -> bool:
    """Say whether the next plan says in words that it takes up what was left."""
    return any(sign.pattern.search(narrow(left.plans.next)) for sign in TAKEN_UP)


def _has_goal_again(left: Left) -> bool:
    """Say whether the next plan states the same figure, or a goal where it was a goal that was missed."""
    is_goal_missed = left.failing is None or left.failing.predicate is Predicate.MISSED_GOAL
    return same_figure_again(left.plans) or (is_goal_missed and is_goal(left.plans.this) and is_goal(left.plans.next))


def _names_object_again(left: Left) -> bool:
    """Say whether the next plan names what failed, or what is done once (策定) and both plans name."""
    if left.failing is None:
        return False
    this, following = narrow(left.plans.this), narrow(left.plans.next)
    once = _SIGNS.done_once.findall(left.failing.span.text)
    return any(noun in following for noun in nouns(left.failing.sentence.text)) or any(
        act in this and act in following for act in once
    )


def _is_planned_again(left: Left) -> bool:
    """Say whether the next plan is of the same work by its words, or by a noun that names a work of its own."""
    shared = nouns(left.plans.this) & nouns(left.plans.next)
    return plans_again(left.plans) or (left.failing is not None and any(len(noun) >= TELLING_NOUN for noun in shared))


def _is_rest_of_row(left: Left) -> bool:
    """Say whether a next plan names no work but the row's own: 9月に開催, 残9隻.

    A row of the table is of one work: of 880 labelled years that were unmet and had a next plan that did not end it, two were
    not carried over, of which one was done late.
    """
    said = f"{left.plans.this} {' '.join(s.sentence.text for s in left.told)}"
    return bool(left.plans.next.strip()) and not names_another(left.plans.next, narrow(said))


# The first that holds carries an unmet year over; each bears the name that loaders/rules.py explains in Japanese.
UNMET_RULES: Final[tuple[tuple[str, Callable[[Left], bool]], ...]] = (
    ("words_put_off", _is_put_off),
    ("prepared_for_later_year", _is_prepared),
    ("announced_for_later_year", _is_announced),
    ("same_target_again", _has_target_again),
    ("taken_up_again", _is_taken_up),
    ("same_goal_again", _has_goal_again),
    ("same_object_again", _names_object_again),
    ("planned_again", _is_planned_again),
    ("goes_on", _is_rest_of_row),
)
