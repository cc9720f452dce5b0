"""Who reads while the store is replaced goes on in the newer one: no error, no reload, what is counted is what is there now."""

import os
import shutil
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from dashboard.database.store import SETTLED_SECONDS
from tests.browser.server import serve, settle

pytestmark = pytest.mark.browser

COUNT = "select count(*) from initiative"


def count_of(store: Path) -> int:
    with duckdb.connect(str(store), read_only=True) as connection:
        [(count,)] = connection.execute(COUNT).fetchall()
    return int(count)


def go(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    settle(page)


def test_a_store_that_is_replaced_under_a_visitor_is_what_the_next_page_tells_of(
    page: Page, store_path: Path, small_store: Path, tmp_path: Path
) -> None:
    store, newer = Path(shutil.copy(store_path, tmp_path / "plan.duckdb")), Path(shutil.copy(small_store, tmp_path / "newer"))
    counts = count_of(store), count_of(newer)
    assert counts[0] != counts[1]
    with serve(store) as url:
        page.goto(f"{url}/takeaway")
        settle(page)
        title = page.get_by_test_id("stMain").get_by_role("heading", level=1)
        expect(title).to_contain_text(f"{counts[0]}件")
        os.replace(newer, store)
        # A store is held for so long after it was taken, however quick its visitors are.
        page.wait_for_timeout(SETTLED_SECONDS * 1000)
        go(page, "概要")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        go(page, "資料・ダウンロード")
        expect(title).to_contain_text(f"{counts[1]}件")
        expect(page.get_by_test_id("stException")).to_have_count(0)
