"""Rules of words by which a year is unmet: planned work failed, or the next plan tells that it did not come about."""

from dataclasses import dataclass
from typing import Final

from loaders.model import Status
from loaders.outcomes.demand import is_on_demand
from loaders.outcomes.evaluation import Evaluation
from loaders.outcomes.failures import lacks_demand
from loaders.outcomes.plans import left_by, promises_undone
from loaders.outcomes.predicates import Predicate
from loaders.outcomes.statements import Span
from loaders.outcomes.verdict import UNSURE, Verdict, is_guess, rule_of
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/taken_up_anew.toml tells what each means, with examples."""

    anew: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__, "taken_up_anew"))


def left_undone(told: Evaluation) -> Verdict | None:
    """A failure of what was planned is unmet; where nothing else was asked for, not one that is but a want of demand."""
    undone = told.planned_failures
    if not told.facts.is_unanswered and is_on_demand(told.plan):
        undone = [s for s in undone if not lacks_demand(s, told.facts.year)]
    if not undone:
        return None
    failing = undone[0]
    sure = UNSURE if is_guess(failing) else 0.6 if told.done else 0.9
    return Verdict(Status.UNMET, rule_of("partly" if told.done else "words", failing), sure, failing.span, failing)


def target_without_demand(told: Evaluation) -> Verdict | None:
    """A target that no number answers, beside a study that nobody asked to go on, is unmet."""
    year = told.facts.year
    undemanded = next((s for s in told.statements if s.predicate is Predicate.STUDIED and lacks_demand(s, year)), None)
    if undemanded and not told.done and told.facts.is_unanswered:
        return Verdict(Status.UNMET, "target_without_demand", 0.6, undemanded.span, undemanded)
    return None


def told_by_next_plan(told: Evaluation) -> Verdict | None:
    """The next plan says that this year left work undone: 前年度に新設できなかった1箇所を整備する。"""
    for cell in told.facts.following:
        match = left_by(cell.text, told.facts.year)
        if match:
            start, end = match.span()
            span = Span(cell.printed, cell.span_start + start, cell.span_start + end, cell.text[start:end])
            return Verdict(Status.UNMET, "told_by_next_plan", 0.6, span)
    return None


def taken_up_anew(told: Evaluation) -> Verdict | None:
    """The next plan takes work up again (再募集する) of which neither this plan nor its evaluation says so.

    Of 2,637 labelled years 48 had such a next plan, and 45 of these were unmet.
    """
    if _SIGNS.anew.search(narrow(told.plan)):
        return None
    for cell in told.facts.following:
        match = _SIGNS.anew.search(narrow(cell.text))
        if match and match[0] not in narrow(told.facts.evaluation):
            span = Span(cell.printed, cell.span_start, cell.span_end, cell.text)
            return Verdict(Status.UNMET, "taken_up_anew", 0.6, span)
    return None


def promised_again(told: Evaluation) -> Verdict | None:
    """What both plans promise to bring about once, and the evaluation does not name, did not come about."""
    if promises_undone(told.facts.plans, told.facts.evaluation):
        return Verdict(Status.UNMET, "promised_again", 0.5, told.statements[-1].sentence)
    return None
