"""A file is taken in whole or not at all: kept, read, matched to the plan whose edition it is; taken back where it fails."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from loaders.editions.edition_reading import read_document_of
from loaders.errors import InputError
from loaders.files import read_bytes
from loaders.intake.predecessor import next_edition, predecessor_of
from loaders.library.library import Edition, Library
from loaders.mapping.model.written import written
from loaders.mapping.proposing import propose
from loaders.parts import Progress
from loaders.patterns import Pattern
from loaders.prose.eras import ANY_ERA_YEAR, WESTERN_YEAR
from loaders.records.taken_apart import read_tables
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from loaders.store.keeping import names_in, plans_in
from loaders.table.document import Document

# What tells one edition's title from the next.
_YEAR = rf"(?:{ANY_ERA_YEAR}|{WESTERN_YEAR}\s*年?度?)"
_EDITION = rf"{_YEAR}|\d{{1,2}}月|現在|時点|版|案|実績|抜粋|速報|モニタリング"
OF_AN_EDITION = Pattern(rf"[（(](?=[^（()）]*(?:{_EDITION}))[^（()）]*[）)]|{_YEAR}(?:版|分)?", re.IGNORECASE)
ADDED_NOT = "取り込みませんでした。これまでの計画はそのまま残っています。"


@dataclass(frozen=True)
class Added:
    """What was taken in: the plan by number and name, and the edition of it, from 1."""

    plan_id: int
    name: str
    edition: int


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
    `settled`, as in Edition); a file of the form of its plan's last one is read as that was. Raise InputError where it cannot
    be read: nothing is changed then.
    """
    name, data = file
    inputs = Inputs(library.document, library.corrections, library.folder)
    how = _as_last_time(library, name, data, plan, how or {})
    document = read_new(name, data, how)
    ensure_current(store, inputs, progress=progress)
    names = names_in(store)
    predecessor = None if plan is not None else predecessor_of(library, names, document)
    plan_id = predecessor.plan_id if predecessor else next((number for number, known in names.items() if known == plan), None)
    called = predecessor.name if predecessor else plan or _free_name(title_of(document, name), set(names.values()))
    plan_id, edition = library.add(name, data, plan_id, called, how)
    try:
        ensure_current(store, inputs, progress=progress)
        if trouble := plans_in(store).get(plan_id, ("", None))[1]:
            raise InputError(trouble.splitlines()[0], where=name, kept=ADDED_NOT)
    except Exception:
        library.take_back(plan_id, edition)
        raise
    return Added(plan_id, called, edition)


def add_new(
    library: Library, store: Path, files: Sequence[Path], *, how: Mapping[str, Any], progress: Progress | None = None
) -> list[Added]:
    """Take many files in, each as a plan of its own, and build the store once; return what became of each.

    No plan is looked for whose edition a file might be. Raise InputError where one of them cannot be read: nothing is changed.
    """
    inputs = Inputs(library.document, library.corrections, library.folder)
    ensure_current(store, inputs, progress=progress)
    taken = {*names_in(store).values()}
    names = []
    for file in files:
        names.append(_free_name(title_of(read_new(file.name, read_bytes(file, "資料"), how), file.name), taken))
        taken.add(names[-1])
    added: list[Added] = []
    try:
        for file, name in zip(files, names, strict=True):
            added.append(Added(*_kept(library, file, name, how)))
        ensure_current(store, inputs, progress=progress)
    except Exception:
        for one in reversed(added):
            library.take_back(one.plan_id, one.edition)
        raise
    return added


def _kept(library: Library, file: Path, name: str, how: Mapping[str, Any]) -> tuple[int, str, int]:
    plan_id, edition = library.add(file.name, read_bytes(file, "資料"), None, name, how)
    return plan_id, name, edition


def _as_last_time(library: Library, name: str, data: bytes, plan: str | None, how: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return how a file is read: as a person says, else as the last file of its plan was where it has the same form."""
    if how.get("mapping"):
        return how
    grid, names = read_tables(data, name), {kept.plan_id: kept.name for kept in library.plans()}
    found = next_edition(library, names, grid, propose(grid, how.get("year")))
    is_its = found is not None and plan in (None, found.predecessor.name)
    return {**how, "mapping": written(found.mapping)} if found is not None and is_its else how


def read_new(file_name: str, data: bytes, how: Mapping[str, Any]) -> Document:
    """Return the table of a file that is not kept yet; raise InputError where it cannot be read."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / Path(file_name).name
        place.write_bytes(data)
        return read_document_of(Edition(place, how.get("mapping"), how.get("year")))[1]


def title_of(document: Document, file_name: str) -> str:
    """Return what a plan is called by its table's title, without the year of the edition; by the file's name without one.

    >>> title_of(Document("みどり市環境基本計画 進捗管理表（令和５年度）", (), ()), "t.xlsx")
    'みどり市環境基本計画 進捗管理表'
    >>> title_of(Document("ごみ（一般廃棄物）処理計画　2024年度版", (), ()), "t.xlsx")
    'ごみ(一般廃棄物)処理計画'
    """
    title = unicodedata.normalize("NFKC", document.title or Path(file_name).stem)
    return " ".join(OF_AN_EDITION.sub(" ", title).split()).strip("_-－・ ") or Path(file_name).stem


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name that no other plan has."""
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}（{number}）"
    return free
