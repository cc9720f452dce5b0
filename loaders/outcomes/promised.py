"""Whether a promise was kept is told by its year's outcome: a study is done where it was carried on, a work where it was done.

An evaluation speaks of its year's plan and not of the promise, so that a work whose year was carried out is likely done and
not surely; words of the evaluation that share none of the promise's nouns leave it in doubt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import JudgedPromise, Kind, Outcome, Promise, PromiseState, Reading, Status
from loaders.outcomes.promises import find_promises
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/promised.toml tells what each means, with examples."""

    study: Pattern
    work: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_CARRIED_OUT: Final = frozenset({Status.MET, Status.IMPLEMENTED})
_STUDIED: Final = _CARRIED_OUT | {Status.UNDER_STUDY}
_WORD: Final = Pattern(r"[一-龠々]{2,}|[ァ-ヶー]{2,}|[A-Za-z]{2,}")
# What an evaluation must share with a promise of work, else it may speak of other work of the year.
_OTHER_WORK: Final = 0.45
_LIKELY: Final = 0.75


def is_study(what: str) -> bool:
    """Return whether no more than a study is promised: what is said last decides.

    >>> is_study("導入を検討する"), is_study("検討し、構築する")
    (True, False)
    """
    last = max((match.end() for match in _SIGNS.study.finditer(what)), default=-1)
    return last > max((match.end() for match in _SIGNS.work.finditer(what)), default=-1)


def judge_promises(reading: Reading, last_year: int, evaluated_years: Sequence[int]) -> tuple[JudgedPromise, ...]:
    """Return what an initiative promises by a year and what became of each; `last_year` is the plan's last."""
    return tuple(judge_promise(promise, reading, evaluated_years) for promise in find_promises(reading.cells, last_year))


def judge_promise(promise: Promise, reading: Reading, evaluated_years: Sequence[int]) -> JudgedPromise:
    """Return what became of a promise by the outcomes of an initiative's evaluated years."""
    study = is_study(promise.what)
    outcomes = {outcome.year: outcome for outcome in reading.outcomes if outcome.year in set(evaluated_years)}
    if promise.year > max(evaluated_years, default=0):
        return JudgedPromise(promise, study, PromiseState.NOT_YET, None, promise.confidence, None)
    after = [year for year in sorted(outcomes) if year >= promise.year]
    done = next((year for year in after if _is_done(outcomes[year], study)), None)
    by = outcomes.get(done if done is not None else promise.year)
    state = _state(promise.year, done, by, outcomes)
    if by is None:
        return JudgedPromise(promise, study, PromiseState.UNKNOWN, None, promise.confidence, None)
    sure = min(promise.confidence, by.confidence)
    if done is not None and not study:
        sure = min(sure, _LIKELY if _speaks_of(promise, reading, done) else _OTHER_WORK)
    return JudgedPromise(promise, study, state, done, sure, by)


def _is_done(outcome: Outcome, study: bool) -> bool:
    return outcome.status in (_STUDIED if study else _CARRIED_OUT) and not outcome.is_carried_over


def _state(due: int, done: int | None, by: Outcome | None, outcomes: Mapping[int, Outcome]) -> PromiseState:
    if any(outcome.status is Status.CLOSED for year, outcome in outcomes.items() if year <= due):
        return PromiseState.CLOSED
    if done is not None:
        return PromiseState.KEPT if done == due else PromiseState.LATE
    if by is None or by.status is Status.NOT_REPORTED:
        return PromiseState.UNKNOWN
    return PromiseState.OVERDUE


def _speaks_of(promise: Promise, reading: Reading, year: int) -> bool:
    """Return whether the year's evaluation shares a word with what is promised."""
    said = "".join(narrow(c.text) for c in reading.cells if c.place.kind is Kind.RESULT and c.place.year == year)
    return any(word in said for word in _WORD.findall(narrow(promise.what)))
