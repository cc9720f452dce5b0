"""Many people at one server, a store replaced under them: the short form of `make soak`, held against errors, not times."""

import asyncio
import shutil
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.bench.soak import opened, replaced, soaked
from tests.browser.server import serve

SESSIONS, STEPS, REPLACED = 6, 3, 10
NO_PAUSE = (0.0, 0.2)


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """Run `work` in a thread of its own: a browser of another test may keep a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def test_nobody_of_many_sees_an_error_while_the_store_is_replaced(store_path: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(store_path, tmp_path / "plan.duckdb"))
    with serve(store, script="asgi.py") as url:
        at_once = run(opened([url], SESSIONS))
        soaking = soaked([url], SESSIONS, STEPS, NO_PAUSE, seed=1)
        told, count = run(replaced(store, REPLACED, soaking, every=0.1))
    assert at_once.failed == told.failed == []
    assert len(at_once.runs) == SESSIONS
    assert len(told.runs) == SESSIONS * (STEPS + 1)
    assert count == REPLACED
