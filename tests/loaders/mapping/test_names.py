"""What an item is called is one line, whatever lines its cell breaks it over."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.documents import document_of
from loaders.mapping.proposing import propose


def test_name_over_two_lines_is_one_word_and_what_is_told_of_it_keeps_its_lines_apart() -> None:
    heading = ("事業名", "事業内容", "指標", "R3目標", "R3実績")
    row = ("救急車の\n現場到着時間", "署所の配置\n道路の確認", "到着時間の\n平均（分）", "8", "9")
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", (heading, row)),))
    [item] = document_of(grid, propose(grid)).initiatives
    assert (item.program_name, item.activity) == ("救急車の現場到着時間", "署所の配置 道路の確認")
    assert [measure.name for measure in item.measures] == ["到着時間の平均（分）"]
