"""Two servers of the dashboard on one lake, while a load and a correction put new states into it."""

import asyncio
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest

from dashboard.database import store
from engines import installation
from engines.address import Address
from engines.connecting import extension_file
from tests.bench.visits import Visitor
from tests.browser.server import ROOT, serve

pytestmark = pytest.mark.skipif(extension_file("ducklake") is None, reason="this DuckDB has no extensions: make test-server")

UNDONE = "select min(initiative_id) from outcome where year = 2020 and status = 'unmet'"
CORRECT = """
import sys
import time
from desk import revisions
from desk.corrections import PersonsWord
from engines.installation import STORE
from loaders.store.correcting import Correcting
word = PersonsWord(1, int(sys.argv[1]), "", 2020, "status", "", "unmet", "closed", "見送りと決めた")
assert "revision" in Correcting().save(STORE, [word], "情報政策係", revisions.NONE)
"""


async def titles(urls: list[str], writing: asyncio.subprocess.Process | None) -> list[set[str]]:
    """Return what the page of unmet goals was headed at each server, seen until a writer has ended and once more."""
    visitors = [Visitor(url) for url in urls]
    seen: list[set[str]] = [set() for _ in urls]
    for visitor in visitors:
        assert not (await visitor.open()).trouble
    is_last = False
    while not is_last:
        is_last = writing is None or writing.returncode is not None
        for visitor, its in zip(visitors, seen, strict=True):
            assert not (await visitor.go("unmet")).trouble
            its.add(visitor.titles[0])
    for visitor in visitors:
        await visitor.close()
    return seen


async def titles_while(urls: list[str], command: list[str], environment: dict[str, str]) -> list[set[str]]:
    writing = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment)
    seen = await titles(urls, writing)
    assert writing.returncode == 0
    return seen


def test_two_servers_on_one_lake_show_what_was_put_there_while_they_serve(
    place: Address, store_path: Path, tmp_path: Path
) -> None:
    with duckdb.connect(str(store_path), read_only=True) as connection:
        [(undone,)] = connection.execute(UNDONE).fetchall()
    desk = tmp_path / "desk"
    desk.mkdir()
    shutil.copy(store_path, desk / "plan.duckdb")
    reading = {installation.SETTING: place.text, installation.DATA_SETTING: str(tmp_path / "none")}
    writing = os.environ | reading | {installation.DATA_SETTING: str(desk), installation.LOADS_SETTING: installation.ON}
    load = [sys.executable, "-m", "loaders", "--if-stale", "--quiet"]
    subprocess.run(load, cwd=ROOT, env=writing, check=True)
    with ExitStack() as servers:
        urls = [servers.enter_context(serve(tmp_path / name, settings=reading)) for name in ("one.x", "other.x")]
        before = asyncio.run(titles(urls, None))
        assert before[0] == before[1]
        loaded = asyncio.run(titles_while(urls, [*load[:-2], "--quiet"], writing))
        assert loaded == before
        corrected = asyncio.run(titles_while(urls, [sys.executable, "-c", CORRECT, str(undone)], writing))
        # What the servers had taken just before is read for so long.
        time.sleep(store.SETTLED_SECONDS)
        after = asyncio.run(titles(urls, None))
    assert after[0] == after[1] != before[0]
    assert all(seen <= before[0] | after[0] for seen in corrected)
