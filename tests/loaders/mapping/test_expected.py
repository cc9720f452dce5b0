"""A value that its cell says to be only expected is a forecast; a note may tell the sign, in one table for all of its form."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.cells.expected import expected_signs
from loaders.mapping.proposing import propose
from loaders.model import Role
from loaders.records.documents import document_of
from loaders.records.reading import read_document

HEADING = ("指標", "令和3年度", "令和4年度")
NOTE = "見方：上段は目標値、下段の（　）書きは実績値です。「予」とあるものは年度末の予測の値です。"


def stated(sheets: tuple[Sheet, ...]) -> list[list[tuple[Role, float, bool]]]:
    grid = Grid("a.html", Format.HTML, sheets)
    rows = document_of(grid, propose(grid)).initiatives
    return [[(value.role, value.value, value.is_forecast) for m in row.measures for value in m.stated] for row in rows]


@pytest.mark.parametrize("cell", ["48（見込）", "見込48", "48 （年度末見込み）"])
def test_result_that_says_that_it_is_expected_is_a_forecast(cell: str) -> None:
    [row] = read_document(f"指標,R3目標,R3実績,R4目標,R4実績\n植樹の本数,50,52,60,{cell}\n".encode(), "a.csv").initiatives
    results = [(v.value, v.is_forecast) for m in row.measures for v in m.stated if v.role is Role.RESULT]
    assert results == [(52, False), (48, True)]


def test_other_remarks_leave_a_result_what_it_is() -> None:
    [row] = read_document("指標,R3目標,R3実績\n植樹の本数,50,52（速報値）\n".encode(), "a.csv").initiatives
    assert [v.is_forecast for m in row.measures for v in m.stated] == [False, False]


def test_note_tells_the_sign_of_expected_values_and_of_no_others() -> None:
    assert expected_signs([NOTE]) == ("予",)
    assert expected_signs(["「注」は欄外を見る。", "見込みは示さない。"]) == ()


def test_legend_of_one_table_tells_the_lines_of_all_tables_of_its_form() -> None:
    first = Sheet("表1", (HEADING, ("植樹", "5\n（4）", "6\n（7）"), ("間伐", "8\n（9）", "9\n（予 8）")), around=(NOTE,))
    second = Sheet("表2", (HEADING, ("花壇", "20\n（18）", "22\n（休園中）"), ("街灯", "3\n（2）", "4\n（予 5）")))
    assert stated((first, second)) == [
        [(Role.TARGET, 5, False), (Role.RESULT, 4, False), (Role.TARGET, 6, False), (Role.RESULT, 7, False)],
        [(Role.TARGET, 8, False), (Role.RESULT, 9, False), (Role.TARGET, 9, False), (Role.RESULT, 8, True)],
        [(Role.TARGET, 20, False), (Role.RESULT, 18, False), (Role.TARGET, 22, False)],
        [(Role.TARGET, 3, False), (Role.RESULT, 2, False), (Role.TARGET, 4, False), (Role.RESULT, 5, True)],
    ]


def test_table_of_another_form_has_no_part_in_a_legend() -> None:
    first = Sheet("表1", (HEADING, ("植樹", "5\n（4）", "6\n（7）"), ("間伐", "8\n（9）", "9\n（8）")), around=(NOTE,))
    other = Sheet("表2", (("区域", "令和3年度", "令和4年度"), ("東部", "5（うち2）", "6（3）"), ("西部", "8（4）", "9（4）")))
    tables = propose(Grid("a.html", Format.HTML, (first, other))).tables
    assert [bool(table.line_kinds) for table in tables] == [True, False]
