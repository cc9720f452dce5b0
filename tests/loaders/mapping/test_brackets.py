"""What stands in brackets is a kind of value where a note says so, on whichever side it stands."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.cells.brackets import parted_by_brackets
from loaders.mapping.layout.line_kinds import kinds_of_lines
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose

BOTH = (Use.TARGET, Use.RESULT)


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        ("80(75)", ("80", "75")),
        ("〔80〕\n75", ("80", "75")),
        ("【1,200】 1,180", ("1,200", "1,180")),
        ("(48.0)\n調査中", ("48.0", "調査中")),
        ("(2017) 54.0", None),
        ("80", None),
    ],
)
def test_cell_is_parted_where_its_brackets_stand(cell: str, pieces: tuple[str, str] | None) -> None:
    spans = parted_by_brackets(cell)
    assert (spans and tuple(cell[start:end] for start, end in spans)) == pieces


@pytest.mark.parametrize(
    ("note", "is_first", "kinds"),
    [
        ("（　）内は計画値", True, BOTH),
        ("（　）内は計画値", False, BOTH[::-1]),
        ("（　）内は計画値", None, ()),
        ("（　）書きは前年度", True, ()),
        ("上段（　）書きは計画", True, BOTH),
        ("上段（　）書きは計画", False, ()),
        ("（　）内は前年度実績", False, ()),
        ("（　）内は国の目標", False, ()),
        ("（　）内は当初計画", False, ()),
        ("（　）内は当該年度の目標", True, BOTH),
        ("〔　〕内は目標値、その右は実績値", False, BOTH),
        ("上段は目標値、（　）内は実績値", True, BOTH),
    ],
)
def test_note_on_brackets_leaves_the_other_half_to_what_is_beside(
    note: str, is_first: bool | None, kinds: tuple[Use, ...]
) -> None:
    assert kinds_of_lines([note], is_first) == kinds


def test_note_on_lines_says_nothing_of_what_stands_in_brackets_on_one() -> None:
    rows = (
        ("上段：目標値、下段：実績値", "", ""),
        ("指標", "令和3年度", "令和4年度"),
        ("女性の委員数（割合）", "120（40）", "130（42）"),
        ("", "118（39）", "133（43）"),
        ("女性の職員数（割合）", "80（30）", "84（32）"),
        ("", "79（30）", "86（33）"),
    )
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert [column.use for column in table.columns[1:]] == [Use.VALUE, Use.VALUE]
