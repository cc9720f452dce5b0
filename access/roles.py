"""An allow-list gives roles: whoever is on none of its lines sees nothing, whoever is on several has the highest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Final

Claims = Mapping[str, object]


class AccessRole(IntEnum):
    """What a visitor may do; each role may what those below it may."""

    NONE = 0
    READER = 1
    EDITOR = 2  # corrections, notes, next steps
    KEEPER = 3  # plans: taking in, removing


# As a table of the settings names them, and as the screen does.
NAMES: Final = {"reader": AccessRole.READER, "editor": AccessRole.EDITOR, "keeper": AccessRole.KEEPER}
WORDS: Final = {AccessRole.NONE: "なし", AccessRole.READER: "閲覧", AccessRole.EDITOR: "記入", AccessRole.KEEPER: "管理"}


@dataclass(frozen=True)
class Allowed:
    """Those who have a role: by address, by the domain of their address, by a group that the provider tells."""

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Settings:
    """The allow-list by role, the claims that hold address and groups, and how long a sign-in lasts."""

    allowed: Mapping[AccessRole, Allowed] = field(default_factory=dict)
    address_claim: str = "email"
    group_claim: str = "groups"
    hours: float = 12.0
    contact: str = ""


@dataclass(frozen=True)
class Visitor:
    """Somebody at the door: their role, what they are called, their address ('' where nothing tells it).

    `is_expired`: they had signed in, too long ago.
    """

    role: AccessRole = AccessRole.NONE
    who: str = ""
    address: str = ""
    is_signed_in: bool = False
    is_expired: bool = False


STRANGER: Final = Visitor()


def visitor(settings: Settings, claims: Claims, now: datetime) -> Visitor:
    """Return who a visitor is by what the provider claims of them; without claims, or with old ones, nobody.

    >>> lists = Settings({AccessRole.READER: Allowed(domains=frozenset({"city.example.jp"}))})
    >>> at = datetime(2026, 11, 29, tzinfo=UTC)
    >>> claims = {"sub": "7", "iat": at.timestamp(), "email": "Hanako@City.example.jp", "name": "花子"}
    >>> visitor(lists, claims, at)
    Visitor(role=<AccessRole.READER: 1>, who='花子（hanako@city.example.jp）', address='hanako@city.example.jp', \
is_signed_in=True, is_expired=False)
    """
    if not claims:
        return STRANGER
    address = _text(claims.get(settings.address_claim)).casefold()
    who = _who(claims, address)
    if not _is_fresh(claims, settings.hours, now):
        return Visitor(who=who, address=address, is_expired=True)
    groups = _groups(claims.get(settings.group_claim))
    # An address that the provider itself calls unproved may be anybody's.
    proved = "" if claims.get("email_verified") is False else address
    return Visitor(role_of(settings, proved, groups), who, address, is_signed_in=True)


def role_of(settings: Settings, address: str, groups: frozenset[str]) -> AccessRole:
    """Return the highest role that an address or a group has.

    >>> role_of(Settings({AccessRole.EDITOR: Allowed(groups=frozenset({"joho"}))}), "a@b.example", frozenset({"joho"})).name
    'EDITOR'
    """
    _, at, domain = address.rpartition("@")
    found = [
        role
        for role, allowed in settings.allowed.items()
        if (address and address in allowed.addresses) or (at and domain in allowed.domains) or groups & allowed.groups
    ]
    return max(found, default=AccessRole.NONE)


def _is_fresh(claims: Claims, hours: float, now: datetime) -> bool:
    """Return whether the provider vouched lately: Streamlit's cookie lives for 30 days and asks nobody meanwhile."""
    issued = claims.get("iat")
    if not isinstance(issued, int | float) or isinstance(issued, bool):
        return False
    return now - datetime.fromtimestamp(issued, UTC) <= timedelta(hours=hours)


def _who(claims: Claims, address: str) -> str:
    """Return what a visitor is called in the trail: names are anybody's to choose, so what the provider knows stands beside."""
    name, sure = _text(claims.get("name")), address or _text(claims.get("sub"))
    return f"{name}（{sure}）" if name and name.casefold() != sure else sure


def _groups(claimed: object) -> frozenset[str]:
    if isinstance(claimed, str):
        return frozenset({claimed})
    return frozenset(one for one in claimed if isinstance(one, str)) if isinstance(claimed, list | tuple) else frozenset()


def _text(claimed: object) -> str:
    return claimed.strip() if isinstance(claimed, str) else ""
