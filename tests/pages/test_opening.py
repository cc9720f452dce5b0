"""The first visitor's app makes the data; where that fails it says what happened and goes on with the older data."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import loaders.store.loading
from dashboard.database import problems, store
from loaders.store.inputs import Inputs
from loaders.store.loading import Loads
from tests.pages.conftest import APP, SECONDS, words_on
from tests.stores import open_for_writing

WHAT = "資料の文字コードが違います。"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the app keeps its own store, empty at first."""
    place = tmp_path / "plan.duckdb"
    monkeypatch.delenv(store.SETTING, raising=False)
    monkeypatch.setattr(store, "DEFAULT", place)
    monkeypatch.setattr(store, "SETTLED_SECONDS", 0.0)
    return place


def run() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=SECONDS).run()


@dataclass(frozen=True)
class Told:
    """How a store stands, as a test would have it."""

    phase: str
    share: float = 0.0
    step: str = ""
    trouble: str = ""


class Scripted:
    """Loads that stand as a test says, one answer after the other; the last one stays."""

    def __init__(self, *states: Told) -> None:
        self.states, self.asked_again = list(states), 0

    def state(self, _store: Path, *, again: bool = False) -> Told:
        self.asked_again += again
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]

    def wait(self, _seconds: float) -> None:
        pass


FAILED = Told("failed", trouble=f"{WHAT}\n対処: UTF-8で保存し直してください。")


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Scripted]:
    """Let the app's loads stand as they are told."""

    def stand(*states: Told) -> Scripted:
        scripted = Scripted(*states)
        monkeypatch.setattr(loaders.store.loading, "LOADS", scripted)
        return scripted

    return stand


@pytest.fixture
def real_loads(inputs: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app load a small document in earnest."""
    monkeypatch.setattr(loaders.store.loading, "LOADS", Loads(inputs))


@pytest.mark.usefixtures("real_loads")
def test_a_missing_store_is_built_at_the_first_visit(place: Path) -> None:
    opened = run()
    assert place.is_file()
    assert not opened.exception
    assert not opened.error
    assert "目標" in opened.title[0].value


def test_without_an_older_store_a_failed_build_says_what_to_do(place: Path, loads: Callable[..., Scripted]) -> None:
    scripted = loads(FAILED)
    opened = run()
    assert opened.title[0].value == "データがまだありません"
    assert WHAT in opened.error[0].value
    assert "UTF-8で保存し直してください。" in opened.error[0].value
    opened.button(key="load_again").click().run()
    assert scripted.asked_again == 1


def test_with_an_older_store_a_failed_build_goes_on_and_says_so(
    place: Path, store_path: Path, loads: Callable[..., Scripted]
) -> None:
    shutil.copy(store_path, place)
    loads(FAILED)
    opened = run()
    assert "前回のデータを表示しています" in opened.warning[0].value
    assert WHAT in opened.warning[0].value
    assert "目標" in opened.title[0].value


def test_while_a_load_runs_the_older_store_is_shown_and_a_line_says_so(
    place: Path, store_path: Path, loads: Callable[..., Scripted]
) -> None:
    shutil.copy(store_path, place)
    loads(Told("loading", 0.4, "数値を読み取っています"))
    opened = run()
    assert "40%、数値を読み取っています" in opened.info[0].value
    assert "前回のデータを表示しています" in opened.info[0].value
    assert "目標" in opened.title[0].value


def test_first_visit_sees_a_load_to_its_end(place: Path, store_path: Path, loads: Callable[..., Scripted]) -> None:
    loads(Told("loading", 0.1), Told("loading", 0.6), FAILED)
    opened = run()
    assert WHAT in opened.error[0].value
    assert not opened.exception


def cut_off(place: Path) -> None:
    os.truncate(place, 50_000)


def another_database(place: Path) -> None:
    other = place.with_name("other.duckdb")
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table budget as select 1 as yen")
    os.replace(other, place)


def no_database(place: Path) -> None:
    place.write_text("会議の覚え書き", encoding="utf-8")


def a_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def of_another_release(place: Path) -> None:
    other = Path(shutil.copy(place, place.with_name("other.duckdb")))
    with duckdb.connect(str(other)) as connection:
        for (view,) in connection.execute("select view_name from duckdb_views() where not internal").fetchall():
            connection.execute(f"drop view if exists {view}")
        connection.execute("drop table initiative_search")
    os.replace(other, place)


def remove(place: Path) -> None:
    place.unlink()


SPOILT: dict[Callable[[Path], None], str] = {
    cut_off: "壊れています",
    another_database: "このダッシュボードのデータではありません",
    no_database: "このダッシュボードのデータではありません",
    a_folder: "このダッシュボードのデータではありません",
    of_another_release: "違う版のプログラム",
    remove: "見つかりません",
}


def messages(opened: AppTest) -> str:
    return "\n".join([*(str(one.value) for one in opened.error), words_on(opened)])


@pytest.mark.parametrize("spoil", SPOILT)
@pytest.mark.parametrize("is_served", [False, True], ids=["before", "while it is served"])
def test_a_given_store_that_cannot_be_read_says_what_is_wrong_and_how_to_mend_it(
    is_served: bool, spoil: Callable[[Path], None], place: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(store_path, place)
    monkeypatch.setenv(store.SETTING, str(place))
    opened = run() if is_served else None
    spoil(place)
    opened = opened.run() if opened else run()
    assert not opened.exception
    assert SPOILT[spoil] in messages(opened)
    assert "python -m loaders --store" in messages(opened)


def test_a_store_that_another_program_holds_is_told_so(place: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(store_path, place)
    monkeypatch.setenv(store.SETTING, str(place))
    with open_for_writing(place):
        opened = run()
    assert "別のプログラムが書き込み用に開いている" in messages(opened)
    assert opened.button(key="load_again")


@pytest.mark.parametrize("said", ["Permission denied", "Access is denied"])
def test_a_store_that_may_not_be_read_is_told_so(said: str) -> None:
    assert (
        problems.problem_of(duckdb.IOException(f'IO Error: Cannot open file "plan.duckdb": {said}'))
        is problems.Problem.FORBIDDEN
    )


@pytest.mark.usefixtures("real_loads")
@pytest.mark.parametrize("spoil", [cut_off, remove])
def test_the_apps_own_store_is_made_anew_where_it_is_spoilt(
    spoil: Callable[[Path], None], place: Path, store_path: Path
) -> None:
    shutil.copy(store_path, place)
    spoil(place)
    opened = run()
    assert not opened.error
    assert "目標" in opened.title[0].value


def test_a_page_whose_store_is_replaced_before_it_is_opened_runs_again(
    place: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(store_path, place)
    monkeypatch.setenv(store.SETTING, str(place))
    read, refused = store.rows, []

    def refuse_once(sql: str, parameters: dict[str, object], at: store.Identity) -> object:
        if not refused:
            refused.append(at)
            raise store.ReplacedError
        return read(sql, parameters, at)

    monkeypatch.setattr(store, "rows", refuse_once)
    opened = run()
    assert refused
    assert not opened.exception
    assert not opened.error
    assert "目標" in opened.title[0].value


def test_a_store_that_the_environment_names_is_never_built(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(place))
    run()
    assert not place.exists()
