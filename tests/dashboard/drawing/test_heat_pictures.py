"""Sections × years: on a phone the share, by which the rows are sorted, and the latest years stand within the screen."""

import re

import pytest

from dashboard.database import store
from dashboard.drawing import heat_pictures
from dashboard.facts import sections
from dashboard.facts.standing import Standing


@pytest.fixture
def drawn(open_store: store.Identity) -> str:
    years = {year: Standing(6, 6, 1, 0, 1) for year in range(2016, 2022)}
    labels = {year: f"R{year - 2018}" if year > 2018 else f"H{year - 1988}" for year in years}
    return heat_pictures.sections(["防災課"], {"防災課": years, sections.ALL_SECTIONS: years}, labels, 2020, None)


def test_years_far_from_the_one_in_question_give_way_on_a_phone(drawn: str) -> None:
    heads = re.findall(r'<th scope="col"( data-far="")?>((?:H|R)\d+)<', drawn)
    assert [label for far, label in heads if not far] == ["H30", "R1", "R2"]
    assert "狭い画面では3年度分" in drawn


def test_each_row_gives_way_where_its_heading_does(drawn: str) -> None:
    rows = re.findall(r"<tr.*?</tr>", drawn)
    assert {row.count("data-far") for row in rows} == {3}


def test_what_is_not_doubtful_needs_no_word_on_doubt(drawn: str) -> None:
    assert "要確認" not in drawn
