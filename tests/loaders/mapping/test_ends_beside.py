"""A form tells beside labels where its plan starts and ends; each of its blocks is of its own indicator."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.layout.ends_beside import ends_in_lines, ends_told
from loaders.mapping.proposing import propose
from loaders.model import Role
from loaders.records.documents import document_of

ENDS = (Role.BASELINE, Role.FINAL_GOAL)
HEAD = (("事業名", "検診推進事業", "担当課", "健康課"),)
BLOCK = (
    ("指標の名称", "受診者の数", "単位", "人"),
    ("策定時（令和2年度）", "85", "最終目標（令和8年度）", "150以上"),
    ("年度", "令和4年度", "令和5年度", ""),
    ("計画値", "100", "115", ""),
    ("実績値", "96", "未集計", ""),
)
OTHER = (
    ("指標の名称", "相談の件数", "単位", "件"),
    ("策定時（令和2年度）", "－", "最終目標（令和8年度）", "20"),
    ("年度", "令和4年度", "令和5年度", ""),
    ("計画値", "14", "16", ""),
    ("実績値", "13", "17", ""),
)
VERDICT = ("内部評価", "Ｂ", "今後の方向", "見直し")


def stated(*rows: tuple[str, ...]) -> dict[str, list[tuple[Role, int | None, float]]]:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))
    items = document_of(grid, propose(grid)).initiatives
    return {m.name: [(v.role, v.year, v.value) for v in m.stated] for item in items for m in item.measures}


def test_start_and_end_beside_their_labels_are_of_the_indicator_below() -> None:
    found = stated(*HEAD, *BLOCK, VERDICT)
    assert list(found) == ["受診者の数"]
    assert found["受診者の数"] == [
        (Role.BASELINE, None, 85),
        (Role.FINAL_GOAL, None, 150),
        (Role.TARGET, 2022, 100),
        (Role.TARGET, 2023, 115),
        (Role.RESULT, 2022, 96),
    ]


def test_next_block_under_the_same_headings_is_of_the_indicator_that_it_names() -> None:
    found = stated(*HEAD, *BLOCK, ("活動指標", "", "", ""), *OTHER, VERDICT)
    assert list(found) == ["受診者の数", "相談の件数"]
    assert found["相談の件数"][:2] == [(Role.FINAL_GOAL, None, 20), (Role.TARGET, 2022, 14)]


@pytest.mark.parametrize(
    "cells",
    [
        ("基準値", "12"),
        ("基準値（R2）", "最終目標（R8）"),
        ("目標値", "12", "実績値", "15"),
        ("策定時", "12", "最終目標", "別途"),
    ],
)
def test_line_that_does_not_tell_both_ends_with_their_values_tells_none(cells: tuple[str, ...]) -> None:
    assert ends_told(cells) == ()


def test_ends_in_lines_of_a_list_above_a_table_are_of_its_indicator_and_name_nothing() -> None:
    around = ("図書の計画", "指標2　貸出しの冊数", "単位：冊", "基準値：令和２年度末 85冊", "最終目標：150冊（令和7年度）")
    rows = (("年度", "目標値", "実績値"), ("令和4年度", "100", "96"), ("令和5年度", "120", "未集計"))
    grid = Grid("a.html", Format.HTML, (Sheet("表1", rows, around=around),))
    [item] = document_of(grid, propose(grid)).initiatives
    [measure] = item.measures
    assert measure.name == "貸出しの冊数"
    assert [(v.role, v.value) for v in measure.stated][:2] == [(Role.BASELINE, 85), (Role.FINAL_GOAL, 150)]


def test_lines_without_one_value_or_with_another_label_tell_no_end() -> None:
    assert ends_in_lines(("基準値：なし（新規）", "目標１：道を守る", "担当：図書館", "基準値は令和2年度の値です。"), 3) == ()


def test_a_form_that_comes_again_is_of_its_own_indicator_and_tells_its_start_among_facts() -> None:
    years = ("年度", "令和4年度", "令和5年度", "")
    cards = [
        [
            ("指標番号", str(at), "指標名", name),
            ("基準値", start, "時点", "令和元年度"),
            years,
            ("めざす値", "10", "12", ""),
            ("実績", "7", "12", ""),
        ]
        for at, name, start in ((1, "移住した世帯", "9"), (2, "空き家の改修", "－"), (3, "相談した人", "30"))
    ]
    found = stated(*cards[0], *cards[1], *cards[2])
    assert list(found) == ["移住した世帯", "空き家の改修", "相談した人"]
    assert [values[0] for values in found.values()] == [
        (Role.BASELINE, None, 9),
        (Role.TARGET, 2022, 10),
        (Role.BASELINE, None, 30),
    ]


def test_a_card_is_of_its_title_though_labels_with_values_stand_between() -> None:
    card = (
        ("評価指標【1-1-①】　講座の受講者数", "", "", ""),
        ("担当部署", "社会連携課", "基準値（令和3年度）", "310人"),
        ("期間終了時の目標値", "900人（令和9年度）", "", ""),
        ("年度", "年度目安", "実績", ""),
        ("2022（令和4）年度", "400人", "428人", ""),
        ("2023（令和5）年度", "500人", "476人", ""),
    )
    sheet = Sheet("1", card, (MergedCells(0, 0, 0, 3), MergedCells(2, 1, 2, 3)))
    grid = Grid("a.html", Format.HTML, (sheet,))
    [item] = document_of(grid, propose(grid)).initiatives
    assert item.department == "社会連携課"
    assert [(m.name, [v.value for v in m.stated if v.role in ENDS]) for m in item.measures] == [("講座の受講者数", [310, 900])]
