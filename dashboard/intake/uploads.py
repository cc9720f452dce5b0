"""Taking files in changes what everybody sees: it is offered to those who keep the plans."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol

import desk.database
from dashboard.database import queries, store
from dashboard.frame import rights
from desk import keepings
from desk.database import DeskError
from desk.keepings import ADDED, REMOVED, RESTORED, Keeping

LOG: Final = logging.getLogger(__name__)


class Uploads(Protocol):
    """Reads files of visitors in a process of its own; every answer is plain, with `trouble` where it failed."""

    def inspect(self, store: Path, name: str, data: bytes, how: Mapping[str, Any]) -> dict[str, Any]:
        """Return how a file is understood."""

    def add(self, store: Path, name: str, data: bytes, plan: str, how: Mapping[str, Any]) -> dict[str, Any]:
        """Take a file in."""

    def take_back(self, store: Path, plan_id: int, edition: int) -> dict[str, Any]:
        """Take away what was taken in last."""

    def plans(self, store: Path) -> dict[str, Any]:
        """Return the plans with their files."""

    def remove(self, store: Path, plan_id: int) -> dict[str, Any]:
        """Remove a plan."""

    def restore(self, store: Path) -> dict[str, Any]:
        """Put back the plan that was removed last."""


class Noted:
    """Takes files in by another, and notes in the trail who changed the plans; it is done even where that can't be noted."""

    def __init__(self, given: Uploads) -> None:
        self._given = given

    def inspect(self, store: Path, name: str, data: bytes, how: Mapping[str, Any]) -> dict[str, Any]:
        """Return how a file is understood."""
        return self._given.inspect(store, name, data, how)

    def add(self, store: Path, name: str, data: bytes, plan: str, how: Mapping[str, Any]) -> dict[str, Any]:
        """Take a file in."""
        answer = self._given.add(store, name, data, plan, how)
        return _noted(answer, Keeping(ADDED, answer.get("plan_id"), answer.get("name", plan), name))

    def take_back(self, store: Path, plan_id: int, edition: int) -> dict[str, Any]:
        """Take away what was taken in last."""
        named = {int(row["plan_id"]): str(row["name"]) for row in queries.records("plans/names")}
        answer = self._given.take_back(store, plan_id, edition)
        return _noted(answer, Keeping(REMOVED, plan_id, named.get(plan_id, ""), f"{edition}版目"))

    def plans(self, store: Path) -> dict[str, Any]:
        """Return the plans with their files."""
        return self._given.plans(store)

    def remove(self, store: Path, plan_id: int) -> dict[str, Any]:
        """Remove a plan."""
        named = {int(row["plan_id"]): str(row["name"]) for row in queries.records("plans/names")}
        return _noted(self._given.remove(store, plan_id), Keeping(REMOVED, plan_id, named.get(plan_id, "")))

    def restore(self, store: Path) -> dict[str, Any]:
        """Put back the plan that was removed last."""
        return _noted(self._given.restore(store), Keeping(RESTORED))


def _noted(answer: dict[str, Any], keeping: Keeping) -> dict[str, Any]:
    if not answer.get("trouble"):
        store.renew()
        try:
            keepings.note(desk.database.path(), keeping, rights.actor())
        except DeskError:
            LOG.exception("who changed the plans could not be noted: %s", keeping)
    return answer


_given: list[Uploads] = []


def use(uploads: Uploads) -> None:
    """Let pages take files in by this; said once by the frame, which alone knows the loaders."""
    _given[:] = [uploads]


def service() -> Uploads:
    """Return what takes files in; raise PermissionError for a visitor to whom the page does not offer it."""
    if refused := refusal():
        raise PermissionError(refused)
    return Noted(_given[0])


def refusal() -> str:
    """Return why files are not taken in here, '' where they are."""
    return rights.refusal(rights.KEEPING)
