"""Who is on no line of the list has no role, who is on several the highest; what is not proved counts for nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from access.roles import STRANGER, AccessRole, Allowed, Settings, visitor

NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)
LISTS = Settings(
    {
        AccessRole.READER: Allowed(domains=frozenset({"city.example.jp"})),
        AccessRole.EDITOR: Allowed(groups=frozenset({"joho"})),
        AccessRole.KEEPER: Allowed(addresses=frozenset({"kanri@city.example.jp"})),
    }
)


def claims(**more: object) -> dict[str, object]:
    return {"sub": "7", "iat": NOW.timestamp(), **more}


@pytest.mark.parametrize(
    ("claimed", "role"),
    [
        ({"email": "a@city.example.jp"}, AccessRole.READER),
        ({"email": "A@City.Example.JP"}, AccessRole.READER),
        ({"email": "kanri@city.example.jp"}, AccessRole.KEEPER),
        ({"email": "kanri@city.example.jp", "groups": ["joho"]}, AccessRole.KEEPER),
        ({"email": "a@elsewhere.example", "groups": ["x", "joho"]}, AccessRole.EDITOR),
        ({"groups": "joho"}, AccessRole.EDITOR),
        ({"email": "a@sub.city.example.jp"}, AccessRole.NONE),
        ({"email": "a@notcity.example.jp"}, AccessRole.NONE),
        ({"email": "city.example.jp"}, AccessRole.NONE),
        ({"email": "kanri@city.example.jp@elsewhere.example"}, AccessRole.NONE),
        ({"email": "kanri@city.example.jp", "email_verified": False}, AccessRole.NONE),
        ({"email": ["kanri@city.example.jp"]}, AccessRole.NONE),
        ({"groups": {"joho": True}}, AccessRole.NONE),
        ({"groups": ["JOHO"]}, AccessRole.NONE),
        ({}, AccessRole.NONE),
    ],
)
def test_a_role_is_given_by_what_the_provider_claims(claimed: dict[str, object], role: AccessRole) -> None:
    found = visitor(LISTS, claims(**claimed), NOW)
    assert (found.role, found.is_signed_in) == (role, True)


def test_the_claims_that_hold_address_and_groups_can_be_named() -> None:
    named = Settings(LISTS.allowed, address_claim="upn", group_claim="roles")
    assert visitor(named, claims(upn="kanri@city.example.jp"), NOW).role is AccessRole.KEEPER
    assert visitor(named, claims(roles=["joho"]), NOW).role is AccessRole.EDITOR
    assert visitor(named, claims(email="kanri@city.example.jp", groups=["joho"]), NOW).role is AccessRole.NONE


@pytest.mark.parametrize("issued", [(NOW - timedelta(hours=13)).timestamp(), None, "now", True])
def test_a_sign_in_that_is_old_or_undated_gives_nothing(issued: object) -> None:
    found = visitor(LISTS, claims(email="kanri@city.example.jp", iat=issued), NOW)
    assert (found.role, found.is_signed_in, found.is_expired) == (AccessRole.NONE, False, True)


def test_nobody_is_who_claims_nothing() -> None:
    assert visitor(LISTS, {}, NOW) == STRANGER


@pytest.mark.parametrize(
    ("claimed", "who"),
    [
        ({"name": "花子", "email": "h@city.example.jp"}, "花子（h@city.example.jp）"),
        ({"email": "h@city.example.jp"}, "h@city.example.jp"),
        ({"name": "花子"}, "花子（7）"),
        ({}, "7"),
    ],
)
def test_the_trail_names_what_the_provider_knows(claimed: dict[str, object], who: str) -> None:
    assert visitor(LISTS, claims(**claimed), NOW).who == who
