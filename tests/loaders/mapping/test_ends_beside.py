"""A form tells beside labels where its plan starts and ends; each of its blocks is of its own indicator."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.documents import document_of
from loaders.mapping.ends_beside import ends_told
from loaders.mapping.proposing import propose
from loaders.model import Role

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
