"""What was written since a moment, of all that is kept here, is told in the order in which it was said."""

from datetime import datetime
from pathlib import Path

from desk import corrections, notes
from desk.corrections import Saved
from desk.notes import Interim, Kept, Step

Change = Saved | Kept[Step] | Kept[Interim]


def since(file: Path, plan_id: int, moment: datetime) -> tuple[Change, ...]:
    """Return what was written of a plan from a moment (UTC) on, the latest first; undone acts and their undoing included."""
    found: list[Change] = [
        *corrections.history(file, plan_id),
        *notes.history(file, Step, plan_id),
        *notes.history(file, Interim, plan_id),
    ]
    return tuple(sorted((one for one in found if one.made_at >= moment), key=lambda one: one.revision, reverse=True))
