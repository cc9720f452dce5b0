"""Rules of words by which a year is not judged: the work was ended, or there is nothing to report of it yet or at all."""

import re
from dataclasses import dataclass
from typing import Final

from loaders.model import Status
from loaders.outcomes.demand import is_on_demand, unneeded
from loaders.outcomes.evaluation import Evaluation
from loaders.outcomes.fulfilment import runs
from loaders.outcomes.not_due import is_figure_unknown, is_measured, is_not_due, is_not_known_yet
from loaders.outcomes.plans import ends, plans_again
from loaders.outcomes.predicates import CLOSING, DOING, MERE_PLAN, Predicate
from loaders.outcomes.statements import Statement
from loaders.outcomes.verdict import UNSURE, Verdict, rule_of
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/closed_or_unreported.toml tells what each means, with examples."""

    comes_to_end: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# So few signs may be the same by chance: 周知する.
_TELLING = 6


def closed(told: Evaluation) -> Verdict | None:
    """What is said last to be ended, merged, handed over or decided against is closed, unless the next year plans it again."""
    closing = next((s for s in reversed(told.statements) if s.predicate in CLOSING), None)
    if closing is None:
        return None
    is_decision, plans = closing.predicate is Predicate.DECIDED_AGAINST, told.facts.plans
    if is_decision and plans_again(plans) and not ends(plans.next):
        return Verdict(Status.UNMET, "decided_against_but_planned_again", 0.6, closing.span, closing)
    return Verdict(Status.CLOSED, rule_of("words", closing), 0.8 if is_decision else 0.9, closing.span, closing)


def came_to_an_end(told: Evaluation) -> Verdict | None:
    """What came to an end (総会で解散が決まり) that was not its plan is closed, where the next plan marks an end."""
    over = next((s for s in reversed(told.statements) if told.facts.ends_after and _comes_to_end(s, told.plan)), None)
    return Verdict(Status.CLOSED, "ended_and_no_more_planned", 0.6, over.sentence, over) if over else None


def _comes_to_end(statement: Statement, plan: str) -> bool:
    """Say whether a sentence tells that something came to an end, and not that an end was made as planned."""
    match = _SIGNS.comes_to_end.search(narrow(statement.sentence.text))
    return match is not None and match[0] not in narrow(plan)


def not_known_yet(told: Evaluation) -> Verdict | None:
    """An evaluation that says no more than that the figures are still being counted (集計中) reports nothing."""
    if all(is_not_known_yet(s.sentence.text) for s in told.statements):
        return Verdict(Status.NOT_REPORTED, "not_known_yet", 0.8, told.statements[0].sentence)
    return None


def figure_not_out(told: Evaluation) -> Verdict | None:
    """Where a measured value was the plan and its figure is not out, nothing is reported, whatever else was done."""
    unknown = next((s for s in told.statements if is_figure_unknown(s.sentence.text)), None)
    if unknown and told.facts.entries and is_measured(told.plan):
        return Verdict(Status.NOT_REPORTED, "figure_not_out", 0.6, unknown.sentence)
    return None


def plan_copied(told: Evaluation) -> Verdict | None:
    """An evaluation that is but the words of a plan, this year's or the next one's, in a plan's mood, reports nothing."""
    words = _bare(told.facts.evaluation)
    if len(words) < _TELLING or not all(s.predicate in MERE_PLAN for s in told.statements):
        return None
    if any(words == _bare(plan) for plan in (told.plan, told.facts.plans.next)):
        return Verdict(Status.NOT_REPORTED, "plan_copied", UNSURE, told.statements[0].sentence)
    return None


def _bare(text: str) -> str:
    return re.sub(r"[\s。、・]", "", narrow(text))


def not_due(told: Evaluation) -> Verdict | None:
    """A year before the work begins, or between its turns, has nothing to report unless something was done."""
    if told.done or not is_not_due(told.facts.evaluation, told.facts.year):
        return None
    return Verdict(Status.NOT_REPORTED, "not_due", 0.8, (*told.failures, *told.statements)[0].sentence)


def nobody_needed_it(told: Evaluation) -> Verdict | None:
    """Work that waits for somebody to need it has nothing to report where nobody did, no target was set and none was done."""
    has_target = any(entry.target is not None for entry in told.facts.entries)
    needless = None if _is_busy(told) or has_target else unneeded(told.plan, told.statements, told.planned_failures)
    return Verdict(Status.NOT_REPORTED, "nobody_needed_it", 0.8, needless.sentence, needless) if needless else None


def _is_busy(told: Evaluation) -> bool:
    """Say whether work was done that is no mere wait: of a plan that waits for nobody, by item, or what the plan names."""
    return told.done is not None and (
        not is_on_demand(f"{told.plan} {told.facts.plans.next}")
        or any(_is_item(s) or _shares(s.sentence.text, told.plan) for s in told.statements if s.predicate in DOING)
    )


def _is_item(statement: Statement) -> bool:
    """Say whether a sentence is one of a numbered list, each of which answers for itself."""
    return re.match(r"[(]?\d[.)]|[①-⑳]", narrow(statement.sentence.text)) is not None


def _shares(deed: str, plan: str) -> bool:
    """Say whether what was done names anything that the plan names too."""
    return any(noun[i : i + 2] in narrow(plan) for noun in runs(deed) for i in range(len(noun) - 1))
