"""A clerk says who they are once, writes a next step, has it done and open again, and finds it in the list after a reload."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.server import settle

WHAT = "業者に見積もりを頼む"


def test_step_is_written_done_undone_and_listed_with_what_is_overdue_first(desk_url: str, visit: Visit) -> None:
    page = visit(f"{desk_url}/initiative?initiative=1")
    page.get_by_label("名前または係名").fill("情報政策係")
    page.get_by_role("button", name="決める").click()
    settle(page)
    page.get_by_role("textbox", name="次にすること").fill(WHAT)
    page.locator("[data-testid=stDateInput] [role=spinbutton]").first.click()
    page.keyboard.type("20200131")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="書き加える").click()
    expect(page.get_by_text("を書き加えました").first).to_be_visible()
    settle(page)
    page.get_by_role("button", name="済みにする").click()
    expect(page.get_by_text("を済みにしました").first).to_be_visible()
    settle(page)
    expect(page.locator("[aria-live=polite]").filter(has_text="を済みにしました")).to_be_attached()
    page.keyboard.press("z")
    expect(page.get_by_role("button", name="済みにする")).to_be_visible()
    page.goto(f"{desk_url}/steps")
    settle(page)
    expect(page.get_by_role("heading", name="次にすること1件：期限切れ1件")).to_be_visible()
    expect(page.get_by_role("link", name=WHAT)).to_be_visible()
    expect(page.get_by_text("書く人：情報政策係")).to_be_visible()
