"""A row of sentences with numbers is put right where its words tell that cells moved, among rows of values in a text too."""

import pytest

from loaders.alignment.customs import find_customs
from loaders.model import Cell, Kind, Place
from loaders.parts import Around, read_part
from loaders.records.reading import read_document

HEADS = [
    "No.",
    "事業",
    "担当",
    "現況",
    *(f"{year}年度 {word}" for year in ("H29", "H30", "R1", "R2") for word in ("予定", "結果")),
    "R3年度 予定",
]
VALUES = [
    ["12", "13", "15", "14", "18", "18", "20", "21", "24"],
    ["80", "78.2", "82", "83.1", "84", "82.5", "85", "85.9", "86"],
]
# Plan and result of each year; the plan of H30 is lost, so that all that follow stand one too far left.
MOVED = [
    "県へ工事を要望する",
    "要望書を2回出した",
    "県が1基を自動化した",
    "次の2基を自動化する",
    "2基を自動化した",
    "残る2基を自動化する",
    "県工事の延長により完成しなかった（進捗率70%）",
    "2基の運用を始める",
    "",
]
IN_PLACE = [
    "計画を作る",
    "計画を作った",
    "講座を3回開く",
    "講座を3回開いた",
    "講座を4回開く",
    "感染症のため開かなかった",
    "講座を4回開く",
    "講座を5回開き、62人が学んだ",
    "続ける",
]


def cells_of(words: list[str], *, sign: str = "\t", name: str = "表.txt") -> tuple[Cell, ...]:
    rows = [[str(at + 1), f"講座の事業{at + 1}", "防災課", "10", *VALUES[at % 2]] for at in range(8)]
    lines = [["防災の計画"], HEADS, *rows, ["9", "樋門の自動化", "防災課", "未着手", *words]]
    document = read_document(("\n".join(sign.join(line) for line in lines) + "\n").encode(), name)
    around = Around(find_customs(document.initiatives), document.evaluated_years, {}, is_sure=document.is_sure)
    return read_part(document.initiatives, range(8, 9), around).readings[0].cells


def test_words_that_moved_are_put_back_beside_rows_of_values() -> None:
    placed = {cell.place: cell.text for cell in cells_of(MOVED) if cell.text}
    assert placed[Place(Kind.RESULT, 2018)] == "県が1基を自動化した"
    assert placed[Place(Kind.RESULT, 2020)] == "県工事の延長により完成しなかった（進捗率70%）"
    assert placed[Place(Kind.PLAN, 2021)] == "2基の運用を始める"


@pytest.mark.parametrize(
    "words", [IN_PLACE, ["実施", "実施", "検討", "実施", "検討", "検討", "実施", "未実施", "実施"], VALUES[0]]
)
def test_a_row_whose_words_fit_stays_as_it_is_printed(words: list[str]) -> None:
    assert not any(cell.is_moved for cell in cells_of(words))


def test_a_file_with_a_grid_is_believed() -> None:
    assert not any(cell.is_moved for cell in cells_of(MOVED, sign=",", name="表.csv"))
