"""What is said of one number of 現状及び事業目標 holds for those listed with it, and the plan's end makes a goal."""

import pytest

from loaders.model import Cell, Initiative, Kind, Place, PrintedCell, Role
from loaders.numbers.quantities import read_quantities
from tests.loaders.numbers.cells import BASE

B, G, T = Role.BASELINE, Role.FINAL_GOAL, Role.TARGET
LAST = Place(Kind.PLAN, 2021)


def said(text: str) -> list[tuple[Role, float]]:
    """Return what a row of a plan that ends in 令和3年度 says in its 現状及び事業目標."""
    printed = PrintedCell(BASE, text), PrintedCell(LAST, "続ける。")
    row = Initiative(1, "1", "1-①", "1-①-ア", "", True, "防災課", None, None, "", 1, printed)
    cells = [Cell(BASE, BASE, text, 0, len(text), 1.0, "as_printed")]
    return [(quantity.role, quantity.value) for quantity in read_quantities(row, cells)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("現況:研修 年2回、受講者延べ180人 到達目標:年4回、受講率100%", [(B, 2), (B, 180), (T, 4), (G, 100)]),
        ("相談員2人。令和元年度末までに5人、相談室3室を整える。", [(B, 2), (G, 5), (G, 3)]),
        ("目標30回、現状20回", [(G, 30), (B, 20)]),
        ("登録を20件に増やし、相談員3人で応じている。", [(G, 20), (B, 3)]),
    ],
)
def test_a_number_listed_behind_a_goal_is_one(text: str, expected: list[tuple[Role, float]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("若者向け分譲地 12区画の整備・完売(R3)", [(G, 12)]),
        ("若者向け分譲地 12区画(R3)", [(G, 12)]),
        ("水洗化率 41.0%(R10 60.0%)", [(B, 41), (G, 60)]),
        ("基準値なし。令和4年度に協賛20社、年120万円。", [(G, 20), (G, 120)]),
        ("令和3年度に相談室20か所で行っている。", [(B, 20)]),
        ("設置14か所(平成30年度末)", [(B, 14)]),
    ],
)
def test_a_number_of_the_plans_end_is_a_goal(text: str, expected: list[tuple[Role, float]]) -> None:
    assert said(text) == expected


def test_the_year_in_a_note_is_that_of_the_whole_list() -> None:
    text = "申込者3,020人、協賛金450万円(平成28年度大会)／申込者4,000人、協賛金600万円(令和3年度大会)"
    assert [role for role, _ in said(text)] == [B, B, G, G]
