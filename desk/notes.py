"""What is to happen next, and how far the running year has come, is said by people alone: no document states it.

A step is one thing to do, with who and until when; an interim result is an indicator's value on a day. Both are kept as
corrections are: each act a revision, what was said last of a subject holds, whoever saves names the revision that they saw,
and an act is undone as a whole.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from desk.database import reading, writing
from desk.revisions import begin, moment


@dataclass(frozen=True)
class Step:
    """One thing to do: `step` is its mark for as long as it is spoken of, `year` the fiscal year that it follows.

    `named` is what the initiative was called; `whose` is '' and `due` None where nobody said so.
    """

    step: str
    plan_id: int
    number: int
    named: str
    year: int
    what: str
    whose: str = ""
    due: date | None = None
    is_done: bool = False
    is_withdrawn: bool = False

    table: ClassVar[str] = "step"
    subject: ClassVar[tuple[str, ...]] = ("step",)


@dataclass(frozen=True)
class Interim:
    """An indicator's value on a day of a year; `unit` is '' where it has none."""

    plan_id: int
    number: int
    named: str
    year: int
    indicator: str
    unit: str
    as_of: date
    value: float
    is_withdrawn: bool = False

    table: ClassVar[str] = "interim"
    subject: ClassVar[tuple[str, ...]] = ("plan_id", "number", "year", "indicator", "unit", "as_of")


N = TypeVar("N", Step, Interim)


@dataclass(frozen=True)
class Kept(Generic[N]):
    """A note as it was saved: in which act, when (UTC), by whom, and which act that act took back."""

    note: N
    revision: int
    made_at: datetime
    who: str
    undoes: int | None = None


class OthersWereFirstError(Exception):
    """Somebody has written of the same subjects since they were seen; `kept` is what they wrote, the latest of each."""

    def __init__(self, kept: Sequence[Kept[Any]]) -> None:
        self.kept = tuple(kept)
        super().__init__(f"{len(self.kept)} notes were changed meanwhile")


def save(file: Path, notes: Sequence[Step | Interim], who: str, seen: int) -> int:
    """Keep notes as one act and return its revision; raise OthersWereFirstError where a subject was changed after `seen`."""
    with writing(file) as connection:
        changed = [at for at in (_latest(connection, note) for note in notes) if at is not None and at.revision > seen]
        if changed:
            raise OthersWereFirstError(changed)
        revision = begin(connection, who)
        for note in notes:
            _keep(connection, revision, note)
    return revision


def undo(file: Path, revision: int, who: str) -> int:
    """Take an act back, as an act of its own, and return that one's revision; undoing it again does what was undone.

    Raise OthersWereFirstError where somebody has written of one of its subjects since, LookupError where there is no such act.
    """
    with writing(file) as connection:
        done: list[Kept[Any]] = [
            *_found(connection, Step, "n.revision = ?", (revision,)),
            *_found(connection, Interim, "n.revision = ?", (revision,)),
        ]
        if not done:
            raise LookupError(f"no note was saved as revision {revision}")
        last = [_latest(connection, kept.note) for kept in done]
        changed = [at for at in last if at is not None and at.revision != revision]
        if changed:
            raise OthersWereFirstError(changed)
        again = begin(connection, who, revision)
        for kept in done:
            before = _latest(connection, kept.note, revision)
            _keep(connection, again, before.note if before else replace(kept.note, is_withdrawn=True))
    return again


def in_force(file: Path, kind: type[N], plan_id: int) -> tuple[Kept[N], ...]:
    """Return what holds of a plan, in the order in which it was last said; what was withdrawn is left out."""
    same = " and ".join(f"later.{name} = n.{name}" for name in kind.subject)
    last = f"not exists (select 1 from {kind.table} as later where {same} and later.revision > n.revision)"
    with reading(file) as connection:
        if connection is None:
            return ()
        return _found(connection, kind, f"n.plan_id = ? and not n.is_withdrawn and {last}", (plan_id,))


def history(file: Path, kind: type[N], plan_id: int) -> tuple[Kept[N], ...]:
    """Return all that was ever written of a plan, the first act first."""
    with reading(file) as connection:
        return () if connection is None else _found(connection, kind, "n.plan_id = ?", (plan_id,))


def _latest(connection: sqlite3.Connection, note: Step | Interim, before: int | None = None) -> Kept[Any] | None:
    where = " and ".join(f"n.{name} = ?" for name in note.subject)
    given = [*(_plain(getattr(note, name)) for name in note.subject), before]
    where += " and ifnull(n.revision < ?, true)"
    kind: type[Any] = type(note)
    found: Sequence[Kept[Any]] = _found(connection, kind, where, given)
    return found[-1] if found else None


def _keep(connection: sqlite3.Connection, revision: int, note: Step | Interim) -> None:
    row = {"revision": revision, **{name: _plain(value) for name, value in asdict(note).items()}}
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"insert into {note.table} ({columns}) values ({marks})", tuple(row.values()))


def _found(connection: sqlite3.Connection, kind: type[N], where: str, given: Sequence[object]) -> tuple[Kept[N], ...]:
    sql = f"select n.*, r.made_at, r.who, r.undoes from {kind.table} as n join revision as r using (revision)"
    rows = connection.execute(f"{sql} where {where} order by n.revision, n.rowid", given)
    return tuple(_kept(kind, row) for row in rows)


def _kept(kind: type[N], row: sqlite3.Row) -> Kept[N]:
    values = {name: row[name] for name in (field.name for field in fields(kind))}
    for name in ("due", "as_of"):
        if values.get(name) is not None:
            values[name] = date.fromisoformat(values[name])
    for name in ("is_done", "is_withdrawn"):
        if name in values:
            values[name] = bool(values[name])
    return Kept(kind(**values), row["revision"], moment(row["made_at"]), row["who"], row["undoes"])


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
