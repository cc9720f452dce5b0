"""A heading's word in brackets is of what stands in the brackets of its cells, where both are values of one thing."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.reading import read_document


def _uses(headings: tuple[str, str], *cells: tuple[str, str]) -> list[tuple[Use, bool]]:
    rows = [("指標", *headings), *((f"{name}の数", *found) for name, found in zip("甲乙", cells, strict=True))]
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", tuple(rows)),))).tables
    return [(column.use, column.confidence < SURE_ENOUGH) for column in table.columns[1:]]


def test_plan_in_brackets_is_read_and_doubted() -> None:
    cells = (("512（520）", "508（525）"), ("81（82）", "83（83）"))
    assert _uses(("R3（計画）", "R4（計画）"), *cells) == [(Use.PAIR, True)] * 2


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (("R3（計画）", "R4（計画）"), (("29（4）", "30（5）"), ("23（8）", "25（6）"))),
        (("R3（実績）", "R4（計画）"), (("512（520）", "508（525）"), ("81（82）", "83（83）"))),
        (("R3（計画）", "R4（計画）"), (("512", "508"), ("81", "83（83）"))),
    ],
    ids=["a part of the value", "kinds of two columns", "few brackets"],
)
def test_brackets_may_hold_other_things(headings: tuple[str, str], cells: tuple[tuple[str, str], ...]) -> None:
    assert all(use is not Use.PAIR for use, _ in _uses(headings, *cells))


def test_target_stands_in_brackets_and_result_beside_them() -> None:
    document = read_document("指標,R3（計画）,R4（計画）\n団員の数,512（520）,508（525）\n".encode(), "a.csv")
    stated = {(value.role.value, value.year): value.value for value in document.initiatives[0].measures[0].stated}
    assert stated == {("result", 2021): 512, ("target", 2021): 520, ("result", 2022): 508, ("target", 2022): 525}
