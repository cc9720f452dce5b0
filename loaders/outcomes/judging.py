"""Whether a goal was met is said by numbers or by words: 未実施, 見送り, 至らなかった, 次年度以降に行う, 統合.

Numbers decide where a year has targets with results; else the words of the evaluation do; and where nothing is written, what
the plan says of that year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.confidence import DOUBTFUL_BELOW
from loaders.model import (
    Cell,
    Finding,
    FindingKind,
    Indicator,
    IndicatorYear,
    Initiative,
    Kind,
    Outcome,
    Place,
    Reason,
    Severity,
    Status,
)
from loaders.outcomes.by_plan import by_plan
from loaders.outcomes.by_words import by_words
from loaders.outcomes.carry_over import carried_rule
from loaders.outcomes.causes import told_by_vocabulary
from loaders.outcomes.failures import is_other_work, stands
from loaders.outcomes.fulfilment import as_planned
from loaders.outcomes.likely_sentences import as_like_ones
from loaders.outcomes.phrases import is_blank
from loaders.outcomes.plans import Plans, is_end_mark
from loaders.outcomes.predicates import CLOSING, DOING, Predicate
from loaders.outcomes.reasons import find_reason
from loaders.outcomes.shortfall import fall_short
from loaders.outcomes.statements import Span, Statement, read_statements
from loaders.outcomes.verdict import UNSURE, Verdict, is_guess, rule_of
from loaders.outcomes.year_facts import YearFacts
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What is looked for below; vocabulary/judging.toml tells what it means, with examples."""

    completed: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


def judge(
    initiative: Initiative, cells: Sequence[Cell], indicators: Sequence[Indicator], years: Sequence[int]
) -> tuple[tuple[Outcome, ...], tuple[Finding, ...]]:
    """Return one outcome for each of `years` (the years with an evaluation column), in order, and findings.

    `cells` stand at their true places, several may share one; `indicators` are the row's. An outcome's confidence is never
    above that of the places of the words it was read from.
    """
    outcomes: list[Outcome] = []
    findings: list[Finding] = []
    closed = completed = False
    for year in sorted(years):
        facts = _gather(initiative, cells, indicators, year, (closed, completed))
        verdict = _decide(facts)
        outcome = _conclude(facts, verdict, indicators)
        closed = outcome.status is Status.CLOSED or any(
            s.predicate in CLOSING - {Predicate.DECIDED_AGAINST} for s in facts.statements
        )
        completed = _completes(facts)
        outcomes.append(outcome)
        findings += _findings(initiative, verdict, outcome)
    return tuple(outcomes), tuple(findings)


def _gather(
    initiative: Initiative, cells: Sequence[Cell], indicators: Sequence[Indicator], year: int, before: tuple[bool, bool]
) -> YearFacts:
    def at(kind: Kind, when: int) -> tuple[Cell, ...]:
        return tuple(c for c in cells if c.place == Place(kind, when) and not is_blank(narrow(c.text)))

    plan, result = at(Kind.PLAN, year), at(Kind.RESULT, year)
    following = at(Kind.PLAN, year + 1)
    sections = tuple(name for name in (initiative.department, initiative.former_department) if name)
    plans = Plans(" ".join(c.text for c in plan), " ".join(c.text for c in following))
    next_cells = [c.text for c in cells if c.place == Place(Kind.PLAN, year + 1) and c.text.strip()]
    return YearFacts(
        year=year,
        department=initiative.department,
        sections=sections,
        plan=plan,
        result=result,
        following=following,
        plans=plans,
        statements=_statements(result, sections, plans.this, year),
        entries=tuple(entry for indicator in indicators for entry in indicator.years if entry.year == year),
        ends_after=bool(next_cells) and all(is_blank(narrow(t)) or is_end_mark(t) for t in next_cells),
        was_closed=before[0],
        was_completed=before[1] and not any(c.text.strip() for c in cells if c.place.year is not None and c.place.year > year),
    )


def _statements(result: Sequence[Cell], sections: Sequence[str], plan: str, year: int) -> tuple[Statement, ...]:
    """Return what an evaluation says: by its words, as the plan makes them read, and where both leave it open by likeness."""
    read = as_planned(read_statements(result, *sections), plan)
    return as_like_ones(fall_short(read, plan, year), plan)


def _decide(facts: YearFacts) -> Verdict:
    if not facts.result:
        return by_plan(facts)
    words = by_words(facts)
    judged = [entry for entry in facts.entries if entry.is_met is not None]
    if not judged or words.rule == "figure_not_out":
        return words
    missed = next((entry for entry in judged if not entry.is_met), None)
    span = _result_span(facts, missed or judged[0])
    if missed:
        denied = next((s.span for s in facts.statements if s.predicate is Predicate.ATTAINED), None)
        failing = next((s for s in facts.statements if stands(facts, s) and s.predicate is not Predicate.LATE), None)
        return Verdict(Status.UNMET, "target_missed", 0.8 if denied else 0.95, span, failing, denied)
    if given_up := next((s for s in facts.statements if _gives_up_what_counts(s, span)), None):
        return Verdict(Status.MET, "targets_reached", UNSURE, span, contradiction=given_up.span)
    if words.status is not Status.UNMET or not words.failing or is_guess(words.failing):
        return Verdict(Status.MET, "targets_reached", 0.95, span)
    if facts.is_unanswered:
        return replace(words, rule="another_target_undone", confidence=0.6)
    if words.failing.predicate is not Predicate.LATE and is_other_work(facts, words.failing):
        return replace(words, rule=rule_of("partly", words.failing), confidence=0.6)
    return Verdict(Status.MET, "targets_reached", 0.7, span, contradiction=words.span)


def _gives_up_what_counts(statement: Statement, result: Span | None) -> bool:
    """Tell whether the sentence of a result ends in giving up: 12人を選び、研修も終えていたが、断念せざるを得なかった."""
    return statement.predicate is Predicate.DECIDED_AGAINST and statement.sentence == result


def _result_span(facts: YearFacts, entry: IndicatorYear) -> Span | None:
    """Return the sentence in which the result stands, else its number."""
    quantity = entry.result_quantity
    if quantity is None:
        return facts.statements[0].sentence if facts.statements else None
    for statement in facts.statements:
        said = statement.sentence
        if said.place == quantity.printed and said.start <= quantity.span_start and quantity.span_end <= said.end:
            return said
    return Span(quantity.printed, quantity.span_start, quantity.span_end, quantity.quote)


def _completes(facts: YearFacts) -> bool:
    return any(_SIGNS.completed.search(s.sentence.text) for s in facts.statements if s.predicate in DOING)


# The outcome ----------------------------------------------------------------------------------------------------------------


def _conclude(facts: YearFacts, verdict: Verdict, indicators: Sequence[Indicator]) -> Outcome:
    span = verdict.span
    carried = carried_rule(facts, verdict, indicators)
    told = None
    if verdict.status in (Status.UNMET, Status.CLOSED) or carried:
        deciding = None if verdict.rule == "target_missed" else verdict.failing
        told = find_reason(_told_by(facts, verdict), deciding, facts.year)
    elif verdict.rule == "nobody_needed_it":
        asked = told_by_vocabulary(_told_by(facts, verdict), verdict.failing, facts.year)
        told = asked if asked and asked.reason is Reason.NO_DEMAND else None
    sure = min([verdict.confidence, *(cell.confidence for cell in facts.result)])
    return Outcome(
        year=facts.year,
        status=verdict.status,
        is_carried_over=bool(carried),
        reason=told.reason if told else None,
        rule=verdict.rule,
        evidence=span.text if span else "",
        confidence=sure,
        evidence_place=span.place if span else None,
        span_start=span.start if span else None,
        span_end=span.end if span else None,
        carried_rule=carried,
        reason_quote=told.span.text if told else "",
        reason_rule=told.rule if told else "",
    )


def _told_by(facts: YearFacts, verdict: Verdict) -> tuple[Statement, ...]:
    if verdict.failing is None or verdict.failing in facts.statements:
        return facts.statements
    return (verdict.failing,)


def _findings(initiative: Initiative, verdict: Verdict, outcome: Outcome) -> Iterator[Finding]:
    number, year = initiative.number, outcome.year
    if verdict.contradiction:
        reads = (
            "達成していますが、評価の文は未達と読めます"
            if outcome.status is Status.MET
            else "達成していませんが、評価の文は達成と述べています"
        )
        message = f"数値では目標を{reads}。判定は数値によっています。"
        yield Finding(FindingKind.WORDS_CONTRADICT_NUMBERS, Severity.WARNING, message, verdict.contradiction.text, number, year)
    if outcome.confidence < min(DOUBTFUL_BELOW, verdict.confidence):
        message = "評価の文がこの年度のものかどうかが確かでないため、判定も確かではありません。原文を確認してください。"
        yield Finding(FindingKind.DOUBTFUL_OUTCOME, Severity.INFO, message, outcome.evidence, number, year)
    elif outcome.confidence < DOUBTFUL_BELOW:
        message = "評価の文からは、計画したことを行ったかどうかがはっきり読み取れません。原文を確認してください。"
        yield Finding(FindingKind.DOUBTFUL_OUTCOME, Severity.INFO, message, outcome.evidence, number, year)
