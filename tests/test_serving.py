"""What is served is seen by this machine alone unless somebody says otherwise, and tells browsers how not to be misused."""

import contextlib
import tomllib
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from asgi import HEADERS, SecurityHeaders

ROOT = Path(__file__).parents[1]


def headers_of(scope: Scope) -> dict[str, str]:
    """Return the headers that an answer to a request bears."""
    sent: list[Message] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("はい", headers={"X-Frame-Options": "ALLOWALL"})(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    # Nothing here waits, so that one step runs it whole; a loop of its own could not start beside a browser's.
    with contextlib.suppress(StopIteration):
        SecurityHeaders(answer)(scope, receive, send).send(None)
    return {key.decode(): value.decode() for key, value in sent[0]["headers"]}


def test_every_answer_bears_the_security_headers_and_no_weaker_ones() -> None:
    given = headers_of({"type": "http", "method": "GET", "path": "/", "headers": []})
    assert {key: given[key.lower()] for key in HEADERS} == HEADERS


def test_nothing_but_this_host_may_be_asked_by_the_page() -> None:
    assert "http:" not in HEADERS["Content-Security-Policy"]
    assert "https:" not in HEADERS["Content-Security-Policy"]


def test_only_this_machine_is_served_unless_somebody_says_otherwise() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "localhost"
