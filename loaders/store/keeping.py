"""A plan that has not changed is not read again, and one that can be read no longer stays: its rows are in the old store."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import duckdb

from loaders.store.combining import KEYS
from loaders.store.ownership import quoted
from loaders.store.rows import Row, Rows
from loaders.store.schema import derived_tables

# What ties a row to its plan, by the column that it has, the shortest way first.
TIES = {
    "plan_id": "plan_id = $plan",
    "initiative_id": "initiative_id in (select initiative_id from store.initiative where plan_id = $plan)",
    "document_id": "document_id in (select document_id from store.document where plan_id = $plan)",
    "indicator_id": (
        "indicator_id in (select indicator_id from store.indicator join store.initiative using (initiative_id) "
        "where plan_id = $plan)"
    ),
}
TABLES = """
select t.table_name, list(c.column_name order by c.column_index)
from duckdb_tables() as t
join duckdb_columns() as c on c.database_name = t.database_name and c.table_name = t.table_name
where not t.internal
group by t.table_name, t.table_oid
order by t.table_oid
"""
# What belongs to no plan is made anew, but for the years that a plan's rows name.
SHARED = "fiscal_year"


def plans_in(store: Path) -> dict[int, tuple[str, str | None]]:
    """Return the plans of a store, each with its fingerprint and its trouble; none where it has none that can be asked."""
    try:
        with _opened(store) as connection:
            found = connection.execute("select plan_id, fingerprint, trouble from store.plan").fetchall()
    except duckdb.Error:
        return {}
    return {int(plan_id): (str(fingerprint), trouble) for plan_id, fingerprint, trouble in found}


def names_in(store: Path) -> dict[int, str]:
    """Return what the plans of a store are called, by their numbers; none where it has none that can be asked."""
    try:
        with _opened(store) as connection:
            return dict(connection.execute("select plan_id, name from store.plan order by plan_id").fetchall())
    except duckdb.Error:
        return {}


def kept_rows(store: Path, plan_id: int, schema: str) -> Rows | None:
    """Return the rows of a plan in a store, numbered as if it were alone; None where that store has another schema."""
    layout = _layout(schema)
    try:
        with _opened(store) as connection:
            stored = dict(connection.execute(TABLES).fetchall())
            if {name: columns for name, columns in stored.items() if name not in derived_tables()} != dict(layout):
                return None
            found = {}
            for table, columns in layout:
                tie = next((tie for column, tie in TIES.items() if column in columns), None)
                if tie is not None or table == SHARED:
                    found[table] = list(_rows(connection, table, tie, plan_id))
    except duckdb.Error:
        return None
    return _alone(found)


@lru_cache(maxsize=1)
def _layout(schema: str) -> tuple[tuple[str, list[str]], ...]:
    """Return the tables of a schema with their columns, worked out once."""
    with duckdb.connect() as connection:
        connection.execute(schema)
        return tuple((str(table), list(columns)) for table, columns in connection.execute(TABLES).fetchall())


def _opened(store: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"attach {quoted(store)} as store (read_only)")
    return connection


def _rows(connection: duckdb.DuckDBPyConnection, table: str, tie: str | None, plan_id: int) -> Iterator[Row]:
    where, given = ("", {}) if tie is None else (f" where {tie}", {"plan": plan_id})
    asked = connection.execute(f"select * from store.{table}{where}", given)
    names = [name for name, *_ in asked.description]
    for row in asked.fetchall():
        yield dict(zip(names, row, strict=True))


def _alone(rows: Rows) -> Rows:
    """Return rows numbered from 1, the initiatives by their own numbers."""
    everything = [row for its_rows in rows.values() for row in its_rows]
    steps = {key: 1 - min((row[key] for row in everything if row.get(key) is not None), default=1) for key in KEYS}
    if rows["initiative"]:
        one = rows["initiative"][0]
        steps["initiative_id"] = one["number"] - one["initiative_id"]
    return {table: list(_moved(its, steps)) for table, its in rows.items()}


def _moved(rows: list[Row], steps: dict[str, int]) -> Iterator[Row]:
    names = rows[0] if rows else ()
    keys = {name: key for name in names for key in KEYS if name == key or name.endswith(f"_{key}")}
    for row in rows:
        yield row | {name: row[name] + steps[key] for name, key in keys.items() if row[name] is not None}
