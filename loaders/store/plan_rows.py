"""A plan is read from its files and made rows of; many plans are read ahead of their being written, each by a process.

A process that reads a plan needs nothing of the others, so plans are read by as many processes as the machine has cores, and
few of them wait to be written: a store of a thousand plans takes no more memory than one of a dozen.
"""

import multiprocessing
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Self

from loaders.bands import Bands
from loaders.corrections.form import Correction
from loaders.editions.edition_reading import EditedPlan, read_editions
from loaders.garbage import uncollected
from loaders.library.library import PlanFiles
from loaders.limits import LOAD_SECONDS, limited, load_limit
from loaders.parts import Progress, processes_of_command, say_nothing
from loaders.store.editions import with_editions
from loaders.store.identities import Row, Rows
from loaders.store.new_store import PlanRows
from loaders.store.rows import rows_of

# Fewer plans are read one after the other, a large one of them by all processes.
MANY = 8
# Plans that are read or wait, for each process.
AHEAD = 3


@dataclass(frozen=True)
class Job:
    """A plan to be read: its files, what people said of it on the screen, its mark, the scale, and the row of the build."""

    plan: PlanFiles
    said: Sequence[Correction]
    mark: str
    bands: Bands
    build: Row


def read(job: Job, tell: Progress = say_nothing, processes: int | None = None) -> PlanRows:
    """Return the rows of a plan; raise InputError where it cannot be read. `processes` is as in read_parts."""
    with limited(LOAD_SECONDS, load_limit(job.plan.editions[-1].document.name)):
        edited = read_editions(job.plan, tell, job.said, processes)
    return PlanRows(made(job, edited), [reading.initiative for reading in edited.reading.readings])


def made(job: Job, edited: EditedPlan) -> Rows:
    """Return the rows of a plan that was read, with its editions in them."""
    rows = rows_of(edited.reading, bands=job.bands, **job.build)
    mappings = tuple(edition.mapping for edition in job.plan.editions)
    return with_editions(rows, edited, fingerprint=job.mark, loaded_at=job.build["built_at"], mappings=mappings)


class Ahead:
    """Plans that are asked for one after the other, by their numbers; where they are many, the next ones are read meanwhile."""

    def __init__(self, jobs: Mapping[int, Job], processes: int | None = None) -> None:
        self._jobs, self._left = dict(jobs), list(jobs)
        self._processes = (processes_of_command() if len(jobs) >= MANY else 1) if processes is None else processes
        self._pool: ProcessPoolExecutor | None = None
        self._begun: dict[int, Future[PlanRows]] = {}

    def __enter__(self) -> Self:
        if self._processes > 1:
            self._pool = ProcessPoolExecutor(self._processes, multiprocessing.get_context("spawn"))
        return self

    def __exit__(self, *_error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def rows(self, plan_id: int, tell: Progress) -> PlanRows:
        """Return the rows of a plan; raise InputError where it cannot be read."""
        if self._pool is None:
            return read(self._jobs[plan_id], tell)
        while self._left and (len(self._begun) < AHEAD * self._processes or plan_id not in self._begun):
            number = self._left.pop(0)
            self._begun[number] = self._pool.submit(_read_apart, self._jobs[number])
        return self._begun.pop(plan_id).result()


@uncollected()
def _read_apart(job: Job) -> PlanRows:
    return read(job, processes=1)
