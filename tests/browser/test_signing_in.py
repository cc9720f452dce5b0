"""With sign-in set up, who has no role gets nothing by any way; a reader reads, an editor writes, a keeper keeps plans."""

import base64
import json
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import oidc_provider_mock
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from desk import notes
from loaders.grid.limits import MOST_BYTES
from tests.browser.server import free_port, serve, settle

SECONDS: Final = 60_000
# How often it is asked at most whether something has changed, with a fifth of a second between.
ANSWERS: Final = 100
SECRET: Final = "a secret that only this test knows, long enough"
SETTINGS: Final = """
[auth]
redirect_uri = "{url}/oauth2callback"
cookie_secret = "{secret}"
client_id = "plan"
client_secret = "any"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[access]
contact = "情報政策係（内線 1234）"

[access.reader]
domains = ["city.example.jp"]

[access.editor]
groups = ["joho"]

[access.keeper]
addresses = ["kanri@city.example.jp"]
"""
PEOPLE: Final = {
    "stranger": {"email": "someone@elsewhere.example", "name": "よその人"},
    "reader": {"email": "hanako@city.example.jp", "name": "市川花子"},
    "editor": {"email": "taro@city.example.jp", "name": "印西太郎", "groups": ["joho", "all"]},
    "keeper": {"email": "kanri@city.example.jp", "name": "管理係"},
}
STREAM: Final = "/_stcore/stream"
# What must not be had without a role; the media and upload paths need not exist, as nothing may be told of that either.
GUARDED: Final = (
    "/",
    "/review",
    "/index.html",
    "/static/js/index.js",
    "/favicon.png",
    "/media/0123456789abcdef.csv",
    "/app/static/plan.duckdb",
    "/component/x/index.html",
    "/_stcore/bidi-components/x/index.js",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/upload_file/0/0",
    STREAM,
    "//review",
    "/_stcore/health/../metrics",
    "/%5fstcore/metrics",
)
UPGRADE: Final = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": base64.b64encode(b"0123456789abcdef").decode(),
}


@dataclass(frozen=True)
class Office:
    """A dashboard that people sign in to: its address, its folder of data, its file of settings."""

    url: str
    data: Path
    secrets: Path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, store_path: Path) -> Iterator[Office]:
    """Serve the app behind its door, with a provider that speaks OpenID Connect."""
    folder = tmp_path_factory.mktemp("office")
    data = folder / "data"
    data.mkdir()
    shutil.copyfile(store_path, data / "plan.duckdb")
    users = [oidc_provider_mock.User(sub=name, claims=claims) for name, claims in PEOPLE.items()]
    secrets = folder / "secrets.toml"
    port, url = free_port(), "http://localhost:{}"
    with (
        oidc_provider_mock.run_server_in_thread(user_claims=users) as provider,
        pytest.MonkeyPatch.context() as patch,
    ):
        there = url.format(provider.server_port)
        secrets.write_text(SETTINGS.format(url=url.format(port), provider=there, secret=SECRET), encoding="utf-8")
        patch.setenv("PLAN_DATA", str(data))
        options = ("--secrets.files", str(secrets))
        with serve(folder / "log", is_given=False, script="asgi.py", port=port, options=options):
            yield Office(url.format(port), data, secrets)


def asked(url: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> tuple[int, str]:
    """Return the status and the text that a request is answered."""
    request = urllib.request.Request(url, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8", "replace")


def cookie(office: Office, person: str, *, hours_ago: float = 0.0, secret: str = SECRET, origin: str = "") -> dict[str, str]:
    """Return the header of a browser in which a person has signed in."""
    claims = {"sub": person, "iat": time.time() - hours_ago * 3600, "origin": origin or office.url, "is_logged_in": True}
    signed = create_signed_value(secret, USER_COOKIE_NAME, json.dumps(claims | PEOPLE[person])).decode()
    return {"Cookie": f"{USER_COOKIE_NAME}={signed}"}


def sign_in(page: Page, person: str) -> None:
    """Press the one button, and say at the provider who one is."""
    page.get_by_role("link", name="サインイン").click()
    page.get_by_role("button", name=person, exact=True).click()


@pytest.mark.parametrize("path", GUARDED)
def test_without_a_role_nothing_is_answered(office: Office, path: str) -> None:
    strangers = {
        "nobody": {},
        "not on the list": cookie(office, "stranger"),
        "signed in yesterday": cookie(office, "reader", hours_ago=24),
        "forged": cookie(office, "keeper", secret="x" * 40),
        "of another dashboard": cookie(office, "keeper", origin="https://elsewhere.example"),
    }
    for who, headers in strangers.items():
        status, text = asked(office.url + path, headers=headers | (UPGRADE if path == STREAM else {}))
        assert (status, text) in ((401, "Unauthorized"), (403, "Forbidden")), (who, path)


def test_a_reader_gets_files_and_uploads_none(office: Office) -> None:
    reader, editor = cookie(office, "reader"), cookie(office, "editor")
    assert asked(f"{office.url}/", headers=reader)[0] == 200
    assert asked(f"{office.url}/media/none.csv", headers=reader)[0] == 404
    upload = f"{office.url}/_stcore/upload_file/0/0"
    assert asked(upload, method="PUT", headers=reader) == (403, "Forbidden")
    assert asked(upload, method="PUT", headers=editor) == (403, "XSRF token missing or invalid")


def test_whoever_has_no_access_is_told_what_to_do(office: Office, page: Page) -> None:
    page.goto(f"{office.url}/review")
    expect(page.get_by_role("heading", name="計画の進行管理")).to_be_visible()
    assert page.get_by_role("link").count() == 1
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    sign_in(page, "stranger")
    expect(page.get_by_text("よその人（someone@elsewhere.example）")).to_be_visible()
    expect(page.get_by_text("情報政策係（内線 1234）に、上のアドレスを伝えてください。")).to_be_visible()


def test_a_reader_comes_back_to_the_page_that_was_asked_for_and_may_only_read(office: Office, page: Page) -> None:
    page.goto(f"{office.url}/initiative?initiative=1")
    sign_in(page, "reader")
    settle(page)
    assert page.url == f"{office.url}/initiative?initiative=1"
    expect(page.get_by_text("書き込みには「記入」の権限が要ります（いまの権限は「閲覧」）")).to_be_visible()
    expect(page.get_by_test_id("stSidebar").get_by_text("市川花子")).to_be_visible()
    assert page.get_by_role("button", name="訂正する", exact=True).count() == 0


def test_an_editor_writes_under_the_name_they_signed_in_with(office: Office, page: Page) -> None:
    page.goto(f"{office.url}/initiative?initiative=1")
    sign_in(page, "editor")
    settle(page)
    assert page.get_by_label("名前または係名").count() == 0
    page.get_by_placeholder("例：仕様書の案を作り").fill("仕様書の案を作る")
    page.get_by_role("button", name="書き加える").click()
    expect(page.get_by_text("を書き加えました").first).to_be_visible(timeout=SECONDS)
    [kept] = notes.in_force(office.data / "desk.sqlite", notes.Step, 1)
    assert (kept.note.what, kept.who) == ("仕様書の案を作る", "印西太郎（taro@city.example.jp）")


def test_a_keeper_takes_plans_in_up_to_a_size_and_signs_out(office: Office, page: Page) -> None:
    page.goto(f"{office.url}/intake")
    sign_in(page, "keeper")
    settle(page)
    expect(page.get_by_test_id("stFileUploader")).to_contain_text("50MB", timeout=SECONDS)
    page.route("**/_stcore/upload_file/**", lambda route: route.abort())
    with page.expect_request("**/_stcore/upload_file/**") as sent:
        page.locator("input[type=file]").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"a"})
    headers = {name: sent.value.all_headers()[name] for name in ("cookie", "x-xsrftoken", "content-type")}
    too_large = headers | {"Content-Length": str(MOST_BYTES + 1)}
    assert asked(sent.value.url, method="PUT", headers=too_large) == (413, "File too large")
    page.get_by_role("button", name="サインアウト").click()
    page.get_by_role("button", name="End session").click()  # asked by the provider, which forgets them, too
    expect(page.get_by_role("link", name="サインイン")).to_be_visible(timeout=SECONDS)
    assert asked(f"{office.url}/intake")[0] == 401


def test_settings_that_go_wrong_while_people_read_close_the_dashboard(office: Office) -> None:
    reader = cookie(office, "reader")
    right = office.secrets.read_text(encoding="utf-8")
    try:
        for wrong, status in ((right.replace("domains", "domain"), 503), ("", 503), (right.replace("city.", "town."), 403)):
            office.secrets.write_text(wrong, encoding="utf-8")
            assert 200 not in answers_until(status, office, reader)
            assert asked(f"{office.url}/_stcore/health")[0] == 200
    finally:
        office.secrets.write_text(right, encoding="utf-8")
    assert answers_until(200, office, reader)[-1] == 200


def answers_until(wanted: int, office: Office, headers: dict[str, str]) -> list[int]:
    """Return what is answered, one after the other, until it is as wanted; fail where it never is.

    The door reads changed settings at once, but the word by which Streamlit signs its cookies is Streamlit's to read again.
    """
    told: list[int] = []
    while len(told) < ANSWERS and wanted not in told:
        time.sleep(0.2 if told else 0)
        told.append(asked(f"{office.url}/", headers=headers)[0])
    assert wanted in told
    return told
