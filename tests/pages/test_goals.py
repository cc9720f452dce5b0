"""目標体系 shows where in the plan's tree the trouble is."""

import pytest

from dashboard.drawing import tree_tables
from dashboard.facts import tree
from dashboard.frame import filter_address
from tests.pages.conftest import Ask, OpenPage, pictures_on, tables_on, words_on

PAGE = "pages/goals.py"
FILTERS = {
    "all": {},
    "goal": {"scope": "4"},
    "policy": {"scope": "1-①"},
    "program": {"scope": "2-②-ウ 市民参加の推進"},
    "section": {"department": "防災課"},
    "lead": {"lead": "主担当"},
    "word": {"q": "防災メール"},
    "first_year": {"year": "H29"},
    "unevaluated_year": {"year": "R3"},
}


@pytest.mark.parametrize("level", tree.LEVELS)
@pytest.mark.parametrize("chosen", FILTERS.values(), ids=list(FILTERS))
def test_every_filter_draws_at_every_level(open_page: OpenPage, chosen: dict[str, str], level: str) -> None:
    page = open_page(PAGE, chosen | {"level": level, "tree": "true"})
    assert page.title[0].value


def test_the_whole_tree_has_a_row_for_every_part(open_page: OpenPage, ask: Ask) -> None:
    parts = ask(
        "select count(distinct goal_code) + count(distinct policy_code) + count(distinct program_code) + count(*)"
        " from initiative"
    )[0][0]
    assert len(tables_on(open_page(PAGE, {"level": tree.INITIATIVE, "tree": "true"}))[0]) == parts


def test_every_part_is_a_link_that_narrows_to_it(open_page: OpenPage) -> None:
    names = tables_on(open_page(PAGE, {"level": tree.PROGRAM, "tree": "true"}))[0][tree_tables.NAMES]
    assert names.str.contains("goals?", regex=False).all()
    assert names.str.contains("scope=", regex=False).all()


def test_every_part_is_an_area_that_narrows_to_it(open_page: OpenPage, ask: Ask) -> None:
    drawn = pictures_on(open_page(PAGE))
    for (code,) in ask("select distinct goal_code from initiative union select distinct policy_code from initiative"):
        assert f"&quot;filter&quot;: &quot;scope&quot;, &quot;value&quot;: &quot;{code}&quot;" in drawn
    programs = ask("select count(distinct program_code) from initiative")[0][0]
    assert drawn.count('class="area"') == programs


def test_narrowed_to_a_part_its_initiatives_are_the_areas_and_the_way_leads_up(open_page: OpenPage, ask: Ask) -> None:
    drawn = pictures_on(open_page(PAGE, {"scope": "1-①"}))
    initiatives = ask("select count(*) from initiative where policy_code = '1-①'")[0][0]
    assert drawn.count('class="area"') == initiatives
    assert f"&quot;value&quot;: &quot;{filter_address.ALL}&quot;" in drawn
    assert "&quot;value&quot;: &quot;1&quot;" in drawn


def test_rows_that_tell_the_same_matter_are_a_running_count(open_page: OpenPage, ask: Ask) -> None:
    [(rows, matters)] = ask(
        "select count(*), count(distinct matter_id) from initiative_year join initiative_matter using (initiative_id)"
        " join initiative using (initiative_id) where goal_code = '4' and year = 2020 and is_undone"
    )
    assert matters < rows
    page = open_page(PAGE)
    assert f"延べ{rows}／" in page.title[0].value
    assert "未達・繰越延べ" in pictures_on(page)


def test_a_part_is_told_by_counts_of_the_store(open_page: OpenPage, ask: Ask) -> None:
    undone, judged = ask(
        "select count(*) filter (is_undone), count(*) filter (status not in ('closed', 'not_reported') or is_undone)"
        " from initiative_year join initiative using (initiative_id) where goal_code = '4' and year = 2020"
    )[0]
    assert f"目標4は{judged}件中{undone}件" in words_on(open_page(PAGE))
