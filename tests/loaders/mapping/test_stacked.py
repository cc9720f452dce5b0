"""Tables of the same items below each other are one of a plan and one of its results where their titles say so."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.layout.title_kinds import kinds_of_titles
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.reading import read_document

HEADS = ("種類", "単位", "R3", "R4", "R5")


def stack(*titles: str, items: tuple[tuple[str, ...], ...] = (("植樹", "清掃"),)) -> Grid:
    rows: list[tuple[str, ...]] = []
    for at, title in enumerate(titles):
        names = items[at % len(items)]
        rows += [(title, "", "", "", ""), HEADS, *((name, "本", f"{at}1", f"{at}2", f"{at}3") for name in names), ("",) * 5]
    return Grid("a.xlsx", Format.EXCEL, (Sheet("1", tuple(rows)),))


def kinds(grid: Grid) -> list[set[Use]]:
    return [{c.use for c in table.columns if c.year is not None} for table in propose(grid).tables]


def test_titles_part_plan_result_and_difference_and_the_difference_is_not_read() -> None:
    found = propose(stack("１　計画した量", "２　実際の量", "３　ちがい（実際の量－計画した量）"))
    assert [{c.use for c in t.columns if c.year is not None} for t in found.tables] == [{Use.TARGET}, {Use.RESULT}]
    assert len(found.unread_sheets) == 1


def test_what_titles_tell_by_likeness_is_doubtful() -> None:
    first, second = propose(stack("１　計画した量", "２　実際の量")).tables
    assert all(c.confidence < 0.6 for c in second.columns if c.use is Use.RESULT)
    assert [c.year for c in first.of(Use.TARGET)] == [2021, 2022, 2023]


def test_sections_of_other_items_and_titles_that_part_nothing_begin_no_table() -> None:
    sections = stack("１　目標", "２　実績", items=(("植樹", "清掃"), ("剪定", "散水")))
    assert len(propose(sections).tables) == 1
    assert len(propose(stack("中央館", "北分館")).tables) == 1


def test_sheets_whose_names_part_plan_and_result_are_read_as_such() -> None:
    rows = (HEADS, ("植樹", "本", "4", "5", "6"), ("清掃", "回", "7", "8", "9"))
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("めやす", rows), Sheet("けっか", rows)))
    assert kinds(grid) == [{Use.TARGET}, {Use.RESULT}]


def test_what_is_expected_in_a_table_of_results_is_no_target() -> None:
    lines = [
        "１　目標",
        "指標,R3,R4,R5",
        "植樹,4,5,6",
        "清掃,7,8,9",
        "２　実績",
        "指標,R3,R4,R5（見込）",
        "植樹,3,5,5",
        "清掃,7,7,8",
    ]
    [first, _] = read_document("\n".join(lines).encode(), "a.csv").initiatives
    targets = [(v.year, v.value) for v in first.measures[0].stated if v.role.value == "target"]
    assert targets == [(2021, 4), (2022, 5), (2023, 6)]


def test_of_several_titles_beside_a_plans_the_one_like_a_result_is_it_and_others_are_neither() -> None:
    found = kinds_of_titles(["計画した量", "実際の量", "館の開き方"])
    assert list(found.values()) == [Use.TARGET, Use.RESULT, Use.UNREAD]


def test_a_remark_beside_a_title_is_none_of_its_words_and_heads_no_column() -> None:
    [sheet] = stack("表１　年度別の数値目標", "表２　年度別の実績").sheets
    rows = (("表１　年度別の数値目標", "", "", "（※ 策定時の値は令和2年度の実績）", ""), *sheet.rows[1:])
    found = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),)))
    assert [{c.use for c in t.columns if c.year is not None} for t in found.tables] == [{Use.TARGET}, {Use.RESULT}]
    assert [t.first for t in found.tables] == [1, 6]
