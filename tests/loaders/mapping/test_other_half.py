"""Where a row is of a year, halves beside each other under all items corroborate each other, and so do items below halves."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.confidence import SURE_ENOUGH, is_guess
from loaders.mapping.model.mapping import TableMapping, Use
from loaders.mapping.proposing import propose

BOTH = [Use.TARGET, Use.RESULT]


def _table(*rows: tuple[str, ...]) -> TableMapping:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    return table


@pytest.mark.parametrize("word", ["決算", "あゆみ"])
def test_word_beside_the_plan_of_each_item_is_what_came_of_it(word: str) -> None:
    heading = (("年度", "乗車人員（人）", "", "収支率（％）", ""), ("", "計画", word, "計画", word))
    table = _table(*heading, ("R3", "520", "498", "31.0", "29.4"), ("R4", "530", "541", "32.0", "33.5"))
    assert [column.use for column in table.columns[1:]] == BOTH * 2
    assert [column.measure for column in table.columns[1:]] == ["乗車人員（人）"] * 2 + ["収支率（％）"] * 2
    assert table.columns[2].confidence < SURE_ENOUGH


@pytest.mark.parametrize("word", ["決算", "実績"])
def test_items_below_each_kind_are_the_indicators(word: str) -> None:
    heading = (("年度", "計画", "", word, ""), ("", "給水戸数", "有収率", "給水戸数", "有収率"))
    table = _table(*heading, ("R3", "1840", "84.0", "1836", "83.1"), ("R4", "1830", "84.5", "1829", "84.6"))
    assert [(c.use, c.measure) for c in table.columns[1:]] == [(use, name) for use in BOTH for name in ("給水戸数", "有収率")]


def test_word_beside_the_plan_of_one_item_alone_is_not_guessed() -> None:
    table = _table(("年度", "計画", "うち市外分"), ("R3", "520", "98"), ("R4", "530", "141"))
    assert table.columns[2].use is not Use.RESULT or table.columns[2].confidence < SURE_ENOUGH


def test_two_words_that_no_plan_is_called_by_are_no_halves() -> None:
    heading = (("年度", "東地区", "", "西地区", ""), ("", "世帯の数", "人の数", "世帯の数", "人の数"))
    table = _table(("地区別の状況",), *heading, ("R3", "1840", "4100", "836", "1831"), ("R4", "1830", "4088", "829", "1846"))
    assert not {Use.TARGET} & {column.use for column in table.columns}


def test_two_columns_whose_difference_stands_behind_them_are_plan_and_result_and_other_names_above_begin_a_table() -> None:
    def table(*names: str) -> tuple[tuple[str, ...], ...]:
        years = (("令和3年度", "120", "118", "▲2"), ("令和4年度", "130", "133", "3"), ("令和5年度", "125", "125", "0"))
        heads = ("年度", names[0], "", "", names[1], "", "")
        return (heads, ("", *("戦略", "決算", "差") * 2), *((year, *values, *values) for year, *values in years))

    first, second = table("給水収益", "料金回収率"), table("有収率", "管路の更新")
    spans = [MergedCells(at, c, at, c + 2) for at in (0, 6) for c in (1, 4)] + [MergedCells(at, 0, at + 1, 0) for at in (0, 6)]
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", (*first, ("",) * 7, *second), tuple(spans)),))
    tables = propose(grid).tables
    assert [[c.use for c in found.columns[1:4]] for found in tables] == [[Use.TARGET, Use.RESULT, Use.RATE]] * 2
    assert all(is_guess(column) for found in tables for column in found.of(Use.TARGET, Use.RESULT))
