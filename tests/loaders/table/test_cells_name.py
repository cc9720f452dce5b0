"""The rows' names are told by their cells where no known heading heads them."""

import pytest

from loaders.model import FindingKind
from loaders.table.document import Document, parse_document

NAMES = ("出向かない窓口", "紙のない会議", "届くお知らせ", "迷わない庁舎")
OUTLINE = "職員が互いに教え合い、手を止めずに済むようにする。"


def table(headings: str, *columns: tuple[str, ...]) -> Document:
    """A table with these columns before the section and the years."""
    rows = ["\t".join([*cells, "企画課", "2回", "1回"]) for cells in zip(*columns, strict=True)]
    return parse_document("\n".join([f"{headings}\t担当課\tR2計画\tR2実績", *rows, ""]), "表.txt")


def guessed(document: Document) -> list[str]:
    return [finding.quote for finding in document.findings if finding.kind is FindingKind.HEADING_GUESSED]


def test_a_column_of_each_row_s_own_words_names_it_and_what_rows_share_stands_above() -> None:
    document = table("通し\t幹\t挑むこと\t概要", ("1", "2", "3", "4"), ("市民", "役所", "市民", "役所"), NAMES, (OUTLINE,) * 4)
    assert [row.activity for row in document.initiatives] == list(NAMES)
    assert [row.program_name for row in document.initiatives] == ["市民", "役所", "市民", "役所"]
    assert [row.number for row in document.initiatives] == [1, 2, 3, 4]
    assert guessed(document) == ["通し", "幹", "挑むこと"]


def test_a_column_of_known_heading_that_names_each_row_leaves_all_as_it_is() -> None:
    document = table("番号\t事業名\t合言葉", ("1", "2", "3", "4"), NAMES, ("つなぐ力", "へらす力", "とどく力", "みちの力"))
    assert guessed(document) == []
    assert [row.program_name for row in document.initiatives] == list(NAMES)


@pytest.mark.parametrize(
    "cells",
    [
        (OUTLINE, OUTLINE[:-3] + "む。", OUTLINE[3:], OUTLINE[5:]),
        ("101", "102", "103", "104"),
        ("総務課", "財政課", "市民課", "環境課"),
    ],
    ids=["sentences", "numbers", "sections"],
)
def test_sentences_numbers_and_sections_name_nothing(cells: tuple[str, ...]) -> None:
    document = table("番号\t柱\t覚え", ("1", "2", "3", "4"), ("市民", "役所", "市民", "役所"), cells)
    assert guessed(document) == []
