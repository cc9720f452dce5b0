"""A store is current when it was built from these documents, sidecars, corrections, words of people and this very program."""

import hashlib
import os
import time
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Any, Final

import duckdb
from filelock import FileLock, Timeout

import desk.database
from engines.address import Address
from engines.installation import KEPT_IN, SHIPPED, STORE
from loaders.codes import BANDS_SETTING, Bands, read_bands
from loaders.collecting import uncollected
from loaders.corrections.form import FILE_NAME
from loaders.corrections.saved import saved_corrections, saved_mark
from loaders.editions.reading import Gathered, gather, only, read_gathered
from loaders.errors import InputError
from loaders.files import read_if_there
from loaders.library.library import Edition, Library, PlanFiles
from loaders.limits import LOAD_SECONDS
from loaders.store.counting import Counts, counted
from loaders.store.disk import disk_trouble
from loaders.store.keeping import can_be_copied, kept_rows, plans_in
from loaders.store.mending import mended, touched
from loaders.store.plan_rows import Ahead, Job, made, read
from loaders.store.publishing import is_published, lake_of, publish
from loaders.store.rows import Rows, shared_rows
from loaders.store.schema import schema
from loaders.store.writing import (
    OldStoreError,
    PlanRows,
    Stored,
    built_now,
    check_place,
    log_path,
    read_fingerprint,
    stored_row_count,
    write_rows,
)

LOADERS = Path(__file__).parents[1]
DOCUMENT, CORRECTIONS = SHIPPED / "inzai_joho4_progress.txt", SHIPPED / FILE_NAME
ADDED = KEPT_IN / "plans"

Progress = Callable[[float, str], None]


class Action(StrEnum):
    """What ensure_current did."""

    KEPT = "kept"
    BUILT = "built"


@dataclass(frozen=True)
class Built:
    """What was done about a store, and why; `counts` are what was loaded, None where the store was kept.

    `rows_before` is how many rows of the table the replaced store held, None where there was none that could be read.
    """

    action: Action
    why: str
    seconds: float
    counts: Counts | None = None
    rows_before: int | None = None


@dataclass(frozen=True)
class Inputs:
    """What a store is built from: a document, and the folder of what was added to it; None for the document alone.

    A document alone may be read by a `mapping` that was written down, or as of the `year` that its table does not name.
    """

    document: Path = DOCUMENT
    corrections: Path = CORRECTIONS
    added: Path | None = None
    mapping: Mapping[str, Any] | None = None
    year: int | None = None

    @property
    def desk(self) -> Path | None:
        """What people said on the screen: it stands beside what was added, so that a copy of one folder holds everything."""
        return None if self.added is None else self.added.with_name(desk.database.FILE_NAME)

    def plans(self) -> tuple[PlanFiles, ...]:
        """Return the plans, each with its files; raise InputError where a note on what was added cannot be read."""
        if self.added is None:
            edition = Edition(self.document, self.mapping, self.year)
            return (replace(only(self.document, self.corrections), editions=(edition,)),)
        return Library(self.added, self.document, self.corrections).plans()


def program_mark(folder: Path) -> str:
    """Return a checksum over a folder of loaders: Python, SQL, vocabulary, and what the second reader was trained to."""
    kinds = ("*.py", "*.sql", "*.toml", "*.npy")
    return _checksum(dict.fromkeys(sorted(path for kind in kinds for path in folder.rglob(kind)), "プログラム"))


def _checksum(files: Mapping[Path, str]) -> str:
    """Return a checksum over files, each with what it is called in an error; a missing file counts as such."""
    digest = hashlib.sha256()
    for path, what in files.items():
        content = read_if_there(path, what)
        digest.update(f"{path.name}\0{'missing' if content is None else len(content)}\0".encode())
        digest.update(content or b"")
    return digest.hexdigest()


# Behind it stands the part of a plan's mark that tells what people said on the screen.
SAID: Final = "|"
# What this process runs. The files may be newer, and a store that it builds must not pass for theirs.
RUNNING: Final = program_mark(LOADERS)


def fingerprint(inputs: Inputs) -> str:
    """Return a checksum over the document, its sidecar, the corrections and the loaders that run.

    Raise InputError where one of them is there and cannot be read.
    """
    plans = "".join(plan_mark(plan, inputs.desk) for plan in inputs.plans())
    return f"{hashlib.sha256(plans.encode()).hexdigest()}{_bands()}{RUNNING}"


def plan_mark(plan: PlanFiles, desk_file: Path | None) -> str:
    """Return a checksum over all that the reading of a plan depends on: files, its name, people's words, the loaders."""
    named = {path: "訂正" if path == plan.corrections else "資料" for path in plan.files()}
    how = "".join(f"{edition.year} {edition.mapping}" for edition in plan.editions if edition.year or edition.mapping)
    return f"{plan.plan_id} {plan.name} {_checksum(named)}{how}{RUNNING}{SAID}{saved_mark(desk_file, plan.plan_id)}"


def _without_words(mark: str) -> str:
    """Return the part of a plan's mark that people's words do not change."""
    return mark.partition(SAID)[0]


def _bands() -> Bands:
    """Return the scale of attainment that this installation has set; raise InputError where its setting is no scale."""
    try:
        return read_bands(os.environ.get(BANDS_SETTING))
    except ValueError as error:
        todo = "設定を直すか消してから、もう一度起動してください。"
        raise InputError(str(error), where=f"環境変数 {BANDS_SETTING}", todo=todo) from error


def stored_fingerprint(store: Path) -> str | None:
    """Return the fingerprint that a store was built with, None where there is no store or it is damaged.

    Raise StoreInUseError where another program has it open for writing: nobody can say then what it was built with.
    """
    try:
        return _fingerprint_within(store, *_state(store), *_state(log_path(store)))
    except (duckdb.Error, OSError):
        return None


def _state(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _fingerprint_within(store: Path, *_states: int) -> str | None:
    """Remember the answer for the files as they are: asked at every visit, opening the store would be most of the time.

    A failure is no answer and is not remembered: the next visit may find the store readable.
    """
    return read_fingerprint(store)


def is_current(store: Path, inputs: Inputs, lake: Address | None = None) -> bool:
    """Return whether the store was built from the inputs as they are now, and is in its lake, where it has one.

    Raise StoreInUseError as stored_fingerprint does, InputError where the lake cannot be asked.
    """
    return stored_fingerprint(store) == fingerprint(inputs) and is_published(store, lake or lake_of(store))


def is_mendable(store: Path, inputs: Inputs) -> bool:
    """Return whether nothing but people's words has changed since the store was built, so that a load is quick."""
    known = plans_in(store)
    marks = {plan.plan_id: plan_mark(plan, inputs.desk) for plan in inputs.plans()}
    return known.keys() == marks.keys() and all(_is_mendable(mark, known[plan_id]) for plan_id, mark in marks.items())


def ensure_current(
    store: Path = STORE,
    inputs: Inputs | None = None,
    *,
    progress: Progress | None = None,
    force: bool = False,
    lake: Address | None = None,
) -> Built:
    """Build the store where it is missing or stale, once however many processes and threads ask; return what was done.

    What is built is also put into the `lake`, by default the one of this installation, if it has one.

    `progress` is told the share done (0 to 1) and the step, in Japanese. Raise InputError where the input cannot be loaded or
    another program writes to the store: an older store is then still at `store`, and the error's text is for the person.
    """
    began, inputs, tell, lake = time.monotonic(), inputs or Inputs(), progress or _say_nothing, lake or lake_of(store)
    if not force and is_current(store, inputs, lake):
        return Built(Action.KEPT, "データは最新です。", time.monotonic() - began)
    check_place(store)
    tell(0.0, "読み込みの順番を待っています")
    with _held_lock(store):
        if not force and stored_fingerprint(store) == fingerprint(inputs):
            why = "ほかの人の読み込みが終わったところです。" if lake is None else "データは最新です。"
            built = Built(Action.KEPT, why, 0)
        else:
            why, before = _why_built(store, inputs), stored_row_count(store)
            built = Built(Action.BUILT, why, 0, load(store, inputs, tell, force=force), before)
        if lake is not None and (force or not is_published(store, lake)):
            tell(1.0, "データの置き場所に書き込んでいます")
            publish(store, lake)
            built = replace(built, action=Action.BUILT)
    return replace(built, seconds=time.monotonic() - began)


def _why_built(store: Path, inputs: Inputs) -> str:
    """Return why a store that is about to be built is, said once it is done."""
    if not store.is_file():
        return "データがないため作りました。"
    stored = stored_fingerprint(store)
    if stored is None:
        return "前回のデータを読めなかったため作り直しました。"
    if stored == fingerprint(inputs):
        return "データは最新でしたが、指定のとおり作り直しました。"
    return "データが古いため作り直しました。"


def _held_lock(store: Path) -> AbstractContextManager[object]:
    """Return the lock of a store, acquired: a file beside it, so that it holds for processes and threads alike."""
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(lock_file(store)).acquire(timeout=2 * LOAD_SECONDS)
    except Timeout as error:
        todo = "その読み込みを止めてから、もう一度読み込んでください。"
        raise InputError("ほかの読み込みが終わりません。", where=str(store), todo=todo) from error
    except OSError as error:
        raise disk_trouble(error, store) from error


def lock_file(store: Path) -> Path:
    """Return where the lock of a store is: acquiring it empties the file, so nobody else's may bear the name."""
    return store.with_name(f".{store.name}.loading")


@uncollected()
def load(store: Path, inputs: Inputs, progress: Progress, *, force: bool = False) -> Counts:
    """Read the inputs, write the store and return what it holds; raise InputError as ensure_current does.

    Of several plans those that have not changed since the store was built are not read again, and where people's words alone
    have changed, only the rows that they are about, unless `force` is set.
    """
    if program_mark(LOADERS) != RUNNING:
        todo = "ダッシュボード（または読み込みのコマンド）を起動し直してください。"
        raise InputError("読み込みのプログラムが、起動したあとに更新されています。", where=str(LOADERS), todo=todo)
    mark, files = fingerprint(inputs), inputs.plans()
    shared = shared_rows(_bands(), fingerprint=mark, built_at=built_now(), duckdb_version=duckdb.__version__)
    ending = partial(progress, 0.9, "データを書き込んでいます")
    try:
        with closing(_plans(store, inputs, files, shared, progress, plans_in(store), force=force)) as plans:
            write_rows(plans, store, fingerprint=mark, ending=ending)
    except OldStoreError:
        with closing(_plans(store, inputs, files, shared, progress, {}, force=True)) as plans:
            write_rows(plans, store, fingerprint=mark, ending=ending)
    progress(1.0, "読み込みが終わりました")
    return counted(store)


def _plans(
    store: Path,
    inputs: Inputs,
    files: Sequence[PlanFiles],
    shared: Rows,
    progress: Progress,
    known: Mapping[int, tuple[str, str | None]],
    *,
    force: bool,
) -> Generator[tuple[int, PlanRows] | Stored]:
    """Yield the plans in order, as the store has them where nothing has changed, else one by one with their rows, read.

    `known` are the plans of the store, each with its mark and its trouble.
    """
    bands, [build] = _bands(), shared["build"]
    jobs = {
        plan.plan_id: Job(plan, saved_corrections(inputs.desk, plan.plan_id), plan_mark(plan, inputs.desk), bands, build)
        for plan in files
    }
    # A document that is all there is has failed as a whole; the older store stays, and whoever asked is told.
    fallback = known if len(files) > 1 else {}
    unchanged = {number for number, job in jobs.items() if fallback.get(number) == (job.mark, None)}
    unchanged = unchanged if unchanged and can_be_copied(store, schema()) else set()
    staying = _next_to_each_other(unchanged, {*known, *jobs})
    mendable = {number for number, job in jobs.items() if not force and _is_mendable(job.mark, known.get(number))} - unchanged
    to_read = {number: job for number, job in jobs.items() if number not in unchanged | mendable}
    with Ahead(to_read) as ahead:
        for at, (number, job) in enumerate(jobs.items()):
            tell = partial(_within, progress, 0.1 + 0.8 * at / len(jobs), 0.8 / len(jobs))
            tell(0.0, f"資料を読んでいます（{at + 1:,}／{len(jobs):,}件目）" if len(jobs) > 1 else "資料を読んでいます")
            if number in unchanged:
                yield from (Stored(store, number, staying[number], shared) for _ in range(number in staying))
                continue
            if number in to_read:
                rows = _read(store, job, ahead, tell, fallback)
            else:
                stored = kept_rows(store, number, schema())
                rows = read(job, tell) if stored is None else _mended(job, stored)
            yield number, replace(rows, rows=shared | rows.rows)


def _next_to_each_other(plans: Collection[int], everything: Collection[int]) -> dict[int, int]:
    """Return the first and the last of plans between which neither the older store nor the new one has another.

    >>> _next_to_each_other({1, 2, 5, 6, 8}, {1, 2, 5, 6, 7, 8})
    {1: 6, 8: 8}
    """
    found: dict[int, int] = {}
    first = None
    for number in sorted(everything):
        first = (number if first is None else first) if number in plans else None
        if first is not None:
            found[first] = number
    return found


def _read(store: Path, job: Job, ahead: Ahead, tell: Progress, known: Collection[int]) -> PlanRows:
    """Return the rows of a plan that is read; of one that can be read no longer, the rows that the store has.

    Raise InputError where it cannot be read and the store does not have it.
    """
    try:
        return ahead.rows(job.plan.plan_id, tell)
    except InputError as error:
        rows = kept_rows(store, job.plan.plan_id, schema()) if job.plan.plan_id in known else None
        if rows is None:
            raise
        [its_row] = rows["plan"]
        return PlanRows(rows | {"plan": [its_row | {"trouble": str(error)}]})


def _within(progress: Progress, begin: float, length: float, share: float, step: str) -> None:
    """Tell how a part of a load goes that begins at a share of the whole and takes so much of it."""
    progress(begin + length * share, step)


def gathered(plan: PlanFiles, mark: str) -> Gathered:
    """Return the tables of a plan whose mark is known, read once for all that people say of it, one after the other."""
    key = _without_words(mark)
    with _GATHERING:
        if key not in _GATHERED:
            # One plan is corrected at a time: tables of thousands of rows are not kept side by side.
            _GATHERED.clear()
            _GATHERED[key] = gather(plan)
        return _GATHERED[key]


_GATHERED: dict[str, Gathered] = {}
_GATHERING: Final = Lock()


def _is_mendable(mark: str, known: tuple[str, str | None] | None) -> bool:
    """Return whether a plan of the store differs from what it is now by nothing but people's words."""
    return known is not None and known[1] is None and _without_words(known[0]) == _without_words(mark)


def _mended(job: Job, stored: Rows) -> PlanRows:
    """Return the rows of a plan of which people have said something else since they were stored."""
    numbers = touched(stored, job.said)
    edited = read_gathered(job.plan, gathered(job.plan, job.mark), _say_nothing, job.said, numbers)
    lines = [reading.initiative for reading in edited.reading.readings]
    return PlanRows(mended(stored, made(job, edited), numbers), lines)


def _say_nothing(_share: float, _step: str) -> None:
    pass
