"""Several plans stand in one store as each stands alone: the same rows, numbered on, tied as they were."""

from pathlib import Path

import duckdb
import pytest

from loaders.pipeline import PlanReading, read_plan
from loaders.store import new_store
from loaders.store.combining import Combining
from loaders.store.writing import write_plans
from loaders.table.document import parse_document
from loaders.table.sidecar import Source

SAMPLES = Path(__file__).parents[1] / "samples"
TIED = """
select i.plan_id, i.number, n.name, y.year, y.target, t.quote, y.result, r.quote
from indicator_year as y
join indicator as n using (indicator_id)
join initiative as i using (initiative_id)
left join quantity as t on t.quantity_id = y.target_quantity_id
left join quantity as r on r.quantity_id = y.result_quantity_id
order by all
"""


def plan_of(name: str) -> PlanReading:
    path = SAMPLES / f"{name}.txt"
    document = parse_document(path.read_text(encoding="utf-8"), path.name)
    return read_plan(document, Source(path.name, "0" * 64, plan_title=name))


@pytest.fixture(scope="module")
def plans() -> dict[int, PlanReading]:
    return {1: plan_of("minase_library"), 3: plan_of("shirasagi_welfare"), 4: plan_of("takamine_policy")}


def test_the_store_of_several_plans_holds_what_the_store_of_each_holds(plans: dict[int, PlanReading], tmp_path: Path) -> None:
    write_plans(plans, tmp_path / "all.duckdb", fingerprint="x")
    expected = []
    for plan_id, plan in plans.items():
        write_plans({plan_id: plan}, tmp_path / f"{plan_id}.duckdb", fingerprint="x")
        with duckdb.connect(str(tmp_path / f"{plan_id}.duckdb"), read_only=True) as connection:
            expected += connection.execute(TIED).fetchall()
    with duckdb.connect(str(tmp_path / "all.duckdb"), read_only=True) as connection:
        assert connection.execute(TIED).fetchall() == expected != []


def test_an_initiative_of_the_only_plan_bears_its_own_number(plans: dict[int, PlanReading], tmp_path: Path) -> None:
    write_plans({1: plans[4]}, tmp_path / "plan.duckdb", fingerprint="x")
    with duckdb.connect(str(tmp_path / "plan.duckdb"), read_only=True) as connection:
        numbers = connection.execute("select initiative_id, number from initiative").fetchall()
    assert [own for own, _ in numbers] == [number for _, number in numbers] != []


def test_what_belongs_to_no_plan_stands_once() -> None:
    year, code = {"year": 2020}, {"code": "met"}
    combining = Combining()
    assert combining.next(1, {"fiscal_year": [year], "status_code": [code]})[0] == {
        "fiscal_year": [year],
        "status_code": [code],
    }
    assert combining.next(2, {"fiscal_year": [year], "status_code": [code]})[0] == {"fiscal_year": [], "status_code": []}


def test_numbers_of_rows_and_what_refers_to_them_move_together() -> None:
    one = {"quantity": [{"quantity_id": 7}], "year": [{"indicator_id": 1, "target_quantity_id": 7, "result_quantity_id": None}]}
    combining = Combining()
    assert combining.next(1, one)[0] == one
    second, _ = combining.next(2, one)
    assert second["quantity"] == [{"quantity_id": 14}]
    assert second["year"] == [{"indicator_id": 2, "target_quantity_id": 14, "result_quantity_id": None}]


@pytest.mark.parametrize("batch", [1, 1_000_000])
def test_a_store_is_the_same_whatever_is_written_at_once(
    batch: int, plans: dict[int, PlanReading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plans(plans, tmp_path / "usual.duckdb", fingerprint="x")
    monkeypatch.setattr(new_store, "BATCH", batch)
    write_plans(plans, tmp_path / "other.duckdb", fingerprint="x")
    tables = ("initiative", "cell", "quantity", "indicator_year", "outcome", "finding", "initiative_year")
    with duckdb.connect() as connection:
        for name in ("usual", "other"):
            connection.execute(f"attach '{tmp_path / name}.duckdb' as {name} (read_only)")
        for table in tables:
            rows = (connection.execute(f"select * from {name}.{table} order by all") for name in ("usual", "other"))
            usual, other = (found.fetchall() for found in rows)
            assert usual == other != []
