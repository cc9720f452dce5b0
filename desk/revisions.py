"""Each act of a person is a revision: who, when, and which earlier act it undoes. Numbers only go up, over all that is kept."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desk.database import reading

NONE: Final = 0
FORM: Final = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class Revision:
    """An act: its number, when (UTC) and by whom, and the act that it takes back, None for none."""

    revision: int
    made_at: datetime
    who: str
    undoes: int | None = None


def latest(file: Path) -> int:
    """Return the number of the last act, 0 before the first: what a page that is drawn now has seen."""
    with reading(file) as connection:
        return NONE if connection is None else latest_in(connection)


def since(file: Path, revision: int) -> tuple[Revision, ...]:
    """Return the acts after a revision, the oldest first."""
    with reading(file) as connection:
        if connection is None:
            return ()
        found = connection.execute("select * from revision where revision > ? order by revision", (revision,))
        return tuple(Revision(row["revision"], moment(row["made_at"]), row["who"], row["undoes"]) for row in found)


def latest_in(connection: sqlite3.Connection) -> int:
    """Return the number of the last act within a transaction."""
    return int(connection.execute("select ifnull(max(revision), 0) from revision").fetchone()[0])


def begin(connection: sqlite3.Connection, who: str, undoes: int | None = None, made_at: datetime | None = None) -> int:
    """Write down that a person acts, now or when it was made, within a transaction, and return the number of the act."""
    at = (made_at or datetime.now(UTC)).astimezone(UTC).strftime(FORM)
    cursor = connection.execute("insert into revision (made_at, who, undoes) values (?, ?, ?)", (at, who, undoes))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def moment(text: str) -> datetime:
    """Return the moment that is written down.

    >>> moment("2026-11-24T08:15:00Z").isoformat()
    '2026-11-24T08:15:00+00:00'
    """
    return datetime.strptime(text, FORM).replace(tzinfo=UTC)
