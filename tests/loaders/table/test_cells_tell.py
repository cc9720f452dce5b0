"""A column that states and aims is 現状及び事業目標, whatever its heading calls it; others stay unread."""

import pytest

from loaders.model import FindingKind, Kind, Place
from loaders.table.document import Document, parse_document

AIMS = ["平成28年度末は48橋である。令和3年度までに30橋を直す。", "私有林の間伐は年120haにとどまっている。200haを目指す。"]
STATE_AND_AIM = Place(Kind.BASELINE_GOAL, None)


def table(heading: str, cells: list[str]) -> Document:
    """A table with one column under a heading that nobody knows, before the years."""
    lines = ["\t".join(["番号", "事業名", "担当課", heading, "R2計画", "R2実績"])]
    lines += ["\t".join([str(at), f"事業{at}", "建設課", text, "10件", "9件"]) for at, text in enumerate(cells, start=1)]
    return parse_document("\n".join(lines) + "\n", "表.txt")


def test_cells_that_state_and_aim_are_read_under_any_heading_and_told() -> None:
    document = table("はじめの姿とねらうところ", AIMS)
    assert STATE_AND_AIM in document.places
    assert [cell.text for row in document.initiatives for cell in row.cells if cell.place == STATE_AND_AIM] == AIMS
    assert FindingKind.HEADING_GUESSED in {finding.kind for finding in document.findings}


@pytest.mark.parametrize(
    "cells",
    [["48橋 → 60橋", "120ha⇒200ha"], ["48橋（H28）60橋（R3）", "120ha（平成28年度）"], ["現状 48橋", "現状 なし 目標 3回"]],
    ids=["arrow", "years", "marks"],
)
def test_numbers_of_now_and_of_the_end_state_and_aim_without_a_sentence(cells: list[str]) -> None:
    assert STATE_AND_AIM in table("出発点とゴール", cells).places


@pytest.mark.parametrize("heading", ["事業費（千円）", "事業期間"])
def test_costs_and_terms_beside_a_year_are_no_state_and_aim(heading: str) -> None:
    assert STATE_AND_AIM not in table(heading, ["1,200（H28）", "H28からR3まで 5"]).places


@pytest.mark.parametrize(
    "cells",
    [["道路の補修", "森林の整備"], ["令和2年度の予算から支出している。"] * 2, ["", ""]],
    ids=["names", "one remark for all", "empty"],
)
def test_names_remarks_and_blanks_are_no_state_and_aim(cells: list[str]) -> None:
    assert STATE_AND_AIM not in table("あれこれ", cells).places


def test_names_of_sections_tell_their_column() -> None:
    lines = ["番号\t事業名\t受け持ち\tR2計画\tR2実績", "1\t橋\t◎建設課、農林課\t10件\t9件", "2\t川\t土木事務所\t1件\t1件"]
    assert [row.department for row in parse_document("\n".join(lines) + "\n", "表.txt").initiatives][1] == "土木事務所"


def test_a_table_that_has_such_a_column_keeps_it() -> None:
    lines = ["番号\t事業名\tあれこれ\t現状及び事業目標\tR2計画\tR2実績", f"1\t橋\t{AIMS[0]}\t30橋\t10件\t9件"]
    [row] = parse_document("\n".join(lines) + "\n", "表.txt").initiatives
    assert [cell.text for cell in row.cells if cell.place == STATE_AND_AIM] == ["30橋"]


def test_an_indicator_in_one_column_with_its_state_and_aim_is_both() -> None:
    cells = ["移住相談件数(件)　基準値(H28) 42　目標値(R3) 120", "空き家の成約(件)　H28末：9　→　R3末：40"]
    lines = ["番号\t事業名\t担当課\tKPI（基準値→目標値）\tR2計画\tR2実績"]
    lines += [f"{at}\t事業{at}\t企画課\t{text}\t60 窓口を開く\t71 窓口で応じた" for at, text in enumerate(cells, start=1)]
    document = parse_document("\n".join(lines) + "\n", "表.txt")
    assert STATE_AND_AIM in document.places
    assert [(row.measure, row.unit) for row in document.initiatives] == [("移住相談件数", "件"), ("空き家の成約", "件")]
