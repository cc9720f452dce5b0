"""Rules of words by which a year in which nothing failed was done, or studied, or is but meant."""

from dataclasses import replace

from loaders.model import Status
from loaders.outcomes.evaluation import Evaluation
from loaders.outcomes.fulfilment import is_study, is_study_told_tersely, is_survey_done, tells_of_an_action
from loaders.outcomes.left_to_later import is_for_later_year
from loaders.outcomes.predicates import Predicate
from loaders.outcomes.verdict import UNSURE, Verdict, is_guess, rule_of


def goal_attained(told: Evaluation) -> Verdict | None:
    """A goal that is said to be attained, where no number answers it, is met."""
    if told.done and told.done.predicate is Predicate.ATTAINED and told.facts.is_unanswered:
        return Verdict(Status.MET, rule_of("words", told.done), 0.7, told.done.span)
    return None


def done(told: Evaluation) -> Verdict | None:
    """What was done is carried out: less surely beside a failure or an unanswered target, in doubt where no act is told of."""
    if told.done is None:
        return None
    sure = 0.7 if told.done.overruled or told.facts.is_unanswered else 0.9
    sure = sure if tells_of_an_action(told.statements, told.plan) else UNSURE
    return Verdict(Status.IMPLEMENTED, rule_of("words", told.done), sure, told.done.span)


def survey_made(told: Evaluation) -> Verdict | None:
    """A survey is work done once it was made or counted, where a survey was all that was planned."""
    surveyed = next((s for s in told.statements if is_survey_done(s, told.plan)), None)
    return Verdict(Status.IMPLEMENTED, "survey_made", 0.7, surveyed.span) if surveyed else None


def studied(told: Evaluation) -> Verdict | None:
    """What was looked into or talked over is under study."""
    study = told.first(Predicate.STUDIED)
    if study is None:
        return None
    return Verdict(Status.UNDER_STUDY, rule_of("words", study), UNSURE if is_guess(study) else 0.85, study.span)


def nothing_to_do(told: Evaluation) -> Verdict | None:
    """Where there was nothing to do, what nobody wants did not occur: the work was done by being ready."""
    idle = told.first(Predicate.NOTHING_TO_DO)
    return Verdict(Status.IMPLEMENTED, "nothing_to_do", 0.6, idle.span) if idle else None


def study_noted(told: Evaluation) -> Verdict | None:
    """A plan to study is answered by a note of what was looked into and how often: 他市視察1回."""
    report = next((s for s in told.statements if s.is_report), None)
    if report and is_study(told.plan) and is_study_told_tersely(report.sentence.text):
        return Verdict(Status.UNDER_STUDY, "study_noted", 0.6, report.span)
    return None


def figures_reported(told: Evaluation) -> Verdict | None:
    """Labels and figures without a verb report work done; less surely beside sentences in a plan's mood."""
    report = next((s for s in told.statements if s.is_report), None)
    if report is None:
        return None
    is_beside_a_plan = told.first(Predicate.PLANNED, Predicate.PLANNED_STUDY) is not None
    return Verdict(Status.IMPLEMENTED, "figures_reported", 0.6 if is_beside_a_plan else 0.85, report.span)


def left_to_later_year(told: Evaluation) -> Verdict | None:
    """What is only meant for a later year was not due where this one has no plan, and is unmet where it has."""
    promise = told.first(Predicate.PLANNED, Predicate.PLANNED_STUDY)
    if promise is None or not is_for_later_year(promise, told.facts.year):
        return None
    if not told.facts.plan:
        return Verdict(Status.NOT_REPORTED, "not_due", 0.6, promise.span)
    postponed = replace(promise, predicate=Predicate.POSTPONED)
    return Verdict(Status.UNMET, "planned_for_later_year", 0.6, promise.span, postponed)


def words_of_a_plan(told: Evaluation) -> Verdict | None:
    """Words in a plan's mood may be meant of the year itself, as done or as studied; that is told in doubt."""
    promise = told.first(Predicate.PLANNED, Predicate.PLANNED_STUDY)
    if promise is None:
        return None
    status = Status.IMPLEMENTED if promise.predicate is Predicate.PLANNED else Status.UNDER_STUDY
    return Verdict(status, "words_of_a_plan", UNSURE, promise.span)


def words_unknown(told: Evaluation) -> Verdict:
    """What no rule knows is taken for work done, in more doubt than anything else."""
    return Verdict(Status.IMPLEMENTED, "words_unknown", 0.3, told.statements[0].sentence)
