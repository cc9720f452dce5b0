"""A manager's browser: the app on a store of its own, and a page that knows when Streamlit has finished drawing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import duckdb
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from dashboard.database.store import SETTING
from tests.browser.chromium import ARGS, find_chromium
from tests.browser.manager import Manager
from tests.browser.server import serve, settle

DESKTOP: Final[ViewportSize] = {"width": 1440, "height": 900}
Row = tuple[object, ...]
Visit = Callable[[str], Page]
Ask = Callable[..., list[Row]]


@pytest.fixture(scope="session")
def app_url(store_path: Path) -> Iterator[str]:
    """Serve the app on the store that the session built, and return its address."""
    with serve(store_path) as url:
        yield url


@pytest.fixture(scope="session", autouse=True)
def words_of_the_store(store_path: Path) -> Iterator[None]:
    """Let what a test expects in words be read from the store that is served."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(store_path))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one Chromium for all tests; fail with what to install where there is none."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has been here before, so that it need not fetch the app's own files again."""
    context = browser.new_context(viewport=DESKTOP, locale="ja-JP", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def visit(browser: Browser, app_url: str) -> Iterator[Visit]:
    """Return a function that opens a path of the app in a browser of its own, and waits until it is drawn."""
    contexts: list[BrowserContext] = []

    def go(path: str) -> Page:
        context = browser.new_context(viewport=DESKTOP, locale="ja-JP", accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.goto(path if path.startswith("http") else app_url + path)
        settle(page)
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def manager(desk: BrowserContext, app_url: str, visit: Visit) -> Iterator[Manager]:
    """Return a manager who has just opened the start page, and whose clicks are counted."""
    page = desk.new_page()
    page.goto(app_url)
    settle(page)
    yield Manager(page, visit)
    page.close()


@pytest.fixture(scope="session")
def ask(store_path: Path) -> Iterator[Ask]:
    """Return a function that asks the store: what a page must say is computed here, never typed into a test."""
    with duckdb.connect(str(store_path), read_only=True) as store:
        yield lambda sql, *values: store.execute(sql, list(values)).fetchall()
