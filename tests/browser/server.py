"""Streamlit says by attributes of the page when it is connected and when its script has run; the tests wait for those."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
# The paths of the pages, as the frame names them; the page that opens first has none.
PATHS = [
    "" if "default=True" in line else found[1]
    for line in (ROOT / "app.py").read_text(encoding="utf-8").splitlines()
    if (found := re.search(r'st\.Page\(.*url_path="(\w+)"', line))
]
CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
# Before its first run a page is idle too, and empty.
HEADED = "[data-testid=stMain] :is(h1, h2, h3)"
CHARTS_DRAWN = """() => !document.querySelector('[data-testid=stSkeleton]')
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))"""

# What moves for ever, as a sign that turns, is waited for no longer than the most.
STILL = """() => new Promise(done => {
    const finish = () => { watch.disconnect(); done(true) };
    let moment = setTimeout(finish, 150);
    const watch = new MutationObserver(() => { clearTimeout(moment); moment = setTimeout(finish, 150) });
    watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    setTimeout(finish, 600);
})"""


@contextmanager
def serve(
    store: Path,
    root: Path = ROOT,
    *,
    is_given: bool = True,
    patience: float = 60.0,
    script: str = "app.py",
    port: int = 0,
    options: Sequence[str] = (),
    settings: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Run the app in the folder `root` at a port of this machine, a free one unless said; yield its address, then stop it.

    `store` is given to it as somebody's own, which is only read; else the app makes its own, and `store` only names its log.
    `settings` are further ones of the environment.
    Raises RuntimeError with what the server printed where it does not answer within `patience` seconds.
    """
    port = port or free_port()
    own = ["--server.address", "127.0.0.1", "--server.headless", "true", "--server.fileWatcherType", "none"]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), *own, *options]
    log = store.with_suffix(f".{port}.server.log")
    with log.open("w", encoding="utf-8") as output:
        environment = os.environ | {"PLAN_STORE": str(store) if is_given else ""} | dict(settings or {})
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=output, stderr=subprocess.STDOUT)
    url = f"http://127.0.0.1:{port}"
    try:
        _await_health(url, server, log, patience)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_health(url: str, server: subprocess.Popen[bytes], log: Path, patience: float) -> None:
    give_up = time.monotonic() + patience
    while time.monotonic() < give_up and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the app did not start; it printed:\n{log.read_text(encoding='utf-8')}")


def settle(page: Page) -> None:
    """Wait until the page is connected, its script has run and stayed idle, and its charts are drawn."""
    page.wait_for_selector(CONNECTED, timeout=60_000)
    page.wait_for_timeout(250)
    page.wait_for_selector(IDLE, timeout=60_000, state="attached")
    page.wait_for_selector(HEADED, timeout=60_000, state="attached")
    page.wait_for_selector(IDLE, timeout=60_000, state="attached")
    still(page)


def still(page: Page) -> None:
    """Wait until the charts are drawn and nothing on the page has changed for a moment."""
    page.wait_for_function(CHARTS_DRAWN, timeout=30_000)
    page.wait_for_function(STILL, timeout=30_000)
