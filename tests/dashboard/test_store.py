"""The store may be replaced at any moment; whoever reads it reads one store, and never takes another for it."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard import datafiles, queries, store, takeaway

COUNT = "select count(*) as count from store.initiative"


@pytest.fixture
def place(store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one's own."""
    place = tmp_path / "plan.duckdb"
    shutil.copy(store_path, place)
    monkeypatch.setenv(store.SETTING, str(place))
    return place


def replace_by_an_empty_one(place: Path) -> None:
    new = place.with_name("new.duckdb")
    shutil.copy(place, new)
    with duckdb.connect(str(new)) as connection:
        for table in ("finding", "outcome", "indicator_year", "indicator", "quantity", "cell", "initiative"):
            connection.execute(f"delete from {table}")
    os.replace(new, place)


def count(at: store.Identity) -> int:
    return int(store.rows(COUNT, {}, at)["count"].iloc[0])


def test_a_store_that_was_replaced_before_it_was_opened_is_not_taken_for_the_old_one(place: Path) -> None:
    old = store.identity()
    replace_by_an_empty_one(place)
    with pytest.raises(store.ReplacedError):
        count(old)
    assert count(store.identity()) == 0


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


def test_no_store_is_a_missing_file_to_a_run_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(tmp_path / "none.duckdb"))
    with pytest.raises(FileNotFoundError), store.one_store():
        pass
