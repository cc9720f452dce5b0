"""The next year's plan tells whether work goes on."""

import pytest

from dashboard.facts import next_plan
from tests.undone import PLAN, year


@pytest.mark.parametrize(
    ("plan", "ends_work", "said"),
    [
        (PLAN, False, next_plan.SAME_WORDS),
        ("別の計画", False, next_plan.TAKEN_UP),
        ("", False, next_plan.NOT_TAKEN_UP),
        ("事業を中断した。", True, next_plan.ENDED),
    ],
)
def test_the_next_years_plan_tells_whether_work_is_taken_up_again(plan: str, ends_work: bool, said: str) -> None:
    assert next_plan.again(year(2019, "unmet"), year(2020, "met", plan=plan, plan_ends_work=ends_work)) == said


def test_nothing_is_said_of_the_year_after_the_plan() -> None:
    assert next_plan.again(year(2021, "unmet"), None) == ""
