"""What an item is called is one line, whatever lines its cell breaks it over."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of


def test_name_over_two_lines_is_one_word_and_what_is_told_of_it_keeps_its_lines_apart() -> None:
    heading = ("事業名", "事業内容", "指標", "R3目標", "R3実績")
    row = ("救急車の\n現場到着時間", "署所の配置\n道路の確認", "到着時間の\n平均（分）", "8", "9")
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", (heading, row)),))
    [item] = document_of(grid, propose(grid)).initiatives
    assert (item.program_name, item.activity) == ("救急車の現場到着時間", "署所の配置 道路の確認")
    assert [measure.name for measure in item.measures] == ["到着時間の平均（分）"]


SERVICES = (
    ("事業名", "区分", "", "R3計画", "R3実績", "R4計画", "R4実績"),
    ("訪問理容", "費用", "千円", "482", "469", "491", "502"),
    ("", "回数", "回/月", "14", "13", "15", "16"),
    ("配食", "費用", "千円", "118", "125", "121", "130"),
    ("", "人数", "人/月", "27", "29", "28", "30"),
)


def test_measures_of_a_service_that_differ_in_their_units_are_no_parts_of_it() -> None:
    sheet = Sheet("1", SERVICES, (MergedCells(0, 1, 0, 2), MergedCells(1, 0, 2, 0), MergedCells(3, 0, 4, 0)))
    grid = Grid("a.xlsx", Format.EXCEL, (sheet,))
    items = document_of(grid, propose(grid)).initiatives
    named = [(measure.name, measure.unit) for item in items for measure in item.measures]
    assert named == [("訪問理容 費用", "千円"), ("訪問理容 回数", "回/月"), ("配食 費用", "千円"), ("配食 人数", "人/月")]


def test_parts_of_one_unit_stand_in_brackets_behind_the_whole() -> None:
    rows = tuple((*row[:2], "人", *row[3:]) if row[2] else row for row in SERVICES)
    sheet = Sheet("1", rows, (MergedCells(0, 1, 0, 2), MergedCells(1, 0, 2, 0), MergedCells(3, 0, 4, 0)))
    grid = Grid("a.xlsx", Format.EXCEL, (sheet,))
    items = document_of(grid, propose(grid)).initiatives
    assert next(measure.name for item in items for measure in item.measures) == "訪問理容（費用）"


def test_ages_and_school_years_between_names_and_values_are_parts_of_what_is_named() -> None:
    rows = (
        ("指標", "対象", "R3実績", "R4実績"),
        ("朝食を食べる割合", "小学5年生", "88.1%", "87.9%"),
        ("", "中学2年生", "81.5%", "82.8%"),
        ("野菜を食べる割合", "20～39歳", "38.0%", "40.2%"),
        ("", "40～64歳", "48.0%", "48.8%"),
    )
    grid = Grid("a.csv", Format.EXCEL, (Sheet("1", rows),))
    names = [measure.name for item in document_of(grid, propose(grid)).initiatives for measure in item.measures]
    assert names[1:3] == ["朝食を食べる割合（中学2年生）", "野菜を食べる割合（20～39歳）"]
