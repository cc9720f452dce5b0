"""What is served is seen by this machine alone unless somebody says otherwise, and tells browsers how not to be misused."""

import contextlib
import tomllib
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from access import door
from access.guard import UNSIGNED, Guard
from access.headers import HEADERS, HSTS, SecurityHeaders
from access.hosts import Hosts
from loaders.grid.limits import MOST_BYTES
from tests.access.test_settings import ACCESS, AUTH, RIGHT

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of settings that is not there yet."""
    file = tmp_path / "secrets.toml"
    given = config.get_option
    monkeypatch.setattr(config, "get_option", lambda key: [str(file)] if key == door.FILES else given(key))
    monkeypatch.setattr(door, "_held", {})
    monkeypatch.setattr(door, "_asked_once", [])
    monkeypatch.setattr(door, "_guards", [])
    return file


def answered(app: ASGIApp, path: str = "/", host: str = "localhost:8501", kind: str = "http") -> tuple[int, dict[str, str]]:
    """Return the status and the headers that a request is answered."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": kind, "method": "GET", "path": path, "query_string": b"", "headers": [(b"host", host.encode())]}
    # Nothing here waits, so that one step runs it whole; a loop of its own could not start beside a browser's.
    with contextlib.suppress(StopIteration):
        app(scope, receive, send).send(None)  # type: ignore[attr-defined]
    return sent[0]["status"], {key.decode(): value.decode() for key, value in sent[0]["headers"]}


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    answer = PlainTextResponse("はい", headers={"X-Frame-Options": "ALLOWALL"})
    answer.set_cookie("a", "b")
    await answer(scope, receive, send)


def test_every_answer_bears_the_security_headers_and_no_weaker_ones() -> None:
    _, given = answered(SecurityHeaders(inner))
    assert {key: given[key.lower()] for key in HEADERS} == HEADERS


def test_nothing_but_this_host_may_be_asked_by_the_page() -> None:
    policy = answered(SecurityHeaders(inner))[1]["content-security-policy"]
    asks = next(part for part in policy.split("; ") if part.startswith("connect-src"))
    assert asks == "connect-src 'self' ws://localhost:8501 wss://localhost:8501 data: blob:"
    assert "http:" not in policy
    assert "https:" not in policy


def test_a_host_that_is_none_brings_nothing_into_the_policy() -> None:
    policy = answered(SecurityHeaders(inner), host="x; script-src *")[1]["content-security-policy"]
    assert "ws:" not in policy
    assert "*" not in policy


def test_browsers_are_kept_to_tls_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "strict-transport-security" not in answered(SecurityHeaders(inner))[1]
    monkeypatch.setenv(HSTS, "31536000")
    assert answered(SecurityHeaders(inner))[1]["strict-transport-security"] == "max-age=31536000"
    monkeypatch.setenv(HSTS, "1 year")
    with pytest.raises(ValueError, match="秒数ではありません"):
        SecurityHeaders(inner)


def test_cookies_are_given_back_over_tls_alone_where_people_come_by_it(secrets: Path) -> None:
    assert "Secure" not in answered(SecurityHeaders(inner))[1]["set-cookie"]
    secrets.write_text(RIGHT, encoding="utf-8")
    assert answered(SecurityHeaders(inner))[1]["set-cookie"].endswith("; Secure")


@pytest.mark.parametrize(("host", "status"), [("localhost:8501", 200), ("[::1]:8501", 200), ("evil.example", 400), ("", 400)])
def test_a_server_for_this_machine_answers_to_its_own_names_alone(host: str, status: int) -> None:
    assert CONFIG["server"]["address"] == "localhost"
    assert answered(Hosts(inner), host=host)[0] == status


def test_a_server_for_a_network_answers_to_the_names_that_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    given = config.get_option
    set_to = {"server.address": "0.0.0.0", "server.allowedHosts": ["plan.city.example.jp"]}
    monkeypatch.setattr(config, "get_option", lambda key: set_to[key] if key in set_to else given(key))
    hosts = Hosts(inner)
    assert [answered(hosts, host=name)[0] for name in ("plan.city.example.jp", "evil.example")] == [200, 400]


def test_what_is_uploaded_may_be_as_large_as_what_is_read() -> None:
    assert CONFIG["server"]["maxUploadSize"] * 2**20 == MOST_BYTES


@pytest.mark.parametrize(("address", "is_told"), [("localhost", False), ("0.0.0.0", True), (None, True)])
def test_a_server_that_a_network_sees_without_sign_in_says_so_as_it_starts(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, address: str | None, is_told: bool
) -> None:
    given = config.get_option
    monkeypatch.setattr(config, "get_option", lambda key: address if key == "server.address" else given(key))
    Guard(inner)
    assert (UNSIGNED in caplog.text) is is_told


def test_what_is_wrong_with_the_settings_is_told_as_the_server_starts(secrets: Path, caplog: pytest.LogCaptureFixture) -> None:
    secrets.write_text(RIGHT.replace("hours", "hour"), encoding="utf-8")
    Guard(inner)
    assert "の 8行目" in caplog.text


def test_nothing_is_held_back_where_nobody_signs_in() -> None:
    assert answered(Guard(inner), "/media/a.csv")[0] == 200


@pytest.mark.parametrize(
    ("settings", "status"), [(RIGHT, 401), (AUTH, 503), (ACCESS, 503), ("[auth", 503), (RIGHT.replace("hours", "hour"), 503)]
)
def test_nobody_gets_in_without_a_role_or_by_settings_that_are_wrong(secrets: Path, settings: str, status: int) -> None:
    secrets.write_text(settings, encoding="utf-8")
    guard = Guard(inner)
    assert [answered(guard, path)[0] for path in ("/", "/media/a.csv", "/_stcore/health")] == [status, status, 200]


def test_a_dashboard_that_asked_for_sign_in_never_opens_by_itself(secrets: Path) -> None:
    guard = Guard(inner)
    secrets.write_text(RIGHT, encoding="utf-8")
    assert answered(guard)[0] == 401
    secrets.unlink()
    assert answered(guard)[0] == 503
