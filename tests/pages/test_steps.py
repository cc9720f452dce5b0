"""次にすること is written on an initiative, listed with what is overdue on top, done and undone with one press."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.database import store
from dashboard.following import acts
from dashboard.settling import person
from desk import database, notes, revisions
from desk.notes import Interim, Step
from tests.pages.conftest import Ask, OpenPage, open_app, pictures_on, words_on


@pytest.fixture
def desk_file(tmp_path: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk of its own, where somebody may write."""
    monkeypatch.setenv(store.SETTING, str(store_path))
    monkeypatch.setenv(database.SETTING, str(tmp_path))
    monkeypatch.setattr(acts, "refusal", lambda: "")
    monkeypatch.setattr(person, "name", lambda: "情報政策係")
    return database.path()


def named(ask: Ask, number: int) -> str:
    return str(ask(f"select activity from initiative where number = {number}")[0][0])


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def test_step_is_written_done_and_open_again(desk_file: Path, ask: Ask) -> None:
    page = open_app("pages/initiative.py", {"initiative": "11"})
    page.text_input(key="step_what").input("業者に見積もりを頼む")
    page.text_input(key="step_whose").input("情報政策係")
    page.date_input(key="step_due").set_value(date(2020, 1, 31))
    page = press(page, "書き加える")
    [kept] = notes.in_force(desk_file, Step, 1)
    assert (kept.note.what, kept.note.whose, kept.note.due, kept.who) == (
        "業者に見積もりを頼む",
        "情報政策係",
        date(2020, 1, 31),
        "情報政策係",
    )
    assert kept.note.named == named(ask, 11)
    assert "業者に見積もりを頼む" in words_on(page)
    page = press(page, "済みにする")
    assert notes.in_force(desk_file, Step, 1)[0].note.is_done
    press(page, "元に戻す")
    assert not notes.in_force(desk_file, Step, 1)[0].note.is_done


def test_empty_step_is_not_kept_and_says_so(desk_file: Path) -> None:
    page = open_app("pages/initiative.py", {"initiative": "11"})
    page = press(page, "書き加える")
    assert "空欄" in page.error[0].value
    assert not desk_file.exists() or notes.in_force(desk_file, Step, 1) == ()


def test_list_counts_what_is_overdue_and_the_overview_leads_there(desk_file: Path, ask: Ask) -> None:
    late = Step("a", 1, 11, named(ask, 11), 2020, "呼びかける", due=date(2020, 1, 1))
    notes.save(desk_file, [late, Step("b", 1, 30, named(ask, 30), 2020, "決める")], "係", revisions.NONE)
    page = open_app("pages/steps.py")
    assert page.title[0].value == "次にすること2件：期限切れ1件"
    assert pictures_on(page).count("呼びかける") >= 1
    assert "決める" in words_on(page)
    assert any("次にすること2件" in link.label for link in open_app().get("page_link"))


def test_interim_result_is_drawn_in_the_chart(desk_file: Path, ask: Ask) -> None:
    [(indicator, unit)] = ask(
        "select name, unit from indicator join initiative using (initiative_id) where number = 11 order by position limit 1"
    )
    note = Interim(1, 11, named(ask, 11), 2021, str(indicator), str(unit or ""), date(2021, 9, 30), 12_345.0)
    notes.save(desk_file, [note], "係", revisions.NONE)
    page = open_app("pages/initiative.py", {"initiative": "11"})
    assert any("12,345" in str(chart.proto) for chart in page.get("plotly_chart"))
    assert "途中の実績" in words_on(page)


def test_interim_result_is_written_for_the_running_year(desk_file: Path) -> None:
    page = open_app("pages/initiative.py", {"initiative": "11"})
    page.number_input(key="interim_value").set_value(12_000.0)
    page.date_input(key="interim_as_of").set_value(date(2021, 9, 30))
    press(page, "途中の実績を加える")
    [kept] = notes.in_force(desk_file, Interim, 1)
    assert (kept.note.year, kept.note.value, kept.note.as_of) == (2021, 12_000.0, date(2021, 9, 30))


def test_where_nothing_may_be_written_the_pages_say_so(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(database.SETTING, str(tmp_path))
    for page in (open_page("pages/steps.py"), open_page("pages/initiative.py", {"initiative": "11"})):
        assert "書き込みはできません" in words_on(page)
        assert not [button for button in page.button if button.label in ("書き加える", "済みにする")]


def test_promises_are_drawn_with_what_became_of_each(open_page: OpenPage, ask: Ask) -> None:
    page = open_page("pages/steps.py")
    [(count,)] = ask("select count(*) from promise")
    assert f"期限のある約束{count}件" in words_on(page)
    assert pictures_on(page).count('class=\\"due\\"') + pictures_on(page).count('class="due"') == count


def test_what_was_written_since_a_day_is_listed_for_the_meeting(desk_file: Path, ask: Ask) -> None:
    notes.save(desk_file, [Step("a", 1, 11, named(ask, 11), 2020, "呼びかける")], "係", revisions.NONE)
    page = open_app("pages/steps.py")
    assert "から：次にすること1件" in words_on(page)
