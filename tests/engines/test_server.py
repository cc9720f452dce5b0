"""A DuckDB server over Quack gives a store to readers elsewhere, follows its file, and does nothing but answer."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engines import installation, states
from engines.address import Address, quoted
from engines.connecting import EngineError, Trouble, connected, extension_file, told
from tests.browser.server import ROOT
from tests.engines.test_lake import contents, fetched

pytestmark = pytest.mark.skipif(extension_file("quack") is None, reason="this DuckDB has no extensions: make test-server")
TOKEN = "sesame"
PATIENCE_SECONDS = 60


@pytest.fixture
def served(current_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Address]:
    """Serve a store's file; yield the address of the server."""
    monkeypatch.setenv(installation.TOKEN_SETTING, TOKEN)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = Address(f"quack:127.0.0.1:{probe.getsockname()[1]}")
    command = [sys.executable, "-m", "engines.server", "--store", str(current_store), "--listen", address.text]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as server:
        wait_for(address, None)
        yield address
        server.terminate()
        assert server.wait(timeout=20) == 0


def wait_for(address: Address, older: str | None) -> None:
    """Wait until a server answers, of another state than an older one."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up:
        try:
            if states.state_of(address) != older:
                return
        except EngineError:
            pass
        time.sleep(0.1)
    raise AssertionError("the server did not get on")


def test_a_server_gives_the_store_of_its_file_and_follows_it(
    served: Address, current_store: Path, other_store: Callable[[str], Path], tmp_path: Path
) -> None:
    (tmp_path / "first").mkdir()
    assert contents(fetched(served, tmp_path / "first")) == contents(current_store)
    before = states.state_of(served)
    newer = other_store("減らす")
    os.replace(shutil.copy(newer, tmp_path / "coming"), current_store)
    wait_for(served, before)
    (tmp_path / "second").mkdir()
    assert contents(fetched(served, tmp_path / "second")) == contents(newer)
    with pytest.raises(states.MovedOnError):
        states.fetch(served, before, tmp_path / "late.duckdb")


REFUSED = ("drop table store.plan", "attach 'x.duckdb'", "from read_text('/etc/passwd')", "select 1; delete from store.plan")


def test_whoever_has_the_token_can_only_read_the_store(served: Address) -> None:
    with connected(served) as connection:
        for statement in REFUSED:
            with pytest.raises(EngineError), told(served):
                connection.execute(f"from quack_query({quoted(served.text)}, {quoted(statement)}, token => '{TOKEN}')")


def test_another_token_is_refused_and_not_told(served: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(installation.TOKEN_SETTING, "open!")
    with pytest.raises(EngineError) as raised:
        states.state_of(served)
    assert raised.value.trouble is Trouble.REFUSED
    assert "open!" not in str(raised.value)
