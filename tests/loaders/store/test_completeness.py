"""Every cell of every row is in the store or quoted by a finding, however the columns are headed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.bands import Bands
from loaders.errors import StoreError
from loaders.model import Initiative
from loaders.pipeline import read_plan
from loaders.store.rows import rows_of
from loaders.store.writing import write_store
from loaders.table.document import parse_document
from loaders.table.initiatives import read_row
from loaders.table.printed import PrintedRow
from loaders.table.sidecar import Source

SOURCE = Source("table.txt", "0" * 64)
YEARLY = ["平成30年度計画", "平成30年度評価", "令和元年度計画", "令和元年度評価"]
BESIDE = [
    *("番号", "No.", "指標", "成果指標", "単位", "実施事業", "事業名", "施策", "主担当", "担当課", "協力課"),
    *("実施内容", "目的", "現状", "目標値", "備考", "令和元年度の予算", "指標の単位"),
]


def table(headings: Sequence[str]) -> tuple[str, list[str]]:
    """Return a table of two rows whose cells all differ, and the words of the cells."""
    rows = [
        [str(number) if head in ("番号", "No.") else f"語{number}の{at}" for at, head in enumerate(headings)]
        for number in (1, 2)
    ]
    lines = ["\t".join(headings), *("\t".join(row) for row in rows), ""]
    return "\n".join(lines), [text for row in rows for text in row]


def load(text: str, store: Path) -> str:
    """Load a table and return all words of the store."""
    write_store(read_plan(parse_document(text, "table.txt"), SOURCE), store, fingerprint="x")
    with duckdb.connect(str(store), read_only=True) as connection:
        tables = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
        return "\n".join(str(row) for name in tables for row in connection.execute(f"from {name}").fetchall())


def rows_to_be_written(text: str) -> str:
    """Return all words of the rows that the store of a table is written from; the writing itself is held by test_writing."""
    plan = read_plan(parse_document(text, "table.txt"), SOURCE)
    return str(rows_of(plan, bands=Bands(), fingerprint="x", built_at=datetime(2026, 11, 24), duckdb_version="x"))


@given(
    st.lists(st.sampled_from(BESIDE), max_size=7)
    .map(lambda some: ["番号", "実施事業", *some, *YEARLY])
    .flatmap(st.permutations)
)
@settings(max_examples=25)
def test_every_cell_of_a_row_is_to_be_stored_whatever_its_column_is_called(headings: list[str]) -> None:
    text, cells = table(headings)
    kept = rows_to_be_written(text)
    assert [cell for cell in cells if cell not in kept] == []


def test_every_cell_of_a_row_is_in_the_store_with_all_columns_at_once(tmp_path: Path) -> None:
    text, cells = table(["番号", "実施事業", *BESIDE[2:], *YEARLY])
    kept = load(text, tmp_path / "plan.duckdb")
    assert [cell for cell in cells if cell not in kept] == []


@pytest.mark.parametrize("slipped", ["評価指標", "単位", "番号", "備考"])
def test_evaluation_whose_heading_slips_to_another_columns_name_is_kept_and_told(slipped: str, tmp_path: Path) -> None:
    headings = ["番号", "実施事業", "担当課", *YEARLY[:3], slipped]
    text, cells = table(headings)
    document = parse_document(text, "table.txt")
    assert {"heading_guessed", "unread_column"} & {finding.kind for finding in document.findings}
    assert cells[-1] in load(text, tmp_path / "plan.duckdb")


def test_cell_that_a_reading_drops_is_seen_in_the_written_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(row: PrintedRow, number: int) -> Initiative:
        return replace(read_row(row, number), other=())

    monkeypatch.setattr("loaders.table.document.read_row", forgetful)
    text, _ = table(["番号", "実施事業", "備考", *YEARLY])
    with pytest.raises(StoreError, match="備考"):
        load(text, tmp_path / "plan.duckdb")
    assert not (tmp_path / "plan.duckdb").exists()


def test_rows_keep_the_columns_that_say_what_is_counted(small_document: str) -> None:
    lines = small_document.replace("実施内容\t", "実施内容\t指標\t単位\t").replace("登録の推進\t", "登録の推進\t登録者数\t人\t")
    plan = read_plan(parse_document(lines, "table.txt"), SOURCE)
    row = plan.readings[0].initiative
    assert (row.number_printed, row.measure_printed, row.unit_printed) == ("1", "登録者数", "人")
