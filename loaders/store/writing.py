"""The store is one DuckDB file: it is built beside the old one, checked, and put in its place in one step."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from loaders.bands import Bands
from loaders.errors import StoreError
from loaders.pipeline import PlanReading
from loaders.store import memory
from loaders.store.disk import disk_trouble
from loaders.store.new_store import NewStore, PlanRows, Stored
from loaders.store.replacing import check_in_place, check_place, log_path, put_in_place, remove, work_file
from loaders.store.rows import rows_of

USUAL_BANDS = Bands()


def write_store(plan: PlanReading, path: Path, *, fingerprint: str, bands: Bands = USUAL_BANDS) -> None:
    """Build the store of one plan at `path`, as write_plans does."""
    write_plans({1: plan}, path, fingerprint=fingerprint, bands=bands)


def write_plans(plans: Mapping[int, PlanReading], path: Path, *, fingerprint: str, bands: Bands = USUAL_BANDS) -> None:
    """Build the store of plans, each of one edition, at `path`, as write_rows does."""
    now = built_now()

    def rows_of_one(plan: PlanReading) -> PlanRows:
        made = rows_of(plan, bands=bands, fingerprint=fingerprint, built_at=now, duckdb_version=duckdb.__version__)
        return PlanRows(made, [reading.initiative for reading in plan.readings])

    write_rows(((plan_id, rows_of_one(plan)) for plan_id, plan in plans.items()), path, fingerprint=fingerprint)


def built_now() -> datetime:
    """Return the hour as the store holds it: UTC, to the second.

    Without a zone: DuckDB's Python client reads zoned timestamps only where pytz is installed.
    """
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def write_rows(
    plans: Iterable[tuple[int, PlanRows] | Stored], path: Path, *, fingerprint: str, ending: Callable[[], None] = lambda: None
) -> None:
    """Build the store of plans whose rows are made, each with its plan_id, or stand in an older store, at `path`.

    A plan is let go once it is written, so that of many plans few stand in memory; `ending` is called when all are taken in.
    The caller sees to it that nobody else builds the store at the same time.

    Readers of `path` see the old store or the new one, never half: the new one is another file until it is whole and checked.
    Raise StoreInUseError where another program writes to the old one, StoreError where the checks fail, InputError where the
    folder cannot be written to or the store, once in its place, cannot be opened, OldStoreError where an older one cannot be
    read.
    """
    new = work_file(path)
    left_over = (new, log_path(new))
    check_place(path)
    try:
        with _troubles_told(path):
            remove(left_over)
            memory.empty(new)
            store = NewStore(new)
        with store:
            for plan in plans:
                with _troubles_told(path):
                    if isinstance(plan, Stored):
                        store.take_over(plan)
                    else:
                        store.add(*plan)
            ending()
            with _troubles_told(path):
                store.finish()
        with _troubles_told(path):
            put_in_place(new, path)
    finally:
        remove(left_over)
        memory.empty(new)
    check_in_place(path, fingerprint)


@contextmanager
def _troubles_told(path: Path) -> Iterator[None]:
    """Raise what goes wrong with a store's files as what a person can act on, else as what the rows are to blame for."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        if (trouble := disk_trouble(error, path)) is not None:
            raise trouble from error
        raise StoreError(f"the rows do not fit the schema: {error}") from error
