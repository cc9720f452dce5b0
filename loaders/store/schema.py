"""A store's tables: codes come from the codes themselves, what is loaded stands in schema.sql, what follows in derived.sql."""

import re
from pathlib import Path
from typing import Final

from loaders.store.code_tables import CODE_TABLES, CodeTable

HERE: Final = Path(__file__).parent


def schema() -> str:
    """Return the SQL that makes a store's tables, each after those that it refers to, with their comments."""
    return "\n".join([*map(_code_table, CODE_TABLES), _text("schema.sql")])


def _code_table(table: CodeTable) -> str:
    more = "".join(f",\n    {name} {kind}" for name, kind, _ in table.more)
    comments = (f"comment on column {table.name}.{name} is {_quoted(comment)};\n" for name, _, comment in table.more)
    return _text("code_table.sql").format(name=table.name, means=_quoted(table.means), more=more) + "".join(comments)


def derived() -> str:
    """Return the SQL that makes and fills the tables that follow from the others."""
    return _text("derived.sql")


def derived_tables() -> frozenset[str]:
    """Return the names of the tables that follow from the others: no load reads their rows."""
    return frozenset(re.findall(r"^create table (\w+)", derived(), re.MULTILINE))


def views() -> str:
    """Return the SQL that makes a store's views."""
    return _text("views.sql")


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _quoted(text: str) -> str:
    """Return a text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"
