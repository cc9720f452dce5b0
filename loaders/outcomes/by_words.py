"""Where no number decides, the words of the evaluation do: rules are asked in their order, and the first that knows judges.

What was ended comes first, then what there is nothing to report of, then what was left undone though it was planned, then what
the next plan tells of this year, and last what was done instead.
"""

from collections.abc import Callable
from typing import Final

from loaders.outcomes.closed_or_unreported import (
    came_to_an_end,
    closed,
    figure_not_out,
    nobody_needed_it,
    not_due,
    not_known_yet,
    plan_copied,
)
from loaders.outcomes.done_or_studied import (
    done,
    figures_reported,
    goal_attained,
    left_to_later_year,
    nothing_to_do,
    studied,
    study_noted,
    survey_made,
    words_of_a_plan,
    words_unknown,
)
from loaders.outcomes.evaluation import Evaluation
from loaders.outcomes.undone import left_undone, promised_again, taken_up_anew, target_without_demand, told_by_next_plan
from loaders.outcomes.verdict import Verdict
from loaders.outcomes.year_facts import YearFacts

RULES: Final[tuple[Callable[[Evaluation], Verdict | None], ...]] = (
    closed,
    came_to_an_end,
    not_known_yet,
    figure_not_out,
    plan_copied,
    not_due,
    nobody_needed_it,
    left_undone,
    target_without_demand,
    told_by_next_plan,
    taken_up_anew,
    promised_again,
    goal_attained,
    done,
    survey_made,
    studied,
    nothing_to_do,
    study_noted,
    figures_reported,
    left_to_later_year,
    words_of_a_plan,
)


def by_words(facts: YearFacts) -> Verdict:
    """Judge an evaluation by its statements, of which it has at least one: by the first of RULES that knows."""
    told = Evaluation(facts)
    return next(filter(None, (rule(told) for rule in RULES)), None) or words_unknown(told)
