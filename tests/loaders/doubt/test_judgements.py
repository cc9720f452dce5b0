"""A judgement is no surer than the figures that it rests on, and words of success leave a target without a result in doubt."""

from dataclasses import replace

import pytest

from loaders.confidence import is_doubtful
from loaders.doubt.judgements import casts_doubt, disagreement, disagrees, weigh
from loaders.doubt.reader import Impression
from loaders.initiative import read_initiative
from loaders.model import Outcome, Status
from tests.series import cells_of, row


def is_year_doubtful(plan: str, evaluation: str) -> bool:
    """Say whether the judgement of 2017 is doubtful for a row of these words."""
    initiative = row(h29_plan=plan, h29_result=evaluation)
    [outcome] = read_initiative(initiative, cells_of(initiative), [2017]).outcomes
    return is_doubtful(outcome.confidence)


@pytest.mark.parametrize(
    ("plan", "evaluation", "doubtful"),
    [
        ("研修を4回行う。", "研修を4回行った。", False),
        ("研修を4回行う。", "研修を行った。", True),
        ("研修を行う。", "研修を行った。", False),
        ("【参加者】40人", "【参加者】412人", True),
    ],
)
def test_a_judgement_is_as_sure_as_what_it_rests_on(plan: str, evaluation: str, *, doubtful: bool) -> None:
    assert is_year_doubtful(plan, evaluation) is doubtful


def outcome(status: Status, *, is_carried_over: bool) -> Outcome:
    return Outcome(2017, status, is_carried_over, None, "words_carried_out", "", 0.9)


@pytest.mark.parametrize(
    ("read", "likely", "goes_on", "doubted"),
    [
        (outcome(Status.IMPLEMENTED, is_carried_over=False), {Status.IMPLEMENTED: 0.9}, 0.1, False),
        (outcome(Status.IMPLEMENTED, is_carried_over=False), {Status.IMPLEMENTED: 0.1, Status.UNMET: 0.9}, 0.1, True),
        (outcome(Status.UNMET, is_carried_over=False), {Status.UNMET: 0.9}, 0.7, True),
        (outcome(Status.UNMET, is_carried_over=True), {Status.UNMET: 0.9}, 0.1, False),
    ],
)
def test_readers_disagree_on_a_status_or_on_what_goes_on(
    read: Outcome, likely: dict[Status, float], goes_on: float, *, doubted: bool
) -> None:
    assert disagrees(read, Impression(likely, goes_on)) is doubted


def test_a_disagreement_tells_both_readings_and_changes_neither() -> None:
    initiative = row(h29_plan="講座を開催する。", h29_result="講座を開催した。")
    reading = read_initiative(initiative, cells_of(initiative), [2017])
    found = disagreement(reading, outcome(Status.MET, is_carried_over=False), Impression({Status.UNMET: 1.0}, 0.0))
    assert ("「達成」" in found.message, "「未達」" in found.message, found.quote) == (True, True, "講座を開催した。")


def test_the_second_reader_says_nothing_of_figures_that_a_grid_states() -> None:
    initiative = row(h29_plan="【講座】4回", h29_result="【講座】3回")
    reading = read_initiative(initiative, cells_of(initiative), [2017])
    [missed] = reading.outcomes
    stated = tuple(
        replace(
            indicator,
            years=tuple(
                replace(
                    year,
                    target_quantity=year.target_quantity and replace(year.target_quantity, rule="grid"),
                    result_quantity=year.result_quantity and replace(year.result_quantity, rule="grid"),
                )
                for year in indicator.years
            ),
        )
        for indicator in reading.indicators
    )
    unlikely = Impression({Status.UNMET: 0.01, Status.MET: 0.99}, 0.0)
    assert casts_doubt(reading, missed, unlikely)
    assert not casts_doubt(replace(reading, indicators=stated), missed, unlikely)


@pytest.mark.parametrize(
    ("rule", "likely", "doubtful"),
    [
        ("words_carried_out.past", 0.85, False),
        ("words_unknown", 0.85, False),
        ("words_unknown", 0.75, True),
    ],
)
def test_a_guess_is_borne_out_by_the_second_reader(rule: str, likely: float, *, doubtful: bool) -> None:
    initiative = row(h29_plan="講座を開催する。", h29_result="講座を開催した。")
    reading = read_initiative(initiative, cells_of(initiative), [2017])
    guessed = replace(outcome(Status.IMPLEMENTED, is_carried_over=False), rule=rule, confidence=0.4)
    assert is_doubtful(weigh(reading, guessed, Impression({Status.IMPLEMENTED: likely}, 0.0))) is doubtful


@pytest.mark.parametrize(("likely", "doubtful"), [(0.9, False), (0.3, True)])
def test_a_miss_by_a_doubtful_figure_stands_where_the_words_are_like_a_miss(likely: float, *, doubtful: bool) -> None:
    initiative = row(h29_plan="【参加者】400人", h29_result="【参加者】30人")
    reading = read_initiative(initiative, cells_of(initiative), [2017])
    [missed] = reading.outcomes
    assert missed.rule == "target_missed"
    impression = Impression({Status.UNMET: likely, Status.MET: 1 - likely}, 0.0)
    assert is_doubtful(weigh(reading, replace(missed, confidence=0.95), impression)) is doubtful


def test_success_by_a_doubtful_figure_stays_doubtful_however_likely() -> None:
    initiative = row(h29_plan="【参加者】40人", h29_result="【参加者】412人")
    reading = read_initiative(initiative, cells_of(initiative), [2017])
    [reached] = reading.outcomes
    assert is_doubtful(weigh(reading, replace(reached, confidence=0.95), Impression({Status.MET: 1.0}, 0.0)))
