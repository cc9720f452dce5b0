"""An end that comes again under each year, or answers its plan, is a result in doubt; a lone one stays the plan's last goal."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.mapping.proposing import propose
from loaders.mapping.words.row_kinds import kinds_in

T, R = Use.TARGET, Use.RESULT
ROWS = (("観光客", "120", "98", "125", "131"), ("宿泊", "30", "28", "31", "33"))


def _columns(*heading: str, title: str = "") -> tuple[ColumnUse, ...]:
    rows = tuple(row[: len(heading)] for row in ROWS)
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", (heading, *rows), around=(title,)),))).tables
    return table.columns[1:]


@pytest.mark.parametrize("words", [("目標値", "最終値"), ("当初値", "最終値"), ("計画", "最終値")])
def test_end_again_under_each_year_is_what_came_of_it(words: tuple[str, str]) -> None:
    columns = _columns("指標", *(f"R{year}{word}" for year in (4, 5) for word in words))
    assert [c.use for c in columns] == [T, R, T, R]
    assert columns[1].confidence < SURE_ENOUGH


def test_end_of_a_later_year_alone_is_the_last_goal() -> None:
    assert [c.use for c in _columns("指標", "R4実績", "R5実績", "最終値（R8）")] == [R, R, Use.FINAL_GOAL]


def test_end_beside_a_result_of_the_same_year_is_none() -> None:
    assert [c.use for c in _columns("指標", "目標値", "実績値", "最終値", title="令和5年度")][1:] == [R, Use.FINAL_GOAL]


def test_end_alone_answers_the_plan_of_the_title_s_year() -> None:
    columns = _columns("指標", "計画値", "最終値", title="令和5年度の点検")
    assert [(c.use, c.confidence < SURE_ENOUGH) for c in columns] == [(T, False), (R, True)]


def test_value_on_the_way_is_not_read_where_each_year_has_a_result() -> None:
    columns = _columns("指標", "R4中間値", "R4実績", "R5中間値", "R5実績")
    assert [c.use for c in columns] == [Use.UNREAD, R, Use.UNREAD, R]


def test_end_beside_a_plan_in_rows_is_a_result_where_no_row_is_called_one() -> None:
    assert kinds_in(["計画", "最終値"] * 2) == {"計画": T, "最終値": R}
    assert kinds_in(["計画", "実績", "最終値"] * 2)["最終値"] is Use.FINAL_GOAL
