"""What shall be provided is a plan of its own beside the need, never the need's result nor in its place."""

from collections.abc import Sequence

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.reading import read_document

Stated = list[tuple[str, list[tuple[str, int, float]]]]


def _stated(*lines: str) -> Stated:
    document = read_document("\n".join(lines).encode(), "a.csv")
    measures = [m for one in document.initiatives for m in one.measures]
    return [(m.name, [(v.role.value, v.year or 0, v.value) for v in m.stated]) for m in measures]


NEED = [("target", 2022, 420.0), ("result", 2022, 398.0)]
PROVISION = [("target", 2022, 450.0)]


@pytest.mark.parametrize("word", ["確保方策", "確保量（Ｂ）", "確保計画"])
def test_provision_below_each_year_is_an_indicator_of_its_own(word: str) -> None:
    heading = f"事業名,R4量の見込み,R4{word},R4実績,R5量の見込み,R5{word},R5実績"
    [need, provision, *_] = _stated(heading, "延長保育,420,450,398,,,", "病児保育,64,70,51,65,70,67")
    assert (need, provision[1]) == (("延長保育", NEED), PROVISION)
    assert provision[0].startswith("延長保育 確保")


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_provision_in_rows_is_so_wherever_it_stands(order: Sequence[int]) -> None:
    rows = ("量の見込み,420", "確保方策,450", "利用実績,398")
    lines = [f"延長保育,{rows[at]}" for at in order] + [f"病児保育,{rows[at]}" for at in order]
    found = dict(_stated("事業,区分,R4", *lines))
    assert (sorted(found["延長保育"]), found["延長保育（確保方策）"]) == (sorted(NEED), PROVISION)


def test_words_that_are_like_no_plan_stay_unread() -> None:
    found = _stated(
        "事業,区分,R4", *(f"{one},{row}" for one in ("甲", "乙") for row in ("量の見込み,42", "うち県外,4", "実績,39"))
    )
    assert [name for name, _ in found] == ["甲", "乙"]


def test_plain_plan_beside_an_expected_value_stays_the_plan() -> None:
    rows = (("事業名", "R4計画", "R4見込", "R4実績"), ("延長保育", "420", "410", "398"), ("病児保育", "64", "60", "51"))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert [(c.use, c.indicator) for c in table.columns[1:]] == [(Use.TARGET, 0), (Use.FORECAST, 0), (Use.RESULT, 0)]


def test_rows_of_plans_alone_are_targets_and_no_results() -> None:
    found = _stated(
        "区分,項目,R7,R8", "1号,量の見込み,42,43", "1号,確保方策,45,45", "2号,量の見込み,22,23", "2号,確保方策,25,25"
    )
    assert [{role for role, _, _ in stated} for _, stated in found] == [{"target"}] * 4
