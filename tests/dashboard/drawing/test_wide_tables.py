"""Numbers of a table stand below each other by their ends; words begin at the left."""

import re

import pandas as pd
import pytest

from dashboard.drawing import wide_tables


def right_aligned(values: list[object], said: tuple[str, ...] = ()) -> bool:
    drawn = wide_tables.markup(pd.DataFrame({"欄": values}), "表", {"欄": 3}, said)
    heads, cells = (re.findall(rf'<{tag}[^>]* ?class="num"', drawn) for tag in ("th", "td"))
    assert len(cells) in (0, len(values))
    assert bool(heads) == bool(cells)
    return bool(cells)


@pytest.mark.parametrize("values", [[3, 12], ["3件", "－"], ["1,234.5百万円", "▲12"], ["2 / 3", "－"], ["80%", None]])
def test_numbers_with_a_unit_at_most_stand_at_the_right(values: list[object]) -> None:
    assert right_aligned(values)


@pytest.mark.parametrize(
    "values", [["1 防災メール"], ["2017年3月31日"], ["R2", "R3"], ["－", "－"], ["[1](initiative?initiative=1)"], [3, "なし"]]
)
def test_names_dates_and_words_stand_at_the_left(values: list[object]) -> None:
    assert not right_aligned(values)


def test_words_of_people_are_words_whatever_they_say() -> None:
    assert not right_aligned(["30", "40"], said=("欄",))


def test_a_table_wider_than_a_phone_tells_each_value_its_heading_and_stays_a_table_to_the_ear() -> None:
    sections = pd.DataFrame({"担当課": ["管財課"], **{f"{sign} 状況": [1] for sign in "●✕○△■－"}})
    drawn = wide_tables.markup(sections, "担当課別の状況", {"担当課": 6.5})
    assert 'class="listing wide"' in drawn
    assert '<td role="cell" class="num" data-head="✕ 状況">1</td>' in drawn
    assert re.findall(r'role="(\w+)"', drawn)[:3] == ["table", "rowgroup", "row"]
    assert drawn.count('role="columnheader"') == len(sections.columns)


def test_a_table_that_a_phone_has_room_for_stays_one() -> None:
    meanings = pd.DataFrame({"表示": ["● 達成"], "意味": ["その年度に数値目標があり、すべて達成した。"]})
    assert 'class="listing"' in wide_tables.markup(meanings, "状況の定義", {"表示": 6, "意味": 12})
    assert "data-head" not in wide_tables.markup(meanings, "状況の定義", {"表示": 6, "意味": 12})
