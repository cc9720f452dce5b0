"""Every page can be read and used by everybody: by keyboard, by ear, on a phone, in the dark, and without the internet."""

import re
from typing import Final
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import DESKTOP, Ask, Visit
from tests.browser.server import PATHS, settle, still

pytestmark = pytest.mark.browser

PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
# The widths that must do without sideways scroll; the last two are phones, the very last is 400 % zoom of 1280.
SIZES: Final[tuple[ViewportSize, ...]] = (DESKTOP, {"width": 1280, "height": 720}, PHONE, {"width": 320, "height": 720})
SERIOUS: Final = ("serious", "critical")
# Without this axe tells of every element that passes as well: 1.6 MB of a page instead of 63 KB, and twice the time.
FAULTS: Final = {"resultTypes": ["violations"]}
# What differs in the dark is colour alone; the rest of axe's rules has been asked in the light.
RULES_OF_COLOUR: Final = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# A finding of axe that stays: its rule, what its element is, and why it stays.
EXCEPTIONS: Final = {
    (
        "color-contrast",
        "dark",
        'title="1 ',
    ): "Streamlit writes a multiselect's chosen words in white on the primary colour, which "
    "in the dark is the colour of words as well; no colour is 4.5:1 as both. The words stand below as a heading again.",
}
LATIN_LINE: Final = re.compile(r"[A-Za-z]{4,}")
JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龠]")
# Lines in Latin letters that are names of things, not English left over.
NAMES: Final = re.compile(r"https?://\S+|[\w/]+\.(csv|txt|duckdb)|SHA-256|[0-9a-f ]{20,}")
ON_SCREEN: Final = """() => {
    const hidden = [...document.querySelectorAll('[data-testid=stIconMaterial], pre, code, svg')];
    hidden.forEach(one => one.style.visibility = 'hidden');
    const lines = document.querySelector('[data-testid=stApp]').innerText;
    hidden.forEach(one => one.style.visibility = '');
    return lines;
}"""
# What Streamlit calls its own parts for those who hear them; the names of charts and tables are the page's.
SPOKEN_NAMES: Final = """() => [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
    .flatMap(one => ['aria-label', 'title', 'placeholder'].map(name => one.getAttribute(name)))
    .filter(Boolean).join('\\n')"""
SIDEWAYS: Final = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .some(one => one.scrollWidth > one.clientWidth + 1)"""
MUTE_CHARTS: Final = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
    .filter(chart => !(chart.getAttribute('aria-label') || '').trim()).length"""
# A focus is visible where the element or what it stands in looks otherwise than without it, once it has faded in.
FOCUSED: Final = """async () => {
    const it = document.activeElement, faded = () => new Promise(done => setTimeout(done, 250));
    const looks = () => { const found = []; let at = it;
        for (let i = 0; i < 5 && at; i++, at = at.parentElement) { const style = getComputedStyle(at);
            found.push([style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join()); }
        return found.join(); };
    await faded(); const focused = looks();
    it.blur(); await faded(); const plain = looks(); it.focus({focusVisible: true});
    const named = it.getAttribute('aria-label') || it.closest('[role=radiogroup]')?.getAttribute('aria-label');
    return {said: named || it.textContent.trim(), visible: focused !== plain};
}"""


def chosen(ask: Ask) -> dict[str, str]:
    """Views that a choice opens: one indicator, one section, one search, nothing that matches."""
    number, name, unit, activity = ask(
        """
        select number, name, unit, activity from indicator join initiative using (initiative_id)
        where baseline is not null order by number limit 1
        """
    )[0]
    (section,) = ask("select department from initiative group by 1 order by count(*) desc, 1 limit 1")[0]
    return {
        "one indicator": f"indicators?indicator={number} {name}{f'（{unit}）' if unit else ''}｜{activity}",
        "one section": f"departments?department={section}",
        "a search": f"search?find={section}",
        "no match": "unmet?q=ない言葉",
    }


CHOICES: Final = ("one indicator", "one section", "a search", "no match")


def serious(page: Page, theme: str, options: dict[str, object] | None = None) -> list[str]:
    """Return axe's serious and critical findings, one line an element, less the exceptions."""
    found = []
    for violation in Axe().run(page, options=FAULTS | (options or {})).response["violations"]:
        for node in violation["nodes"] if violation["impact"] in SERIOUS else []:
            known = any(violation["id"] == rule and theme == of and sign in node["html"] for rule, of, sign in EXCEPTIONS)
            found += [] if known else [f"{theme} {page.viewport_size}: {violation['id']}: {node['html'][:140]}"]
    return found


def host_of(address: str) -> str:
    return urlsplit(address).netloc


def english(page: Page) -> list[str]:
    """Return lines on screen, and names that are only spoken, that hold a word in Latin letters and no Japanese."""
    said = f"{page.evaluate(ON_SCREEN)}\n{page.evaluate(SPOKEN_NAMES)}"
    lines = {NAMES.sub("", line.strip()) for line in said.splitlines()}
    return [line for line in lines if LATIN_LINE.search(line) and not JAPANESE.search(line)]


@pytest.mark.parametrize("what", [*PATHS, *CHOICES])
def test_a_page_can_be_used_by_everybody(what: str, page: Page, asked: list[str], app_url: str, ask: Ask) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{app_url}/{chosen(ask)[what] if what in CHOICES else what}")
    settle(page)
    wrong = serious(page, "light")
    wrong += [f"English on screen: {line}" for line in english(page)]
    wrong += [] if page.title().endswith("｜計画の進行管理") else [f"the tab is called {page.title()}"]
    wrong += ["the page is not said to be Japanese"] if page.evaluate("document.documentElement.lang") != "ja" else []
    wrong += ["a chart says nothing to those who hear it"] if page.evaluate(MUTE_CHARTS) else []
    wrong += ["the page failed"] if page.locator("[data-testid=stException], [data-testid=stAlert]").count() else []
    for size in SIZES:
        page.set_viewport_size(size)
        still(page)
        wrong += [f"scrolls sideways at {size['width']} px"] if page.evaluate(SIDEWAYS) else []
    wrong += serious(page, "light")
    # What stands beside a page is the same for all: its colours in the dark are asked of the first, and of choices.
    page.set_viewport_size(PHONE if what in PATHS[1:] else DESKTOP)
    page.emulate_media(color_scheme="dark")
    still(page)
    wrong += serious(page, "dark", RULES_OF_COLOUR)
    assert not wrong, "\n".join(wrong)
    assert {host for host in map(host_of, asked) if host} == {host_of(app_url)}


def test_the_keyboard_reaches_navigation_and_filters_with_a_visible_focus(visit: Visit) -> None:
    page = visit("/")
    titles = page.get_by_test_id("stSidebarNav").get_by_role("link").all_inner_texts()
    filters = page.get_by_test_id("stSidebarUserContent").get_by_test_id("stWidgetLabel").all_inner_texts()
    assert titles
    assert filters
    wanted = [label.strip() for label in (*titles, *filters)]
    seen: dict[str, bool] = {}
    # The link that skips to the words is before them.
    for _ in range(len(wanted) + 1):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        seen[focus["said"]] = focus["visible"]
    assert [label for label in wanted if label not in seen] == [], "Tab does not reach them"
    assert [label for label in wanted if not seen[label]] == [], "their focus can't be seen"


def test_the_keyboard_sees_that_it_is_on_a_link_to_an_initiative(visit: Visit) -> None:
    page = visit("/departments")
    page.locator("[data-testid=stPageLink] a, [data-testid=stTable] a, .picture a").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    focus = page.evaluate(FOCUSED)
    assert focus["visible"], focus["said"]


def test_a_select_box_without_a_match_says_so_in_japanese(visit: Visit) -> None:
    page = visit("/")
    page.get_by_test_id("stSidebar").get_by_label("担当課").first.click()
    page.keyboard.type("ない課")
    expect(page.get_by_text("該当する選択肢はありません")).to_be_visible()


def test_a_wrong_path_is_told_in_japanese(visit: Visit) -> None:
    dialog = visit("/no_such_page").get_by_role("dialog")
    expect(dialog).to_contain_text("ページがありません")
    assert not LATIN_LINE.search(dialog.inner_text())
