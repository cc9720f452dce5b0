"""A store is copied whole, from one engine to another: its tables with their comments, their rows, and the views on them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import groupby
from typing import Final

import duckdb

from engines.address import quoted

# What a store has is asked where it is, so that every engine tells it in the same words.
_COLUMNS: Final = """
select t.table_name, t.comment as said, c.column_name, c.data_type, c.is_nullable, c.comment
from duckdb_tables() as t
join duckdb_columns() as c
    on c.database_name = t.database_name and c.schema_name = t.schema_name and c.table_name = t.table_name
where t.database_name = '{name}' and t.schema_name = 'main' and not t.internal
order by t.table_name, c.column_index
"""
_VIEWS: Final = """
select view_name, sql, comment
from duckdb_views()
where database_name = '{name}' and schema_name = 'main' and not internal
"""
_WORD: Final = re.compile(r"\w+")
_NEW_VIEW, _ANY_VIEW = "CREATE VIEW", "CREATE OR REPLACE VIEW"


@dataclass(frozen=True)
class StoreSource:
    """A connection that reaches a store, by the `name` under which it is attached where it is asked.

    `relation` makes of a query what a from clause may name.
    """

    connection: duckdb.DuckDBPyConnection
    relation: Callable[[str], str] = "({})".format
    name: str = "store"


def copy_whole(source: StoreSource, target: str) -> None:
    """Put the whole store into the database `target` of the same connection: as it is, whatever stood there before.

    Run within a transaction, nobody sees a part of it. What no engine but a file has (keys, checks) is not carried: a store was
    held against them when it was built. Tables of others in `target` stay.
    """
    connection = source.connection
    columns = connection.execute(f"from {source.relation(_COLUMNS.format(name=source.name))}").fetchall()
    views = connection.execute(f"from {source.relation(_VIEWS.format(name=source.name))}").fetchall()
    for (table, said), its in groupby(columns, key=lambda row: (row[0], row[1])):
        its_columns = [row[2:] for row in its]
        made = ", ".join(f'"{name}" {kind}{"" if is_nullable else " not null"}' for name, kind, is_nullable, _ in its_columns)
        connection.execute(f"create or replace table {target}.{table} ({made})")
        connection.execute(f"insert into {target}.{table} from {source.relation(f'from {source.name}.{table}')}")
        connection.execute(f"comment on table {target}.{table} is {_comment(said)}")
        for name, _, _, comment in its_columns:
            connection.execute(f'comment on column {target}.{table}."{name}" is {_comment(comment)}')
    connection.execute(f"use {target}")
    for view, sql, said in _ordered(views):
        connection.execute(sql.replace(_NEW_VIEW, _ANY_VIEW, 1))
        connection.execute(f"comment on view {target}.{view} is {_comment(said)}")
    connection.execute("use memory")


def _ordered(views: Sequence[tuple[str, str, str | None]]) -> list[tuple[str, str, str | None]]:
    """Return views so that each follows those that it builds on: not every engine lists them so.

    >>> [name for name, *_ in _ordered([("b", "CREATE VIEW b AS FROM a", None), ("a", "CREATE VIEW a AS SELECT 1", None)])]
    ['a', 'b']
    """
    by_name = {view[0]: view for view in views}
    named = {name: set(_WORD.findall(view[1])) & by_name.keys() - {name} for name, view in by_name.items()}
    return [by_name[name] for name in TopologicalSorter(named).static_order()]


def _comment(text: str | None) -> str:
    return "null" if text is None else quoted(text)
