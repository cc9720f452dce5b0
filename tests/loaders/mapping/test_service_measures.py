"""A service's measures stand above, below or beside plan and result: each is an indicator, whatever its words are like."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import TableMapping, Use
from loaders.mapping.proposing import propose

T, R = Use.TARGET, Use.RESULT
YEARS = ("サービス", "令和4年度", "", "", "")
MERGED = ((0, 0, 2, 0), (0, 1, 0, 4), (1, 1, 1, 2), (1, 3, 1, 4))
VALUES = (("居宅介護", "182", "96", "175", "94"), ("同行援護", "21", "12", "18", "11"))


def _table(*rows: tuple[str, ...], merged: tuple[tuple[int, int, int, int], ...] = ()) -> TableMapping:
    spans = tuple(MergedCells(*edges) for edges in merged)
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans),))).tables
    return table


@pytest.mark.parametrize("measures", [("利用回数", "実人員"), ("給付費", "訪問先")])
@pytest.mark.parametrize("kinds", [("計画", "実績"), ("見込み", "実績")])
def test_measures_below_plan_and_result_are_indicators(measures: tuple[str, str], kinds: tuple[str, str]) -> None:
    table = _table(YEARS, ("", kinds[0], "", kinds[1], ""), ("", *measures * 2), *VALUES, merged=MERGED)
    assert [(c.use, c.measure) for c in table.columns[1:]] == [(use, name) for use in (T, R) for name in measures]
    assert table.columns[1].heading == f"令和4年度 {kinds[0]} {measures[0]}"


def test_other_words_below_each_kind_are_no_indicators_of_both() -> None:
    table = _table(YEARS, ("", "計画", "", "実績", ""), ("", "定員", "施設数", "利用回数", "実人員"), *VALUES, merged=MERGED)
    assert not any(a.measure == b.measure != "" for a in table.of(T) for b in table.of(R))


def test_measures_below_years_are_indicators_where_rows_tell_plan_and_result() -> None:
    heading = (("サービス", "区分", "R4", "", "R5", ""), ("", "", "回数", "人数", "回数", "人数"))
    merged = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5))
    rows = (("居宅介護", "計画", "1", "2", "3", "4"), ("", "実績", "2", "3", "4", "5"))
    table = _table(*heading, *rows, ("同行援護", *rows[0][1:]), rows[1], merged=merged)
    assert [(c.use, c.year, c.measure) for c in table.columns[2:]] == [
        (Use.VALUE, year, name) for year in (2022, 2023) for name in ("回数", "人数")
    ]


def test_measures_right_of_services_under_one_heading_are_their_parts() -> None:
    heading = ("サービス名", "", "", "R4", "R5")
    kinds = (("回数", "計画"), ("", "実績"), ("人数", "計画"), ("", "実績"))
    rows = [("" if at else name, *row, "8", "9") for name in ("訪問介護", "訪問看護") for at, row in enumerate(kinds)]
    table = _table(heading, *rows)
    assert [c.use for c in table.columns[:3]] == [Use.NAME, Use.PART, Use.KIND]
