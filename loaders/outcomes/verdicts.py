"""Where no number decides, the words of the evaluation do; where nothing is written, what the plan says of that year.

What was ended comes first, then what was left undone though it was planned, then what was done instead. A verdict names
the words that decided and the rule.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.model import Status
from loaders.outcomes.carry_over import ends, is_for_later_year, left_by, plans_again, promises_undone
from loaders.outcomes.causes import is_grade
from loaders.outcomes.demand import is_on_demand, unneeded
from loaders.outcomes.due import is_figure_unknown, is_measured, is_not_due, is_not_known_yet, is_not_yet
from loaders.outcomes.failures import is_planned, lacks_demand, stands
from loaders.outcomes.fulfilment import is_study, is_study_told_tersely, is_survey_done, runs, tells_of_an_action
from loaders.outcomes.predicates import CLOSING, DOING, Predicate
from loaders.outcomes.statements import Span, Statement, read_statements
from loaders.outcomes.year_facts import YearFacts
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/verdicts.toml tells what each means, with examples."""

    anew: re.Pattern[str]
    comes_to_end: re.Pattern[str]
    undecided: re.Pattern[str]


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


@dataclass(frozen=True)
class Verdict:
    """What became of a year and by which rule; `failing` left work undone, `contradiction` says otherwise than the numbers."""

    status: Status
    rule: str
    confidence: float
    span: Span | None = None
    failing: Statement | None = None
    contradiction: Span | None = None


# Words that may tell of anything (水を張らずに夏を終えた) are no sign that the plan was carried out.
UNSURE = 0.4
_MEANT = frozenset({Predicate.PLANNED, Predicate.PLANNED_STUDY})
# So few signs may be the same by chance: 周知する.
_TELLING = 6


def by_words(facts: YearFacts) -> Verdict:
    """Judge an evaluation by its statements."""
    closing = next((s for s in reversed(facts.statements) if s.predicate in CLOSING), None)
    if closing:
        return _closed_by_words(facts, closing)
    over = next((s for s in reversed(facts.statements) if facts.ends_after and _comes_to_end(s, facts.plans.this)), None)
    if over:
        return Verdict(Status.CLOSED, "ended_and_no_more_planned", 0.6, over.sentence, over)
    if all(is_not_known_yet(s.sentence.text) for s in facts.statements):
        return Verdict(Status.NOT_REPORTED, "not_known_yet", 0.8, facts.statements[0].sentence)
    unknown = next((s for s in facts.statements if is_figure_unknown(s.sentence.text)), None)
    if unknown and facts.entries and is_measured(facts.plans.this):
        return Verdict(Status.NOT_REPORTED, "figure_not_out", 0.6, unknown.sentence)
    if copies_plan(facts):
        return Verdict(Status.NOT_REPORTED, "plan_copied", 0.4, facts.statements[0].sentence)
    failures = [s for s in facts.statements if stands(facts, s) and not is_not_known_yet(s.sentence.text)]
    done = next((s for s in reversed(facts.statements) if s.predicate in DOING and not s.is_aside), None)
    if done and is_grade(done) and any(s.predicate is Predicate.STUDIED for s in facts.statements):
        done = next((s for s in facts.statements if s.predicate in DOING and not is_grade(s)), None)
    if not done and is_not_due(facts.evaluation, facts.year):
        return Verdict(Status.NOT_REPORTED, "not_due", 0.8, (*failures, *facts.statements)[0].sentence)
    is_told = done is not None and tells_of_an_action(facts.statements, facts.plans.this)
    planned = [s for s in failures if is_planned(facts, s)] if is_told else failures
    has_target = any(entry.target is not None for entry in facts.entries)
    is_busy = done is not None and (
        not is_on_demand(f"{facts.plans.this} {facts.plans.next}")
        or any(_is_item(s) or _shares(s.sentence.text, facts.plans.this) for s in facts.statements if s.predicate in DOING)
    )
    needless = None if is_busy or has_target else unneeded(facts.plans.this, facts.statements, planned)
    if needless:
        return Verdict(Status.NOT_REPORTED, "nobody_needed_it", 0.8, needless.sentence, needless)
    if planned and not facts.is_unanswered and is_on_demand(facts.plans.this):
        planned = [s for s in planned if not lacks_demand(s, facts.year)]
    if planned:
        rule = rule_of("partly" if done else "words", planned[0])
        sure = UNSURE if is_guess(planned[0]) else 0.6 if done else 0.9
        return Verdict(Status.UNMET, rule, sure, planned[0].span, planned[0])
    undemanded = next((s for s in facts.statements if s.predicate is Predicate.STUDIED and lacks_demand(s, facts.year)), None)
    if undemanded and not done and facts.is_unanswered:
        return Verdict(Status.UNMET, "target_without_demand", 0.6, undemanded.span, undemanded)
    return _told_by_next_plan(facts) or _undone_promise(facts) or _positive(facts, done)


def rule_of(form: str, statement: Statement) -> str:
    """Return the rule by which a statement decided, as loaders/rules.py lists it: words_not_done.unfinished."""
    return f"{form}_{statement.predicate}.{statement.phrase}"


def _comes_to_end(statement: Statement, plan: str) -> bool:
    """Say whether a sentence tells that something came to an end, and not that an end was made as planned."""
    match = _SIGNS.comes_to_end.search(narrow(statement.sentence.text))
    return match is not None and match[0] not in narrow(plan)


_GUESSES: Final = frozenset({"hindered", "like_labelled_failures", "like_labelled_studies"})


def is_guess(statement: Statement) -> bool:
    """Say whether what a statement says is but guessed: from what led to it, or from what it is like."""
    return statement.phrase in _GUESSES


def is_undecided(facts: YearFacts) -> bool:
    """Say whether an evaluation tells that what was studied is still open: 結論は次の協議会で; not 結論は出ていないが、…."""
    return any(s.phrase == "study_goes_on" or _SIGNS.undecided.search(narrow(s.span.text)) for s in facts.statements)


def _is_item(statement: Statement) -> bool:
    """Say whether a sentence is one of a numbered list, each of which answers for itself."""
    return re.match(r"[(]?\d[.)]|[①-⑳]", narrow(statement.sentence.text)) is not None


def _shares(deed: str, plan: str) -> bool:
    """Say whether what was done names anything that the plan names too."""
    return any(noun[i : i + 2] in narrow(plan) for noun in runs(deed) for i in range(len(noun) - 1))


def _closed_by_words(facts: YearFacts, closing: Statement) -> Verdict:
    is_goal = closing.predicate is Predicate.DECIDED_AGAINST
    if is_goal and plans_again(facts.plans) and not ends(facts.plans.next):
        return Verdict(Status.UNMET, "decided_against_but_planned_again", 0.6, closing.span, closing)
    return Verdict(Status.CLOSED, rule_of("words", closing), 0.8 if is_goal else 0.9, closing.span, closing)


def copies_plan(facts: YearFacts) -> bool:
    """Say whether an evaluation is no more than the words of a plan, this year's or the next one's, in the mood of a plan."""
    told = _bare(facts.evaluation)
    if len(told) < _TELLING or not all(s.predicate in _MEANT for s in facts.statements):
        return False
    return any(told == _bare(plan) for plan in (facts.plans.this, facts.plans.next))


def _bare(text: str) -> str:
    return re.sub(r"[\s。、・]", "", narrow(text))


def _told_by_next_plan(facts: YearFacts) -> Verdict | None:
    """Judge by what the next plan says of this year: 前年度に新設できなかった1箇所を整備する。"""
    for cell in facts.following:
        match = left_by(cell.text, facts.year)
        if match:
            start, end = match.span()
            span = Span(cell.printed, cell.span_start + start, cell.span_start + end, cell.text[start:end])
            return Verdict(Status.UNMET, "told_by_next_plan", 0.6, span)
    if _SIGNS.anew.search(narrow(facts.plans.this)):
        return None
    for cell in facts.following:
        # Of 2,637 labelled years 48 had such a next plan, and 45 of these were unmet.
        match = _SIGNS.anew.search(narrow(cell.text))
        if match and match[0] not in narrow(facts.evaluation):
            span = Span(cell.printed, cell.span_start, cell.span_end, cell.text)
            return Verdict(Status.UNMET, "taken_up_anew", 0.6, span)
    return None


def _undone_promise(facts: YearFacts) -> Verdict | None:
    if not promises_undone(facts.plans, facts.evaluation) or not facts.statements:
        return None
    return Verdict(Status.UNMET, "promised_again", 0.5, facts.statements[-1].sentence)


def _positive(facts: YearFacts, done: Statement | None) -> Verdict:
    """Judge an evaluation in which nothing failed: carried out, studied, or in the mood of a plan."""
    if done and done.predicate is Predicate.ATTAINED and facts.is_unanswered:
        return Verdict(Status.MET, rule_of("words", done), 0.7, done.span)
    if done:
        sure = 0.7 if done.overruled or facts.is_unanswered else 0.9
        if not tells_of_an_action(facts.statements, facts.plans.this):
            sure = UNSURE
        return Verdict(Status.IMPLEMENTED, rule_of("words", done), sure, done.span)
    report = next((s for s in facts.statements if s.is_report), None)
    by_predicate = {s.predicate: s for s in facts.statements}
    surveyed = next((s for s in facts.statements if is_survey_done(s, facts.plans.this)), None)
    if surveyed:
        return Verdict(Status.IMPLEMENTED, "survey_made", 0.7, surveyed.span)
    if Predicate.STUDIED in by_predicate:
        studied = by_predicate[Predicate.STUDIED]
        return Verdict(Status.UNDER_STUDY, rule_of("words", studied), UNSURE if is_guess(studied) else 0.85, studied.span)
    if Predicate.NOTHING_TO_DO in by_predicate:  # what nobody wants did not occur
        return Verdict(Status.IMPLEMENTED, "nothing_to_do", 0.6, by_predicate[Predicate.NOTHING_TO_DO].span)
    if report and is_study(facts.plans.this) and is_study_told_tersely(report.sentence.text):
        return Verdict(Status.UNDER_STUDY, "study_noted", 0.6, report.span)
    if report:
        mood = Predicate.PLANNED in by_predicate or Predicate.PLANNED_STUDY in by_predicate
        return Verdict(Status.IMPLEMENTED, "figures_reported", 0.6 if mood else 0.85, report.span)
    promise = by_predicate.get(Predicate.PLANNED) or by_predicate.get(Predicate.PLANNED_STUDY)
    if promise and is_for_later_year(promise, facts.year) and not facts.plan:
        return Verdict(Status.NOT_REPORTED, "not_due", 0.6, promise.span)
    if promise and is_for_later_year(promise, facts.year):
        return Verdict(
            Status.UNMET, "planned_for_later_year", 0.6, promise.span, replace(promise, predicate=Predicate.POSTPONED)
        )
    if promise:
        status = Status.IMPLEMENTED if promise.predicate is Predicate.PLANNED else Status.UNDER_STUDY
        return Verdict(status, "words_of_a_plan", 0.4, promise.span)
    return Verdict(Status.IMPLEMENTED, "words_unknown", 0.3, facts.statements[0].sentence)


def by_plan(facts: YearFacts) -> Verdict:
    """Judge a year without an evaluation: ended by its plan, ended before, not begun yet, or simply not reported."""
    planned = read_statements(facts.plan, *facts.sections)
    if is_not_yet(facts.plans.this, facts.year) or _receives(facts):
        return Verdict(Status.NOT_REPORTED, "nothing_planned_yet", 0.9, planned[0].sentence if planned else None)
    closing = next((s for s in planned if s.predicate in CLOSING and not _goes_on(planned, s)), None)
    if closing:
        return Verdict(Status.CLOSED, rule_of("plan", closing), 0.8, closing.sentence, closing)
    if facts.was_closed and not facts.plan:
        return Verdict(Status.CLOSED, "closed_before", 0.8)
    if facts.was_completed and not facts.plan:
        return Verdict(Status.CLOSED, "completed_before", 0.6)
    return Verdict(Status.NOT_REPORTED, "no_evaluation", 0.9)


def _goes_on(planned: Sequence[Statement], closing: Statement) -> bool:
    """Say whether something is planned in the place of what was ended: 広報紙は廃止した。SNSで周知する."""
    later = planned[planned.index(closing) + 1 :]
    return closing.predicate in (Predicate.ENDED, Predicate.DECIDED_AGAINST) and any(s.predicate in _MEANT for s in later)


def _receives(facts: YearFacts) -> bool:
    """Say whether the plan tells that the work comes to this section: 保育課から事務移管のため子育て支援課で実施."""
    name = re.escape(facts.department)
    return re.search(rf"移管[^。]*{name}|から{name}(?:に|へ)", facts.plans.this) is not None
