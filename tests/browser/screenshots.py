"""Pictures of every page as visitors see it: at a desk and on a phone, in the light and in the dark, in full height.

`python -m tests.browser.screenshots [--out screenshots]` loads the table afresh, so that a picture shows this very program.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

import duckdb
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from loaders.store.freshness import ensure_current
from tests.browser.chromium import ARGS, find_chromium
from tests.browser.server import PATHS, serve, settle

WIDTHS: Final[dict[str, ViewportSize]] = {"1440": {"width": 1440, "height": 900}, "390": {"width": 390, "height": 844}}
THEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
# Longer than this, a picture can no longer be looked at.
TALLEST: Final = 8000
HEIGHT: Final = "document.querySelector('[data-testid=stMain]').scrollHeight"


def views(store: Path) -> dict[str, str]:
    """Return a name and a path for each picture: every page, and what a search, a section and an indicator open."""
    with duckdb.connect(str(store), read_only=True) as connection:
        row = connection.execute(
            """
            select i.department, i.number, n.name, n.unit, i.activity
            from indicator n join initiative i using (initiative_id)
            where n.baseline is not null and n.final_goal is not null
            order by i.number, n.position
            """
        ).fetchone()
    found = {path or "overview": path for path in PATHS}
    if row:
        department, number, name, unit, activity = row
        option = f"{number} {name}{f'（{unit}）' if unit else ''}｜{activity}"
        found["departments_one"] = f"departments?department={department}"
        found["indicators_one"] = f"indicators?indicator={option}"
        found["search_found"] = f"search?find={name}"
    return found


def take(browser: Browser, url: str, name: str, out: Path) -> None:
    """Take a page in every width and theme, as tall as it is."""
    for width, size in WIDTHS.items():
        for theme in THEMES:
            context = browser.new_context(viewport=size, color_scheme=theme, locale="ja-JP")
            page = context.new_page()
            page.goto(url)
            settle(page)
            height = max(size["height"], min(int(page.evaluate(HEIGHT)), TALLEST))
            page.set_viewport_size({"width": size["width"], "height": height})
            settle(page)
            page.screenshot(path=out / f"{name}.{width}.{theme}.png")
            context.close()


def main() -> None:
    """Take all pictures; tell each as it is taken."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", type=Path, default=Path("screenshots"), help="folder for the pictures")
    arguments.add_argument("--pages", nargs="*", help="names of pages, e.g. overview unmet; all where none is named")
    chosen = arguments.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder) / "plan.duckdb"
        ensure_current(store)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGS)
        with serve(store) as url:
            for name, path in views(store).items():
                if not chosen.pages or name in chosen.pages:
                    take(browser, f"{url}/{path}", name, chosen.out)
                    print(chosen.out / name, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
