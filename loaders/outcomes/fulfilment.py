"""Held against the plan the same words say something else: システムを統合した is an end, or just what was planned.

An end, a survey or an answer may be what the plan set out to do; where it set out to study, what was done is study.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.outcomes.phrases import read_phrase
from loaders.outcomes.predicates import CLOSING, DOING, Predicate
from loaders.outcomes.statements import Statement
from loaders.patterns import Pattern
from loaders.prose.clauses import split
from loaders.prose.nouns import nouns
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/fulfilment.toml tells what each means, with examples."""

    itself: Pattern
    planned_end: Pattern
    is_done: Pattern
    acts_beside: Pattern
    survey: Pattern
    study_only: Pattern
    counted: Pattern
    surveyed: Pattern
    whether: Pattern
    resolved_on: Pattern
    answered: Pattern
    looked_into: Pattern
    brought_about: Pattern
    after_study: Pattern
    done_clause: Pattern
    prepares: Pattern
    time: Pattern
    less_wanted: Pattern
    became_less: Pattern
    none_wanted: Pattern
    still_open: Pattern
    study_itself: Pattern
    is_to_settle: Pattern
    looked_into_tersely: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_ASIDE = Pattern(r"\([^()]*\)")
_RUN = Pattern(r"[一-鿿]{2,}|[ァ-ヶー]{2,}")
# What a study that came to no answer yet is told by: 導入の時期は固まっていない.
_OPEN = frozenset({Predicate.NOT_DONE, Predicate.FELL_SHORT, Predicate.BEHIND})
_LEFT_TO_LATER = frozenset({Predicate.POSTPONED, Predicate.PLANNED, Predicate.PLANNED_STUDY})


def as_planned(statements: Sequence[Statement], plan: str) -> tuple[Statement, ...]:
    """Return the statements as the plan makes them read.

    Those that tell of an end are work done where the plan set out to do just that; where it set out to study, an answer or the
    resolution to do it in a later year is what the study came to.
    """
    acts = {m["act"] for m in _SIGNS.planned_end.finditer(narrow(plan)) if not _SIGNS.itself.search(m["object"])}
    told = tuple(_fulfilled(s, acts) for s in statements) if acts else tuple(statements)
    told = tuple(_lessened(_gone_on(s, plan), plan) for s in told)
    return tuple(_concluded(s, plan) for s in told) if is_study(plan) else told


def is_study(plan: str) -> bool:
    """Say whether a plan is of study only.

    >>> is_study("導入の可否を検討する。"), is_study("導入の可否を検討し、システムを導入する。")
    (True, False)
    """
    sentences = split(plan)
    last = [plan[s.clauses[-1].start : s.clauses[-1].body_end] for s in sentences]
    if any(_SIGNS.acts_beside.search(narrow(plan[c.start : c.body_end])) for s in sentences for c in s.clauses[:-1]):
        return False
    return bool(last) and all(_is_of_study(clause) for clause in last)


def _is_of_study(clause: str) -> bool:
    phrase = read_phrase(clause)
    says_so = phrase is not None and phrase.says in (Predicate.PLANNED_STUDY, Predicate.STUDIED)
    return says_so or _SIGNS.whether.search(narrow(clause)) is not None


def is_study_told_tersely(sentence: str) -> bool:
    """Say whether a note tells of no more than that something was looked into, and how often: 他市視察1回."""
    return _SIGNS.looked_into_tersely.search(narrow(sentence)) is not None


def _surveys(plan: str) -> bool:
    """Say whether a plan is of a survey, which is work done once it is made, and not of what might be done."""
    return _SIGNS.survey.search(plan) is not None and not _SIGNS.study_only.search(plan)


def runs(text: str) -> set[str]:
    """Return all words of a text that are written in Chinese characters or katakana, but times.

    >>> sorted(runs("公開は翌年度に行う予定である。"))
    ['公開']
    """
    return {run for run in _RUN.findall(narrow(text)) if not _SIGNS.time.fullmatch(run)}


def _gone_on(statement: Statement, plan: str) -> Statement:
    """Return the year's work as done where one of its clauses says so, and what is left to later is a step of no plan's.

    実施設計を終え、翌年度に工事へ入る.
    """
    if (statement.predicate not in _LEFT_TO_LATER and statement.phrase != "waits") or not statement.causes or not plan:
        return statement
    last = narrow(statement.span.text)[statement.causes[-1].end - statement.span.start :]
    later = [run for run in runs(last or statement.sentence.text) if run in narrow(plan)]
    done = narrow(statement.causes[-1].text)
    only_prepared = _SIGNS.prepares.search(done) and not any(run in narrow(plan) for run in runs(done))
    if later or only_prepared or not _SIGNS.done_clause.search(done):
        return statement
    return replace(statement, predicate=Predicate.CARRIED_OUT, phrase="next_step_left_to_later")


def _lessened(statement: Statement, plan: str) -> Statement:
    became_less = statement.predicate is Predicate.FELL_SHORT and _SIGNS.became_less.search(narrow(statement.sentence.text))
    return (
        replace(statement, predicate=Predicate.CARRIED_OUT, phrase="became_less_as_planned")
        if became_less and _SIGNS.less_wanted.search(narrow(plan))
        else statement
    )


def _concluded(statement: Statement, plan: str) -> Statement:
    words = narrow(statement.sentence.text)
    resolved = (
        statement.predicate is Predicate.POSTPONED and _SIGNS.after_study.search(words) and _SIGNS.resolved_on.search(words)
    )
    as_meant = set(_ACT.findall(words)) & set(_ACT.findall(narrow(plan)))
    only_looked = not (_SIGNS.brought_about.search(_ASIDE.sub("", words)) or _surveys(narrow(plan)) or as_meant)
    studied = statement.predicate is Predicate.CARRIED_OUT and (_SIGNS.looked_into.search(words) or only_looked)
    if resolved or studied or (statement.predicate is Predicate.FELL_SHORT and _SIGNS.answered.search(words)):
        return replace(statement, predicate=Predicate.STUDIED, phrase="study_concluded")
    may_stay_open = statement.predicate in _OPEN and not _SIGNS.is_to_settle.search(narrow(plan))
    if may_stay_open and _SIGNS.still_open.search(words) and not _SIGNS.study_itself.search(words):
        return replace(statement, predicate=Predicate.STUDIED, phrase="study_goes_on")
    return statement


def _fulfilled(statement: Statement, acts: set[str]) -> Statement:
    words = narrow(statement.sentence.text)
    if statement.predicate not in CLOSING - {Predicate.DECIDED_AGAINST} or not _SIGNS.is_done.search(words):
        return statement
    return (
        replace(statement, predicate=Predicate.CARRIED_OUT, phrase="planned_end")
        if any(act in words for act in acts)
        else statement
    )


def is_survey_done(statement: Statement, plan: str) -> bool:
    """Say whether a plan of a survey, and of no more, is answered by what it counted or by its having been made."""
    planned, words = narrow(plan), narrow(statement.sentence.text)
    if not _surveys(planned):
        return False
    return (
        statement.predicate is Predicate.STUDIED and (_SIGNS.counted.search(words) or _SIGNS.surveyed.search(words)) is not None
    )


# The vocabulary's last resort: a verb in the past or a state, whatever it tells.
_ANY_PAST = frozenset({"past"})
_VERB = Pattern(r"([一-鿿])[ぁ-ん]")
_LAST_VERB = Pattern(r"([一-鿿])[ぁ-ん]+$")
# The same without what only stands before a particle: 統合の is no verb.
_ACT = Pattern(r"([一-鿿])(?![のをとがはもにでやへ])[ぁ-ん]")


def does_the_planned(statement: Statement, plan: str) -> bool:
    """Say whether a sentence ends on the plan's own act, as done: …へは手紙と動画で交流した where 交流する was planned."""
    verb = _LAST_VERB.search(narrow(statement.sentence.text).rstrip("。 "))
    return statement.predicate in DOING and verb is not None and verb[1] in _VERB.findall(narrow(plan))


def tells_of_an_action(statements: Sequence[Statement], plan: str) -> bool:
    """Say whether an evaluation tells of an act that offices use of work done, of the plan's own verb, or of its figures.

    The plain past of any other verb may tell of anything: 冬の工期を逃した, 訓練は流れた.
    """
    done = [s for s in statements if s.predicate in DOING]
    if any(s.phrase not in _ANY_PAST for s in done):
        return True
    led = [narrow(cause.text) for s in statements for cause in s.causes]
    if any(_SIGNS.done_clause.search(words) for words in led):
        return True
    said = " ".join(narrow(s.sentence.text) for s in done)
    if set(_VERB.findall(said.split("、")[-1])) & set(_VERB.findall(narrow(plan))):
        return True
    return (
        re.search(r"\d", said) is not None and not _SIGNS.none_wanted.search(narrow(plan)) and bool(nouns(said) & nouns(plan))
    )
