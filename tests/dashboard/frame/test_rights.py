"""A dashboard that a network sees is never written to without signing in; with it the role decides, wherever one sits."""

import pytest

from access import door
from access.door import Door
from access.roles import AccessRole, Settings, Visitor
from access.settings import SignIn
from dashboard.frame import rights
from dashboard.frame.rights import CORRECTING, KEEPING, NOTING, refusal, sits_here


@pytest.mark.parametrize(
    ("address", "url", "headers", "is_here"),
    [
        ("localhost", "http://localhost:8501/", {"Host": "localhost:8501", "Origin": "http://localhost:8501"}, True),
        ("127.0.0.1", "http://127.0.0.1:8501/", {"host": "127.0.0.1:8501"}, True),
        ("::1", "http://[::1]:8501/", {"Host": "[::1]:8501"}, True),
        ("0.0.0.0", "http://localhost:8501/", {"Host": "localhost:8501"}, False),
        ("None", "http://localhost:8501/", {"Host": "localhost:8501"}, False),
        ("localhost", "http://plan.example.jp/", {"Host": "localhost:8501"}, False),
        ("localhost", "http://localhost/", {"Host": "plan.example.jp"}, False),
        ("localhost", "http://localhost/", {"Host": "localhost", "Origin": "https://plan.example.jp"}, False),
        ("localhost", "http://localhost/", {"Host": "localhost", "x-forwarded-for": "10.1.2.3"}, False),
        ("localhost", "http://localhost/", {"Host": "localhost", "Forwarded": "for=10.1.2.3"}, False),
    ],
)
def test_only_who_sits_at_the_machine_writes_without_signing_in(
    address: str, url: str, headers: dict[str, str], is_here: bool
) -> None:
    assert sits_here(address, url, headers) is is_here


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("PLAN_STORE", raising=False)
    sign_in = SignIn(Settings(contact="情報政策係"), "https://plan.example.jp", "default")
    monkeypatch.setattr(door, "now", lambda: Door(sign_in))
    return monkeypatch


@pytest.mark.parametrize(
    ("role", "refused"),
    [
        (AccessRole.NONE, [KEEPING, CORRECTING, NOTING]),
        (AccessRole.READER, [KEEPING, CORRECTING, NOTING]),
        (AccessRole.EDITOR, [KEEPING]),
        (AccessRole.KEEPER, []),
    ],
)
def test_a_role_has_its_rights_and_no_others(
    signed_in: pytest.MonkeyPatch, role: AccessRole, refused: list[rights.Right]
) -> None:
    signed_in.setattr(rights, "visitor", lambda: Visitor(role))
    assert [right for right in (KEEPING, CORRECTING, NOTING) if refusal(right)] == refused
    for right in refused:
        assert f"{right.noun}には「" in refusal(right)
        assert "情報政策係に伝えてください" in refusal(right)


def test_what_is_switched_off_is_nobodys(signed_in: pytest.MonkeyPatch) -> None:
    signed_in.setattr(rights, "visitor", lambda: Visitor(AccessRole.KEEPER))
    signed_in.setenv("PLAN_UPLOADS", "off")
    signed_in.setenv("PLAN_CORRECTIONS", "OFF")
    assert "PLAN_UPLOADS" in refusal(KEEPING)
    assert "PLAN_CORRECTIONS" in refusal(CORRECTING)
    assert refusal(NOTING) == ""


def test_wrong_settings_give_no_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLAN_STORE", raising=False)
    monkeypatch.setattr(door, "now", lambda: Door(trouble="誤り"))
    assert all(refusal(right) for right in (KEEPING, CORRECTING, NOTING))
