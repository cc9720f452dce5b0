"""A person's word on a reading holds until somebody says otherwise; what was said before stays to be read.

A subject is one thing that can be right or wrong: a plan's initiative by its number, a year, an item, a place. Two people may
save at once: whoever saves names the revision that they saw, and where somebody has spoken of the same subject since, nothing
is saved and they are told what. An act is undone as a whole: its subjects are again as they were before it.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desk.database import reading, writing
from desk.revisions import begin, moment

SubjectKey = tuple[int, int, int | None, str, str]


@dataclass(frozen=True)
class PersonsWord:
    """What a person says of a subject: what the loaders concluded (`expected`), what holds instead, and why.

    `named` is what the initiative is called, by which it is found again where a later edition numbers it otherwise. `year` is
    None and `place` '' where the item needs none. `is_withdrawn`: nothing is said of the subject any more.
    """

    plan_id: int
    number: int
    named: str
    year: int | None
    item: str
    place: str
    expected: str
    corrected: str
    why: str
    is_withdrawn: bool = False

    @property
    def subject(self) -> SubjectKey:
        """What it is about."""
        return self.plan_id, self.number, self.year, self.item, self.place


@dataclass(frozen=True)
class Saved:
    """A word as it was saved: in which act, when (UTC), by whom, and which act that act took back."""

    word: PersonsWord
    revision: int
    made_at: datetime
    who: str
    undoes: int | None = None


@dataclass(frozen=True)
class Act:
    """What a person says at once; `made_at` is when, None for now."""

    words: tuple[PersonsWord, ...]
    who: str
    made_at: datetime | None = None


class ChangedMeanwhileError(Exception):
    """Somebody has spoken of the same subjects since they were seen; `words` is what they said, the latest of each."""

    def __init__(self, words: Sequence[Saved]) -> None:
        self.words = tuple(words)
        super().__init__(f"{len(self.words)} subjects were changed meanwhile")


def save(file: Path, words: Sequence[PersonsWord], who: str, seen: int) -> int:
    """Keep words as one act and return its revision; raise ChangedMeanwhileError where a subject was changed after `seen`."""
    [revision] = save_acts(file, [Act(tuple(words), who)], seen)
    return revision


def save_acts(file: Path, acts: Sequence[Act], seen: int) -> list[int]:
    """Keep the acts of several people, all or none, and return their revisions; raise as `save` does."""
    with writing(file) as connection:
        subjects = dict.fromkeys(word.subject for act in acts for word in act.words)
        changed = [at for at in (_latest(connection, subject) for subject in subjects) if at is not None and at.revision > seen]
        if changed:
            raise ChangedMeanwhileError(changed)
        revisions = []
        for act in acts:
            revisions.append(begin(connection, act.who, made_at=act.made_at))
            _keep(connection, revisions[-1], act.words)
    return revisions


def undo(file: Path, revision: int, who: str) -> int:
    """Take an act back, as an act of its own, and return that one's revision; undoing it again does what was undone.

    Raise ChangedMeanwhileError where somebody has spoken of one of its subjects since, LookupError where there is no such act.
    """
    with writing(file) as connection:
        done = _words(connection, "where c.revision = ? order by c.correction_id", (revision,))
        if not done:
            raise LookupError(f"no correction was saved as revision {revision}")
        last = [_latest(connection, saved.word.subject) for saved in done]
        changed = [at for at in last if at is not None and at.revision != revision]
        if changed:
            raise ChangedMeanwhileError(changed)
        again = begin(connection, who, revision)
        _keep(connection, again, [_before(connection, saved) for saved in done])
    return again


def in_force(file: Path, plan_id: int | None = None) -> tuple[Saved, ...]:
    """Return what holds, of one plan or of all, in the order in which it was said; what was withdrawn is left out."""
    where = "where not c.is_withdrawn and ifnull(c.plan_id = ?, true) order by c.revision, c.correction_id"
    with reading(file) as connection:
        return () if connection is None else _words(connection, where, (plan_id,), "latest_correction")


def history(file: Path, plan_id: int, number: int | None = None) -> tuple[Saved, ...]:
    """Return all that was ever said of a plan, or of one of its initiatives, the latest first."""
    where = "where c.plan_id = ? and ifnull(c.number = ?, true) order by c.revision desc, c.correction_id"
    with reading(file) as connection:
        return () if connection is None else _words(connection, where, (plan_id, number))


def _before(connection: sqlite3.Connection, saved: Saved) -> PersonsWord:
    """Return what held of a subject before an act: what was said last, or that nothing was."""
    found = _of_subject(connection, saved.word.subject, saved.revision)
    if found is not None:
        return found.word
    return replace(saved.word, expected=saved.word.corrected, corrected=saved.word.expected, is_withdrawn=True)


def _latest(connection: sqlite3.Connection, subject: SubjectKey) -> Saved | None:
    return _of_subject(connection, subject, None)


def _of_subject(connection: sqlite3.Connection, subject: SubjectKey, before: int | None) -> Saved | None:
    where = (
        "where c.plan_id = ? and c.number = ? and ifnull(c.year, 0) = ifnull(?, 0) and c.item = ? and c.place = ? "
        "and ifnull(c.revision < ?, true) order by c.revision desc limit 1"
    )
    return next(iter(_words(connection, where, (*subject, before))), None)


def _keep(connection: sqlite3.Connection, revision: int, words: Sequence[PersonsWord]) -> None:
    names = ("plan_id", "number", "named", "year", "item", "place", "expected", "corrected", "why", "is_withdrawn")
    columns = ", ".join(("revision", *names))
    marks = ", ".join("?" * (len(names) + 1))
    rows = [(revision, *(getattr(word, name) for name in names)) for word in words]
    connection.executemany(f"insert into correction ({columns}) values ({marks})", rows)


def _words(connection: sqlite3.Connection, where: str, given: Sequence[object], table: str = "") -> tuple[Saved, ...]:
    source = f"{table} as c" if table else "(select * from correction join revision using (revision)) as c"
    found = connection.execute(f"select c.* from {source} {where}", given)
    return tuple(_saved(row) for row in found)


def _saved(row: sqlite3.Row) -> Saved:
    word = PersonsWord(
        plan_id=row["plan_id"],
        number=row["number"],
        named=row["named"],
        year=row["year"],
        item=row["item"],
        place=row["place"],
        expected=row["expected"],
        corrected=row["corrected"],
        why=row["why"],
        is_withdrawn=bool(row["is_withdrawn"]),
    )
    return Saved(word, row["revision"], moment(row["made_at"]), row["who"], row["undoes"])
