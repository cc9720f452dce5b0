"""Where years are rows of an item, a goal that only its first row holds is the plan's; a goal that every year has is not."""

from collections.abc import Sequence

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.mapping.proposing import propose
from loaders.records.recording import read_records

HEADINGS = ("取組", "年度", "目標", "実績", "目標（プラン終了時）")
ROWS = (
    ("植樹の本数", "R3", "80", "78", "120"),
    ("", "R4", "85", "84", ""),
    ("", "R5", "90", "91", ""),
    ("里親の団体数", "R3", "12", "11", "30"),
    ("", "R4", "14", "15", ""),
    ("", "R5", "16", "16", ""),
)


def _columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[ColumnUse, ...]:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", (tuple(headings), *map(tuple, rows))),))).tables
    return table.columns


def test_goal_that_only_the_first_row_of_each_item_holds_is_the_plans() -> None:
    goals = {c.heading: c.use for c in _columns(HEADINGS, ROWS) if "目標" in c.heading}
    assert goals == {"目標": Use.TARGET, "目標（プラン終了時）": Use.FINAL_GOAL}


def test_goal_that_every_year_has_is_not_the_plans() -> None:
    yearly = [(*row[:4], str(100 + at)) for at, row in enumerate(ROWS)]
    assert Use.FINAL_GOAL not in {c.use for c in _columns((*HEADINGS[:4], "見直し後の目標"), yearly)}


def test_a_lone_goal_that_changes_with_the_years_of_an_item_is_that_of_each_year() -> None:
    yearly = [(name, year, goal, result) for name, year, goal, result, _ in ROWS]
    goal = _columns(("取組", "年度", "目指す値", "実績"), yearly)[2]
    assert (goal.use, goal.year) == (Use.TARGET, None)


def test_a_lone_goal_that_all_years_of_an_item_repeat_is_the_plans() -> None:
    same = [(name, year, "120" if at < 3 else "30", result) for at, (name, year, _, result, _) in enumerate(ROWS)]
    assert _columns(("取組", "年度", "目指す値", "実績"), same)[2].use is Use.FINAL_GOAL


def test_the_last_of_years_is_the_plans_where_it_alone_is_called_a_goal() -> None:
    years = (("令和３年度", "8", "7"), ("令和４年度", "9", "9"), ("令和５年度", "10", "12"), ("令和９年度目標", "20", ""))
    sheet = Sheet("1", (("年度", "目標", "実績"), *years), around=("木を植えた数",))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    [record] = read_records(sheet, table).records
    assert [(e.use, e.text) for e in record.entries if e.text in ("10", "20")] == [(Use.TARGET, "10"), (Use.FINAL_GOAL, "20")]


def test_a_state_that_changes_with_the_years_of_an_item_is_what_came_of_each_year() -> None:
    yearly = [row[:4] for row in ROWS]
    goal, state = _columns(("取組", "年度", "目標", "現況値"), yearly)[2:]
    assert (goal.use, state.use) == (Use.TARGET, Use.RESULT)


def test_a_final_goal_by_its_words_stays_one_though_each_year_sets_it_anew() -> None:
    yearly = [(name, year, goal, result) for name, year, goal, result, _ in ROWS]
    assert _columns(("取組", "年度", "最終目標値", "実績"), yearly)[2].use is Use.FINAL_GOAL
