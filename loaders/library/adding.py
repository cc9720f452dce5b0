"""A file is taken in whole or not at all: kept, read, matched to the plan whose edition it is; taken back where it fails."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from loaders.editions.matching import match_rows
from loaders.editions.reading import read_document_of
from loaders.errors import InputError
from loaders.library.library import Edition, Library
from loaders.prose.eras import ANY_ERA_YEAR, WESTERN_YEAR
from loaders.store.freshness import Inputs, Progress, ensure_current
from loaders.store.keeping import names_in, plans_in
from loaders.table.document import Document

# A table that shares so many of its rows with a plan's newest one is its next edition.
SHARED_ROWS = 0.5
# What tells one edition's title from the next.
OF_AN_EDITION = re.compile(rf"{ANY_ERA_YEAR}|{WESTERN_YEAR}\s*年?度?|[（(][^（()）]*[）)]", re.IGNORECASE)
ADDED_NOT = "取り込みませんでした。これまでの計画はそのまま残っています。"


@dataclass(frozen=True)
class Added:
    """What was taken in: the plan by number and name, and the edition of it, from 1."""

    plan_id: int
    name: str
    edition: int


@dataclass(frozen=True)
class Kin:
    """The plan that a table is likely an edition of, by number and name, and the share of its rows that both have."""

    plan_id: int
    name: str
    shared: float


def add(
    library: Library,
    store: Path,
    file: tuple[str, bytes],
    *,
    plan: str | None = None,
    how: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> Added:
    """Take a file in, and build the store with it; return what became of it.

    `file` is its name and bytes. `plan` is the name of the plan that it belongs to, a new one where none is called so; without
    it the plan whose rows it has, else a new one called as its title says. `how` is how it is to be read (`mapping`, `year`,
    `settled`, as in Edition). Raise InputError where it cannot be read: nothing is changed then.
    """
    name, data = file
    inputs = Inputs(library.document, library.corrections, library.folder)
    document = read_new(name, data, how or {})
    ensure_current(store, inputs, progress=progress)
    names = names_in(store)
    kin = None if plan is not None else kin_of(library, names, document)
    plan_id = kin.plan_id if kin else next((number for number, known in names.items() if known == plan), None)
    called = kin.name if kin else plan or _free_name(title_of(document, name), set(names.values()))
    plan_id, edition = library.add(name, data, plan_id, called, how or {})
    try:
        ensure_current(store, inputs, progress=progress)
        if trouble := plans_in(store).get(plan_id, ("", None))[1]:
            raise InputError(trouble.splitlines()[0], where=name, kept=ADDED_NOT)
    except Exception:
        library.take_back(plan_id, edition)
        raise
    return Added(plan_id, called, edition)


def read_new(file_name: str, data: bytes, how: Mapping[str, Any]) -> Document:
    """Return the table of a file that is not kept yet; raise InputError where it cannot be read."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / Path(file_name).name
        place.write_bytes(data)
        return read_document_of(Edition(place, how.get("mapping"), how.get("year")))[1]


def kin_of(library: Library, names: Mapping[int, str], document: Document) -> Kin | None:
    """Return the plan that a table is an edition of, by the rows that both have; None where it is none's."""
    found = []
    for plan in library.plans():
        newest = read_document_of(plan.editions[-1])[1].initiatives
        sure = [match for match in match_rows(newest, document.initiatives) if not match.is_doubtful]
        shared = len(sure) / max(min(len(newest), len(document.initiatives)), 1)
        found.append(Kin(plan.plan_id, names.get(plan.plan_id, plan.name), shared))
    best = max(found, key=lambda kin: kin.shared, default=None)
    return best if best is not None and best.shared >= SHARED_ROWS else None


def title_of(document: Document, file_name: str) -> str:
    """Return what a plan is called by its table's title, without the year of the edition; by the file's name without one.

    >>> title_of(Document("みどり市環境基本計画 進捗管理表（令和５年度）", (), ()), "t.xlsx")
    'みどり市環境基本計画 進捗管理表'
    """
    title = unicodedata.normalize("NFKC", document.title or Path(file_name).stem)
    return " ".join(OF_AN_EDITION.sub(" ", title).split()) or Path(file_name).stem


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name that no other plan has."""
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}（{number}）"
    return free
