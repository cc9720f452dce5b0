"""Who changed what, when and why: each act of a person on this plan, and on the plans that are kept, in one list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dashboard.facts import news, subjects
from desk.changes import Change
from desk.corrections import Saved
from desk.keepings import ADDED, REMOVED, RESTORED, Done

KEEPING: Final = "計画の取り込み"
ACTS: Final = {ADDED: "取り込んだ", REMOVED: "外した", RESTORED: "外した計画を元に戻した"}


@dataclass(frozen=True)
class TrailEntry:
    """An act: when (UTC), by whom, of what kind, on which initiative (None for a plan), what, and why ('' unless said)."""

    made_at: datetime
    revision: int
    who: str
    kind: str
    number: int | None
    what: str
    why: str = ""


def entries(changes: Sequence[Change], done: Sequence[Done], labels: Mapping[int, str]) -> list[TrailEntry]:
    """Return what people did, the latest first; `labels` are the years as they are said."""
    found = [*(_written(one, labels) for one in changes), *map(_kept, done)]
    return sorted(found, key=lambda one: one.revision, reverse=True)


def _written(change: Change, labels: Mapping[int, str]) -> TrailEntry:
    if isinstance(change, Saved):
        what = subjects.said(change.word, labels) + ("（元に戻した）" if change.undoes is not None else "")
        word = change.word
        return TrailEntry(change.made_at, change.revision, change.who, news.CORRECTION, word.number, what, word.why)
    [told] = news.written([change], labels)
    return TrailEntry(change.made_at, change.revision, change.who, told.kind, told.number, told.what)


def _kept(done: Done) -> TrailEntry:
    keeping = done.keeping
    named = f"「{keeping.name}」を" if keeping.name else ""
    file = f"（{keeping.file}）" if keeping.file else ""
    return TrailEntry(done.made_at, done.revision, done.who, KEEPING, None, f"{named}{ACTS[keeping.act]}{file}")
