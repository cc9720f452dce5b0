"""The first visitor's app makes the data; where that fails it says what happened and goes on with the older data."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import loaders.store.freshness
from dashboard.database import store
from loaders.errors import InputError, StoreError
from tests.pages.conftest import APP, SECONDS, words_on

WHAT = "資料の文字コードが違います。"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the app keeps its own store, empty at first."""
    place = tmp_path / "plan.duckdb"
    monkeypatch.delenv(store.SETTING, raising=False)
    monkeypatch.setattr(store, "DEFAULT", place)
    return place


def run() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=SECONDS).run()


def fail(*_: object, **__: object) -> None:
    raise InputError(WHAT, todo="UTF-8で保存し直してください。")


def test_a_missing_store_is_built_at_the_first_visit(place: Path) -> None:
    opened = run()
    assert place.is_file()
    assert not opened.exception
    assert not opened.error
    assert "数値目標" in opened.title[0].value


def test_without_an_older_store_a_failed_build_says_what_to_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders.store.freshness, "ensure_current", fail)
    opened = run()
    assert opened.title[0].value == "データがまだありません"
    assert WHAT in opened.error[0].value
    assert "UTF-8で保存し直してください。" in opened.error[0].value


def test_with_an_older_store_a_failed_build_goes_on_and_says_so(
    place: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(store_path, place)
    monkeypatch.setattr(loaders.store.freshness, "ensure_current", fail)
    opened = run()
    assert "前回のデータを表示しています" in opened.warning[0].value
    assert WHAT in opened.warning[0].value
    assert "件中" in opened.title[0].value


def fall_over(*_: object, **__: object) -> None:
    raise ZeroDivisionError("a defect of the loaders")


def test_with_an_older_store_a_defect_of_the_build_goes_on_says_so_and_is_logged(
    place: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(store_path, place)
    monkeypatch.setattr(loaders.store.freshness, "ensure_current", fall_over)
    opened = run()
    assert not opened.exception
    assert "前回のデータを表示しています" in opened.warning[0].value
    assert "不具合" in opened.warning[0].value
    assert "a defect of the loaders" not in opened.warning[0].value
    assert "件中" in opened.title[0].value
    assert "a defect of the loaders" in caplog.text


def lose_a_row(*_: object, **__: object) -> None:
    raise StoreError("store.cell holds 3 rows, 4 were read")


def test_a_store_that_fails_its_checks_is_told_in_japanese_and_logged_in_full(
    place: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(store_path, place)
    monkeypatch.setattr(loaders.store.freshness, "ensure_current", lose_a_row)
    opened = run()
    assert "不具合" in opened.warning[0].value
    assert "holds 3 rows" not in opened.warning[0].value
    assert "holds 3 rows" in caplog.text


def test_without_an_older_store_a_defect_of_the_build_offers_another_try(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders.store.freshness, "ensure_current", fall_over)
    opened = run()
    assert not opened.exception
    assert "不具合" in opened.error[0].value
    assert opened.button(key="load_again")


def test_loading_again_after_a_failure_builds_the_store(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(loaders.store.freshness, "ensure_current", fail)
        opened = run()
    opened.button(key="load_again").click().run()
    assert place.is_file()
    assert "絞り込みなし" in words_on(opened)


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
    assert "件中" in opened.title[0].value


def test_a_store_that_the_environment_names_is_never_built(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(place))
    run()
    assert not place.exists()
