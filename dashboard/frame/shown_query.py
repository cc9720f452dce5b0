"""Behind every table and chart is a query on the store's own names; whoever wants to go on runs it in any DuckDB client."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Final

import streamlit as st

from dashboard.database import queries, store

Value = str | int | float | None
ATTACH: Final = "attach 'plan.duckdb' as store (read_only);"
KEY: Final = "sql_"
LABEL: Final = "問い合わせ（SQL）を見る"
EXPLAINED: Final = (
    "この表やグラフのもとになった問い合わせです。絞り込みの値も入っています。右上から写し取り、"
    "「データについて」で保存したファイル（plan.duckdb）のある場所で、DuckDBから実行できます。"
)


@dataclass(frozen=True)
class Query:
    """A frame as a page asked for it: its name, the filter, and the values of the query's own."""

    name: str
    chosen: queries.Filter | None = None
    more: Mapping[str, Value] = field(default_factory=dict)

    @property
    def sql(self) -> str:
        """The statements to be run as they stand: the store attached, every parameter replaced by its value."""
        at = store.identity()
        values = {"plan": at.plan, **(asdict(self.chosen) if self.chosen else {}), **self.more}
        sql = queries.PARAMETER.sub(lambda found: literal(values[found[1]]), queries.text_at(self.name, at))
        return f"{ATTACH}\n\n{sql};"


def literal(value: object) -> str:
    """Return a value as SQL says it.

    >>> literal("it's"), literal(("防災課", "市民課")), literal(None), literal(True), literal(2020)
    ("'it''s'", "['防災課', '市民課']", 'null', 'true', '2020')
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return str(value).lower()


def show(key: str, *asked: Query) -> None:
    """Draw the queries of one table when somebody opens them, with what to do with them; `key` is unique on the page."""
    with st.expander(LABEL, key=f"{KEY}{key}", on_change="rerun", bind="query-params") as part:
        if not part.open:
            return
        st.markdown(EXPLAINED)
        for query in asked:
            st.code(query.sql, language="sql", wrap_lines=True)
