"""An answer is at most three clicks or one search away from the start page, and its address gives it again."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from tests.browser.server import settle

MOST_CLICKS: Final = 3
MOST_SEARCHES: Final = 1
# Blanks and line breaks are layout.
LAYOUT: Final = re.compile(r"\s+")


def bare(text: object) -> str:
    """Return words without what only lays them out, so that they can be found in a page's text."""
    return LAYOUT.sub("", str(text))


def shown(page: Page) -> str:
    """Return all words that stand in the main part of the page, bare."""
    return bare(page.get_by_test_id("stMain").inner_text())


def spoken(page: Page) -> str:
    """Return what the charts of the page say to those who hear them, bare."""
    charts = page.get_by_test_id("stPlotlyChart")
    return bare("\n".join(str(chart.get_attribute("aria-label")) for chart in charts.all()))


@dataclass
class Manager:
    """Somebody who goes from the start page to an answer; every step is counted against what an answer may cost."""

    page: Page
    visit: Callable[[str], Page]
    clicks: int = 0
    searches: int = 0

    @property
    def main(self) -> Locator:
        """The part of the page beside the filters."""
        return self.page.get_by_test_id("stMain")

    @property
    def sidebar(self) -> Locator:
        """The navigation and the filters."""
        return self.page.get_by_test_id("stSidebar")

    def start_again(self) -> None:
        """Open the start page for another part of the question, with nothing counted and nothing chosen."""
        start = urlsplit(self.page.url)
        self.page.goto(f"{start.scheme}://{start.netloc}/")
        settle(self.page)
        self.clicks = self.searches = 0

    def click(self, what: Locator) -> None:
        """Click on something and wait for the page; the fourth click fails."""
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS, f"the answer takes more than {MOST_CLICKS} clicks"
        what.click()
        settle(self.page)

    def turn_to(self, title: str) -> None:
        """Click on a page of the navigation."""
        self.click(self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True))

    def search(self, box: Locator, words: str) -> None:
        """Type words into a box and press Enter; the second search fails."""
        self.searches += 1
        assert self.searches <= MOST_SEARCHES, "the answer takes more than one search"
        box.focus()
        self.page.keyboard.type(words)
        # A list of options follows the typing; Enter before it would choose what was first in it.
        self.page.wait_for_timeout(150)
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Escape")
        settle(self.page)

    def reads(self, answer: Callable[[Page], None]) -> None:
        """Hold the answer against the page, and against a new browser that opens the page's address."""
        answer(self.page)
        answer(self.visit(self.page.url))
