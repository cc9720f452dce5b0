"""Whoever watches a server asks two paths; neither tells a stranger anything, and nobody gets a plan's data there."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from engines import installation
from serving import measures, watched

HERE = {"type": "http", "method": "GET", "headers": [], "client": ("127.0.0.1", 5000)}


def asked(path: str, **more: object) -> tuple[int, str]:
    """Return status and text of an answer."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("はい")(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    # In a thread of its own: where a browser's tests ran before, this one has a loop already.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, watched.Watched(app)(HERE | {"path": path} | more, receive, send)).result()
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:]).decode()


def test_measures_tell_how_long_pages_and_requests_took() -> None:
    with measures.page("unmet"):
        pass
    assert asked("/static/js/index.js") == (200, "はい")
    status, text = asked("/metrics")
    assert status == 200
    assert 'plan_page_seconds_count{page="unmet"}' in text
    assert 'plan_http_seconds_count{kind="static",status="2xx"}' in text
    assert "process_resident_memory_bytes" in text


def test_a_page_that_fails_is_counted() -> None:
    with pytest.raises(ZeroDivisionError), measures.page("goals"):
        raise ZeroDivisionError
    assert 'plan_page_failures_total{page="goals"} 1.0' in asked("/metrics")[1]


@pytest.mark.parametrize(
    "more",
    [
        {"client": ("192.168.1.7", 5000)},
        {"client": None},
        {"headers": [(b"x-forwarded-for", b"192.168.1.7")]},
        {"headers": [(b"forwarded", b"for=192.168.1.7")]},
    ],
)
def test_measures_are_for_this_machine_alone_unless_somebody_says_so(
    more: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked("/metrics", **more)[0] == 404
    monkeypatch.setenv(watched.SETTING, "on")
    assert asked("/metrics", **more)[0] == 200
    monkeypatch.setenv(watched.SETTING, "off")
    assert asked("/metrics")[0] == 404


def test_a_server_is_ready_when_its_store_can_be_read(
    small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(installation.SETTING, str(small_store))
    assert asked("/ready") == (200, "ok")
    monkeypatch.setenv(installation.SETTING, str(tmp_path / "none.duckdb"))
    assert asked("/ready") == (503, "missing")
    monkeypatch.setenv(installation.SETTING, "ducklake:postgres:host=/nowhere password=hunter2")
    assert asked("/ready")[1] in ("not_equipped", "unreachable")
