"""Several plans stand in one store as each stands alone: the same rows, numbered on, tied as they were."""

from pathlib import Path

import duckdb
import pytest

from loaders.pipeline import PlanReading, read_plan
from loaders.store.combining import combined
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
    rows = write_plans({1: plans[4]}, tmp_path / "plan.duckdb", fingerprint="x")
    assert [row["initiative_id"] for row in rows["initiative"]] == [row["number"] for row in rows["initiative"]]


def test_what_belongs_to_no_plan_stands_once() -> None:
    year, code = {"year": 2020}, {"code": "met"}
    rows, _ = combined({1: {"fiscal_year": [year], "status_code": [code]}, 2: {"fiscal_year": [year], "status_code": [code]}})
    assert rows == {"fiscal_year": [year], "status_code": [code]}


def test_numbers_of_rows_and_what_refers_to_them_move_together() -> None:
    one = {"quantity": [{"quantity_id": 7}], "year": [{"indicator_id": 1, "target_quantity_id": 7, "result_quantity_id": None}]}
    rows, _ = combined({1: one, 2: one})
    assert rows["quantity"] == [{"quantity_id": 7}, {"quantity_id": 14}]
    assert rows["year"][1] == {"indicator_id": 2, "target_quantity_id": 14, "result_quantity_id": None}
