"""A lake with its catalog in a real PostgreSQL: whatever happens meanwhile, a state is read as it was written, whole.

Runs where DuckDB has the extensions: `make test-server`, and within `make test`, both beside the usual packages.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import pytest

from dashboard.database import queries, store
from engines import installation, lake, states
from engines.address import Address
from engines.connecting import EngineError, Trouble, connected, extension_file
from tests.browser.server import ROOT
from tests.dying import NO_CONSOLE
from tests.engines.conftest import sql

pytestmark = pytest.mark.skipif(extension_file("ducklake") is None, reason="this DuckDB has no extensions: make test-server")

# How many moments a writer is killed at; a person may ask for more.
KILLS = int(os.environ.get("PLAN_KILLS", "4"))
# The words of a state as they stand in two tables and a view, and the mark of who built it: parts of two states would differ.
KINDS = """
select distinct case when words like '%増やす%' then 'old' else 'new' end || ' ' || left(b.fingerprint, 64) as kind
from (
    select string_agg(text) as words from store.cell
    union all select string_agg(search_text) from store.initiative_search
    union all select string_agg(quote) from store.promise having count(*) > 0
)
cross join store.build as b
"""
# A page's way to the store, again and again in a process of its own; asked for, it takes the one in place and tells what each
# run was of.
READ = """
import json, sys, threading, time
from dashboard.database import store

def run():
    with store.one_store():
        at = store.identity()
        return [at.state, [kind for _ in range(2) for kind in store.rows(sys.argv[1], {}, at)["kind"]]]

def go_on():
    while True:
        runs.append(run())
        # Many times while a state is put there, and yet not all that a core can do.
        time.sleep(0.1)

runs = []
threading.Thread(target=go_on, daemon=True).start()
for line in sys.stdin:
    store.renew()
    seen, runs = runs, []
    print(json.dumps([*seen, run()]), flush=True)
"""
# Seconds within which a program that says nothing more has ended.
ENDED = 10
# Loads are forks of one program that has opened nothing, as in tests/loaders/store/test_killed.py.
WRITE = """
import os, sys
from pathlib import Path
from engines import lake
from engines.address import Address
for line in sys.stdin:
    child = os.fork()
    if not child:
        lake.publish(Path(line.strip()), Address(sys.argv[1]))
        os._exit(0)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


TABLES = """
select table_name, comment from duckdb_tables()
union all
select view_name, comment from duckdb_views() where not internal
"""
COLUMNS = "select table_name, column_name, data_type, is_nullable, comment from duckdb_columns() order by all"


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables and views of a file, and what its data dictionary says."""
    with duckdb.connect(str(file), read_only=True) as connection:
        said = sorted(connection.execute(TABLES).fetchall())
        found = {str(name): connection.execute(f"from {name} order by all").fetchall() for name, _ in said}
        return found | {"tables": said, "columns": connection.execute(COLUMNS).fetchall()}


def fetched(address: Address, folder: Path) -> Path:
    file = folder / f"{states.state_of(address)}.duckdb"
    states.fetch(address, states.state_of(address), file)
    return file


def test_what_is_read_from_a_lake_is_the_store_that_was_put_there(place: Address, small_store: Path, tmp_path: Path) -> None:
    assert not lake.holds(place, small_store)
    lake.publish(small_store, place)
    assert lake.holds(place, small_store)
    assert contents(fetched(place, tmp_path)) == contents(small_store)


def test_a_lake_without_a_store_says_how_to_fill_it(place: Address) -> None:
    with pytest.raises(EngineError) as raised:
        states.state_of(place)
    assert raised.value.trouble is Trouble.EMPTY


def test_tables_of_others_in_the_lake_stay(place: Address, small_store: Path) -> None:
    lake.publish(small_store, place)
    with connected(place) as connection:
        connection.execute(states.attach_statement(place, "lake"))
        connection.execute("create table lake.of_analysts as select 1 as a")
    lake.publish(small_store, place)
    with connected(place) as connection:
        connection.execute(states.attach_statement(place, "lake", "read_only"))
        assert connection.execute("from lake.of_analysts").fetchall() == [(1,)]


@contextmanager
def program(text: str, *given: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program in a process of its own until the block ends."""
    command = [sys.executable, "-c", NO_CONSOLE + text, *given]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, cwd=ROOT, env=os.environ | environment, **pipes) as running:
        try:
            yield running
        finally:
            running.kill()


def asked(running: subprocess.Popen[str], line: object = "") -> str:
    """Give a program a line; return its next answer."""
    assert running.stdin is not None
    print(line, file=running.stdin, flush=True)
    return heard(running)


def heard(running: subprocess.Popen[str]) -> str:
    """Return what a program says next."""
    assert running.stdout is not None
    said = running.stdout.readline().strip()
    assert said, f"a program ended by {running.wait(ENDED)}"
    return said


def kinds_seen(reader: subprocess.Popen[str]) -> list[str]:
    """Return of what kind each run of a reader was, the last one at this moment; all parts of each must be of one state."""
    runs: list[tuple[str, list[str]]] = json.loads(asked(reader))
    assert all(len(set(kinds)) == 1 for _, kinds in runs)
    return [kinds[0].split()[0] for _, kinds in runs]


def test_two_processes_read_whole_states_while_loads_go_on_and_writers_are_killed(
    place: Address, small_store: Path, other_store: Callable[[str], Path]
) -> None:
    stores = {"old": small_store, "new": other_store("減らす")}
    lake.publish(small_store, place)
    given = {installation.SETTING: place.text}
    with program(READ, KINDS, **given) as one, program(READ, KINDS, **given) as other, program(WRITE, place.text) as writer:
        assert {*kinds_seen(one), *kinds_seen(other)} == {"old"}
        chosen, now, longest = random.Random(1), "new", 0.0
        for kill in range(KILLS + 2):
            began = time.monotonic()
            child = int(asked(writer, stores[now]))
            if 0 < kill <= KILLS:
                time.sleep(chosen.uniform(0, longest))
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            code = int(heard(writer))
            assert code in (0, -signal.SIGKILL if 0 < kill <= KILLS else 0)
            longest = longest or time.monotonic() - began
            last = {kinds_seen(one)[-1], kinds_seen(other)[-1]}
            assert last == {now} if code == 0 else len(last) == 1
            now = "old" if last == {"new"} else "new"


def test_pages_go_on_with_what_was_read_last_while_the_catalog_is_away(
    place: Address, postgres: Path, small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = tmp_path / "way"
    way.symlink_to(postgres)
    by_the_way = Address(place.text.replace(str(postgres), str(way)))
    lake.publish(small_store, by_the_way)
    monkeypatch.setenv(installation.SETTING, by_the_way.text)
    before = queries.frame("plan").to_dict("records")
    way.unlink()
    sql(postgres, "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()")
    assert queries.frame("plan").to_dict("records") == before
    assert store.problem() is None
    away = store.out_of_reach()
    assert away is not None
    assert away.trouble is Trouble.UNREACHABLE
    way.symlink_to(postgres)
    monkeypatch.setattr(store, "RETRY_SECONDS", 0.0)
    store.identity()
    assert store.out_of_reach() is None


def test_a_store_that_cannot_be_reached_at_all_is_a_problem_in_words(place: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(installation.SETTING, place.text.replace("host=", "host=/nowhere"))
    problem = store.problem()
    assert isinstance(problem, EngineError)
    assert "hunter2" not in str(problem)
