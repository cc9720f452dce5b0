"""Stores are asked by one database of a process, and each answer is of the file that stands there then."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from loaders.store.asking import asked

# Asks, and asks again in a fork of itself.
FORKED = """
import os, sys
from pathlib import Path
from loaders.store.asking import asked
def ask():
    with asked(Path(sys.argv[1])) as connection:
        print(connection.execute("select words from store.note").fetchone(), flush=True)
ask()
child = os.fork()
if not child:
    ask()
    os._exit(0)
os.waitpid(child, 0)
"""


def made(path: Path, words: str) -> Path:
    """Make a database of one table with one row."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table note as select $words as words", {"words": words})
    return path


def answer(path: Path) -> str:
    with asked(path) as connection:
        [(words,)] = connection.execute("select words from store.note").fetchall()
    return str(words)


def test_one_database_is_started_however_often_stores_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = made(tmp_path / "one", "a"), made(tmp_path / "other", "b")
    assert answer(one) == "a"
    monkeypatch.setattr(duckdb, "connect", None)
    assert [answer(one), answer(other), answer(one)] == ["a", "b", "a"]


def test_the_answer_is_of_the_file_that_stands_there_now(tmp_path: Path) -> None:
    path = made(tmp_path / "store", "old")
    assert answer(path) == "old"
    os.replace(made(tmp_path / "new", "new"), path)
    assert answer(path) == "new"


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 20_000])
def test_a_file_that_cannot_be_opened_leaves_the_next_answer_as_it_is(tmp_path: Path, content: bytes) -> None:
    path, damaged = made(tmp_path / "store", "whole"), tmp_path / "damaged"
    damaged.write_bytes(content)
    with pytest.raises(duckdb.Error):
        answer(damaged)
    assert answer(path) == "whole"


def test_a_store_damaged_within_leaves_the_next_answer_as_it_is(tmp_path: Path) -> None:
    path = made(tmp_path / "store", "whole")
    torn = Path(shutil.copy(path, tmp_path / "torn"))
    with torn.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * (torn.stat().st_size - 3 * 4096))
    with pytest.raises(duckdb.Error):
        answer(torn)
    assert answer(path) == "whole"


def test_a_question_that_fails_leaves_the_store_to_others(tmp_path: Path) -> None:
    path = made(tmp_path / "store", "whole")
    with pytest.raises(duckdb.Error), asked(path) as connection:
        connection.execute("from store.nothing")
    with duckdb.connect(str(path)) as writer:
        writer.execute("insert into note values ('more')")


def test_many_threads_ask_at_once(tmp_path: Path) -> None:
    stores = [made(tmp_path / name, name) for name in "abc"] * 20
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(answer, stores)) == [path.name for path in stores]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked here")
def test_a_fork_of_a_process_that_has_asked_can_ask(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FORKED, str(made(tmp_path / "store", "whole"))]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert told == "('whole',)\n" * 2
