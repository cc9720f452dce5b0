"""Taking files in changes what everybody sees: it is offered at the desk where the program runs, unless switched off."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import streamlit as st

from dashboard.database import store

SETTING: Final = "PLAN_UPLOADS"
OFF: Final = "off"
HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Uploads(Protocol):
    """Reads files of visitors in a process of its own; every answer is plain, with `trouble` where it failed."""

    def inspect(self, store: Path, name: str, data: bytes, how: Mapping[str, Any]) -> dict[str, Any]:
        """Return how a file is understood."""

    def add(self, store: Path, name: str, data: bytes, plan: str, how: Mapping[str, Any]) -> dict[str, Any]:
        """Take a file in."""

    def plans(self, store: Path) -> dict[str, Any]:
        """Return the plans with their files."""

    def remove(self, store: Path, plan_id: int) -> dict[str, Any]:
        """Remove a plan."""

    def restore(self, store: Path) -> dict[str, Any]:
        """Put back the plan that was removed last."""


_given: list[Uploads] = []


def use(uploads: Uploads) -> None:
    """Let pages take files in by this; said once by the frame, which alone knows the loaders."""
    _given[:] = [uploads]


def service() -> Uploads:
    """Return what takes files in."""
    return _given[0]


def refusal() -> str:
    """Return why files are not taken in here, '' where they are."""
    if os.environ.get(SETTING, "").casefold() == OFF:
        return f"この設置では、取り込みを止めています（環境変数 {SETTING}）。"
    return not_here("取り込み")


def not_here(what: str) -> str:
    """Return why nothing that everybody will see is changed here, '' at the desk where the program runs; `what` is a noun."""
    if store.is_given():
        return f"環境変数 {store.SETTING} で決められたデータを表示しているため、{what}はできません。"
    hosts = {str(st.get_option("server.address")), urlsplit(st.context.url or "http://localhost").hostname or ""}
    if not hosts <= HERE:
        return f"{what}は、このプログラムを動かしているパソコンから（localhost で）開いたときだけできます。"
    return ""
