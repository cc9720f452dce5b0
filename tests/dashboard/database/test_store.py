"""The store may be replaced at any moment; whoever reads it reads one store, and never takes another for it."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from math import inf
from pathlib import Path
from threading import Event

import duckdb
import pytest

from dashboard.database import opened as opening
from dashboard.database import problems, queries, store
from dashboard.files import datafiles, takeaway
from engines import states
from engines.address import Address

COUNT = "select count(*) as count from store.initiative"


@pytest.fixture
def place(store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one's own, which is read anew as soon as it is replaced."""
    place = tmp_path / "plan.duckdb"
    shutil.copy(store_path, place)
    monkeypatch.setenv(store.SETTING, str(place))
    monkeypatch.setattr(store, "SETTLED_SECONDS", 0.0)
    return place


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[store.Identity]:
    """Which stores have been opened."""
    attached, opened = opening._attached, []

    def attach(at: store.Identity) -> duckdb.DuckDBPyConnection:
        opened.append(at)
        return attached(at)

    monkeypatch.setattr(opening, "_attached", attach)
    return opened


def replace_by_an_empty_one(place: Path) -> None:
    new = place.with_name("new.duckdb")
    shutil.copy(place, new)
    with duckdb.connect(str(new)) as connection:
        for table in (
            "finding",
            "promise",
            "outcome",
            "indicator_year",
            "indicator",
            "quantity",
            "cell",
            "initiative_part",
            "initiative",
        ):
            connection.execute(f"delete from {table}")
    os.replace(new, place)


def replace(place: Path) -> None:
    """Put a copy of the store in its place, as a load does that comes to the same."""
    os.replace(shutil.copy(place, place.with_name("new.duckdb")), place)


def count(at: store.Identity) -> int:
    return int(store.rows(COUNT, {}, at)["count"].iloc[0])


def test_a_store_that_was_replaced_before_it_was_opened_is_not_taken_for_the_old_one(place: Path) -> None:
    at = Address(str(place))
    old = store.Identity(at, states.state_of(at))
    replace_by_an_empty_one(place)
    with pytest.raises(store.ReplacedError):
        count(old)
    assert count(store.identity()) == 0


def test_a_run_keeps_its_store_however_often_it_is_replaced_meanwhile(place: Path) -> None:
    with store.one_store():
        at, before = store.identity(), count(store.identity())
        replace_by_an_empty_one(place)
        for _ in range(5):
            with ThreadPoolExecutor(1) as other:
                assert other.submit(lambda: count(store.identity())).result() == 0
            replace(place)
        assert store.identity() == at
        assert count(at) == before > 0


def test_stores_that_come_one_after_the_other_are_not_all_opened(
    place: Path, opened: list[store.Identity], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SETTLED_SECONDS", inf)
    first = store.identity()
    for _ in range(5):
        replace(place)
        assert store.identity() == first
        assert count(first) > 0
    monkeypatch.setattr(store, "SETTLED_SECONDS", 0.0)
    assert opened == [first]
    assert store.identity() != first
    assert len(opened) == 2


def test_who_has_changed_the_store_need_not_wait_until_it_is_read(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "SETTLED_SECONDS", inf)
    assert count(store.identity()) > 0
    replace_by_an_empty_one(place)
    store.renew()
    assert count(store.identity()) == 0


def test_a_store_that_cannot_be_read_is_no_error_to_who_has_changed_it(place: Path) -> None:
    before = store.identity()
    place.write_text("会議の覚え書き", encoding="utf-8")
    store.renew()
    assert count(before) > 0
    assert store.problem() is problems.Problem.FOREIGN


def test_one_opens_a_newer_store_while_the_others_go_on(
    place: Path, opened: list[store.Identity], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()
    source, first = opening._source, store.identity()

    def wait(at: store.Identity) -> Path:
        begun.set()
        assert go_on.wait(60)
        return source(at)

    replace_by_an_empty_one(place)
    monkeypatch.setattr(opening, "_source", wait)
    with ThreadPoolExecutor(1) as other:
        newer = other.submit(store.identity)
        assert begun.wait(60)
        assert store.identity() == first
        assert count(first) > 0
        go_on.set()
        assert newer.result() == store.identity() != first
    assert len(opened) == 2


def test_all_frames_of_a_run_come_from_one_store(place: Path) -> None:
    with store.one_store():
        before = queries.frame("match_count", queries.Filter(year=2020))["total"].iloc[0]
        replace_by_an_empty_one(place)
        assert len(queries.frame("programs")) > 0
        assert count(store.identity()) == before
    assert count(store.identity()) == 0
    assert len(queries.frame("programs")) == 0


@pytest.mark.parametrize("make", [takeaway.contents, datafiles.sheets])
def test_a_file_to_take_away_is_made_of_one_store(
    make: Callable[..., object], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, used = store.rows, []

    def read_and_replace(sql: str, parameters: dict[str, object], at: store.Identity) -> object:
        used.append(at)
        found = read(sql, parameters, at)
        if len(used) == 1:
            replace_by_an_empty_one(place)
        return found

    monkeypatch.setattr(store, "rows", read_and_replace)
    make(queries.Filter(year=2020), date(2026, 11, 24))
    assert len(used) > 1
    assert len(set(used)) == 1


def refuse_to_replace_open_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let os.replace do as on Windows: nobody replaces a file that this process has open."""
    replace_file = os.replace

    def replace(source: Path, target: Path) -> None:
        if any(os.path.realpath(opened) == str(target) for opened in Path("/proc/self/fd").iterdir()):
            raise PermissionError(13, "in use")
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", replace)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files can't be listed here")
def test_a_store_that_is_read_can_be_replaced_where_open_files_cannot(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "READS_A_COPY", True)
    refuse_to_replace_open_files(monkeypatch)
    with store.one_store():
        before = count(store.identity())
        replace_by_an_empty_one(place)
        assert count(store.identity()) == before > 0
    assert count(store.identity()) == 0


def test_no_more_copies_are_kept_than_are_read(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "READS_A_COPY", True)
    for _ in range(5):
        assert count(store.identity()) >= 0
        replace_by_an_empty_one(place)
    assert len(os.listdir(opening._folder_of_copies().name)) == 1


def test_a_copy_cannot_be_written_through_a_query(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "READS_A_COPY", True)
    with pytest.raises(duckdb.Error):
        store.rows("delete from store.finding", {}, store.identity())


def test_no_store_is_a_missing_file_to_a_run_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(tmp_path / "none.duckdb"))
    with pytest.raises(FileNotFoundError), store.one_store():
        pass
