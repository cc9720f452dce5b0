"""A column is for what its lowest heading says, a year above it or not."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose


def test_a_label_of_names_below_a_year_heads_names_where_words_stand_under_it() -> None:
    rows = (
        ("事業名", "令和4年度", "", "", "", "令和5年度"),
        ("", "指標", "単位", "目標", "実績", "目標"),
        ("植樹", "植えた本数", "本", "80", "78", "85"),
        ("散水", "まいた回数", "回", "12", "11", "12"),
    )
    sheet = Sheet("1", rows, (MergedCells(0, 1, 0, 4),))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    told = [(c.use, c.year) for c in table.columns]
    assert told[1:3] == [(Use.MEASURE, None), (Use.UNIT, None)]
    assert told[3:] == [(Use.TARGET, 2022), (Use.RESULT, 2022), (Use.TARGET, 2023)]
