"""A plan that has not changed is not read again, and one that can be read no longer stays: its rows are in the old store.

Plans next to each other that stay as they are go from one store to the other within the database, however many they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import duckdb

from loaders.store.asking import asked
from loaders.store.combining import KEYS, TABLES_OF_KEYS, keys_of
from loaders.store.identities import Row, Rows
from loaders.store.schema import derived_tables

# What ties a row to its plan, by the column that it has, the shortest way first.
TIES = {
    "plan_id": "plan_id between $first and $last",
    "initiative_id": "initiative_id in (select initiative_id from old.initiative where plan_id between $first and $last)",
    "document_id": "document_id in (select document_id from old.document where plan_id between $first and $last)",
    "indicator_id": (
        "indicator_id in (select indicator_id from old.indicator join old.initiative using (initiative_id) "
        "where plan_id between $first and $last)"
    ),
}
# The table whose rows a number is of; a plan keeps its own.
NUMBERED = {key: table for key, table in TABLES_OF_KEYS.items() if key != "plan_id"}
TABLES = """
select t.table_name, list(c.column_name order by c.column_index)
from duckdb_tables() as t
join duckdb_columns() as c on c.database_name = t.database_name and c.table_name = t.table_name
where not t.internal and t.database_name = 'old'
group by t.table_name, t.table_oid
order by t.table_oid
"""
# What belongs to no plan is made anew, but for the years that a plan's rows name.
SHARED = "fiscal_year"


def plans_in(store: Path) -> dict[int, tuple[str, str | None]]:
    """Return the plans of a store, each with its fingerprint and its trouble; none where it has none that can be asked."""
    if not store.exists():
        return {}
    try:
        with asked(store, "old") as connection:
            found = connection.execute("select plan_id, fingerprint, trouble from old.plan").fetchall()
    except duckdb.Error:
        return {}
    return {int(plan_id): (str(fingerprint), trouble) for plan_id, fingerprint, trouble in found}


def names_in(store: Path) -> dict[int, str]:
    """Return what the plans of a store are called, by their numbers; none where it has none that can be asked."""
    try:
        with asked(store, "old") as connection:
            return dict(connection.execute("select plan_id, name from old.plan order by plan_id").fetchall())
    except duckdb.Error:
        return {}


def kept_rows(store: Path, plan_id: int, schema: str) -> Rows | None:
    """Return the rows of a plan in a store, numbered as if it were alone; None where that store has another schema."""
    layout = _layout(schema)
    try:
        with asked(store, "old") as connection:
            if not _has_layout(connection, layout):
                return None
            found = {}
            for table, columns in layout:
                tie = _tie(columns)
                if tie is not None or table == SHARED:
                    found[table] = list(_rows(connection, table, tie, plan_id))
    except duckdb.Error:
        return None
    return _alone(found)


def can_be_copied(store: Path, schema: str) -> bool:
    """Return whether a store has the tables of a schema, so that plans of it can stand in a new one as they are."""
    try:
        with asked(store, "old") as connection:
            return _has_layout(connection, _layout(schema))
    except duckdb.Error:
        return False


def copy_plans(
    connection: duckdb.DuckDBPyConnection, schema: str, first: int, last: int, numbered: Mapping[str, int]
) -> dict[str, int]:
    """Copy plans from the store attached as `old` to the one attached as `store`; return how many rows each table got.

    All plans of the old store from `first` to `last` are copied. `numbered` are the highest numbers that the new one has given.
    """
    before, span = {"first": 0, "last": first - 1}, {"first": first, "last": last}
    layout, copied = _layout(schema), {}
    columns_of = dict(layout)
    steps = {}
    for key, table in NUMBERED.items():
        asked = f"select coalesce(max({key}), 0) from old.{table} where {_tie(columns_of[table])}"
        [(given,)] = connection.execute(asked, before).fetchall()
        steps[key] = numbered[key] - int(given)
    for table, columns in layout:
        tie = _tie(columns)
        if tie is not None:
            keys = {name: key for name, key in keys_of(columns).items() if steps.get(key)}
            moved = ", ".join(f"({name} + {steps[key]})::integer as {name}" for name, key in keys.items())
            rows = f"select *{f' replace ({moved})' if moved else ''} from old.{table} where {tie}"
            [(copied[table],)] = connection.execute(f"insert into store.{table} by name {rows}", span).fetchall()
        elif table == SHARED:
            rows = f"select * from old.{table} where year not in (select year from store.{table})"
            [(copied[table],)] = connection.execute(f"insert into store.{table} by name {rows}").fetchall()
    return copied


def _tie(columns: Sequence[str]) -> str | None:
    """Return what ties the rows of a table with these columns to their plan, None where they belong to none."""
    return next((tie for column, tie in TIES.items() if column in columns), None)


def _has_layout(connection: duckdb.DuckDBPyConnection, layout: Sequence[tuple[str, list[str]]]) -> bool:
    stored = dict(connection.execute(TABLES).fetchall())
    return {name: columns for name, columns in stored.items() if name not in derived_tables()} == dict(layout)


@lru_cache(maxsize=1)
def _layout(schema: str) -> tuple[tuple[str, list[str]], ...]:
    """Return the tables of a schema with their columns, worked out once."""
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as old")
        connection.execute("use old")
        # Comments, most of the statements, are no part of the layout.
        for statement in duckdb.extract_statements(schema):
            if statement.type is not duckdb.StatementType.ALTER:
                connection.execute(statement)
        return tuple((str(table), list(columns)) for table, columns in connection.execute(TABLES).fetchall())


def _rows(connection: duckdb.DuckDBPyConnection, table: str, tie: str | None, plan_id: int) -> Iterator[Row]:
    where, given = ("", {}) if tie is None else (f" where {tie}", {"first": plan_id, "last": plan_id})
    asked = connection.execute(f"select * from old.{table}{where}", given)
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
    keys = keys_of(rows[0] if rows else ())
    for row in rows:
        yield row | {name: row[name] + steps[key] for name, key in keys.items() if row[name] is not None}
