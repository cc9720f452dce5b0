"""Whoever takes a plan in or removes it changes every page; the plan's files tell what, this tells who and when."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desk.database import reading, writing
from desk.revisions import begin, moment

ADDED: Final = "added"
REMOVED: Final = "removed"
RESTORED: Final = "restored"


@dataclass(frozen=True)
class Keeping:
    """What was done to which plan; `plan_id` is None, `name` and `file` are '' where nobody knows them."""

    act: str
    plan_id: int | None = None
    name: str = ""
    file: str = ""


@dataclass(frozen=True)
class Done:
    """An act on a plan as it was noted: when (UTC) and by whom."""

    keeping: Keeping
    revision: int
    made_at: datetime
    who: str


def note(file: Path, keeping: Keeping, who: str) -> int:
    """Note an act that is done, and return its revision."""
    with writing(file) as connection:
        revision = begin(connection, who)
        row = (revision, keeping.act, keeping.plan_id, keeping.name, keeping.file)
        connection.execute("insert into keeping (revision, act, plan_id, name, file) values (?, ?, ?, ?, ?)", row)
    return revision


def history(file: Path) -> tuple[Done, ...]:
    """Return all that was ever done to plans, the latest first."""
    with reading(file) as connection:
        if connection is None:
            return ()
        rows = connection.execute("select k.*, r.made_at, r.who from keeping as k join revision as r using (revision)")
        done = [_done(row) for row in rows]
    return tuple(sorted(done, key=lambda one: one.revision, reverse=True))


def _done(row: sqlite3.Row) -> Done:
    keeping = Keeping(row["act"], row["plan_id"], row["name"], row["file"])
    return Done(keeping, row["revision"], moment(row["made_at"]), row["who"])
