"""Whether a goal was met is said by numbers or by words: 未実施, 見送り, 至らなかった, 次年度以降に行う, 統合.

Numbers decide where a year has targets with results; else the evaluation's words do, by the table in `outcome_words`; and where
nothing is written, what the plan says of that year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.model import Cell, Finding, Indicator, IndicatorYear, Initiative, Kind, Outcome, Place, Reason, Severity, Status
from loaders.numbers.eras import find_fiscal_year
from loaders.numbers.widths import narrow
from loaders.outcomes.carrying import Plans, carried_rule, ends, plans_again, promises_undone
from loaders.outcomes.reasons import find_reason
from loaders.outcomes.signs import CLOSING, DOING, FAILING, Sign
from loaders.outcomes.statements import Span, Statement, read_statements
from loaders.outcomes.undone_words import NEXT_YEAR
from loaders.outcomes.words import BLANK, NOT_DUE, NOT_YET_WORDS

DOUBTFUL_BELOW = 0.5


@dataclass(frozen=True)
class _Year:
    """What is known of one year before it is judged."""

    year: int
    department: str
    plan: tuple[Cell, ...]
    result: tuple[Cell, ...]
    plans: Plans
    statements: tuple[Statement, ...]
    entries: tuple[IndicatorYear, ...]
    was_closed: bool
    was_completed: bool

    @property
    def evaluation(self) -> str:
        return " ".join(cell.text for cell in self.result)

    @property
    def is_unanswered(self) -> bool:
        """Whether a numeric target has no result."""
        return any(entry.target is not None and entry.result is None for entry in self.entries)


@dataclass(frozen=True)
class _Verdict:
    status: Status
    rule: str
    confidence: float
    span: Span | None = None
    failing: Statement | None = None
    contradiction: Span | None = None


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
        verdict = _decide(facts, indicators)
        outcome = _conclude(facts, verdict, indicators)
        closed = outcome.status is Status.CLOSED or any(s.sign in CLOSING - {Sign.DECIDED_AGAINST} for s in facts.statements)
        completed = _completes(facts)
        outcomes.append(outcome)
        findings += _findings(initiative, verdict, outcome)
    return tuple(outcomes), tuple(findings)


def _gather(
    initiative: Initiative, cells: Sequence[Cell], indicators: Sequence[Indicator], year: int, before: tuple[bool, bool]
) -> _Year:
    def at(kind: Kind, when: int) -> tuple[Cell, ...]:
        return tuple(c for c in cells if c.place == Place(kind, when) and not BLANK.fullmatch(narrow(c.text)))

    plan, result = at(Kind.PLAN, year), at(Kind.RESULT, year)
    following = at(Kind.PLAN, year + 1)
    return _Year(
        year=year,
        department=initiative.department,
        plan=plan,
        result=result,
        plans=Plans(" ".join(c.text for c in plan), " ".join(c.text for c in following)),
        statements=read_statements(result, initiative.department),
        entries=tuple(entry for indicator in indicators for entry in indicator.years if entry.year == year),
        was_closed=before[0],
        was_completed=before[1] and not any(c.text.strip() for c in cells if c.place.year is not None and c.place.year > year),
    )


def _decide(facts: _Year, indicators: Sequence[Indicator]) -> _Verdict:
    if not facts.result:
        return _by_plan(facts)
    words = _by_words(facts)
    judged = [entry for entry in facts.entries if entry.is_met is not None]
    if not judged:
        return words
    missed = next((entry for entry in judged if not entry.is_met), None)
    span = _result_span(facts, missed or judged[0])
    if missed:
        denied = next((s.span for s in facts.statements if s.sign is Sign.ATTAINED), None)
        return _Verdict(Status.UNMET, "target_missed", 0.8 if denied else 0.95, span, words.failing, denied)
    if words.status is not Status.UNMET or not words.failing:
        return _Verdict(Status.MET, "targets_reached", 0.95, span)
    if facts.is_unanswered:
        return replace(words, rule="another_target_undone", confidence=0.6)
    return _Verdict(Status.MET, "targets_reached", 0.7, span, contradiction=words.span)


def _result_span(facts: _Year, entry: IndicatorYear) -> Span | None:
    """Return the sentence in which the result stands, else its number."""
    quantity = entry.result_quantity
    if quantity is None:
        return facts.statements[0].sentence if facts.statements else None
    for statement in facts.statements:
        said = statement.sentence
        if said.place == quantity.printed and said.start <= quantity.span_start and quantity.span_end <= said.end:
            return said
    return Span(quantity.printed, quantity.span_start, quantity.span_end, quantity.quote)


# Judging by words -----------------------------------------------------------------------------------------------------------


def _by_words(facts: _Year) -> _Verdict:
    closing = next((s for s in reversed(facts.statements) if s.sign in CLOSING), None)
    if closing:
        return _closed_by_words(facts, closing)
    failing = next((s for s in facts.statements if _is_live(facts, s)), None)
    done = next((s for s in reversed(facts.statements) if s.sign in DOING and not s.is_aside), None)
    if not done and NOT_DUE.search(narrow(facts.evaluation)):
        return _Verdict(Status.NOT_REPORTED, "not_due", 0.8, (failing or facts.statements[0]).sentence)
    if failing and not done:
        return _Verdict(Status.UNMET, f"words_{failing.sign}", 0.9, failing.span, failing)
    if failing and done and _is_planned(facts, failing):
        return _Verdict(Status.UNMET, f"partly_{failing.sign}", 0.6, failing.span, failing)
    undemanded = next((s for s in facts.statements if s.sign is Sign.STUDIED and _lacks_demand(s)), None)
    if undemanded and not done and facts.is_unanswered:
        return _Verdict(Status.UNMET, "target_without_demand", 0.6, undemanded.span, undemanded)
    return _undone_promise(facts) or _positive(facts, done)


def _closed_by_words(facts: _Year, closing: Statement) -> _Verdict:
    is_goal = closing.sign is Sign.DECIDED_AGAINST
    if is_goal and plans_again(facts.plans) and not ends(facts.plans.next):
        return _Verdict(Status.UNMET, "decided_against_but_planned_again", 0.6, closing.span, closing)
    return _Verdict(Status.CLOSED, f"words_{closing.sign}", 0.8 if is_goal else 0.9, closing.span, closing)


def _is_live(facts: _Year, statement: Statement) -> bool:
    """Say whether a failure stands: no later sentence tells what was done instead."""
    if statement.sign not in FAILING:
        return False
    later = facts.statements[facts.statements.index(statement) + 1 :]
    return not any(s.is_instead and s.sign in DOING for s in later)


_NOUN = re.compile(r"[ァ-ヶー]{2,}|[A-Za-z]{2,}|[一-鿿]{2,}")
_COMMON_NOUNS = frozenset(
    (
        "実施",
        "検討",
        "開催",
        "導入",
        "対応",
        "公開",
        "作成",
        "今年度",
        "年度",
        "必要",
        "予定",
        "状況",
        "影響",
        "情報",
        "結果",
        "実績",
        "開催実績",
    )
)


def _is_planned(facts: _Year, failing: Statement) -> bool:
    """Say whether the plan holds what failed, so that it isn't a remark beside the work: サイトの構築検討は行っていない."""
    if failing.is_aside or _lacks_demand(failing):
        return False
    nouns = set(_NOUN.findall(failing.span.text)) - _COMMON_NOUNS or set(_NOUN.findall(failing.sentence.text)) - _COMMON_NOUNS
    return not facts.plans.this or any(noun in facts.plans.this for noun in nouns)


def _lacks_demand(statement: Statement) -> bool:
    found = find_reason((statement,), statement)
    return found is not None and found[0] is Reason.NO_DEMAND


def _undone_promise(facts: _Year) -> _Verdict | None:
    if not promises_undone(facts.plans, facts.evaluation) or not facts.statements:
        return None
    return _Verdict(Status.UNMET, "promised_again", 0.5, facts.statements[-1].sentence)


def _positive(facts: _Year, done: Statement | None) -> _Verdict:
    """Judge an evaluation in which nothing failed: carried out, studied, or in the mood of a plan."""
    if done and done.sign is Sign.ATTAINED and facts.is_unanswered:
        return _Verdict(Status.MET, "words_attained", 0.7, done.span)
    if done:
        return _Verdict(
            Status.IMPLEMENTED, "words_carried_out", 0.7 if done.overruled or facts.is_unanswered else 0.9, done.span
        )
    report = next((s for s in facts.statements if s.is_report), None)
    by_sign = {s.sign: s for s in facts.statements}
    if Sign.STUDIED in by_sign:
        return _Verdict(Status.UNDER_STUDY, "words_studied", 0.85, by_sign[Sign.STUDIED].span)
    if Sign.NOTHING_TO_DO in by_sign:
        return _Verdict(Status.IMPLEMENTED, "nothing_to_do", 0.6, by_sign[Sign.NOTHING_TO_DO].span)
    if report:
        mood = Sign.PLANNED in by_sign or Sign.PLANNED_STUDY in by_sign
        return _Verdict(Status.IMPLEMENTED, "figures_reported", 0.6 if mood else 0.85, report.span)
    promise = by_sign.get(Sign.PLANNED) or by_sign.get(Sign.PLANNED_STUDY)
    if promise and _is_later(facts, promise):
        return _Verdict(Status.UNMET, "planned_for_later_year", 0.6, promise.span, replace(promise, sign=Sign.POSTPONED))
    if promise:
        status = Status.IMPLEMENTED if promise.sign is Sign.PLANNED else Status.UNDER_STUDY
        return _Verdict(status, "words_of_a_plan", 0.4, promise.span)
    return _Verdict(Status.IMPLEMENTED, "words_unknown", 0.3, facts.statements[0].sentence)


_NEXT_YEAR = re.compile(NEXT_YEAR)


def _is_later(facts: _Year, promise: Statement) -> bool:
    """Say whether it is a later year that is to bring the work: 令和3年度に策定する予定。"""
    named = find_fiscal_year(promise.span.text)
    return named > facts.year if named else _NEXT_YEAR.search(promise.span.text) is not None


# Judging by the plan --------------------------------------------------------------------------------------------------------


def _by_plan(facts: _Year) -> _Verdict:
    """Judge a year without an evaluation: ended by its plan, ended before, not begun yet, or simply not reported."""
    planned = read_statements(facts.plan, facts.department)
    if any(pattern.search(narrow(facts.plans.this)) for pattern, _ in NOT_YET_WORDS) or _receives(facts):
        return _Verdict(Status.NOT_REPORTED, "nothing_planned_yet", 0.9, planned[0].sentence if planned else None)
    closing = next((s for s in planned if s.sign in CLOSING), None)
    if closing:
        return _Verdict(Status.CLOSED, f"plan_{closing.sign}", 0.8, closing.sentence, closing)
    if facts.was_closed and not facts.plan:
        return _Verdict(Status.CLOSED, "closed_before", 0.8)
    if facts.was_completed and not facts.plan:
        return _Verdict(Status.CLOSED, "completed_before", 0.6)
    return _Verdict(Status.NOT_REPORTED, "no_evaluation", 0.9)


def _receives(facts: _Year) -> bool:
    """Say whether the plan tells that the work comes to this section: 保育課から事務移管のため子育て支援課で実施."""
    name = re.escape(facts.department)
    return re.search(rf"移管[^。]*{name}|から{name}(?:に|へ)", facts.plans.this) is not None


_COMPLETED = re.compile(r"(?:を|が|は)(?:すべて|全て)?(?:終了|完了)し(?:た|ている)")


def _completes(facts: _Year) -> bool:
    return any(_COMPLETED.search(s.sentence.text) for s in facts.statements if s.sign in DOING)


# The outcome ----------------------------------------------------------------------------------------------------------------


def _conclude(facts: _Year, verdict: _Verdict, indicators: Sequence[Indicator]) -> Outcome:
    span = verdict.span
    carried = ""
    if verdict.rule == "promised_again":
        carried = "promised_again"
    elif verdict.status is Status.UNMET:
        carried = carried_rule(verdict.failing, facts.plans, indicators, facts.year)
    told = None
    if verdict.status in (Status.UNMET, Status.CLOSED):
        told = find_reason(_told_by(facts, verdict), verdict.failing)
    sure = min([verdict.confidence, *(cell.confidence for cell in facts.result)])
    return Outcome(
        year=facts.year,
        status=verdict.status,
        is_carried_over=bool(carried),
        reason=told[0] if told else None,
        rule=verdict.rule,
        evidence=span.text if span else "",
        confidence=sure,
        evidence_place=span.place if span else None,
        span_start=span.start if span else None,
        span_end=span.end if span else None,
        carried_rule=carried,
        reason_quote=told[1].text if told else "",
    )


def _told_by(facts: _Year, verdict: _Verdict) -> tuple[Statement, ...]:
    if verdict.failing is None or verdict.failing in facts.statements:
        return facts.statements
    return (verdict.failing,)


def _findings(initiative: Initiative, verdict: _Verdict, outcome: Outcome) -> Iterator[Finding]:
    number, year = initiative.number, outcome.year
    if verdict.contradiction:
        reads = (
            "達成していますが、評価の文は未達と読めます"
            if outcome.status is Status.MET
            else "達成していませんが、評価の文は達成と述べています"
        )
        message = f"数値では目標を{reads}。判定は数値によっています。"
        yield Finding("words_contradict_numbers", Severity.WARNING, message, verdict.contradiction.text, number, year)
    if outcome.confidence < min(DOUBTFUL_BELOW, verdict.confidence):
        message = "評価の文がこの年度のものかどうかが確かでないため、判定も確かではありません。原文を確認してください。"
        yield Finding("doubtful_outcome", Severity.INFO, message, outcome.evidence, number, year)
    elif outcome.confidence < DOUBTFUL_BELOW:
        message = "評価の文からは、計画したことを行ったかどうかがはっきり読み取れません。原文を確認してください。"
        yield Finding("doubtful_outcome", Severity.INFO, message, outcome.evidence, number, year)
