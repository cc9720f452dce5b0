"""Taking files in changes what everybody sees: it is offered to those who keep the plans."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from dashboard.frame import rights


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
    """Return what takes files in; raise PermissionError for a visitor to whom the page does not offer it."""
    if refused := refusal():
        raise PermissionError(refused)
    return _given[0]


def refusal() -> str:
    """Return why files are not taken in here, '' where they are."""
    return rights.refusal(rights.KEEPING)
