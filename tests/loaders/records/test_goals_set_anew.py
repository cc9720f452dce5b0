"""Goals that were set anew midway hold as they are now; where nothing was changed, as they were at first."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.mapping.words.goal_editions import is_edition
from loaders.model import FindingKind, Role
from loaders.records.documents import document_of
from loaders.table.document import Document

TOP = ("指標", "策定時（R2）", "R4目標", "R4実績", "最終目標（R10）", "", "")
LOW = ("", "", "", "", "当　初", "見直し後", "理由")
SPANS = (MergedCells(0, 4, 0, 6), *(MergedCells(0, column, 1, column) for column in range(4)))


def read(anew: str, reason: str = "") -> Document:
    row = ("植樹本数", "40", "60", "55", "100", anew, reason)
    other = ("間伐面積", "12", "20", "21", "50", "45", "担い手の減少を反映")
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", (TOP, LOW, row, other), SPANS),))
    return document_of(grid, propose(grid))


def goals(document: Document) -> list[float]:
    return [value.value for value in document.initiatives[0].measures[0].stated if value.role is Role.FINAL_GOAL]


@pytest.mark.parametrize("words", ["据え置き", "変更なし", "当初のとおり", "－", "", "同左"])
def test_a_goal_that_was_left_as_it_was_is_the_first(words: str) -> None:
    document = read(words)
    assert goals(document) == [100]
    assert not [finding for finding in document.findings if finding.kind is FindingKind.UNREAD_VALUE]


def test_a_goal_that_was_set_anew_is_the_later() -> None:
    assert goals(read("80")) == [80]


def test_of_a_goal_that_was_given_up_there_is_none_and_the_words_are_told() -> None:
    document = read("廃止")
    assert goals(document) == []
    assert any("廃止" in finding.message for finding in document.findings if finding.kind is FindingKind.UNREAD_VALUE)


def test_a_goal_at_first_is_no_state_at_the_plans_start() -> None:
    baselines = [v.value for v in read("80").initiatives[0].measures[0].stated if v.role is Role.BASELINE]
    assert baselines == [40]
    rows = (("指標", "現状", "", "目標"), ("", "当初", "R4", ""), ("植樹本数", "40", "55", "100"))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, (MergedCells(0, 1, 0, 2),)),))).tables
    assert table.columns[1].use is not Use.FINAL_GOAL


def test_why_a_goal_was_set_anew_is_no_evaluation_of_its_year() -> None:
    places = [
        cell.place.year for row in read("80", "担い手の減少を反映").initiatives for cell in row.cells if "担い手" in cell.text
    ]
    assert places == []


def test_a_heading_with_a_word_of_its_own_is_no_edition() -> None:
    assert not is_edition("当初予算")
