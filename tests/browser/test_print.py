"""What is printed is whole: nothing is folded away or cut off, tables go on over the pages, the sheet names its source."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Ask, Visit

pytestmark = pytest.mark.browser

OPENED_FOR_PRINT = "print=1&embed=true&embed_options=light_theme"
TABLES = """() => [...document.querySelectorAll('[data-testid=stTable] table')].map(table => ({
    display: getComputedStyle(table).display,
    isCut: table.getBoundingClientRect().right > document.querySelector('[data-testid=stMainBlockContainer]')
        .getBoundingClientRect().right + 1,
}))"""


def test_a_page_opened_for_print_holds_every_row_and_says_what_it_is(visit: Visit, ask: Ask) -> None:
    ((section, initiatives),) = ask("select department, count(*) from initiative group by 1 order by 2 desc, 1 limit 1")
    page = visit(f"/departments?department={section}&{OPENED_FOR_PRINT}")
    page.emulate_media(media="print")
    expect(page.locator(".imprint")).to_contain_text("印刷日")
    expect(page.locator(".imprint")).to_be_visible()
    assert page.get_by_role("table", name=f"{section}の事業の年度別の状況").locator("tbody tr").count() == initiatives
    tables = page.evaluate(TABLES)
    assert {table["display"] for table in tables} == {"table"}
    assert not any(table["isCut"] for table in tables)


def test_on_the_screen_the_imprint_is_not_shown(visit: Visit) -> None:
    expect(visit("/goals").locator(".imprint")).to_be_hidden()


# How far the drawing of a chart goes beyond the paper, and beyond what holds it, in px.
CUT = """() => Math.max(...[...document.querySelectorAll('.js-plotly-plot')].map(chart => {
    const drawn = chart.querySelector('svg.main-svg').getBoundingClientRect()
    return Math.max(drawn.right - innerWidth, drawn.right - chart.parentElement.getBoundingClientRect().right)
}))"""


@pytest.mark.parametrize("path", ["/initiative?initiative=130", "/indicators"])
def test_a_chart_that_is_printed_as_it_stands_shrinks_to_the_paper(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": 703, "height": 1000})
    assert page.locator("svg.main-svg[viewBox]").count()
    assert page.evaluate(CUT) <= 1
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert not page.locator("svg.main-svg[viewBox]").count()


def test_a_list_of_several_pages_is_whole_on_paper(visit: Visit, ask: Ask) -> None:
    ((indicators,),) = ask("select count(distinct indicator_id) from indicator_year where target is not null")
    page = visit(f"/indicators?view=グラフ&{OPENED_FOR_PRINT}")
    expect(page.locator(".js-plotly-plot")).to_have_count(indicators + 1)


@pytest.mark.parametrize(("path", "most"), [("/sheet", 1), ("/sheet?department=管財課", 1), ("/", 2), ("/unmet", 6)])
def test_a_page_that_is_taken_to_a_meeting_has_so_many_sheets(visit: Visit, path: str, most: int) -> None:
    page = visit(f"{path}{'&' if '?' in path else '?'}{OPENED_FOR_PRINT}")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 0 < len(sheets) <= most


def test_the_sheet_for_a_meeting_is_one_sheet_when_the_page_itself_is_printed(visit: Visit) -> None:
    assert len(re.findall(rb"/Type\s*/Page\b", visit("/sheet").pdf(prefer_css_page_size=True))) == 1


@pytest.mark.parametrize("path", ["/", "/unmet", "/goals"])
def test_pictures_side_by_side_go_one_below_another_on_paper(visit: Visit, path: str) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    beside = "[data-testid=stHorizontalBlock]:has(.picture) > [data-testid=stColumn]"
    tops = page.locator(beside).evaluate_all("columns => columns.map(column => column.getBoundingClientRect())")
    assert len(tops) > 1
    assert all(two["top"] >= one["bottom"] - 1 for one, two in itertools.pairwise(tops))


def test_nothing_that_saves_a_picture_is_printed(visit: Visit, ask: Ask) -> None:
    page = visit("/")
    page.get_by_text("詳しく：状況の割合のグラフ").click()
    page.get_by_text("表で見る・保存する").first.click()
    buttons = page.locator("[data-picture-of]")
    expect(buttons.first).to_be_visible()
    page.emulate_media(media="print")
    expect(buttons.first).to_be_hidden()
