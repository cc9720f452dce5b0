"""Which rows are data: sums are none, in whichever of their lines the word for them stands."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of
from loaders.records.recording import read_records


def test_a_sum_that_is_merged_over_two_lines_is_one_in_both() -> None:
    rows = (
        ("施設", "区分", "R4", "R5"),
        ("庁舎", "目標", "10", "9"),
        ("", "実績", "11", "8"),
        ("小計", "目標", "10", "9"),
        ("", "実績", "11", "8"),
    )
    sheet = Sheet("1", rows, spans=(MergedCells(1, 0, 2, 0), MergedCells(3, 0, 4, 0)))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    records = read_records(sheet, table)
    assert [left.why for left in records.left] == ["total", "total"]
    assert len(records.records) == 1


def test_who_made_the_sheet_is_no_verdict_on_the_last_item() -> None:
    rows = (
        ("指標", "R5目標", "R5実績", "評価"),
        ("植樹の本数", "10", "9", "Ｂ"),
        ("花壇の面積", "20", "22", "Ａ"),
        ("", "", "", ""),
        ("", "", "", "みどり村　総務課"),
    )
    sheet = Sheet("1", rows)
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    records = read_records(sheet, table)
    assert ([left.why for left in records.left], len(records.records)) == (["note"], 2)


def test_row_that_is_read_as_prose_is_named_by_the_part_that_it_is_of() -> None:
    rows = (
        ("指標", "地区", "R4実績", "R5実績", "R5目標"),
        ("花を育てる家", "中央区", "40％", "42％", "50％"),
        ("", "港区", "91％", "92％", "95％に近づける"),
        ("鉢を配った家", "中央区", "11％", "12％", "20％"),
    )
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans=(MergedCells(1, 0, 2, 0),)),))
    named = {i.measure for i in document_of(grid, propose(grid)).initiatives if not i.measures}
    assert named == {"花を育てる家（港区）"}


def test_a_line_of_when_a_sheet_was_made_is_no_heading_of_the_columns_below_it() -> None:
    made = ("", "", "", "令和7年6月", "")
    heading = ("指標", "R5目標", "R5実績", "所管", "備考")
    rows = (made, heading, ("植樹の本数", "10", "9", "公園課", ""), ("花壇の面積", "20", "22", "農政課", ""))
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans=(MergedCells(0, 3, 0, 4),)),))
    [table] = propose(grid).tables
    assert (table.first, [c.use for c in table.columns[3:]]) == (1, [Use.DEPARTMENT, Use.UNREAD])


def test_first_section_stands_above_the_headings_that_later_ones_repeat() -> None:
    heading = ("指標", "R5目標", "R5実績")
    rows = (
        ("みどりの村　進み具合", "", ""),
        ("１　森を育てる", "", ""),
        heading,
        ("植樹の本数", "10", "9"),
        ("２　水を守る", "", ""),
        heading,
        ("水路の延長", "20", "22"),
    )
    sheet = Sheet("1", rows)
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    assert [record.section for record in read_records(sheet, table).records] == ["１　森を育てる", "２　水を守る"]


def test_a_row_that_is_no_data_is_told_in_its_own_words_from_left_to_right() -> None:
    words = ("小計", "春", "夏", "秋", "冬", "雨", "雪")
    rows = (
        ("指標", *(f"R{year}実績" for year in range(1, 7))),
        ("苗木", "1", "2", "3", "4", "5", "6"),
        words,
        ("鉢", *"123456"),
    )
    sheet = Sheet("1", rows)
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    assert [left.text for left in read_records(sheet, table).left] == [" ".join(words)]


def test_a_sum_beside_its_group_with_a_goal_of_its_own_is_followed_by_the_group_s_name() -> None:
    rows = (
        ("分野", "指標", "基準値（R1）", "R4実績", "R5実績", "最終目標（R12）"),
        ("もえるごみ", "家庭", "30", "28", "27", "20"),
        ("", "会社", "20", "19", "18", "15"),
        ("", "小計", "50", "47", "45", "35"),
        ("もえないごみ", "家庭", "10", "9", "8", "6"),
        ("", "小計", "－", "9", "8", "－"),
    )
    sheet = Sheet("1", rows, spans=(MergedCells(1, 0, 3, 0), MergedCells(4, 0, 5, 0)))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (sheet,))).tables
    records = read_records(sheet, table)
    assert [record.one(Use.MEASURE) for record in records.records] == ["家庭", "会社", "もえるごみ　小計", "家庭"]
    assert [left.why for left in records.left] == ["total"]


def test_a_remark_tells_the_unit_of_its_row_alone() -> None:
    heading = ("指標", "R4実績", "R5実績", "R5目標", "備考")
    rows = (heading, ("使った数", "10", "12", "15", "春から\n単位：回"), ("のせた数", "3", "4", "5", "秋から"))
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))
    units = [measure.unit for i in document_of(grid, propose(grid)).initiatives for measure in i.measures]
    assert units == ["回", None]


def test_a_sign_for_the_words_above_says_what_a_row_is_of_and_nothing_of_its_plan() -> None:
    rows = (
        ("事業名", "担当課", "R4計画", "R4実績"),
        ("花壇", "公園課", "広報をする", "広報をした"),
        ("清掃", "〃", "〃", "年2回行った"),
    )
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))
    _, cleaning = document_of(grid, propose(grid)).initiatives
    assert cleaning.department == "公園課"
    assert "〃" in [cell.text for cell in cleaning.cells]
