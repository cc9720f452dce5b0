"""A note says which line of an item is 目標; where none does, two lines are told apart by a guess that says so."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.layout.line_kinds import EXAMPLES, kinds_of_lines
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of
from loaders.records.reading import read_document

HEADING = ("指標", "担当課", "令和3年度", "令和4年度")
TWO_LINES = (
    HEADING,
    ("水洗化率（％）", "業務課", "93.5", "93.8"),
    ("", "", "(93.2)", "(93.9)"),
    ("改築延長（ｍ）", "工務課", "1500", "1600"),
    ("", "", "(1420)", "(1288)"),
)


@pytest.mark.parametrize(("note", "kinds"), EXAMPLES.items())
def test_note_says_what_the_lines_of_an_item_are(note: str, kinds: tuple[Use, ...]) -> None:
    assert kinds_of_lines([note]) == kinds


def test_two_lines_that_no_word_tells_apart_are_in_doubt() -> None:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", TWO_LINES),))).tables
    values = list(table.of(Use.VALUE))
    assert [column.confidence < SURE_ENOUGH for column in values] == [True, True]
    assert "どちらが目標か書かれていない" in values[0].reason


def test_note_below_the_table_says_it_as_one_above_does() -> None:
    rows = (*TWO_LINES, ("※上段は目標値、（　）内は実績値", "", "", ""))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert table.line_kinds == (Use.TARGET, Use.RESULT)
    assert all(column.confidence >= SURE_ENOUGH for column in table.of(Use.VALUE))


def test_one_line_each_of_years_is_what_came_of_them() -> None:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", (HEADING, *TWO_LINES[1::2])),))).tables
    assert [column.use for column in table.columns[2:]] == [Use.RESULT, Use.RESULT]


def test_rows_of_years_under_one_name_are_one_item_with_one_unit() -> None:
    table = "事業名,単位,年度,計画値,実績\n延長保育,人,R2,85,79\n,,R3,88,84\n病児保育,人,R2,－,未実施\n,,R3,120,47\n"
    document = read_document(table.encode(), "a.csv")
    measures = [(one.activity or one.program_name, [m.unit for m in one.measures]) for one in document.initiatives]
    assert measures == [("延長保育", ["人"]), ("病児保育", ["人"])]


def test_two_lines_of_a_cell_that_no_word_tells_apart_are_in_doubt_and_none_of_two_units() -> None:
    rows = (HEADING, ("水洗化率", "業務課", "93.5\n93.2", "93.8\n93.9"), ("改築延長", "工務課", "1500\n1420", "1600\n1288"))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert [(column.use, column.confidence < SURE_ENOUGH) for column in table.columns[2:]] == [(Use.PAIR, True)] * 2
    rows = (HEADING, ("受診率", "健康課", "93.5％\n932人", "93.8％\n939人"), ("利用率", "健康課", "15％\n142人", "16％\n128人"))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert all(column.use is not Use.PAIR for column in table.columns)


def test_note_that_is_written_as_its_cells_are_tells_them_apart() -> None:
    rows = (HEADING, ("間伐", "林務課", "〔20〕18", "〔22〕23"), ("植樹", "林務課", "〔30〕28", "〔32〕33"))
    sheet = Sheet("1", rows, around=("各欄の表し方：〔目標〕実績",))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    assert (table.line_kinds, [c.use for c in table.columns[2:]]) == ((Use.TARGET, Use.RESULT), [Use.PAIR, Use.PAIR])
    assert kinds_of_lines(["〔目標〕実績"]) == kinds_of_lines(["〔東部〕西部"], brackets_first=True) == ()


def test_sides_that_a_note_tells_are_plan_and_result_under_one_year() -> None:
    rows = (("指標", "令和3年度", "", "令和4年度", ""), ("清掃", "18", "20", "23", "22"), ("花壇", "28", "30", "33", "32"))
    spans = (MergedCells(0, 1, 0, 2), MergedCells(0, 3, 0, 4))
    for note, uses in (("左：実績　右：目標", [Use.RESULT, Use.TARGET] * 2), ("左：市　右：県", [Use.UNREAD] * 4)):
        tables = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans, around=(note,)),))).tables
        assert [c.use for table in tables for c in table.columns[1:]] == (uses if "目標" in note else [])


def test_a_label_beside_names_and_lines_of_one_merged_name_are_of_one_item_with_its_goal_for_the_end() -> None:
    rows = (
        ("測定指標", "指標名", "", "年度ごとの目標値（上段）\n年度ごとの実績値（下段）", "", "目標値"),
        ("", "", "", "R4", "R5", "R5"),
        ("", "間伐した面積", "", "4,000ha", "4,200ha", "4,200ha"),
        ("", "", "", "4,052ha", "4,117ha", ""),
        ("", "配った苗木", "", "60本", "70本", "70本"),
        ("", "", "", "52本", "63本", ""),
    )
    spans = [MergedCells(0, 0, 5, 0), MergedCells(0, 1, 1, 2), MergedCells(0, 3, 0, 4)]
    spans += [MergedCells(at, 1, at + 1, 2) for at in (2, 4)] + [MergedCells(at, 5, at + 1, 5) for at in (2, 4)]
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, tuple(spans)),))
    [table] = propose(grid).tables
    assert (table.columns[0].use, table.columns[-1].use) == (Use.UNREAD, Use.FINAL_GOAL)
    measures = [measure for item in document_of(grid, propose(grid)).initiatives for measure in item.measures]
    assert [(measure.name, len(measure.stated)) for measure in measures] == [("間伐した面積", 5), ("配った苗木", 5)]
