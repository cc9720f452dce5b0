"""Columns stand from zero, each as high as its count, with the number on top and a sentence for those who hear it."""

import re

from dashboard.database import store
from dashboard.drawing import column_pictures
from dashboard.drawing.column_pictures import Column, Part
from dashboard.facts.standing import Standing
from dashboard.facts.undone_years import InitiativeYear
from dashboard.text.colours import RED


def heights(drawn: str) -> list[float]:
    """The heights of a picture's bars, without the marks of its key."""
    svg = drawn.split("</svg>")[0]
    return [float(height) + 1.5 for height in re.findall(r'<rect [^>]*height="([\d.]+)"', svg)]


def year(number: int, *, is_carried: bool) -> InitiativeYear:
    return InitiativeYear(number, f"R{number - 2018}", "unmet", is_carried, True, None, "", "")


def test_a_column_is_as_high_as_its_count_and_nothing_has_none() -> None:
    drawn = column_pictures.columns([Column(str(count), (Part(count, RED),), f"{count}件") for count in (4, 2, 0)], "件数")
    assert heights(drawn) == [column_pictures.HEIGHT, column_pictures.HEIGHT / 2]
    assert 'aria-label="件数：4 4件、2 2件、0 0件"' in drawn


def test_the_year_in_question_is_bold(open_store: store.Identity) -> None:
    drawn = column_pictures.told({"R1": 3, "R2": 5}, "同じ評価", "R2", "件")
    assert re.findall(r'font-weight="700">([^<]+)<', drawn) == ["5件", "R2"]


def test_what_goes_on_and_what_does_not_are_parts_of_a_year(open_store: store.Identity) -> None:
    years = [year(2019, is_carried=True), year(2019, is_carried=False), year(2020, is_carried=True)]
    drawn = column_pictures.undone(years, {2019: "R1", 2020: "R2", 2021: "R3"}, 2020)
    assert "R1 2件、R2 1件、R3 0件" in drawn
    assert heights(drawn) == [column_pictures.HEIGHT / 2] * 3


def test_a_share_tells_of_how_many_and_a_year_without_judgements_tells_none() -> None:
    drawn = column_pictures.shares({2019: Standing(9, 8, 3, 1, 3)}, {2019: "R1", 2020: "R2"}, 2019, "防災課")
    assert "防災課の" in drawn
    assert "R1 3／8、R2 －" in drawn


def test_parts_with_long_names_stand_beside_their_bars_and_one_alone_is_not_compared(open_store: store.Identity) -> None:
    some = Standing(5, 5, 1, 0, 1)
    assert "<text" in column_pictures.parts({"目標1": some, "目標2": some})
    assert "<text" not in (bars := column_pictures.parts({"安心して産み育てるまち": some, "目標2": some}))
    assert bars.count('class="row"') == 2
    assert column_pictures.parts({"目標1": some}) == ""


def test_only_marks_that_occur_are_explained(open_store: store.Identity) -> None:
    assert "（繰越なし）" not in column_pictures.undone([year(2019, is_carried=True)], {2019: "R1"}, 2019)
