"""The file that people write to is ours, of a version that is known, and said to be otherwise in words to act on."""

import os
import sqlite3
from pathlib import Path

import pytest

from desk import database


def test_file_that_nobody_wrote_to_is_not_made_by_reading(tmp_path: Path) -> None:
    with database.reading(tmp_path / "desk.sqlite") as connection:
        assert connection is None
    assert not list(tmp_path.iterdir())


def test_file_bears_the_version_of_its_schema_and_readers_never_wait(tmp_path: Path) -> None:
    file = tmp_path / "below" / "desk.sqlite"
    with database.writing(file) as connection:
        assert connection.execute("pragma journal_mode").fetchone()[0] == "wal"
        assert connection.execute("pragma user_version").fetchone()[0] == len(list(database.SCHEMA.glob("*.sql")))
        with database.reading(file) as reader:
            assert reader is not None
            assert reader.execute("select count(*) from revision").fetchone()[0] == 0


def write_two(file: Path, *names: str) -> None:
    with database.writing(file) as connection:
        for who in names:
            connection.execute("insert into revision (made_at, who) values ('2026-11-24T08:15:00Z', ?)", (who,))


def test_what_fails_on_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    with pytest.raises(sqlite3.IntegrityError):
        write_two(file, "係", "")
    with database.reading(file) as reader:
        assert reader is not None
        assert reader.execute("select count(*) from revision").fetchone()[0] == 0


@pytest.mark.parametrize("change", ["update revision set who = 'x'", "delete from revision"])
def test_history_can_be_neither_changed_nor_deleted(tmp_path: Path, change: str) -> None:
    file = tmp_path / "desk.sqlite"
    with database.writing(file) as connection:
        connection.execute("insert into revision (made_at, who) values ('2026-11-24T08:15:00Z', '係')")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"), database.writing(file) as connection:
        connection.execute(change)


def test_file_of_a_newer_program_is_left_alone_and_said_to_be_newer(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    with database.writing(file) as connection:
        connection.execute("pragma user_version = 99")
    with pytest.raises(database.DeskError, match="新しい形"), database.reading(file):
        pass


def test_database_of_another_program_is_not_written_to(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    with sqlite3.connect(file) as other:
        other.execute("create table note (words text)")
    before = file.read_bytes()
    with pytest.raises(database.DeskError, match="別のプログラム"), database.writing(file):
        pass
    assert file.read_bytes() == before


def test_damaged_file_is_told_with_a_cure(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(database.DeskError, match="前の写し"), database.reading(file):
        pass


def test_file_stands_where_the_installation_keeps_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(database.SETTING, os.fspath(tmp_path))
    assert database.path() == tmp_path / "desk.sqlite"
    monkeypatch.delenv(database.SETTING)
    assert database.path().parts[-2:] == ("data", "desk.sqlite")
