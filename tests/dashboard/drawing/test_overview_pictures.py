"""A plan of thousands is not drawn row by row: what stands for it is drawn, and how much is left out is said."""

import pytest

from dashboard.database import store
from dashboard.drawing import overview_pictures, picture
from dashboard.facts.board import Matter, MatterYear
from dashboard.frame import links


def matters(count: int) -> list[Matter]:
    def years(number: int) -> tuple[MatterYear, ...]:
        is_undone = number % 100 == 0
        return (MatterYear(2020, "R2", "unmet" if is_undone else "met", False, is_undone, False),)

    return [Matter(number, (number,), "1", f"事業{number}", "防災課", 1, years(number)) for number in range(1, count + 1)]


@pytest.mark.parametrize(("more", "left_out"), [(0, 0), (700, 700 + picture.MOST_ROWS - 2 * picture.FIRST_ROWS)])
def test_of_too_many_a_matrix_holds_as_many_as_a_small_plan_has_and_says_how_many_it_leaves_out(
    open_store: store.Identity, monkeypatch: pytest.MonkeyPatch, more: int, left_out: int
) -> None:
    monkeypatch.setattr(links, "filters_in_url", dict)
    drawn = overview_pictures.matrix(matters(picture.MOST_ROWS + more), 2020, {})
    assert drawn.count('class="strip"') == picture.MOST_ROWS + more - left_out
    assert (f"ほか{left_out}件" in drawn) == (more > 0)
    assert f"{picture.MOST_ROWS + more}件" in drawn
    assert "事業300（" in drawn


def test_few_matters_are_told_by_name_under_the_names_of_their_goals(
    open_store: store.Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "filters_in_url", dict)
    few = overview_pictures.matrix(matters(overview_pictures.MOST_NAMED), 2020, {"1": "まもる"})
    assert few.count('class="matter named"') == overview_pictures.MOST_NAMED
    assert ("目標1 まもる" in few, "1 事業1<" in few, 'class="strip"' in few) == (True, True, False)
    more = overview_pictures.matrix(matters(overview_pictures.MOST_NAMED + 1), 2020, {})
    assert (more.count('class="strip"'), "by-name" in more) == (overview_pictures.MOST_NAMED + 1, False)
