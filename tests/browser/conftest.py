"""A manager's browser: the app on a store of its own, and a page that knows when Streamlit has finished drawing."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb
import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright

from dashboard.database.store import SETTING
from engines.installation import DATA_SETTING
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
    with serve(store_path, script="asgi.py") as url:
        yield url


@pytest.fixture
def data(tmp_path: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data in which somebody may write, with the shipped plan read already."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(store_path, folder / "plan.duckdb")
    monkeypatch.setenv(DATA_SETTING, str(folder))
    return folder


@pytest.fixture
def desk_url(data: Path) -> Iterator[str]:
    """The app at a desk of its own, on that folder."""
    with serve(data.parent / "log", is_given=False, script="asgi.py") as url:
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


@dataclass
class Visitors:
    """Visitors with a browser of their own each, who come again in the next test and have forgotten what they did before.

    A new browser fetches and compiles the app's own files anew, which takes several times what most tests do with it.
    """

    browser: Browser
    pages: list[Page] = field(default_factory=list)
    busy: int = 0

    def next(self) -> Page:
        """Return the page of a visitor who is not yet about."""
        if self.busy == len(self.pages):
            context = self.browser.new_context(viewport=DESKTOP, locale="ja-JP", accept_downloads=True)
            self.pages.append(context.new_page())
        self.busy += 1
        return self.pages[self.busy - 1]

    def leave(self) -> None:
        """Let all go home: what they kept, how they looked at pages and what they were connected to is gone."""
        for page in self.pages[: self.busy]:
            page.evaluate("() => { try { localStorage.clear(); sessionStorage.clear() } catch { /* no page */ } }")
            page.goto("about:blank")
            page.context.clear_cookies()
            page.unroute_all()
            page.emulate_media(media="null", color_scheme="null")
            page.set_viewport_size(DESKTOP)
        self.busy = 0


@pytest.fixture(scope="session")
def known_visitors(browser: Browser) -> Visitors:
    """All who were about in a test so far."""
    return Visitors(browser)


@pytest.fixture
def visitors(known_visitors: Visitors) -> Iterator[Visitors]:
    """Whoever is about in one test."""
    yield known_visitors
    known_visitors.leave()


@pytest.fixture
def page(visitors: Visitors) -> Page:
    """The browser of one who has not opened anything yet."""
    return visitors.next()


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """The addresses that `page` asks for."""
    addresses: list[str] = []

    def write_down(request: Request) -> None:
        addresses.append(request.url)

    page.context.on("request", write_down)
    yield addresses
    page.context.remove_listener("request", write_down)


@pytest.fixture
def visit(visitors: Visitors, app_url: str) -> Visit:
    """Return a function that opens a path of the app in a browser of its own, and waits until it is drawn."""

    def go(path: str) -> Page:
        page = visitors.next()
        page.goto(path if path.startswith("http") else app_url + path)
        settle(page)
        return page

    return go


@pytest.fixture
def manager(page: Page, app_url: str, visit: Visit) -> Manager:
    """Return a manager who has just opened the start page, and whose clicks are counted."""
    page.goto(app_url)
    settle(page)
    return Manager(page, visit)


@pytest.fixture(scope="session")
def ask(store_path: Path) -> Iterator[Ask]:
    """Return a function that asks the store: what a page must say is computed here, never typed into a test."""
    with duckdb.connect(str(store_path), read_only=True) as store:
        yield lambda sql, *values: store.execute(sql, list(values)).fetchall()
