"""A page asks for a small frame by name; each name is a file in `dashboard/sql/`, plain SQL against the store's own names.

In such a file `{name}` stands for what several queries share (sql/parts/name.sql): `{matching}` for the rows that the filter
lets through, `{counted}` for these in every evaluated year, `{statuses}` for how many are of each status, `{counts}` for
all that is counted of them, `{called}` for what a row is called (its 実施内容, and where the table has no more than a name of
the 実施事業 that name), `{judgement}` for the columns of an outcome that say what was judged by which words,
`{placed_quantities}` for the numbers that stand in a series, `{points}` for the columns of an indicator in a year,
`{repeated}` for the columns of an evaluation beside the words it repeats.
`$year`, `$lead`, `$departments`, `$scope`, `$words`, `$doubtful` are the filter's values. Frames are cached per store: a
replaced store has another identity.

A query is written as if there were one plan. Where the store holds several and one is chosen, every table and view in it is
narrowed to that plan by what ties its rows to it; only the queries in `sql/plans/` speak of all plans.
"""

import os
import re
from collections.abc import Callable, Collection, Hashable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any, Final, TypeVar, cast

import pandas as pd

from dashboard.database import store
from dashboard.database.once import once

FOLDER: Final = Path(__file__).resolve().parents[1] / "sql"
PARTS: Final = FOLDER / "parts"
PART: Final = re.compile(r"^( *)\{([a-z_]+)\}", re.MULTILINE)
PARAMETER: Final = re.compile(r"\$([a-z_]+)")
RELATION: Final = re.compile(r"\b(from|join) store\.([a-z_]+)")
OF_ALL_PLANS: Final = "plans/"
# What ties a row to its plan, by the column that it has, the shortest way first.
TIES: Final = {
    "plan_id": "plan_id = $plan",
    "initiative_id": "initiative_id in (select initiative_id from store.initiative where plan_id = $plan)",
    "indicator_id": (
        "indicator_id in (select indicator_id from store.indicator join store.initiative using (initiative_id) "
        "where plan_id = $plan)"
    ),
}


# The run asks as well, so one core is left to it; who waits for a frame that is being made gets it from there.
_BESIDE: Final = ThreadPoolExecutor(max(1, (os.cpu_count() or 2) - 1), "ahead")

Result = TypeVar("Result")
# A row of a frame by the names of its columns.
Record = Mapping[Hashable, Any]
# The values of a query beside the filter, each by its name.
Given = tuple[tuple[str, str | int | float | None], ...]


@dataclass(frozen=True)
class Filter:
    """What the sidebar lets through. Hashable, so that it can key a cache.

    `year` is the year in question; it narrows no list of initiatives. `lead` is None for all, else whether the section leads.
    `scope` is a goal, policy or program code. `words` are folded (NFKC, lower case) and must all occur in a row's text.
    `doubtful` lets through only what has a doubtful judgement or figure in any year.
    """

    year: int
    lead: bool | None = None
    departments: tuple[str, ...] = ()
    scope: str | None = None
    words: tuple[str, ...] = ()
    doubtful: bool = False


def frame(name: str, chosen: Filter | None = None, **more: str | int | float | None) -> pd.DataFrame:
    """Return the frame that `sql/<name>.sql` selects under the filter; `more` are values of the query's own.

    Raises FileNotFoundError where no such query exists, and duckdb.Error where the store does not know a name in it.
    """
    # What pandas writes to a shallow copy does not reach the frame that is kept; a deep copy would cost more than the query.
    return _cached(name, store.identity(), chosen, tuple(sorted(more.items()))).copy(deep=False)


def read(
    reader: Callable[[pd.DataFrame], Result], name: str, chosen: Filter | None = None, **more: str | int | float | None
) -> Result:
    """Return what `reader` makes of a frame, made once for everybody who asks the same of the same store.

    `reader` is a function of a module, and what it returns is never changed: tuples of frozen values.
    """
    return cast("Result", _read(reader, name, store.identity(), chosen, tuple(sorted(more.items()))))


def records(name: str, chosen: Filter | None = None, **more: str | int | float | None) -> tuple[Record, ...]:
    """Return the rows of a frame as records, which are never changed, made once for everybody as `read` does."""
    return read(_records, name, chosen, **more)


def ahead(*asked: tuple[str, Filter | None], **more: str | int | float | None) -> None:
    """Have frames made beside the run that will ask for them, in this order: the store works while the page is drawn.

    What fails is told to the run, when it asks.
    """
    at, given = store.identity(), tuple(sorted(more.items()))
    for name, chosen in asked:
        if not _cached.holds(name, at, chosen, given):
            _BESIDE.submit(_cached, name, at, chosen, given)


def beginning(name: str, chosen: Filter, rows: int) -> tuple[pd.DataFrame, int]:
    """Return the first rows of a frame and how many it has: a preview of what a file would hold."""
    at = store.identity()
    return _beginning(name, at, chosen, rows).copy(deep=False), _count(name, at, chosen)


@cache
def text(name: str) -> str:
    """Return the whole SQL of a named frame, ready to be run in any DuckDB client with the store attached as `store`."""
    return _whole(FOLDER / f"{name}.sql")


def text_at(name: str, at: store.Identity) -> str:
    """Return the SQL of a named frame about the plan at `at`, whose plan_id is `$plan` in it; about all where it names none."""
    if at.plan is None or name.startswith(OF_ALL_PLANS):
        return text(name)
    return narrowed(text(name), store.columns(at.file))


def narrowed(sql: str, columns: Mapping[str, Collection[str]]) -> str:
    """Return a query with every table and view in it narrowed to a plan; one with no tie to a plan holds for all.

    >>> narrowed("from store.initiative join store.fiscal_year", {"initiative": ["plan_id"], "fiscal_year": ["year"]})
    'from (from store.initiative where plan_id = $plan) join store.fiscal_year'
    """

    def tied(found: re.Match[str]) -> str:
        tie = next((tie for column, tie in TIES.items() if column in columns.get(found[2], ())), None)
        return found[0] if tie is None else f"{found[1]} (from store.{found[2]} where {tie})"

    return RELATION.sub(tied, sql)


def _whole(path: Path) -> str:
    """Return the SQL of a file with the parts that it names, each indented as the line that names it."""
    sql = path.read_text(encoding="utf-8").strip()
    return PART.sub(lambda named: indent(_whole(PARTS / f"{named[2]}.sql"), named[1]), sql)


def rows_of(frame: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Return the rows of a frame as its `to_dict("records")` does, which looks at each value by itself and takes longer."""
    names, rows = list(frame.columns), frame.to_numpy(dtype=object).tolist()
    return [dict(zip(names, [None if one is pd.NA else one for one in row], strict=True)) for row in rows]


def _records(found: pd.DataFrame) -> tuple[Record, ...]:
    return tuple(rows_of(found))


@once(most=500)
def _read(
    reader: Callable[[pd.DataFrame], object], name: str, at: store.Identity, chosen: Filter | None, more: Given
) -> object:
    return reader(_cached(name, at, chosen, more).copy(deep=False))


# A cache of Streamlit would take longer to hash the filter than most frames take to be asked for.
@once(most=500)
def _cached(name: str, at: store.Identity, chosen: Filter | None, more: Given) -> pd.DataFrame:
    return _asked(text_at(name, at), at, chosen, more)


@once(most=50)
def _beginning(name: str, at: store.Identity, chosen: Filter, rows: int) -> pd.DataFrame:
    return _asked(f"from (\n{text_at(name, at)}\n) limit {rows}", at, chosen, ())


@once(most=50)
def _count(name: str, at: store.Identity, chosen: Filter) -> int:
    found = _asked(f"select count(*) as rows from (\n{text_at(name, at)}\n)", at, chosen, ())
    return int(found["rows"].iloc[0])


def _asked(sql: str, at: store.Identity, chosen: Filter | None, more: Given) -> pd.DataFrame:
    values: dict[str, object] = {"plan": at.plan, **(asdict(chosen) if chosen else {}), **dict(more)}
    values = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
    return store.rows(sql, {key: values[key] for key in set(PARAMETER.findall(sql))}, at)
