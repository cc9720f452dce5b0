"""A file says once, in a note or in a unit, which way its indicators improve; what it doesn't name is left as it is."""

from loaders.codes import Direction
from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of

HEADING = ("No.", "指標", "単位", "R4目標", "R4実績", "R5目標", "R5実績")


def _directions(*rows: tuple[str, ...], below: tuple[str, ...] = ()) -> dict[str, Direction | None]:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", (HEADING, *rows), below=below),))
    return {m.name: m.direction for one in document_of(grid, propose(grid)).initiatives for m in one.measures}


def test_note_below_a_table_says_which_way_those_that_it_names_improve() -> None:
    rows = (("1", "紙の購入枚数", "枚", "980", "965", "930", "901"), ("2", "窓口の利用者", "人", "30", "31", "32", "33"))
    found = _directions(*rows, below=("※紙の購入枚数は、数値が小さいほど望ましい。",))
    assert found == {"紙の購入枚数": Direction.DOWN, "窓口の利用者": None}


def test_bound_of_a_unit_says_it_in_a_column_of_units_and_in_brackets() -> None:
    rows = (("1", "破れた網の数", "か所以下", "20", "21", "18", "16"), ("2", "窓口の待ち（分以内）", "分", "9", "8", "8", "8"))
    assert _directions(*rows) == {"破れた網の数": Direction.DOWN, "窓口の待ち（分以内）": Direction.DOWN}
