"""Three ways a manager goes through the dashboard, in a real browser; what to expect is asked of the store, never typed."""

import re
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.server import settle

pytestmark = pytest.mark.browser

FOLLOWING_PAGES = ("概要", "数値目標", "未達・繰越")


def ask(store_path: Path, sql: str) -> tuple[object, ...]:
    with duckdb.connect(str(store_path), read_only=True) as store:
        row = store.execute(sql).fetchone()
    assert row is not None
    return row


def main_text(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator("[data-testid=stMain]").inner_text())


def turn_to(page: Page, title: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
    settle(page)


def test_the_overview_answers_for_the_last_evaluated_year(visit: Visit, store_path: Path) -> None:
    label, targets, met = ask(
        store_path,
        """
        select f.label, count(*), count(*) filter (y.is_met)
        from indicator_year y join fiscal_year f using (year)
        where y.target is not null and y.year = (select last_evaluated_year from plan)
        group by f.label
        """,
    )
    page = visit("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{label} 目標{targets}件：達成{met}")
    assert page.get_by_test_id("stException").count() == 0


def test_a_section_is_followed_by_every_page_and_its_address_gives_the_same_view(visit: Visit, store_path: Path) -> None:
    department, matching = ask(
        store_path,
        "select department, count(*) from initiative group by department order by count(*) desc, department limit 1",
    )
    page = visit("/")
    page.get_by_test_id("stSidebar").get_by_label("担当課").first.click()
    page.keyboard.type(str(department))
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    settle(page)
    for title in FOLLOWING_PAGES:
        turn_to(page, title)
        expect(page.get_by_test_id("stMain")).to_contain_text(f"担当課：{department} → 実施事業 {matching}件")
        same = visit(page.url)
        assert main_text(same) == main_text(page)


def test_an_unmet_goal_leads_to_the_words_that_say_so(visit: Visit, store_path: Path) -> None:
    number, evidence = ask(
        store_path,
        """
        select i.number, o.evidence
        from outcome o join initiative i using (initiative_id) join initiative_matter m using (initiative_id)
        where m.is_head and o.status = 'unmet' and o.year = (select last_evaluated_year from plan)
        order by i.number limit 1
        """,
    )
    page = visit("/")
    turn_to(page, "未達・繰越")
    page.get_by_test_id("stMain").locator(f"a[href$='row={number}']").first.click()
    settle(page)
    words = re.sub(r"\s+", "", str(evidence))
    assert words in re.sub(r"\s+", "", main_text(page))


def test_how_an_indicator_ran_is_seen_beside_its_name(visit: Visit, store_path: Path) -> None:
    (department,) = ask(
        store_path,
        "select department from indicator_year join indicator using (indicator_id) join initiative using (initiative_id)"
        " where target is not null group by department order by count(*) desc, department limit 1",
    )
    page = visit(f"/departments?department={department}")
    rows = page.locator("table.listing").filter(has_text="それより前の実績").first.locator("tbody tr")
    expect(rows.first).to_be_attached()
    assert rows.count() == rows.locator("svg[aria-label]").count()
    assert all(box["width"] > 100 for line in rows.locator("svg").all() if (box := line.bounding_box()))


def test_on_a_phone_the_share_of_each_section_stands_within_the_screen(visit: Visit) -> None:
    page = visit("/departments")
    page.set_viewport_size({"width": 390, "height": 844})
    shares = page.locator("table.heat td.num")
    expect(shares.first).to_be_visible()
    ends = [box["x"] + box["width"] for one in shares.all() if (box := one.bounding_box())]
    assert ends
    assert max(ends) <= 390


def test_on_a_phone_the_work_left_undone_is_named_over_the_whole_line(visit: Visit) -> None:
    page = visit("/unmet")
    page.set_viewport_size({"width": 390, "height": 844})
    names = page.locator(".picture .undone td.what")
    expect(names.first).to_be_visible()
    lines = page.locator(".picture .undone tr:has(td.what)")
    widths = [(name.bounding_box(), line.bounding_box()) for name, line in zip(names.all(), lines.all(), strict=True)]
    assert widths
    assert all(name and line and name["width"] > 0.9 * line["width"] for name, line in widths)
