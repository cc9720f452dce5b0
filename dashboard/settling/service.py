"""What is said of a reading is put in by the loaders, whom only the frame knows: pages ask through what the frame gives."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from dashboard.frame import rights
from desk.corrections import PersonsWord


class Correcting(Protocol):
    """Tries words on the reading and keeps them; every answer is plain, with `trouble` where it failed."""

    def try_on(self, store: Path, words: Sequence[PersonsWord]) -> dict[str, Any]:
        """Return what words would change (`changes`) and which others then don't fit (`unfit`)."""

    def save(self, store: Path, words: Sequence[PersonsWord], who: str, seen: int) -> dict[str, Any]:
        """Keep words; return their `revision`, or what others `changed` since `seen`."""

    def undo(self, store: Path, revision: int, who: str) -> dict[str, Any]:
        """Take an act back."""

    def exported(self, store: Path, plan_id: int) -> str:
        """Return what holds of a plan as a CSV."""

    def bring_in(self, store: Path, plan_id: int, text: str, seen: int, by: str = "") -> dict[str, Any]:
        """Keep the lines of a CSV; `by` is who has signed in and brings it in."""


_given: list[Correcting] = []


def use(correcting: Correcting) -> None:
    """Let pages correct by this; said once by the frame."""
    _given[:] = [correcting]


def service() -> Correcting:
    """Return what tries and keeps words."""
    return _given[0]


def refusal() -> str:
    """Return why nothing is corrected here, '' where it may be."""
    return rights.refusal(rights.CORRECTING)
