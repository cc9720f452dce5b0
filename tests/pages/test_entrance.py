"""A visit that outlasts its sign-in, and a server started without its door, show nothing of the plan."""

import pytest
from streamlit.testing.v1 import AppTest

from access import door
from access.door import Door
from access.roles import Settings
from access.settings import SignIn
from dashboard.database import store
from tests.pages.conftest import APP

SIGN_IN = SignIn(Settings(contact="情報政策係"), "https://plan.example.jp", "default")


@pytest.mark.parametrize(
    ("state", "is_guarded", "title"),
    [
        (Door(SIGN_IN), True, "もう一度サインインしてください"),
        (Door(SIGN_IN), False, "いまは使えません"),
        (Door(trouble="誤り"), True, "いまは使えません"),
    ],
)
def test_the_store_is_not_even_asked_for(monkeypatch: pytest.MonkeyPatch, state: Door, is_guarded: bool, title: str) -> None:
    monkeypatch.setattr(door, "now", lambda: state)
    monkeypatch.setattr(door, "is_guarded", lambda: is_guarded)
    monkeypatch.setattr(store, "identity", lambda: pytest.fail("the store was asked for"))
    monkeypatch.setattr(store, "problem", lambda: pytest.fail("the store was asked for"))
    opened = AppTest.from_file(str(APP), default_timeout=60).run()
    assert [one.value for one in opened.title] == [title]
    assert not opened.exception
    assert not opened.sidebar.radio
