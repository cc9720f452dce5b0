"""What was done is told in words beside the value that came of it, and its numbers are of something else."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.model import Initiative, Role
from loaders.numbers.quantities import read_quantities
from loaders.records.documents import document_of
from loaders.series.stated import prose
from tests.series import cells_of

HEADING = ("方針", "指標", "目標値", "取組の経過", "実績値", "評価区分", "来年度に向けて", "担当")
SEEN = "計画どおり実施。説明会8回。"


def sheet(year: int, *rows: tuple[str, ...]) -> Sheet:
    title = (f"令和{year}年度 里山づくり計画 評価シート", *[""] * (len(HEADING) - 1))
    return Sheet(f"令和{year}年度", (title, HEADING, *rows))


def rows_of(*sheets: Sheet) -> tuple[Initiative, ...]:
    grid = Grid("a.xlsx", Format.EXCEL, sheets)
    return document_of(grid, propose(grid)).initiatives


def stated(row: Initiative) -> list[tuple[Role, int | None, float]]:
    return [(value.role, value.year, value.value) for measure in row.measures for value in measure.stated]


PLANTED = ("1 山を守る", "植樹本数", "400本", SEEN, "412本（うち市民90本）", "Ａ", "継続", "林務課")
WALKED = ("2 山に親しむ", "歩く会の参加者", "80人", SEEN, "64人", "Ｃ", "継続", "林務課")
CUT = ("3 山を使う", "間伐材の利用", "検討", SEEN, "利用を開始", "Ａ", "継続", "林務課")


def test_numbers_told_beside_a_value_are_not_the_indicators() -> None:
    first, second, _ = rows_of(sheet(4, PLANTED, WALKED, CUT))
    assert stated(first) == [(Role.TARGET, 2022, 400), (Role.RESULT, 2022, 412)]
    assert stated(second) == [(Role.TARGET, 2022, 80), (Role.RESULT, 2022, 64)]


def test_numbers_told_beside_words_in_the_place_of_a_value_are_not_called_by_the_indicator() -> None:
    *_, third = rows_of(sheet(4, PLANTED, WALKED, CUT))
    quantities, _ = read_quantities(third, prose(cells_of(third)))
    assert [(quantity.label, quantity.value) for quantity in quantities] == [("説明会", 8)]


@pytest.mark.parametrize(("heading", "use"), [("評価\n区分", Use.GRADE), ("区分", Use.UNREAD)])
def test_verdicts_that_come_again_are_no_sections(heading: str, use: Use) -> None:
    rows = (("指標", "R4目標", "R4実績", heading), ("植樹", "4", "5", "Ａ"), ("清掃", "6", "2", "Ｃ"), ("補修", "3", "3", "Ａ"))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert table.columns[-1].use is use


@pytest.mark.parametrize("remark", ["継続", "説明会を増やして継続"])
def test_an_item_is_one_over_the_years_though_each_sheet_tells_the_next_years_plan_in_words(remark: str) -> None:
    before = ("1 山を守る", "植樹本数", "380本", SEEN, "371本", "Ｃ", remark, "林務課")
    found = rows_of(sheet(5, PLANTED, WALKED), sheet(4, before, WALKED))
    [planted] = [row for row in found if row.measure == "植樹本数"]
    assert sorted(stated(planted)) == [
        (Role.RESULT, 2022, 371),
        (Role.RESULT, 2023, 412),
        (Role.TARGET, 2022, 380),
        (Role.TARGET, 2023, 400),
    ]
    assert remark in "".join(cell.text for cell in planted.cells)


def test_what_came_of_a_plan_is_read_from_its_words_where_no_column_holds_its_value() -> None:
    told = "講習を9回開き、30人が受けた。"
    rows = (
        ("取組", "指標", "R4目標", "R4実績", "R5目標", "R5実績"),
        ("山の講習", "講習の回数", "8回", told, "10回", "10回開いた。"),
        ("川の講習", "講習の回数", "4回", "雨のため2回は見送った。", "4回", "4回開いた。"),
        ("里の講習", "講習の回数", "6回", "6回開き、12人が受けた。", "6回", "7回開いた。"),
    )
    first, *_ = rows_of(Sheet("1", rows))
    assert first.measures == ()
    quantities, _ = read_quantities(first, prose(cells_of(first)))
    assert {(q.role, q.place.year, q.value, q.unit) for q in quantities} >= {
        (Role.TARGET, 2022, 8, "回"),
        (Role.RESULT, 2022, 9, "回"),
        (Role.RESULT, 2022, 30, "人"),
    }


def test_words_of_one_year_leave_the_measure_its_name_where_values_of_others_stand() -> None:
    heading = ("施策", "指標", "R3目標", "R3実績", "R4目標", "R4実績", "担当")
    words = ("森の会議", "開催（回）", "要綱の制定", "要綱を制定、準備会1回を開催した", "2回", "2回　提言をまとめた", "林務課")
    plain = ("山を守る", "植樹（本）", "400", "412", "410", "398", "林務課")
    title = ("里山づくり計画", *[""] * (len(heading) - 1))
    rows = rows_of(Sheet("1", (title, heading, plain, words, plain)))
    assert [row.measure for row in rows if row.activity == "森の会議" or row.program_name == "森の会議"] == ["開催（回）"]
