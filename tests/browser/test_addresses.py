"""An address says what its sender saw: as the first visit of all, after a reload, and where it names what does not exist."""

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Ask, Visit
from tests.browser.server import ROOT, serve, settle

pytestmark = pytest.mark.browser

FILTERED = "→ 実施事業"
WEIGHT = "link => getComputedStyle(link.querySelector('p')).fontWeight"
# The folders that the app runs from.
HOUSE = ("access", "dashboard", "desk", "engines", "loaders", "pages", "serving", "data", ".streamlit")


def heading(page: Page) -> str:
    return page.get_by_test_id("stMain").get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize("path", ["initiative?initiative={number}", "unmet?department={department}"])
def test_a_link_is_followed_by_the_very_first_visit_of_a_server(
    path: str, page: Page, visit: Visit, store_path: Path, tmp_path: Path, ask: Ask
) -> None:
    number, department = ask(
        """
        select number, department from initiative_year join initiative using (initiative_id)
        where is_undone order by all limit 1
        """
    )[0]
    path = path.format(number=number, department=quote(str(department)))
    store = shutil.copy(store_path, tmp_path / "plan.duckdb")
    with serve(store) as url:
        page.goto(f"{url}/{path}")
        settle(page)
        expect(page.get_by_test_id("stSidebarUserContent").get_by_text("主担当", exact=True).first).to_be_visible()
        assert page.url == f"{url}/{path}"
        first = heading(page)
    assert first == heading(visit(f"/{path}"))


def test_a_page_finds_its_server_without_trying(asked: list[str], visit: Visit) -> None:
    visit("/unmet")
    assert [url for url in asked if "/unmet/_stcore" in url] == []


def test_a_broken_link_says_so_and_offers_a_choice(visit: Visit, ask: Ask) -> None:
    ((last,),) = ask("select max(number) from initiative")
    page = visit(f"/initiative?initiative={int(str(last)) + 1}")
    assert heading(page) == "この番号の実施事業はありません"
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text(f"番号「{int(str(last)) + 1}」は、この進行管理表にありません")
    expect(main.get_by_role("combobox", name="実施事業を選ぶ")).to_be_visible()


@pytest.mark.parametrize(("name", "path"), [("overview", ""), ("概要", ""), ("未達・繰越", "unmet"), ("要確認", "review")])
def test_a_page_is_found_by_its_name_as_well(name: str, path: str, visit: Visit, app_url: str) -> None:
    filtered = f"?lead={quote('主担当')}"
    page = visit(f"/{quote(name)}{filtered}")
    expect(page.get_by_role("dialog")).to_have_count(0)
    marked = page.get_by_test_id("stSidebarNav").locator("[aria-current=page]")
    expect(marked).to_have_attribute("href", f"{app_url}/{path}")
    assert marked.evaluate(WEIGHT) == "600"
    assert heading(page) == heading(visit(f"/{path}{filtered}"))


def test_a_page_that_was_found_by_another_name_is_no_longer_marked_once_it_is_left(visit: Visit) -> None:
    page = visit(f"/{quote('未達・繰越')}")
    menu = page.get_by_test_id("stSidebarNav")
    menu.get_by_role("link", name="目標体系", exact=True).click()
    settle(page)
    expect(menu.locator("[aria-current=page]")).to_have_text("目標体系")
    assert menu.get_by_role("link", name="未達・繰越", exact=True).evaluate(WEIGHT) == "400"


def test_a_page_that_was_found_by_another_name_stays_marked_while_it_is_read(visit: Visit) -> None:
    page = visit(f"/{quote('未達・繰越')}")
    page.get_by_test_id("stSidebar").get_by_text("R1", exact=True).click()
    settle(page)
    expect(page.get_by_test_id("stSidebarNav").locator("[aria-current=page]")).to_have_text("未達・繰越")


def test_going_back_to_the_name_of_a_page_shows_it_again(visit: Visit) -> None:
    page = visit(f"/{quote('未達・繰越')}?lead={quote('主担当')}")
    first = heading(page)
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="目標体系", exact=True).click()
    settle(page)
    page.go_back()
    settle(page)
    assert heading(page) == first


def test_filters_that_do_not_exist_filter_nothing(visit: Visit) -> None:
    page = visit("/?department=ない課&year=H99&lead=ない担当&scope=9-⑨-ン")
    expect(page.get_by_test_id("stMain")).not_to_contain_text(FILTERED)
    assert heading(page) == heading(visit("/"))


def test_a_filter_that_lets_nothing_through_can_be_cleared(visit: Visit) -> None:
    page = visit("/unmet?q=どこにもないことば")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("条件に合う実施事業がありません")
    expect(main).to_contain_text("ことば：どこにもないことば")
    main.get_by_role("button", name="すべての絞り込みを解除").click()
    settle(page)
    expect(main).not_to_contain_text(FILTERED)
    assert "q=" not in page.url
    assert heading(page) == heading(visit("/unmet"))


def test_reload_and_back_keep_the_filter(visit: Visit) -> None:
    page = visit("/?lead=" + quote("主担当"))
    said = page.get_by_test_id("stMain").get_by_text("絞り込み")
    kept = said.first.inner_text()
    page.reload()
    settle(page)
    assert said.first.inner_text() == kept
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="未達・繰越", exact=True).click()
    settle(page)
    assert said.first.inner_text() == kept
    page.go_back()
    settle(page)
    assert said.first.inner_text() == kept


def test_the_first_visit_makes_the_data_and_shows_it_happen(page: Page, visit: Visit, tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    shutil.copy(ROOT / "app.py", house)
    for name in HOUSE:
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("plan.duckdb*", "__pycache__"))
    with serve(house / "data" / "plan.duckdb", house, is_given=False) as url:
        page.goto(url)
        expect(page.get_by_text("進行管理表からデータを作っています")).to_be_visible(timeout=60_000)
        expect(page.get_by_test_id("stMain").get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
        settle(page)
        assert heading(page) == heading(visit("/"))


def test_a_store_that_is_named_and_missing_is_told_with_what_to_do(page: Page, tmp_path: Path) -> None:
    with serve(tmp_path / "elsewhere.duckdb") as url:
        page.goto(url)
        settle(page)
        assert heading(page) == "データがまだありません"
        expect(page.get_by_test_id("stMain")).to_contain_text("python -m loaders")
        expect(page.get_by_role("button", name="もう一度読み込む")).to_be_visible()
