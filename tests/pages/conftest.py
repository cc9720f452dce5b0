"""Pages are run as the app runs them: through app.py, with a store of the shipped document and filters in the address."""

import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.browser import unfolding
from dashboard.database import store

APP = Path(__file__).resolve().parents[2] / "app.py"
SECONDS = 120

OpenPage = Callable[..., AppTest]
Ask = Callable[[str], list[tuple[object, ...]]]


def open_app(
    page: str | None = None, filters: Mapping[str, str | list[str]] | None = None, *, may_fail: bool = False
) -> AppTest:
    """Open a page by its file, the overview without one; filters are what the address holds.

    The frame turns an exception of a page into a message, so a page that is not expected to fail must show none.
    """
    app = AppTest.from_file(str(APP), default_timeout=SECONDS)
    for key, value in (filters or {}).items():
        app.query_params[key] = value
    opened = (app.switch_page(page) if page else app).run()
    assert may_fail or not (opened.exception or opened.error), [one.value for one in (*opened.exception, *opened.error)]
    return opened


@pytest.fixture
def open_page(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Open a page as `open_app` does, on a store of the shipped document."""
    monkeypatch.setenv(store.SETTING, str(store_path))
    return open_app


@pytest.fixture
def ask(store_path: Path) -> Ask:
    """Ask the store itself, so that what is expected is computed and never typed in."""

    def asked(sql: str) -> list[tuple[object, ...]]:
        with duckdb.connect(str(store_path), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    return asked


def unfolded(page: AppTest) -> AppTest:
    """Return the page with the further rows of its lists drawn."""
    for key in [key for key in page.session_state if str(key).startswith(unfolding.REST)]:
        page.session_state[key] = True
    return page.run()


def words_on(page: AppTest) -> str:
    """Return the words of a page's titles, headings and text."""
    elements = [*page.title, *page.header, *page.subheader, *page.markdown, *page.caption]
    return "\n".join(str(element.value) for element in elements)


def tables_on(page: AppTest) -> list[pd.DataFrame]:
    """Return the tables of a page as they are read, a link in a cell as '[label](address)', numbers as numbers."""
    markup = pictures_on(page) + "".join(str(element.proto.body) for element in page.get("html"))
    drawn = [_table(part) for part in re.findall(r'<table[^>]*class="listing.*?</table>', markup, re.DOTALL)]
    return [*(table.value for table in page.table), *drawn]


def _table(markup: str) -> pd.DataFrame:
    linked = re.sub(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', r"[\2](\1)", markup)
    heads, rows = (re.findall(rf"<{tag}\b.*?</{tag}>", linked, re.DOTALL) for tag in ("th", "tr"))
    cells = [[_words(cell) for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)] for row in rows]
    frame = pd.DataFrame([row for row in cells if row], columns=[_words(head) for head in heads])
    return frame.apply(lambda column: pd.to_numeric(column) if column.str.fullmatch(r"\d+").all() else column)


def _words(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup.replace("<br>", "\n")))


def said_on(page: AppTest) -> str:
    """Return the words of a page's pictures, its lists of entries and cards among them."""
    return _words(pictures_on(page))


def pictures_on(page: AppTest) -> str:
    """Return the markup of a page's pictures, one after the other."""
    return "\n".join(json.loads(picture.proto.json) for picture in page.get("bidi_component"))
