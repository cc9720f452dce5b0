"""A store on its way: plans are taken in one after the other, and nothing of their words may be lost on it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import duckdb

from engines.address import quoted
from loaders.errors import StoreError
from loaders.model import Initiative
from loaders.store import memory
from loaders.store.combining import TABLES_OF_KEYS, Combining
from loaders.store.completeness import check_complete
from loaders.store.disk import disk_trouble
from loaders.store.identities import Row, Rows
from loaders.store.keeping import SHARED, copy_plans
from loaders.store.ownership import BLOCK_SIZE
from loaders.store.schema import derived, schema, views

# Analysts' other tools lag behind: DuckDB 1.5 opens this format as well.
STORAGE_VERSION = "v1.5.0"
# Rows that are written at once: those of many plans would all stand in memory, those of a large plan twice more.
BATCH = 20_000


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


class NewStore:
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
