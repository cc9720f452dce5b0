"""使い方 leads from every question to a page that exists, with choices that the page knows."""

import re
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.saying.tour import HOME
from tests.pages.conftest import APP, Ask, OpenPage, words_on

PAGE = "pages/guide.py"
LINK = re.compile(r"\[.+\]\(([^?)]+)(?:\?(.*))?\)")


def ways(opened: AppTest) -> list[tuple[str, dict[str, list[str]]]]:
    """Return the path and the choices of every link."""
    links = [LINK.fullmatch(str(element.value)) for element in opened.main.markdown]
    return [(link[1], parse_qs(link[2] or "")) for link in links if link]


def test_every_question_has_a_way(open_page: OpenPage) -> None:
    opened = open_page(PAGE)
    assert f"{len(opened.subheader)}の問いと、答えのある場所" in words_on(opened)
    assert len(ways(opened)) >= len(opened.subheader) == 12


def test_every_choice_of_a_way_is_one_that_its_page_takes(open_page: OpenPage) -> None:
    for page, choices in ways(open_page(PAGE)):
        file = f"pages/{'overview' if page == HOME else page}.py"
        assert (APP.parent / file).is_file()
        opened = open_page(file, choices)
        for key, values in choices.items():
            held = opened.session_state[key]
            said = [str(one) for one in held] if isinstance(held, list) else [str(held)]
            assert [one.lower() for one in said] == [value.lower() for value in values], (page, key)


@pytest.mark.parametrize("filters", [{"department": "防災課"}, {"q": "存在しない言葉"}], ids=["section", "nothing"])
def test_a_filter_does_not_empty_the_guide(open_page: OpenPage, filters: dict[str, str]) -> None:
    assert len(open_page(PAGE, filters).subheader) >= 12


def test_a_way_keeps_the_filters_in_force_but_for_its_own_choices(open_page: OpenPage) -> None:
    found = ways(open_page(PAGE, {"lead": "主担当", "year": "H30"}))
    assert all(choices["lead"] == ["主担当"] for _, choices in found)
    assert {year for _, choices in found for year in choices["year"]} > {"H30"}


def test_what_is_due_leads_to_what_is_left_over_to_the_plans_last_year(open_page: OpenPage, ask: Ask) -> None:
    last = ask("select label from fiscal_year join plan on year = last_year")[0][0]
    assert ("unmet", {"year": [last]}) in ways(open_page(PAGE))


def test_it_is_said_that_links_open_in_a_new_tab(open_page: OpenPage) -> None:
    assert "リンクは新しいタブで開きます" in words_on(open_page(PAGE))
