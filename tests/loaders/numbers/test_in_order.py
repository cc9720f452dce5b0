"""Numbers of several measures that a cell gives in their order belong each to its own measure."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.initiative import read_initiative
from loaders.numbers.in_order import views
from tests.series import cells_of, row

Series = list[tuple[str | None, float | None, float | None]]
MEASURES = "開催（回）／参加（人）"


def series(measure: str, unit: str, plan: str, result: str) -> Series:
    """Unit, target and result of each series of a measured row's only year."""
    initiative = replace(row(r1_plan=plan, r1_result=result), measure=measure, unit=unit)
    reading = read_initiative(initiative, cells_of(initiative), [2019])
    return [(i.unit, year.target, year.result) for i in reading.indicators for year in i.years if year.year == 2019]


@pytest.mark.parametrize(
    ("measure", "unit", "plan", "result", "wanted"),
    [
        (MEASURES, "", "6／120", "6／133", [("回", 6, 6), ("人", 120, 133)]),
        ("開催回数/参加者数", "回/人", "6/120", "0/0 台風で全て中止", [("回", 6, 0), ("人", 120, 0)]),
        (
            "講座（回）／参加（人）／満足度（％）",
            "",
            "6／120／80",
            "5／98／77.5",
            [("回", 6, 5), ("人", 120, 98), ("%", 80, 77.5)],
        ),
        ("開催回数／参加者数（回／人）", "", "6／120", "6／133", [("回", 6, 6), ("人", 120, 133)]),
        (
            "資源化量（ｔ）、括弧内は資源化率（％）",
            "",
            "1,940（20.2）",
            "1,905（20.0） 流出",
            [("t", 1940, 1905), ("%", 20.2, 20)],
        ),
    ],
    ids=["units in the names", "a column of units", "three", "units behind all names", "the second in brackets"],
)
def test_each_number_is_of_the_measure_at_its_place(measure: str, unit: str, plan: str, result: str, wanted: Series) -> None:
    assert series(measure, unit, plan, result) == wanted


@pytest.mark.parametrize("text", ["6", "6回／120人", "6／120／80", "1/15／120", "6／120校"])
def test_a_cell_that_gives_not_one_bare_number_for_each_is_read_as_it_is(text: str) -> None:
    assert list(views(text, MEASURES, "")) == [(text, None)]


@given(st.text(alphabet="6／/12 .、0満席→", max_size=30))
def test_every_view_is_as_long_as_the_cell_and_says_nothing_else(text: str) -> None:
    for view, _ in views(text, MEASURES, ""):
        assert len(view) == len(text)
        assert all(sign in (" ", own) for sign, own in zip(view, text, strict=True))
