"""How long a page takes in a real browser, told against a bare app of Streamlit in the same run on the same machine.

python -m tests.bench.speed [--rounds 5] [--rows 133] [--pages overview indicators]   (`make speed`)

Three things are timed. Opening: from the address to the frame in which the title is painted. A choice (a year, a section): from
the press to the new title, and to the last change of the page. The floor (tests/bench/floor) is timed between them, so that a
busy machine slows both.
"""

import argparse
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb
from playwright.sync_api import BrowserContext, Page, sync_playwright

from loaders.store.building import load
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from tests.bench.generated import write_table
from tests.browser.chromium import ARGS, find_chromium
from tests.browser.server import PATHS, serve, settle

FLOOR: Final = Path(__file__).parent / "floor"
FILTERED: Final = ("overview", "indicators", "unmet", "departments", "goals", "insights", "sheet")
# Whatever is drawn later than this after the last change was not part of it.
QUIET: Final = 500
# What watches must not lay the page out at every change, as asking for its text as seen (innerText) would.
WATCH: Final = """() => {
    const main = document.querySelector('[data-testid=stApp]')
    const seen = window.seen = {last: 0, titled: 0, was: document.querySelector('[data-testid=stMain] h1')?.textContent}
    window.watching?.disconnect()
    window.watching = new MutationObserver(() => {
        seen.last = performance.now()
        const title = document.querySelector('[data-testid=stMain] h1')?.textContent
        if (!seen.titled && title && title !== seen.was) seen.titled = seen.last
    })
    window.watching.observe(main, {subtree: true, childList: true, characterData: true, attributes: true})
    document.addEventListener('pointerdown', () => { seen.began = performance.now() }, {once: true, capture: true})
    const enter = event => { if (event.key === 'Enter') seen.began = performance.now() }
    document.addEventListener('keydown', enter, {capture: true})
}"""
STILL: Final = f"""() => window.seen.last > window.seen.began && performance.now() - window.seen.last > {QUIET}
    && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"""
TOLD: Final = "() => [window.seen.titled - window.seen.began, window.seen.last - window.seen.began]"
# The page itself notes when its title is painted. Asked from outside, it would answer once the charts' bundle has been read,
# which keeps it busy for longer than all before: the title would seem to come after that wherever the bundle won the race.
PAINTED: Final = """() => {
    window.painted = 0
    const watch = new MutationObserver(() => {
        const title = document.querySelector('[data-testid=stMain] h1')
        if (!title?.textContent) return
        watch.disconnect()
        const next = () => {
            if (!title.checkVisibility({opacityProperty: true, visibilityProperty: true})) return requestAnimationFrame(next)
            // What is sent within a frame comes in after it was painted.
            const sent = new MessageChannel()
            sent.port1.onmessage = () => { window.painted = performance.now() }
            sent.port2.postMessage(null)
        }
        requestAnimationFrame(next)
    })
    watch.observe(document, {subtree: true, childList: true, characterData: true})
}"""
IS_PAINTED: Final = "() => window.painted"


@dataclass
class Times:
    """Milliseconds of each round: to the title, and to the last change."""

    title: list[float] = field(default_factory=list)
    still: list[float] = field(default_factory=list)

    def add(self, title: float, still: float) -> None:
        """Keep a round; a title that stayed as it was came with the last change."""
        self.title.append(title if title > 0 else still)
        self.still.append(still)


def choose(page: Page, press: Callable[[], None]) -> tuple[float, float]:
    """Make a choice; return the milliseconds to the new title and to the last change."""
    page.evaluate(WATCH)
    press()
    page.wait_for_function(STILL, timeout=60_000, polling=50)
    title, still = page.evaluate(TOLD)
    return float(title), float(still)


def opened(context: BrowserContext, url: str, elsewhere: str) -> float:
    """Open an address in a browser that has been here before; return the milliseconds to its title on the screen.

    It comes from another site, `elsewhere`, as by a link: the browser begins a process for the page then, whatever its headers
    say. From an empty tab it would do so for ours alone, which holds itself apart from whoever opened it.
    """
    page = context.new_page()
    page.goto(elsewhere)
    page.add_init_script(f"({PAINTED})()")
    page.goto(url, wait_until="commit")
    page.wait_for_function(IS_PAINTED, timeout=60_000, polling=50)
    took = float(page.evaluate(IS_PAINTED))
    page.close()
    return took


def pick(page: Page, label: str, option: str) -> Callable[[], None]:
    """Return what picks an option of a list in the sidebar or on the floor's page."""
    box = page.get_by_label(label).first
    box.click()
    page.keyboard.type(option)
    page.wait_for_timeout(300)
    return lambda: page.keyboard.press("Enter")


def press_year(page: Page, label: str) -> Callable[[], None]:
    """Return what presses a year of the sidebar."""
    return lambda: page.get_by_test_id("stSidebar").get_by_text(label, exact=True).click()


def measured(context: BrowserContext, url: str, floor: str, pages: list[str], section: str, rounds: int) -> dict[str, Times]:
    """Return the times of the floor and of every page's openings and choices, by what was done."""
    found: dict[str, Times] = {}
    # To a browser the same machine by another name is another site.
    elsewhere = f"{floor.replace('127.0.0.1', 'localhost')}/_stcore/health"
    bare = context.new_page()
    bare.goto(floor)
    settle(bare)
    for name in pages:
        path = "" if name == "overview" else name
        page = context.new_page()
        page.goto(f"{url}/{path}")
        settle(page)
        for at in range(rounds):
            took = opened(context, floor, elsewhere)
            found.setdefault("floor open", Times()).add(took, took)
            took = opened(context, f"{url}/{path}", elsewhere)
            found.setdefault(f"{name} open", Times()).add(took, took)
            found.setdefault("floor", Times()).add(*choose(bare, pick(bare, "年度", ("H30", "H29")[at % 2])))
            if name in FILTERED:
                year = ("R1", "R2")[at % 2]
                found.setdefault(f"{name} year", Times()).add(*choose(page, press_year(page, year)))
        if name in FILTERED:
            found.setdefault(f"{name} section", Times()).add(*choose(page, pick(page, "担当課", section)))
        page.close()
    bare.close()
    return found


def report(found: dict[str, Times]) -> str:
    """Return the medians as a table, each with its ratio to the floor's."""
    floor, floor_open = (statistics.median(found[name].still) for name in ("floor", "floor open"))
    lines = [
        f"floor: a choice {floor:.0f} ms, opening {floor_open:.0f} ms",
        "",
        "| page | title ms | × | still ms | × |",
        "|---|---|---|---|---|",
    ]
    for name, times in found.items():
        if name.startswith("floor"):
            continue
        title, still = statistics.median(times.title), statistics.median(times.still)
        if name.endswith(" open"):
            lines.append(f"| {name} | {title:.0f} | {title / floor_open:.1f} | | |")
        else:
            lines.append(f"| {name} | {title:.0f} | {title / floor:.1f} | {still:.0f} | {still / floor:.1f} |")
    return "\n".join(lines)


def store_of(rows: int, folder: Path) -> Path:
    """Return a store of the shipped document, or where more rows are asked for of a generated one."""
    store = folder / "plan.duckdb"
    if rows == 133:
        ensure_current(store)
        return store
    table = folder / "table.txt"
    write_table(table, rows)
    load(store, Inputs(table, table.with_suffix(".csv")), lambda _share, _step: None)
    return store


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--rows", type=int, default=133, help="initiatives of the plan; more than 133 are made up")
    arguments.add_argument("--pages", nargs="*", default=[path or "overview" for path in PATHS])
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = store_of(chosen.rows, Path(folder))
        with duckdb.connect(str(store), read_only=True) as connection:
            [(section,)] = connection.execute(
                "select department from initiative group by 1 order by count(*) desc, 1 limit 1"
            ).fetchall()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGS)
        with serve(store, script="asgi.py") as url, serve(Path(folder) / "floor.duckdb", FLOOR) as floor:
            context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP")
            print(report(measured(context, url, floor, chosen.pages, str(section), chosen.rounds)))
        browser.close()


if __name__ == "__main__":
    main()
