"""要確認 asks what is doubtful, most consequential first; a press settles it and can be taken back."""

import shutil
from collections.abc import Iterator
from math import inf
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import desk.corrections
import desk.database
from dashboard.database import store
from dashboard.frame import rights
from dashboard.settling import person, service
from desk import revisions
from desk.corrections import PersonsWord
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from loaders.store.loading import Loads
from tests.pages.conftest import OpenPage, open_app, words_on

PAGE = "pages/review.py"


@pytest.fixture
def place(tmp_path: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A desk of its own, with the shipped plan read already; a newer store is read by nothing but what a person does."""
    shutil.copy(store_path, tmp_path / "plan.duckdb")
    monkeypatch.delenv(store.SETTING, raising=False)
    monkeypatch.setenv(desk.database.SETTING, str(tmp_path))
    monkeypatch.setattr(store, "DEFAULT", tmp_path / "plan.duckdb")
    monkeypatch.setattr(store, "SETTLED_SECONDS", inf)
    monkeypatch.setattr("loaders.store.loading.LOADS", Loads(Inputs(added=tmp_path / "plans")))
    monkeypatch.setattr(service, "refusal", lambda: "")
    # A page under test has no browser: its cookies are a mock.
    monkeypatch.setattr(person, "kept", lambda: "")
    return tmp_path


def press(page: AppTest, key: str) -> AppTest:
    pressed = page.button(key=key).click().run()
    assert [one.value for one in (*pressed.exception, *pressed.error)] == []
    return pressed


def introduced(page: AppTest, name: str = "情報政策係") -> AppTest:
    next(field for field in page.text_input if field.label == "名前または係名").set_value(name)
    next(button for button in page.button if button.label == "決める").click()
    return page.run()


def left(page: AppTest) -> int:
    return int(page.title[0].value.split("残り")[1].split("件")[0])


def held(place: Path) -> list[tuple[str, str]]:
    return [(one.word.item, one.who) for one in desk.corrections.in_force(place / "desk.sqlite")]


def test_a_stranger_says_who_they_are_once_then_settles_with_a_press_and_takes_it_back(place: Path) -> None:
    page = introduced(open_app(PAGE))
    before, asked = left(page), page.subheader[0].value
    page = press(page, "answer_as_is")
    assert left(page) == before - 1
    assert page.subheader[0].value != asked
    assert [who for _, who in held(place)] == ["情報政策係"]
    page = press(page, "desk_undo")
    assert (left(page), page.subheader[0].value, held(place)) == (before, asked, [])


def test_nothing_can_be_settled_before_somebody_says_who_they_are(place: Path) -> None:
    page = open_app(PAGE)
    assert not [button for button in page.button if str(button.key).startswith("answer_")]


def test_doubt_that_is_postponed_comes_up_last(place: Path) -> None:
    page = introduced(open_app(PAGE))
    asked = page.subheader[0].value
    page = press(page, "answer_later")
    assert page.subheader[0].value != asked
    assert left(page) == left(introduced(open_app(PAGE)))


def test_word_that_does_not_fit_any_more_is_asked_first_and_can_be_withdrawn(place: Path) -> None:
    word = PersonsWord(1, 30, "", 2019, "status", "", "met", "closed", "見送りと決めた")
    desk.corrections.save(place / "desk.sqlite", [word], "広報係", revisions.NONE)
    ensure_current(place / "plan.duckdb", Inputs(added=place / "plans"))
    page = introduced(open_app(PAGE))
    assert "広報係さんが" in words_on(page)
    assert "合わなくなった訂正" in words_on(page)
    press(page, "answer_as_is")
    assert held(place) == []


def test_what_another_has_said_meanwhile_is_shown_and_not_written_over(place: Path) -> None:
    page = introduced(open_app(PAGE))
    other = introduced(open_app(PAGE), "広報係")
    press(other, "answer_as_is")
    told = page.button(key="answer_as_is").click().run()
    assert "広報係さん" in told.warning[0].value
    assert [who for _, who in held(place)] == ["広報係"]
    press(told, "desk_over")
    assert [who for _, who in held(place)] == ["情報政策係"]


def test_where_nothing_may_be_written_the_page_says_so_and_where_it_may(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(rights.DESK_SETTING, "https://desk.plan.city.example.jp")
    page = open_page(PAGE)
    [told] = [str(one.value) for one in page.markdown if "訂正と確認はできません" in str(one.value)]
    assert told.endswith("訂正と確認は <https://desk.plan.city.example.jp> でできます。")
    assert not [button for button in page.button if str(button.key).startswith("answer_")]


def test_year_of_an_initiative_is_confirmed_where_it_stands(place: Path) -> None:
    page = introduced(open_app(PAGE))
    page = page.switch_page("pages/initiative.py").run()
    page = press(page, "confirm_open")
    assert held(place) == [("confirmed", "情報政策係")]
    assert "人が確かめた判断です" in words_on(page)


def test_what_a_target_changes_is_shown_and_without_a_reason_it_is_not_kept(place: Path) -> None:
    page = introduced(open_app(PAGE)).switch_page("pages/initiative.py").run()
    page = press(page, "correct_open")
    subjects = page.selectbox(key="correct_subject")
    at = next(at for at, label in enumerate(subjects.options) if label.startswith("「防災メール登録者数」平成29年度の目標"))
    page = subjects.select_index(at).run()
    page = page.text_input(key="correct_value_target_2017_防災メール登録者数").set_value("9000").run()
    assert "未達 → 達成" in words_on(page)
    assert page.button(key="correct_keep").disabled
    page = page.text_input(key="correct_why").set_value("当初の目標である").run()
    assert not page.button(key="correct_keep").disabled


def test_what_is_doubtful_of_the_whole_table_is_listed_with_where_to_put_it_right(place: Path) -> None:
    with duckdb.connect(str(place / "plan.duckdb")) as connection:
        connection.execute(
            "insert into finding select max(finding_id) + 1, null, null, 'column_doubtful', 'warning',"
            " 'C列「備考」を「実績」として読みました。確かめてください。', '12', 1, false from finding"
        )
    page = open_app(PAGE)
    assert any("表の読み方で確かでないところ（1件）" in one.value for one in page.header)
    assert "「取り込み」で同じファイルを選び直して" in words_on(page)
