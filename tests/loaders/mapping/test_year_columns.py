"""A column of years is its rows' or a value's: what else has a year tells which."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose


def _uses(*rows: tuple[str, ...]) -> list[Use]:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    return [column.use for column in table.columns]


def test_years_beside_a_value_are_its_own_where_other_values_have_years_in_headings() -> None:
    heading = (("指標", "出だし", "", "R4", "", "R5", ""), ("", "年度", "数値", "目標", "実績", "目標", "実績"))
    uses = _uses(*heading, ("植樹の数", "R1", "60", "70", "68", "75", "77"), ("里親の数", "R2", "9", "10", "11", "12", "12"))
    assert uses[1] is Use.OWN_YEAR


def test_years_of_rows_stay_theirs_though_start_and_end_have_years() -> None:
    heading = ("指標", "年度", "目標値", "実績値", "基準値（R2）", "最終目標（R8）")
    rows = [(name, year, "70", "68", "60", "90") for name in ("植樹の数", "里親の数") for year in ("R4", "R5")]
    assert _uses(heading, *rows)[1] is Use.YEAR
