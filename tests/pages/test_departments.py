"""担当課 tells how a section stands as lead and as supporting section, against all others."""

import re

import pytest

from tests.pages.conftest import Ask, OpenPage, pictures_on, words_on

PAGE = "pages/departments.py"
FILTERS = {
    "all": {},
    "section": {"department": "生涯学習課"},
    "two_sections": {"department": ["防災課", "市民課"]},
    "renamed": {"department": "高齢者福祉課"},
    "never_leads": {"department": "学務課"},
    "lead": {"lead": "主担当"},
    "lead_of_section": {"lead": "主担当以外", "department": "管財課"},
    "goal": {"scope": "2", "department": "管財課"},
    "word": {"q": "システム"},
    "first_year": {"year": "H29", "department": "防災課"},
    "unevaluated_year": {"year": "R3", "department": "防災課"},
}


@pytest.mark.parametrize("filters", FILTERS.values(), ids=list(FILTERS))
def test_every_filter_draws_without_an_error(open_page: OpenPage, filters: dict[str, str | list[str]]) -> None:
    page = open_page(PAGE, filters)
    assert page.title[0].value
    assert 'class="heat"' in pictures_on(page)


def sections_in(drawn: str) -> list[str]:
    """The sections of the heat table, in its order; all sections are the first row, without a link."""
    return [part.partition("<")[0] for part in re.findall(r'<th scope="row"><a [^>]*>([^<]+<)', drawn)]


def test_every_section_has_a_row_that_leads_to_it(open_page: OpenPage, ask: Ask) -> None:
    drawn = pictures_on(open_page(PAGE))
    assert len(sections_in(drawn)) == ask("select count(distinct department) from initiative")[0][0]
    assert "department=%E9%98%B2%E7%81%BD%E8%AA%B2" in drawn


def test_the_chosen_section_comes_first_and_the_comparison_is_not_narrowed_by_it(open_page: OpenPage) -> None:
    every, own = (sections_in(pictures_on(open_page(PAGE, chosen))) for chosen in ({}, {"department": "防災課"}))
    assert own[0] == "防災課"
    assert sorted(own) == sorted(every)


def test_below_five_judged_there_is_no_percentage(open_page: OpenPage) -> None:
    assert "5件未満" in pictures_on(open_page(PAGE))


def test_the_title_counts_both_roles(open_page: OpenPage, ask: Ask) -> None:
    undone, judged = ask(
        "select count(*) filter (is_undone), count(*) filter (status not in ('closed', 'not_reported') or is_undone)"
        " from initiative_year join initiative using (initiative_id) where department = '管財課' and year = 2020 and is_lead"
    )[0]
    assert f"主担当{judged}件中{undone}件" in words_on(open_page(PAGE, {"department": "管財課"}))


UNDONE_MATTERS = """
    select count(*) filter (y.is_undone), count(distinct m.matter_id) filter (y.is_undone)
    from initiative_year as y join initiative_matter as m using (initiative_id) join initiative as i using (initiative_id)
    where y.year = 2020 and {where}
"""


@pytest.mark.parametrize(("filters", "where"), [({}, "true"), ({"department": "生涯学習課"}, "department = '生涯学習課'")])
def test_what_is_left_undone_is_the_same_figure_as_on_its_own_page_and_its_rows_are_told_beside_it(
    open_page: OpenPage, ask: Ask, filters: dict[str, str | list[str]], where: str
) -> None:
    [(rows, matters)] = ask(UNDONE_MATTERS.format(where=where))
    assert matters < rows
    assert f"未達・繰越{matters}件" in open_page("pages/unmet.py", filters).title[0].value
    title = open_page(PAGE, filters).title[0].value
    assert f"未達・繰越延べ{rows}／" in title if filters else f"未達・繰越{matters}件（延べ{rows}件）" in title
    assert f"未達・繰越は{matters}件です" in words_on(open_page(PAGE, filters))


def test_a_renamed_section_tells_its_former_name(open_page: OpenPage) -> None:
    assert "旧介護保険課" in words_on(open_page(PAGE, {"department": "高齢者福祉課"}))


def test_every_miss_is_listed_with_its_words(open_page: OpenPage, ask: Ask) -> None:
    missed = ask(
        "select count(*) from initiative_year join initiative using (initiative_id)"
        " where department = '管財課' and year = 2020 and status = 'unmet'"
    )[0][0]
    assert f"未達の事業（{missed}件）" in words_on(open_page(PAGE, {"department": "管財課"}))
