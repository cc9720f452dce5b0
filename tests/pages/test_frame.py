"""Every page opens under every kind of filter, and the frame says which filter is in force."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.browser import printing
from dashboard.database import queries, store
from dashboard.text.markdown import verbatim
from tests.pages.conftest import APP, SECONDS, Ask, OpenPage, words_on

PAGES = sorted(f"pages/{path.name}" for path in (APP.parent / "pages").glob("*.py"))
FILTERS = {
    "none": {},
    "leading": {"lead": "主担当"},
    "sections": {"department": ["防災課", "市民課"]},
    "year_without_evaluation": {"year": "R3"},
    "first_year": {"year": "H29", "scope": "2"},
    "words": {"q": "ＩＣＴ 研修"},
    "nothing": {"q": "存在しない言葉"},
    "broken": {"lead": "だれか", "year": "X9", "department": "ない課", "scope": "9-9"},
}


def is_narrowed(page: AppTest) -> bool:
    return "**絞り込み**" in words_on(page)


@pytest.mark.parametrize("filters", FILTERS.values(), ids=list(FILTERS))
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_under_a_filter(open_page: OpenPage, page: str, filters: dict[str, str | list[str]]) -> None:
    opened = open_page(page, filters)
    assert opened.title or opened.subheader


def test_the_line_says_which_filters_are_in_force_and_how_many_match(open_page: OpenPage, ask: Ask) -> None:
    matching = ask("select count(*) from initiative where is_lead and department = '防災課'")[0][0]
    total = ask("select count(*) from initiative")[0][0]
    said = words_on(open_page(None, {"lead": "主担当", "department": "防災課"}))
    assert f"主担当／担当課：防災課 → 実施事業 **{matching}件**（全{total}件）" in said


def test_without_a_filter_there_is_no_line(open_page: OpenPage) -> None:
    assert not is_narrowed(open_page())


def test_a_broken_filter_falls_back_to_all(open_page: OpenPage) -> None:
    assert not is_narrowed(open_page(None, FILTERS["broken"]))


def test_clearing_the_filter_brings_all_back_and_keeps_the_year(open_page: OpenPage) -> None:
    opened = open_page(None, {"q": "防災", "lead": "主担当", "year": "H30"})
    opened.button(key="clear_filters").click().run()
    assert not is_narrowed(opened)
    assert opened.radio(key="year").value == "H30"


def test_a_filter_that_matches_nothing_says_why_and_offers_to_clear_it(open_page: OpenPage) -> None:
    opened = open_page(None, FILTERS["nothing"])
    assert "条件に合う実施事業がありません" in words_on(opened)
    assert "ことば：存在しない言葉" in words_on(opened)
    opened.button(key="clear_when_empty").click().run()
    assert not is_narrowed(opened)


def test_the_filter_holds_when_the_page_changes(open_page: OpenPage) -> None:
    opened = open_page(None, {"department": "防災課"})
    opened.switch_page("pages/data.py").run()
    assert "担当課：防災課" in words_on(opened)


def test_the_year_starts_at_the_last_evaluated_one(open_page: OpenPage, ask: Ask) -> None:
    label = ask("select label from fiscal_year join plan on year = last_evaluated_year")[0][0]
    assert open_page().radio(key="year").value == label


def test_without_a_store_the_page_says_how_to_load_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(tmp_path / "none.duckdb"))
    opened = AppTest.from_file(str(APP), default_timeout=SECONDS).run()
    assert not opened.exception
    assert opened.title[0].value == "データがまだありません"
    assert "python -m loaders" in words_on(opened)


def test_a_page_that_fails_says_so_in_words_and_not_in_english(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "frame", failing)
    opened = open_page(may_fail=True)
    assert not opened.exception
    assert "この画面を表示できませんでした" in opened.error[0].value


def failing(*_: object, **__: object) -> None:
    raise RuntimeError("no such view")


def test_what_a_link_asks_for_in_vain_is_told(open_page: OpenPage) -> None:
    said = open_page(None, {"department": ["防災課", "ない課"], "scope": "9-9", "year": "X9"}).warning[0].value
    assert all(value in said for value in ("担当課「ない課」", "目標・施策・事業「9-9」", "年度「X9」"))
    assert "防災課" not in said
    assert not open_page(None, {"department": "防災課"}).warning


def test_what_matches_nothing_says_which_condition_to_drop(open_page: OpenPage, ask: Ask) -> None:
    opened = open_page(None, {"department": "防災課", "scope": "4"})
    own = ask("select count(*) from initiative where department = '防災課'")[0][0]
    assert opened.title[0].value == "条件に合う実施事業がありません"
    assert f"- 担当課：防災課（これだけなら{own}件）".replace("：", "：") in words_on(opened).replace("\\", "")
    opened.get_by_key("clear_scope").click().run()
    assert opened.title[0].value != "条件に合う実施事業がありません"


def test_typed_signs_stand_on_the_screen_as_typed(open_page: OpenPage) -> None:
    typed = "![x](http://example.com/a.png) *a* $1$"
    searched = open_page("pages/search.py", {"find": typed})
    assert searched.title[0].value.startswith(f"「{verbatim(typed)}」")
    filtered = open_page(None, {"q": typed})
    assert typed not in words_on(filtered)
    assert verbatim("ことば：![x](http://example.com/a.png)") in words_on(filtered)


@pytest.mark.parametrize(
    ("page", "chosen", "path"),
    [
        ("pages/initiative.py", {"initiative": "130"}, "initiative"),
        ("pages/search.py", {"find": "LINE"}, "search"),
        ("pages/insights.py", {"insight": "食い違い"}, "insights"),
    ],
)
def test_every_page_leads_to_itself_on_paper_with_what_was_chosen(
    open_page: OpenPage, page: str, chosen: dict[str, str], path: str
) -> None:
    opened = open_page(page, chosen)
    entry = next(str(one.value) for one in opened.sidebar.markdown if printing.ENTRY in str(one.value))
    assert f"]({path}?{urlencode([*printing.OPENED.items(), *chosen.items()])})" in entry
