"""The store is one DuckDB file: it is built beside the old one, checked, and put in its place in one step."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import duckdb

from engines.connecting import is_in_use
from loaders.codes import Bands
from loaders.errors import InputError, StoreError
from loaders.model import Initiative
from loaders.pipeline import PlanReading
from loaders.store import memory
from loaders.store.combining import TABLES_OF_KEYS, Combining
from loaders.store.completeness import check_complete
from loaders.store.disk import disk_trouble
from loaders.store.keeping import SHARED, copy_plans
from loaders.store.ownership import BLOCK_SIZE, check_replaceable, quoted
from loaders.store.rows import Row, Rows, rows_of
from loaders.store.schema import derived, schema, views

# Analysts' other tools lag behind: DuckDB 1.5 opens this format as well.
STORAGE_VERSION = "v1.5.0"
USUAL_BANDS = Bands()
# Rows that are written at once: those of many plans would all stand in memory, those of a large plan twice more.
BATCH = 20_000
REPLACE_ATTEMPTS, REPLACE_PAUSE_SECONDS = 20, 0.25


class StoreInUseError(InputError):
    """Another program has the store open for writing: what it holds cannot be seen, and must not be replaced under it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "データを別のプログラムが書き込み用に開いているため、読むことも入れ替えることもできません。",
            where=str(path),
            todo="そのプログラムを閉じるか、読み取り専用で開き直してから、もう一度読み込んでください。",
        )


@dataclass(frozen=True)
class PlanRows:
    """The rows of a plan, numbered as if it were alone, and the lines that they were made from, unless an older store."""

    rows: Rows
    initiatives: Sequence[Initiative] = ()


@dataclass(frozen=True)
class Stored:
    """Plans that stay as an older store has them: all of its plans from `first` to `last`. `shared` is what belongs to none."""

    store: Path
    first: int
    last: int
    shared: Rows


class OldStoreError(Exception):
    """Plans of an older store cannot be taken over: they are to be read again."""


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
            _remove(left_over)
            memory.empty(new)
            store = _NewStore(new)
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
            _replace(new, path)
    finally:
        _remove(left_over)
        memory.empty(new)
    _check_in_place(path, fingerprint)


@contextmanager
def _troubles_told(path: Path) -> Iterator[None]:
    """Raise what goes wrong with a store's files as what a person can act on, else as what the rows are to blame for."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        if (trouble := disk_trouble(error, path)) is not None:
            raise trouble from error
        raise StoreError(f"the rows do not fit the schema: {error}") from error


def read_fingerprint(path: Path) -> str | None:
    """Return the fingerprint that the store at `path` was built with, None where it states none.

    Raise StoreInUseError where another program has it open for writing, duckdb.Error where it is no store or cannot be opened.
    """
    try:
        with duckdb.connect() as connection:
            connection.execute(f"attach {quoted(path)} as store (read_only)")
            found = connection.execute("select fingerprint from store.build").fetchall()
    except duckdb.Error as error:
        if is_in_use(error):
            raise StoreInUseError(path) from error
        raise
    return str(found[0][0]) if found else None


def stored_row_count(path: Path) -> int | None:
    """Return how many rows the documents of the store at `path` have, None where it cannot be read, for whatever reason."""
    try:
        with duckdb.connect() as connection:
            connection.execute(f"attach {quoted(path)} as store (read_only)")
            [(count,)] = connection.execute("select sum(row_count) from store.document").fetchall()
    except duckdb.Error:
        return None
    return None if count is None else int(count)


def log_path(path: Path) -> Path:
    """Return where DuckDB logs what was written to a database and is not in its file yet."""
    return path.with_name(f"{path.name}.wal")


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


class _NewStore:
    """A store on its way: plans are taken in one after the other, and written once they make a batch of rows."""

    def __init__(self, path: Path) -> None:
        self._connection = duckdb.connect()
        self._combining = Combining()
        self._waiting: Rows = {}
        self._lines: list[Initiative] = []
        self._counts: Counter[str] = Counter()
        try:
            memory.bound(self._connection, path)
            self._connection.execute(
                f"attach {quoted(path)} as store (storage_version '{STORAGE_VERSION}', block_size {BLOCK_SIZE})"
            )
            self._connection.execute("use store")
            self._in_one(schema())
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    def add(self, plan_id: int, plan: PlanRows) -> None:
        """Take in the rows of a plan."""
        added, step = self._combining.next(plan_id, plan.rows)
        for table, its_rows in added.items():
            self._waiting.setdefault(table, []).extend(its_rows)
        self._lines += [replace(row, number=row.number + step) if step else row for row in plan.initiatives]
        if sum(map(len, self._waiting.values())) >= BATCH:
            self._write()

    def take_over(self, plans: Stored) -> None:
        """Take in plans as an older store has them; nothing of them need be checked again."""
        added, _ = self._combining.next(plans.first, plans.shared)
        for table, its_rows in added.items():
            self._waiting.setdefault(table, []).extend(its_rows)
        self._write()
        try:
            self._connection.execute(f"attach if not exists {quoted(plans.store)} as old (read_only)")
            self._connection.execute("begin")
            self._counts.update(copy_plans(self._connection, schema(), plans.first, plans.last, self._combining.last))
            self._connection.execute("commit")
        except duckdb.Error as error:
            if disk_trouble(error, plans.store) is not None:
                raise
            raise OldStoreError(str(error)) from error
        asked = (f"select coalesce(max({key}), 0) from store.{table}" for key, table in TABLES_OF_KEYS.items())
        numbers = [int(self._connection.execute(sql).fetchall()[0][0]) for sql in asked]
        years = self._connection.execute(f"select * from store.{SHARED}")
        names = [name for name, *_ in years.description]
        shared = {SHARED: [dict(zip(names, row, strict=True)) for row in years.fetchall()]}
        self._combining.go_on(dict(zip(TABLES_OF_KEYS, numbers, strict=True)), shared)

    def finish(self) -> None:
        """Write what is left and what follows from all of it, and hold the whole against what was taken in."""
        self._write()
        try:
            self._in_one(derived(), views())
        except duckdb.OutOfMemoryException:
            self._connection.execute("rollback")
            memory.unbind(self._connection)
            self._in_one(derived(), views())
        for table, count in self._counts.items():
            [(found,)] = self._connection.execute(f"select count(*) from store.{table}").fetchall()
            if found != count:
                raise StoreError(f"store.{table} holds {found} rows, {count} were read")
        self._connection.execute("checkpoint store")
        self._connection.execute("use memory")
        self._connection.execute("detach store")

    def _in_one(self, *statements: str) -> None:
        """Carry out statements as one transaction."""
        self._connection.execute("begin")
        for sql in statements:
            self._connection.execute(sql)
        self._connection.execute("commit")

    def _write(self) -> None:
        """Write what waits and let it go, having checked that nothing of its lines is lost."""
        self._connection.execute("begin")
        for table, its_rows in self._waiting.items():
            _insert(self._connection, table, its_rows)
            self._counts[table] += len(its_rows)
        self._connection.execute("commit")
        _check(self._connection, self._lines)
        self._waiting, self._lines = {}, []


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    """Insert the rows of a table, many at once, a list a column: a row at a time would take most of the load's time."""
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        lists = {name: [row[name] for row in some] for name in some[0]}
        columns = ", ".join(f"unnest(${name}) as {name}" for name in lists)
        connection.execute(f"insert into store.{table} by name select {columns}", lists)


PIECES = """
with ordered as (
    select *, lag(span_end, 1, 0) over pieces as last_end
    from store.cell
    where initiative_id between $first and $last
    window pieces as (partition by initiative_id, printed_kind, printed_year order by span_start, span_end)
)
select
    initiative_id,
    printed_kind,
    printed_year,
    string_agg(text, '' order by span_start, span_end) as text,
    bool_and(span_start = last_end) as is_gapless
from ordered
group by initiative_id, printed_kind, printed_year
"""


def _check(connection: duckdb.DuckDBPyConnection, initiatives: Sequence[Initiative]) -> None:
    """Hold what was written of some lines against them; raise StoreError where anything was lost."""
    if not initiatives:
        return
    printed = {
        (row.number, cell.place.kind.value, cell.place.year): (cell.text, True) for row in initiatives for cell in row.cells
    }
    read = {row.number for row in initiatives}
    span = {"first": min(read), "last": max(read)}
    # The rows that an older store had were checked when they were read.
    stored = {tuple(row[:3]): tuple(row[3:]) for row in connection.execute(PIECES, span).fetchall() if row[0] in read}
    for place in printed.keys() | stored.keys():
        if printed.get(place) != stored.get(place):
            raise StoreError(f"the pieces of the printed cell {place} do not make up its text: {stored.get(place)}")
    check_complete(connection, initiatives)


def _replace(new: Path, path: Path) -> None:
    """Put the new store in the old one's place, without the log that a killed program left beside the old one.

    DuckDB would apply that log to the new store, find that it belongs to another, and refuse to open it. The log goes first, so
    that no reader ever meets the two together, and comes back where the old store stays.
    """
    log = log_path(path)
    aside = log.with_name(f"{log.name}.old")
    is_logged = log.exists()
    if is_logged:
        os.replace(log, aside)
    try:
        _replace_patiently(new, path)
    except BaseException:
        if is_logged:
            os.replace(aside, log)
        raise
    _remove([aside])


def _replace_patiently(new: Path, path: Path) -> None:
    """Replace a file. Windows refuses while a reader has the old one open: wait for it a little."""
    for _ in range(REPLACE_ATTEMPTS - 1):
        try:
            os.replace(new, path)
            return
        except PermissionError:
            time.sleep(REPLACE_PAUSE_SECONDS)
    try:
        os.replace(new, path)
    except PermissionError as error:
        todo = "データを開いているツールを閉じてから、もう一度読み込んでください。"
        raise InputError("データを別のプログラムが使っているため、入れ替えられません。", where=str(path), todo=todo) from error


def work_file(path: Path) -> Path:
    """Return where a store is built before it takes its place."""
    return path.with_name(f"{path.name}.new")


def check_place(path: Path) -> None:
    """Raise InputError where a store at `path` could not be replaced, or must not be, before anything is read for it.

    Another program that writes to it would go on writing to a file that is gone: StoreInUseError.
    """
    try:
        with suppress(duckdb.Error, OSError):
            read_fingerprint(path)
        check_replaceable(path, work_file(path))
    except OSError as error:
        raise disk_trouble(error, path) from error


def _check_in_place(path: Path, fingerprint: str) -> None:
    """Open the store as its readers will; raise InputError where that fails or shows another store."""
    try:
        found, why = read_fingerprint(path), "別のデータになっています"
    except StoreInUseError:
        # Somebody has opened it for writing since, so it can be opened.
        return
    except (duckdb.Error, OSError) as error:
        found, why = None, str(error)
    if found != fingerprint:
        raise InputError(
            f"データを書き込みましたが、開いて確かめられませんでした（{why}）。",
            where=str(path),
            todo="データを開いているほかのツールを閉じてから、もう一度読み込んでください。",
            kept="前回のデータは新しいデータに入れ替わっています。",
        )
