"""A store is built plan by plan: one that has not changed stays, one that people spoke of is mended, the others are read."""

from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Final

import duckdb

from loaders.corrections.saved import saved_corrections
from loaders.editions.edition_reading import Gathered, gather, read_gathered
from loaders.errors import InputError
from loaders.garbage import uncollected
from loaders.library.library import PlanFiles
from loaders.parts import Progress, say_nothing
from loaders.store.counting import Counts, counted
from loaders.store.identities import Rows
from loaders.store.inputs import Inputs, bands, check_program, fingerprint, plan_mark, without_words
from loaders.store.keeping import can_be_copied, kept_rows, plans_in
from loaders.store.mending import mended, touched
from loaders.store.new_store import OldStoreError, PlanRows, Stored
from loaders.store.plan_rows import Ahead, Job, made, read
from loaders.store.rows import shared_rows
from loaders.store.schema import schema
from loaders.store.writing import built_now, write_rows


@uncollected()
def load(store: Path, inputs: Inputs, progress: Progress, *, force: bool = False) -> Counts:
    """Read the inputs, write the store and return what it holds; raise InputError where they cannot be loaded.

    Of several plans those that have not changed since the store was built are not read again, and where people's words alone
    have changed, only the rows that they are about, unless `force` is set.
    """
    check_program()
    mark, files = fingerprint(inputs), inputs.plans()
    shared = shared_rows(bands(), fingerprint=mark, built_at=built_now(), duckdb_version=duckdb.__version__)
    ending = partial(progress, 0.9, "データを書き込んでいます")
    try:
        with closing(_plans(store, inputs, files, shared, progress, plans_in(store), force=force)) as plans:
            write_rows(plans, store, fingerprint=mark, ending=ending)
    except OldStoreError:
        with closing(_plans(store, inputs, files, shared, progress, {}, force=True)) as plans:
            write_rows(plans, store, fingerprint=mark, ending=ending)
    progress(1.0, "読み込みが終わりました")
    return counted(store)


def is_mendable(store: Path, inputs: Inputs) -> bool:
    """Return whether nothing but people's words has changed since the store was built, so that a load is quick."""
    known = plans_in(store)
    marks = {plan.plan_id: plan_mark(plan, inputs.desk) for plan in inputs.plans()}
    return known.keys() == marks.keys() and all(_is_mendable(mark, known[plan_id]) for plan_id, mark in marks.items())


def gathered(plan: PlanFiles, mark: str) -> Gathered:
    """Return the tables of a plan whose mark is known, read once for all that people say of it, one after the other."""
    key = without_words(mark)
    with _GATHERING:
        if key not in _GATHERED:
            # One plan is corrected at a time: tables of thousands of rows are not kept side by side.
            _GATHERED.clear()
            _GATHERED[key] = gather(plan)
        return _GATHERED[key]


_GATHERED: dict[str, Gathered] = {}
_GATHERING: Final = Lock()


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
    scale, [build] = bands(), shared["build"]
    jobs = {
        plan.plan_id: Job(plan, saved_corrections(inputs.desk, plan.plan_id), plan_mark(plan, inputs.desk), scale, build)
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


def _is_mendable(mark: str, known: tuple[str, str | None] | None) -> bool:
    """Return whether a plan of the store differs from what it is now by nothing but people's words."""
    return known is not None and known[1] is None and without_words(known[0]) == without_words(mark)


def _mended(job: Job, stored: Rows) -> PlanRows:
    """Return the rows of a plan of which people have said something else since they were stored."""
    numbers = touched(stored, job.said)
    edited = read_gathered(job.plan, gathered(job.plan, job.mark), say_nothing, job.said, numbers)
    lines = [reading.initiative for reading in edited.reading.readings]
    return PlanRows(mended(stored, made(job, edited), numbers), lines)
