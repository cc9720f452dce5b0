"""A table whose headings nobody knows is read where its rows are plainly one, as a guess, and refused where they are not."""

import pytest

from loaders.errors import TablelessError
from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.confidence import BY_ITS_WORDS
from loaders.mapping.model.mapping import TableMapping, Use
from loaders.mapping.proposing import propose
from loaders.records.reading import read_document

TITLE = ("令和4年度　あゆみ", "", "", "", "")
HEADS = ("しま", "やること", "はかる物", "ねらい", "てごたえ")
ROWS = (
    ("1", "浜を掃く", "拾った袋", "40", "44"),
    ("2", "網を直す", "直した網", "12", "9"),
    ("3", "磯を見る", "見た日", "30", "28"),
)


def tables(*rows: tuple[str, ...], year: int | None = None) -> tuple[TableMapping, ...]:
    return propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),)), year).tables


def test_two_columns_of_numbers_that_go_together_are_plan_and_result_of_the_title_s_year_and_doubtful() -> None:
    [table] = tables(TITLE, HEADS, *ROWS)
    assert [c.use for c in table.columns] == [Use.NUMBER, Use.NAME, Use.MEASURE, Use.TARGET, Use.RESULT]
    assert table.year == 2022
    assert all(c.confidence < BY_ITS_WORDS for c in table.columns)


def test_a_person_s_year_is_enough_and_without_any_the_table_is_refused() -> None:
    [table] = tables(HEADS, *ROWS, year=2021)
    assert table.year == 2021
    with pytest.raises(TablelessError):
        read_document("\n".join(",".join(row) for row in (HEADS, *ROWS)).encode(), "a.csv")


def test_the_result_may_stand_first_where_likeness_says_so() -> None:
    turned = [(*row[:3], row[4], row[3]) for row in (HEADS, *ROWS)]
    [table] = tables(TITLE, *turned)
    assert [c.use for c in table.columns[3:]] == [Use.RESULT, Use.TARGET]


@pytest.mark.parametrize("heads", [("おとこ", "おんな"), ("ひがし", "にし")])
def test_numbers_whose_headings_are_like_no_plan_and_no_result_are_not_read(heads: tuple[str, str]) -> None:
    assert not tables(TITLE, (*HEADS[:3], *heads), *ROWS)


def test_numbers_that_do_not_go_together_are_not_read() -> None:
    far = [(*row[:4], str(int(row[4]) * 100)) for row in ROWS]
    assert not tables(TITLE, HEADS, *far)
    assert not tables((*TITLE, ""), (*HEADS, "ほか"), *((*row, "41") for row in ROWS))
