"""A promise is judged by its year's outcome: a study that went on is done, a work that was only studied is not."""

from dataclasses import replace

import pytest

from loaders.model import Cell, Initiative, Kind, Outcome, Place, Promise, PromiseState, Reading, Status
from loaders.outcomes.promised import is_study, judge_promise

GOAL = Place(Kind.BASELINE_GOAL, None)
PROMISE = Promise(2018, "案内板を整備する", "平成30年度までに案内板を整備する", GOAL, 0, 16, 0.9)
ROW = Initiative(4, "1", "1-①", "1-①-ア", "案内", True, "防災課", None, None, "案内板", 1, ())
YEARS = (2017, 2018, 2019)


def outcome(year: int, status: Status, *, carried: bool = False) -> Outcome:
    return Outcome(year, status, carried, None, "words", "", 0.9)


def reading(*statuses: Status, said: str = "案内板を整備した。") -> Reading:
    outcomes = tuple(outcome(year, status) for year, status in zip(YEARS, statuses, strict=False))
    places = [Place(Kind.RESULT, year) for year in YEARS]
    cells = tuple(Cell(at, at, said, 0, len(said), 1.0, "as_printed") for at in places)
    return Reading(ROW, cells, outcomes=outcomes)


DONE, STUDIED, MISSED, NONE, CLOSED = (
    Status.IMPLEMENTED,
    Status.UNDER_STUDY,
    Status.UNMET,
    Status.NOT_REPORTED,
    Status.CLOSED,
)


@pytest.mark.parametrize(
    ("statuses", "state", "kept_year"),
    [
        ((STUDIED, DONE, DONE), PromiseState.KEPT, 2018),
        ((STUDIED, STUDIED, DONE), PromiseState.LATE, 2019),
        ((STUDIED, STUDIED, STUDIED), PromiseState.OVERDUE, None),
        ((DONE, MISSED, MISSED), PromiseState.OVERDUE, None),
        ((DONE, NONE, NONE), PromiseState.UNKNOWN, None),
        ((CLOSED, NONE, NONE), PromiseState.CLOSED, None),
    ],
)
def test_work_is_judged_by_its_year_and_those_after(
    statuses: tuple[Status, ...], state: PromiseState, kept_year: int | None
) -> None:
    judged = judge_promise(PROMISE, reading(*statuses), YEARS)
    assert (judged.state, judged.kept_year) == (state, kept_year)


def test_study_is_kept_where_it_was_studied() -> None:
    promise = replace(PROMISE, what="多言語の案内板を検討する")
    assert judge_promise(promise, reading(STUDIED, STUDIED), YEARS).state is PromiseState.KEPT


def test_what_is_carried_over_is_not_done() -> None:
    late = replace(reading(), outcomes=(replace(outcome(2018, DONE), is_carried_over=True),))
    assert judge_promise(PROMISE, late, YEARS).state is PromiseState.OVERDUE


def test_promise_of_a_year_without_evaluations_is_not_due_yet() -> None:
    promise = replace(PROMISE, year=2021)
    judged = judge_promise(promise, reading(DONE, DONE, DONE), YEARS)
    assert (judged.state, judged.confidence) == (PromiseState.NOT_YET, 0.9)


def test_evaluation_that_shares_no_word_with_the_promise_leaves_it_in_doubt() -> None:
    assert judge_promise(PROMISE, reading(STUDIED, DONE, said="講座を開催した。"), YEARS).confidence < 0.5
    assert judge_promise(PROMISE, reading(STUDIED, DONE), YEARS).confidence >= 0.5


@pytest.mark.parametrize(
    ("what", "study"),
    [("検討する", True), ("導入を検討する", True), ("調査・研究", True), ("構築運用", False), ("検討し、構築する", False)],
)
def test_study_alone_is_told_from_work(what: str, study: bool) -> None:
    assert is_study(what) is study
