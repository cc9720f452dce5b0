"""The one door of the pages: whether this visitor may read, write or keep plans here, and what they are called in the trail.

With sign-in the role decides. Without, everybody who reaches the dashboard may read, and only who sits at the machine where the
program runs may write: a dashboard that a network sees is never open for writing by accident.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

import streamlit as st

from access import door, roles
from access.roles import STRANGER, WORDS, AccessRole, Visitor
from access.settings import HERE
from dashboard.database import store

OFF: Final = "off"
# Where people write what this server only reads: the address of the one that makes the store.
DESK_SETTING: Final = "PLAN_DESK"
AT_THE_MACHINE: Final = "このパソコンの利用者"
# What only a program between browser and server adds: whoever comes through one may sit anywhere.
FORWARDED: Final = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class Right(NamedTuple):
    """A right to change what everybody sees: its noun, the role that it wants, the setting that takes it out of use."""

    noun: str
    role: AccessRole
    setting: str = ""


KEEPING: Final = Right("取り込み", AccessRole.KEEPER, "PLAN_UPLOADS")
CORRECTING: Final = Right("訂正と確認", AccessRole.EDITOR, "PLAN_CORRECTIONS")
NOTING: Final = Right("書き込み", AccessRole.EDITOR)


def refusal(right: Right) -> str:
    """Return why a right is not this visitor's here, '' where it is."""
    if right.setting and os.environ.get(right.setting, "").casefold() == OFF:
        return f"この設置では、{right.noun}を止めています（環境変数 {right.setting}）。"
    if store.is_given():
        return f"環境変数 {store.SETTING} で決められたデータを表示しているため、{right.noun}はできません。{_elsewhere(right)}"
    state = door.now()
    if state.is_open:
        return "" if is_here() else _not_here(right)
    role = visitor().role
    if role >= right.role:
        return ""
    return (
        f"{right.noun}には「{WORDS[right.role]}」の権限が要ります（いまの権限は「{WORDS[role]}」）。"
        f"{contact()}に伝えてください。"
    )


def _elsewhere(right: Right) -> str:
    """Return where a right can be used, '' where nobody said so."""
    desk = os.environ.get(DESK_SETTING, "").strip()
    return f"{right.noun}は <{desk}> でできます。" if desk.startswith(("https://", "http://")) else ""


def visitor() -> Visitor:
    """Return who visits by what the provider claims of them; nobody where no sign-in is set up, or it is set up wrongly."""
    sign_in = door.now().sign_in
    if sign_in is None:
        return STRANGER
    claims: dict[str, Any] = dict(st.user)
    return roles.visitor(sign_in.settings, claims if claims.get("is_logged_in") is True else {}, datetime.now(UTC))


def actor() -> str:
    """Return who is told to have changed something where nobody is asked for a name: who signed in, else who sat here."""
    return visitor().who or AT_THE_MACHINE


def contact() -> str:
    """Return who gives rights here."""
    sign_in = door.now().sign_in
    return (sign_in.settings.contact if sign_in else "") or "管理者"


def is_here() -> bool:
    """Return whether the visitor sits at the machine where the program runs, and nobody else can reach it."""
    return sits_here(str(st.get_option("server.address")), st.context.url or "", dict(st.context.headers))


def sits_here(address: str, url: str, headers: Mapping[str, str]) -> bool:
    """Return whether a visit is one of this machine, by where the server is bound, the browser's address, and its request.

    What the browser says of its address is not enough: anything may be sent in its stead. So the server must be bound to this
    machine, the request must ask for it by its own name, and must not have come through a proxy.

    >>> sits_here("localhost", "http://localhost:8501/", {"Host": "localhost:8501"})
    True
    >>> sits_here("localhost", "http://localhost/", {"Host": "localhost", "X-Forwarded-For": "10.1.2.3"})
    False
    """
    told = {name.casefold(): value for name, value in headers.items()}
    asked = (url, told.get("origin"), f"//{told['host']}" if told.get("host") else "")
    hosts = {address, *(urlsplit(one).hostname or "" for one in asked if one)}
    return hosts <= HERE and not any(name in told for name in FORWARDED)


def _not_here(right: Right) -> str:
    return (
        f"{right.noun}は、このプログラムを動かしているパソコンから（localhost で）開いたときだけできます。"
        "ネットワークからは、管理者がサインインを設定するまで（docs/security.md）、見ることだけができます。"
    )
