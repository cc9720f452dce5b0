"""What is printed is whole: nothing is folded away or cut off, tables go on over the pages, the sheet names its source."""

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
