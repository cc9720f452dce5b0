"""Every open step is one sign on the months ahead; what is overdue stands left of this month."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.drawing import step_pictures
from dashboard.facts import steps
from tests.dashboard.facts.test_steps import INITIATIVES, STEP, TODAY, kept


@pytest.mark.parametrize(
    ("due", "column"),
    [
        (date(2026, 11, 28), 0),
        (date(2026, 11, 30), 1),
        (date(2027, 1, 1), 3),
        (date(2027, 5, 31), 7),
        (date(2027, 6, 1), 8),
        (None, 9),
    ],
)
def test_column_is_the_month_of_the_day(due: date | None, column: int) -> None:
    [one] = steps.listed(kept(replace(STEP, due=due)), INITIATIVES, TODAY)
    assert step_pictures.column(one, TODAY) == column


def test_every_open_step_is_one_link_and_done_ones_are_out() -> None:
    found = steps.listed(
        kept(STEP, replace(STEP, step="b", due=TODAY, what="<b>"), replace(STEP, step="c", is_done=True)), INITIATIVES, TODAY
    )
    markup = step_pictures.timeline(found, TODAY)
    assert markup.count("<a ") == 2
    assert "<b>" not in markup
    assert "2件" in markup
