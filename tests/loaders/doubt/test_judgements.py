"""A judgement is no surer than the figures that it rests on, and words of success leave a target without a result in doubt."""

import pytest

from loaders.doubt.threshold import is_doubtful
from loaders.initiative import read_initiative
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
