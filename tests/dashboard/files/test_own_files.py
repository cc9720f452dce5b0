"""What the dashboard gives away loads again: data files to the same figures, next year's form as its plan's next edition."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.facts import series
from dashboard.files import datafiles, next_form, takeaway, workbook
from loaders.__main__ import main
from loaders.errors import DocumentError
from loaders.intake.adding import add
from loaders.library.library import Library
from loaders.records.taken_apart import read_tables
from loaders.store.inputs import DOCUMENT

PART = Filter(year=2020, departments=("防災課",))
DAY = date(2026, 4, 6)
ROWS = "select number, program_code, program_name, is_lead, department, activity from initiative where department = '防災課'"
FIGURES = """
select i.number, n.name, n.unit, n.baseline, n.final_goal, y.year, y.target, y.result, o.status, o.is_carried_over
from initiative as i
join indicator as n using (initiative_id)
join indicator_year as y using (indicator_id)
left join outcome as o using (initiative_id, year)
where i.department = '防災課'
"""


def asked(path: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return sorted(connection.execute(sql).fetchall(), key=str)


def data_workbook() -> bytes:
    return datafiles.workbook(datafiles.sheets(PART, DAY), DAY)


def data_archive() -> bytes:
    return datafiles.archive(datafiles.sheets(PART, DAY))


@pytest.mark.parametrize(("name", "made"), [("data.xlsx", data_workbook), ("data.zip", data_archive)])
def test_data_load_again_to_the_same_rows_and_figures(
    name: str, made: Callable[[], bytes], open_store: store.Identity, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(made())
    again = tmp_path / "again.duckdb"
    assert main(["--document", str(tmp_path / name), "--store", str(again), "--quiet"]) == 0
    assert asked(again, ROWS) == asked(open_store.address.path, ROWS)
    assert asked(again, FIGURES) == asked(open_store.address.path, FIGURES)


def test_workbook_for_a_meeting_and_a_table_by_itself_are_refused_with_what_to_take(open_store: store.Identity) -> None:
    words = next(sheet for sheet in datafiles.sheets(PART, DAY) if sheet.name == "文章").rows.to_csv(index=False)
    for name, data in (("m.xlsx", workbook.build(takeaway.contents(PART, DAY))), ("文章.csv", words.encode())):
        with pytest.raises(DocumentError, match="データのExcel"):
            read_tables(data, name)


def test_next_years_form_is_the_next_edition_of_its_plan_and_changes_nothing_that_was_known(
    open_store: store.Identity, tmp_path: Path
) -> None:
    policy = "policy_code = '1-①'"
    [(first_beyond,)] = asked(open_store.address.path, f"select min(source_line) from initiative where not {policy}")
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines(keepends=True)[: int(str(first_beyond)) - 1]
    (tmp_path / "table.txt").write_text("".join(lines), encoding="utf-8")
    every = series.read(queries.frame("indicator_series", Filter(year=0)))
    data = next_form.workbook(next_form.form(Filter(year=2020, scope="1-①"), every))
    library = Library(tmp_path / "plans", tmp_path / "table.txt", tmp_path / "corrections.csv")
    added = add(library, tmp_path / "plan.duckdb", ("form.xlsx", data))
    assert (added.plan_id, added.edition) == (1, 2)
    of_policy = ROWS.replace("department = '防災課'", policy)
    assert asked(tmp_path / "plan.duckdb", of_policy) == asked(open_store.address.path, of_policy) != []
    assert asked(tmp_path / "plan.duckdb", "select kind, count(*) from edition_change group by all") == []
