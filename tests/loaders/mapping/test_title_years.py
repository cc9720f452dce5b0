"""A title of two years dates plan and result each by its word, and no column that may be of either."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.columns.title_years import years_of_kinds
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import Mapping, TableMapping, Use
from loaders.mapping.proposing import propose

TITLE = "令和5年度実績・令和6年度目標"


def _table(*heading: str, title: str = TITLE, year: int | None = None) -> TableMapping:
    rows = (heading, ("講座", "310", "330", "340")[: len(heading)], ("貸出", "52", "54", "55")[: len(heading)])
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, around=(title,)),)), year).tables
    return table


@pytest.mark.parametrize(
    ("line", "years"),
    [
        (TITLE, {Use.RESULT: 2023, Use.TARGET: 2024}),
        ("進捗管理表（令和５年度の実績及び令和６年度の計画）", {Use.RESULT: 2023, Use.TARGET: 2024}),
        ("令和6年度計画（R5実績）", {Use.RESULT: 2023, Use.TARGET: 2024}),
        ("令和5年度目標・令和5年度実績", {}),
        ("令和6年度環境計画（令和5年度実績）", {}),
        ("令和4年度実績・令和5年度実績・令和6年度目標", {}),
    ],
)
def test_title_names_a_year_for_each_kind(line: str, years: dict[Use, int]) -> None:
    assert years_of_kinds([line]) == years


def test_each_column_is_of_its_kind_s_year() -> None:
    table = _table("指標", "実績", "目標")
    assert [(c.use, c.year) for c in table.columns[1:]] == [(Use.RESULT, 2023), (Use.TARGET, 2024)]
    assert table.confidence >= SURE_ENOUGH


def test_plan_beside_next_year_s_is_of_the_year_of_the_results() -> None:
    table = _table("指標", "目標", "実績", "次年度目標")
    assert [(c.use, c.year or table.year) for c in table.columns[1:]] == [
        (Use.TARGET, 2023),
        (Use.RESULT, 2023),
        (Use.TARGET, 2024),
    ]


def test_plan_beside_a_rate_is_in_doubt() -> None:
    table = _table("指標", "目標", "実績", "達成率")
    assert [c.confidence < SURE_ENOUGH for c in table.columns[1:3]] == [True, True]


def test_year_that_a_person_gives_goes_before_the_title() -> None:
    table = _table("指標", "目標", "実績", year=2023)
    assert (table.year, [c.year for c in table.columns]) == (2023, [None] * 3)


def _below_another(*heading: str, head: tuple[str, ...]) -> Mapping:
    blank = ("", "", "", "")
    first = (("指標", "R3実績", "R4実績", "R5実績"), ("植樹の本数", "12", "13", "15"), ("花壇の面積", "30", "31", "34"))
    second = (heading, ("講座の開催", "310", "330", "340")[: len(heading)], ("本の貸出", "52", "54", "55")[: len(heading)])
    rows = ((*head, *blank)[:4], blank, *first, blank, ("２　取組", "", "", ""), *((*row, *blank)[:4] for row in second))
    return propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),)))


def test_what_counts_from_the_year_of_a_lower_table_counts_from_that_of_the_sheet_s_head() -> None:
    table = _below_another(
        "取組", "前年度実績", "本年度実績", "次年度目標", head=("令和6年度　みどりの方針", "作成 R7.4.18")
    ).tables[1]
    assert [(c.use, c.year or table.year) for c in table.columns[1:]] == [
        (Use.RESULT, 2023),
        (Use.RESULT, 2024),
        (Use.TARGET, 2025),
    ]


def test_columns_that_only_the_head_of_their_sheet_dates_are_in_doubt() -> None:
    table = _below_another("取組", "目標", "実績", head=("令和6年度　みどりの方針", "")).tables[1]
    assert (table.year, [c.confidence < SURE_ENOUGH for c in table.columns[1:3]]) == (2024, [True, True])
