"""A manager's browser: the app on a store of its own, and a page that knows when Streamlit has finished drawing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGS, find_chromium
from tests.browser.server import serve, settle

Visit = Callable[[str], Page]


@pytest.fixture(scope="session")
def app_url(store_path: Path) -> Iterator[str]:
    """Serve the app on the store that the session built, and return its address."""
    with serve(store_path) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one Chromium for all tests; fail with what to install where there is none."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, app_url: str) -> Iterator[Visit]:
    """Return a function that opens a path of the app in a browser of its own, and waits until it is drawn."""
    contexts = []

    def go(path: str) -> Page:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP", accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.goto(path if path.startswith("http") else app_url + path)
        settle(page)
        return page

    yield go
    for context in contexts:
        context.close()
