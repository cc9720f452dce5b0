"""Marks of a formula are no words of headings, and what the formula gives is worked out from plan and result."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.layout.table_titles import title_above
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose


@pytest.mark.parametrize(
    ("planned", "done", "reckoned"),
    [("計画 ①", "実績 ②", "進み具合 ②÷①"), ("計画値Ａ", "実績値Ｂ", "状況（Ｂ/Ａ）"), ("計画 a", "実績 b", "b－a")],
)
def test_values_that_a_formula_calls_by_marks_are_read_and_what_it_gives_is_no_result(
    planned: str, done: str, reckoned: str
) -> None:
    heading = ("指標", "単位", planned, done, reckoned)
    rows = (heading, ("植樹の本数", "本", "80", "60", "75"), ("花壇の面積", "㎡", "50", "60", "120"))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("令和5年度", rows),))).tables
    assert [column.use for column in table.columns[2:]] == [Use.TARGET, Use.RESULT, Use.RATE]


def test_what_counts_indicators_in_circles_is_no_part_of_their_names() -> None:
    sheet = Sheet("1", (("指標", "R5目標", "R5実績"), ("", "80", "60")), around=("指標②　植樹の本数",))
    assert title_above(sheet, 0) == "植樹の本数"
