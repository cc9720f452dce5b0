"""Where nothing is written of a year, what the plan says of it tells what became of it: ended, not begun, or not reported."""

import re
from collections.abc import Sequence

from loaders.model import Status
from loaders.outcomes.not_due import is_not_yet
from loaders.outcomes.predicates import CLOSING, MERE_PLAN, Predicate
from loaders.outcomes.statements import Statement, read_statements
from loaders.outcomes.verdict import Verdict, rule_of
from loaders.outcomes.year_facts import YearFacts


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
    return closing.predicate in (Predicate.ENDED, Predicate.DECIDED_AGAINST) and any(s.predicate in MERE_PLAN for s in later)


def _receives(facts: YearFacts) -> bool:
    """Say whether the plan tells that the work comes to this section: 保育課から事務移管のため子育て支援課で実施."""
    name = re.escape(facts.department)
    return re.search(rf"移管[^。]*{name}|から{name}(?:に|へ)", facts.plans.this) is not None
