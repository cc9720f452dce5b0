"""A promise with a date is due in its year: which are overdue, which were kept late, which come next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text.records import known, rows_of

# What a reader has to act on comes first.
ORDER: Final = ("overdue", "unknown", "not_yet", "late", "kept", "closed")


@dataclass(frozen=True)
class PromiseOutcome:
    """What an initiative promises by a year, and what became of it (promise_state_code)."""

    number: int
    activity: str
    department: str
    due_year: int
    due_label: str
    due_label_ja: str
    what: str
    quote: str
    state: str
    kept_year: int | None
    is_doubtful: bool


def read(frame: pd.DataFrame) -> tuple[PromiseOutcome, ...]:
    """Return the promises of a frame, in its order."""
    return tuple(
        PromiseOutcome(
            int(row["number"]),
            str(row["activity"]),
            str(row["department"]),
            int(row["due_year"]),
            str(row["due_label"]),
            str(row["due_label_ja"]),
            str(row["what"]),
            str(row["quote"]),
            str(row["state"]),
            None if (kept := known(row["kept_year"])) is None else int(kept),
            bool(row["is_doubtful"]),
        )
        for row in rows_of(frame)
    )


def pressing(found: Sequence[PromiseOutcome]) -> list[PromiseOutcome]:
    """Return promises as they press: overdue first, then what can't be told, then what is due, the earliest first."""
    return sorted(found, key=lambda one: (ORDER.index(one.state), one.due_year, one.number))
