"""A figure is compared by count where both years count over the same number, else by share."""

import pytest

from dashboard.text import figures
from dashboard.text.figures import Part


def against(now: Part, before: Part | None, whole: str | None = None) -> figures.Figure:
    return figures.against("未達", now, before, earlier="R1", colour="inverse", whole=whole)


def test_counts_of_equally_many_are_compared_by_their_difference() -> None:
    found = against(Part(14, 133), Part(20, 133))
    assert (found.value, found.change, found.compared_with) == ("14/133件", "-6件", "R1 20/133件")
    assert (found.colour, found.is_rise_or_fall) == ("inverse", True)


def test_fewer_of_a_smaller_number_is_no_fall_but_a_share_without_colour_and_arrow() -> None:
    found = against(Part(16, 19), Part(23, 28))
    assert (found.change, found.colour, found.is_rise_or_fall) == ("82% → 84%", "off", False)
    assert found.compared_with == "R1 23/28件"


def test_no_change_has_no_arrow_and_is_no_improvement() -> None:
    found = against(Part(3, 9), Part(3, 9))
    assert (found.change, found.colour, found.is_rise_or_fall) == ("増減なし", "off", False)


@pytest.mark.parametrize("before", [None, Part(0, 0)])
def test_without_a_year_before_only_the_whole_is_left_to_compare_with(before: Part | None) -> None:
    found = against(Part(3, 9), before, whole="全課 18%")
    assert (found.change, found.compared_with) == (None, "全課 18%")


def test_nothing_counted_is_said_so() -> None:
    found = against(Part(0, 0), Part(3, 9))
    assert (found.value, found.change) == ("－", None)


def test_the_year_before_and_the_whole_stand_together() -> None:
    assert against(Part(3, 9), Part(2, 9), whole="全課 18%").compared_with == "R1 2/9件、全課 18%"
