"""Words of documents and people are words on every page, letter by letter, and no page asks another host for anything."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page

from dashboard.text.markdown import JOINER, verbatim
from tests.browser.hostile import BEGINNINGS, ELSEWHERE, WORDS, HostilePlan, hostile_plan
from tests.browser.manager import bare
from tests.browser.server import PATHS, ROOT, serve, settle

pytestmark = pytest.mark.browser

DOOR = """
import json, sys
from pathlib import Path
sys.path.insert(0, {root!r})
import pandas as pd
import streamlit as st
from dashboard.text.markdown import verbatim
words = json.loads(Path("words.json").read_text(encoding="utf-8"))
st.title("words")
for at, said in enumerate(words):
    with st.container(key=f"body_{{at}}"):
        st.markdown(verbatim(said))
    with st.container(key=f"label_{{at}}"):
        st.button(verbatim(said), key=f"button_{{at}}")
with st.container(key="table"):
    st.table(pd.DataFrame({{"words": [verbatim(said) for said in words]}}), hide_index=True)
"""
# What Markdown makes of signs.
MADE = "a, img, h1, h2, h3, li, code, strong, em, del, blockquote, hr, svg, .katex, input"


def shown(text: str | None) -> str:
    return bare((text or "").replace(JOINER, ""))


def elsewhere(asked: list[str], url: str) -> list[str]:
    """The addresses that are not this host's."""
    return [
        one for one in asked if urlsplit(one).scheme not in ("data", "blob") and urlsplit(one).netloc != urlsplit(url).netloc
    ]


def test_every_sign_goes_through_the_door_as_it_is(page: Page, asked: list[str], tmp_path: Path) -> None:
    words = [*WORDS, *BEGINNINGS]
    (tmp_path / "app.py").write_text(DOOR.format(root=str(ROOT)), encoding="utf-8")
    (tmp_path / "words.json").write_text(json.dumps(words), encoding="utf-8")
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[browser]\ngatherUsageStats = false\n", encoding="utf-8")
    with serve(tmp_path / "none.duckdb", tmp_path) as url:
        page.goto(url)
        settle(page)
        for place in ("body", "label"):
            for at, said in enumerate(words):
                box = page.locator(f".st-key-{place}_{at}")
                assert shown(box.inner_text()) == shown(said), (place, said)
                assert box.locator(MADE).count() == 0, (place, said)
        cells = page.locator(".st-key-table td").all()
        assert [shown(cell.inner_text()) for cell in cells] == [shown(said) for said in words]
        assert elsewhere(asked, url) == []


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> HostilePlan:
    return hostile_plan(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile_url(plan: HostilePlan) -> Iterator[str]:
    with serve(plan.store) as url:
        yield url


def strays(text: str, plan: HostilePlan) -> list[tuple[str, str]]:
    """Return the words of the plan that stand otherwise in a text than in the store; what ends in … may be cut short."""
    found = []
    for begun in re.finditer(r"〔([a-z]{2})：", text):
        expected, rest = shown(plan.said[begun[1]]) + "〕", text[begun.end() :]
        length = next((at for at, (a, b) in enumerate(zip(expected, rest, strict=False)) if a != b), len(expected))
        if length < len(expected) and not rest[length:].startswith("…"):
            found.append((expected, rest[: len(expected) + 20]))
    return found


@pytest.mark.parametrize("path", [*PATHS, "initiative?initiative=2", "search?q=evil", "departments?department={department}"])
def test_every_page_shows_the_plans_words_letter_by_letter(
    path: str, page: Page, asked: list[str], hostile_url: str, plan: HostilePlan
) -> None:
    page.goto(f"{hostile_url}/{path.format(department=quote(plan.department))}")
    settle(page)
    for part in ("stMain", "stSidebar"):
        text = shown(page.get_by_test_id(part).first.text_content())
        assert strays(text, plan) == []
    outside = f'[src*="{ELSEWHERE}"], [href*="//{ELSEWHERE}" i], [href*="//www." i], [href^="mailto"]'
    assert page.get_by_test_id("stMain").locator(outside).count() == 0
    assert elsewhere(asked, hostile_url) == []


def test_words_that_stand_otherwise_are_seen(plan: HostilePlan) -> None:
    name, said = next(iter(plan.said.items()))
    assert strays(f"〔{name}：{shown(said)}〕", plan) == []
    assert strays(f"〔{name}：{shown(said)[:3]}…", plan) == []
    assert strays(f"〔{name}：{shown(said)[:3]}〕", plan) != []
    assert JOINER in verbatim(WORDS[6])
