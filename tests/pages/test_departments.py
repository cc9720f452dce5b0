"""担当課 tells how a section stands as lead and as supporting section, against all others."""

import pytest

from tests.pages.conftest import Ask, OpenPage, words_on

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
    assert page.header[-1].value.startswith("全課の比較")


def test_every_section_has_a_row_and_all_sections_come_first(open_page: OpenPage, ask: Ask) -> None:
    table = open_page(PAGE).table[0].value
    assert len(table) == ask("select count(distinct department) from initiative")[0][0] + 1
    assert table["担当課"].iloc[0] == "**全課**"


def test_a_section_is_one_click_away(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    page.get_by_key("section").set_value("防災課").run()
    assert page.title[0].value.startswith("防災課の令和2年度")
    assert page.multiselect(key="department").value == ["防災課"]
    page.get_by_key("section").set_value(None).run()
    assert page.multiselect(key="department").value == []


def test_the_comparison_with_all_sections_is_not_narrowed_by_the_choice(open_page: OpenPage) -> None:
    assert len(open_page(PAGE, {"department": "防災課"}).table[-1].value) == len(open_page(PAGE).table[0].value)


def test_the_title_counts_both_roles(open_page: OpenPage, ask: Ask) -> None:
    undone, judged = ask(
        "select count(*) filter (is_undone), count(*) filter (status not in ('closed', 'not_reported') or is_undone)"
        " from initiative_year join initiative using (initiative_id) where department = '管財課' and year = 2020 and is_lead"
    )[0]
    assert f"主担当{judged}件中{undone}件" in open_page(PAGE, {"department": "管財課"}).title[0].value


def test_a_renamed_section_tells_its_former_name(open_page: OpenPage) -> None:
    assert "旧介護保険課" in words_on(open_page(PAGE, {"department": "高齢者福祉課"}))


def test_every_miss_is_listed_with_its_words(open_page: OpenPage, ask: Ask) -> None:
    missed = ask(
        "select count(*) from initiative_year join initiative using (initiative_id)"
        " where department = '管財課' and year = 2020 and status = 'unmet'"
    )[0][0]
    assert f"未達の事業（{missed}件）" in words_on(open_page(PAGE, {"department": "管財課"}))
