"""What a meeting takes away of undone years."""

from dashboard.drawing import undone_tables
from tests.undone import LONG, row, year


def test_the_file_has_a_line_for_each_undone_year() -> None:
    taken = undone_tables.years([LONG])
    assert taken["年度"].tolist() == ["H29", "H30", "R1"]
    assert taken["翌年度の状況"].tolist() == ["未達", "未達", "実施"]


def test_the_file_says_of_which_kind_a_carried_year_is() -> None:
    put_off = year(2019, "unmet", True, carried_rule="words_put_off")
    assert undone_tables.years([row(put_off)])["繰越の種類"].tolist() == ["見送り"]
