"""Where headings begin: a title over all columns is none, a blank line of merged cells parts none."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.layout.regions import find_regions
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose

ROWS = (
    ("1", "植樹", "公園課", "植えた本数", "80", "78"),
    ("2", "散水", "道路課", "まいた回数", "12", "11"),
)


def test_a_title_from_the_first_column_over_labels_of_several_things_is_no_heading() -> None:
    rows = (
        ("みどり計画　調べの票", "", "", "", "2 / 3 頁", ""),
        ("番号", "事業名", "担当課", "指標", "令和4年度", ""),
        ("", "", "", "", "目標", "実績"),
        *ROWS,
    )
    spans = (MergedCells(0, 0, 0, 3), MergedCells(0, 4, 0, 5), MergedCells(1, 4, 1, 5))
    assert [(r.first, r.last) for r in find_regions(Sheet("1", rows, spans))] == [(1, 2)]


def test_a_heading_over_names_of_one_thing_stays_one() -> None:
    rows = (
        ("しごと", "", "担当課", "指標", "令和4年度", ""),
        ("事業名", "取組", "", "", "目標", "実績"),
        *ROWS,
    )
    spans = (MergedCells(0, 0, 0, 1), MergedCells(0, 4, 0, 5))
    assert [(r.first, r.last) for r in find_regions(Sheet("1", rows, spans))] == [(0, 1)]


def test_a_blank_line_below_merged_cells_parts_no_headings() -> None:
    rows = (
        ("年度", "収納率（％）", "", "申請の件数（件）", ""),
        ("", "", "", "", ""),
        ("", "目標", "実績", "目標", "実績"),
        ("令和４年度", "98.0", "98.1", "300", "310"),
        ("令和５年度", "98.2", "98.0", "320", "335"),
    )
    spans = (MergedCells(0, 0, 2, 0), MergedCells(0, 1, 1, 2), MergedCells(0, 3, 1, 4))
    assert [(r.first, r.last) for r in find_regions(Sheet("1", rows, spans))] == [(0, 2)]


def test_who_made_a_sheet_above_a_sentence_and_a_blank_line_heads_nothing() -> None:
    rows = (
        ("第３章　排出量と対策の進捗", "", "", "令和７年３月　みどり課"),
        ("排出量は減っています。", "", "", ""),
        ("", "", "", ""),
        ("表１　部門ごとの排出量", "", "", "（単位：千トン）"),
        ("部門", "基準年度（R1）", "R4実績", "R5実績"),
        ("家庭", "30", "28", "27"),
    )
    sheet = Sheet("1", rows)
    assert [(r.first, r.last) for r in find_regions(sheet)] == [(4, 4)]
    assert propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables[0].unit == "千トン"


def test_a_title_with_the_unit_of_its_table_is_no_row_of_the_table_above() -> None:
    rows = (
        ("部門", "基準年度（R1）", "R4実績", "R5実績"),
        ("家庭", "30", "28", "27"),
        ("表２　部門ごとの費用", "", "", "（単位：千円）"),
        ("費目", "R3実績", "R4実績", "R5実績"),
        ("家庭", "3", "2", "1"),
    )
    assert [(r.first, r.end) for r in find_regions(Sheet("1", rows))] == [(0, 2), (3, 5)]


def test_a_word_over_names_beside_years_is_a_heading() -> None:
    rows = (
        ("基本の情報", "", "", "令和4年度", ""),
        ("番号", "事業名", "担当課", "目標", "実績"),
        *(row[:3] + row[4:] for row in ROWS),
    )
    spans = (MergedCells(0, 0, 0, 2), MergedCells(0, 3, 0, 4))
    assert [(r.first, r.last) for r in find_regions(Sheet("1", rows, spans))] == [(0, 1)]


def test_plan_and_result_in_any_words_beside_years_are_headings() -> None:
    years = tuple((f"令和{at}年度", f"1{at}", f"2{at}") for at in range(3, 6))
    rows = (("年度", "めやす", "できた数"), *years, ("令和8年度（目標）", "20", ""))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, around=("木を植えた数",)),))).tables
    assert (table.is_turned, [c.use for c in table.columns]) == (False, [Use.YEAR, Use.TARGET, Use.RESULT])
    assert min(c.confidence for c in table.columns) < SURE_ENOUGH
