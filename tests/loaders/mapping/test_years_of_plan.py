"""Headings that count a plan's years are of the years that a line above the table tells."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.mapping import TableMapping, Use
from loaders.mapping.proposing import propose
from loaders.mapping.words.years_of_plan import plan_begins

HEADINGS = (("指標", "申請時", "1年目", "", "2年目", ""), ("", "", "目標", "実績", "目標", "実績"))
ROW = ("植樹", "2", "4", "5", "6", "7")


def table_of(*rows: tuple[str, ...]) -> TableMapping:
    [table] = propose(Grid("令和6年度.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    return table


def test_years_are_counted_from_the_period_above_and_headings_stay_as_printed() -> None:
    table = table_of(("計画期間", "令和4年度～令和5年度", "", "", "", ""), *HEADINGS, ROW)
    assert [(c.use, c.year) for c in table.columns[1:]] == [
        (Use.BASELINE, None),
        (Use.TARGET, 2022),
        (Use.RESULT, 2022),
        (Use.TARGET, 2023),
        (Use.RESULT, 2023),
    ]
    assert table.columns[2].heading == "1年目 目標"


def test_counted_years_that_no_line_dates_are_not_read_and_not_of_the_files_year() -> None:
    table = propose(Grid("令和6年度.xlsx", Format.EXCEL, (Sheet("1", (*HEADINGS, ROW)),)))
    assert not any(c.use in (Use.TARGET, Use.RESULT) for one in table.tables for c in one.columns)


def test_line_of_a_period_goes_before_titles() -> None:
    assert plan_begins(["総合戦略（令和2年度～令和6年度）", "実施期間：令和3～5年度"]) == 2021
    assert plan_begins(["令和5年度の進捗"]) is None
