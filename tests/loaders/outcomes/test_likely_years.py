"""What the rules of words but guess gives way to what labelled years are far more like; what a rule knows stands."""

from collections.abc import Mapping

import pytest

from loaders.confidence import is_doubtful
from loaders.model import FindingKind, Status
from loaders.outcomes.judging import judge
from tests.loaders.outcomes.judged import cells, initiative

YEAR = 2019
GUESSED, KNOWN = "門は閉ざされた。", "講座を開催した。"


@pytest.mark.parametrize(
    ("evaluation", "likely", "status", "rule"),
    [
        (GUESSED, {Status.IMPLEMENTED: 0.05, Status.UNMET: 0.9}, Status.UNMET, "like_labelled_years"),
        (GUESSED, {Status.IMPLEMENTED: 0.05, Status.UNDER_STUDY: 0.9}, Status.UNDER_STUDY, "like_labelled_years"),
        (GUESSED, {Status.IMPLEMENTED: 0.2, Status.UNMET: 0.8}, Status.IMPLEMENTED, "words_carried_out.past"),
        (GUESSED, {Status.IMPLEMENTED: 0.05, Status.UNMET: 0.5}, Status.IMPLEMENTED, "words_carried_out.past"),
        (KNOWN, {Status.IMPLEMENTED: 0.0, Status.UNMET: 1.0}, Status.IMPLEMENTED, "words_carried_out.past_of_a_deed"),
    ],
)
def test_only_an_unlikely_guess_gives_way(evaluation: str, likely: Mapping[Status, float], status: Status, rule: str) -> None:
    row = cells({YEAR: "プールを開く。"}, {YEAR: evaluation})
    [outcome], _ = judge(initiative(), row, (), (YEAR,), lambda *_: likely)
    assert outcome.status is status
    assert outcome.rule == rule


def test_what_is_read_by_likeness_alone_is_told_as_doubtful_with_the_words_that_are_most_like_a_failure() -> None:
    row = cells({YEAR: "プールを開く。", YEAR + 1: "プールを開く。"}, {YEAR: f"近所の子が見に来た。{GUESSED}"})
    [outcome], [finding] = judge(initiative(), row, (), (YEAR,), lambda *_: {Status.UNMET: 1.0, Status.IMPLEMENTED: 0.0})
    assert is_doubtful(outcome.confidence)
    assert (finding.kind, outcome.evidence) == (FindingKind.DOUBTFUL_OUTCOME, GUESSED)
    assert outcome.is_carried_over
