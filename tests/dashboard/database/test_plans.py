"""Of a store that holds several plans every query tells the chosen one, as if it were alone."""

from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.frame import shown_query
from loaders.store.writing import write_plans
from tests.dashboard.database.test_queries import NAMES, OWN_VALUES
from tests.loaders.store.test_combining import plan_of

PLANS = {1: "minase_library", 2: "shirasagi_welfare", 5: "takamine_policy"}
EVERYTHING = Filter(year=2022)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A store of each plan by itself, by its plan_id, and of all of them, by 0."""
    folder = tmp_path_factory.mktemp("plans")
    plans = {plan_id: plan_of(name) for plan_id, name in PLANS.items()}
    write_plans(plans, folder / "0.duckdb", fingerprint="x")
    for plan_id, plan in plans.items():
        write_plans({plan_id: plan}, folder / f"{plan_id}.duckdb", fingerprint="x")
    return {number: folder / f"{number}.duckdb" for number in (0, *PLANS)}


@pytest.fixture(autouse=True)
def open_store() -> None:
    """No other store is read here: each time that the one which is read is another, it is opened anew."""


def told(name: str, monkeypatch: pytest.MonkeyPatch, place: Path, plan_id: int | None) -> pd.DataFrame:
    """What a query tells, without the numbers that only the store gives and the hour of its making."""
    monkeypatch.setenv(store.SETTING, str(place))
    own = {key: value for key, value in OWN_VALUES.items() if key in queries.PARAMETER.findall(queries.text(name))}
    with store.one_plan(plan_id):
        found = queries.frame(name, EVERYTHING, **own)
    return found[[column for column in found if not column.endswith("_id") and column != "loaded_at"]]


# Neither the first nor the last may be taken for the chosen one; all queries of one come first, so that two stores stay open.
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("plan_id", [2, 5])
def test_a_query_about_one_of_several_plans_tells_what_it_tells_of_that_plan_alone(
    stores: dict[int, Path], monkeypatch: pytest.MonkeyPatch, name: str, plan_id: int
) -> None:
    assert_frame_equal(told(name, monkeypatch, stores[0], plan_id), told(name, monkeypatch, stores[plan_id], None))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_of_a_query_is_one_that_can_be_narrowed(name: str) -> None:
    code = "\n".join(line for line in queries.text(name).splitlines() if not line.lstrip().startswith("--"))
    assert code.count("store.") == len(queries.RELATION.findall(code))


def test_the_query_that_is_shown_names_the_chosen_plan(stores: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(stores[0]))
    with store.one_plan(2):
        assert "from store.initiative where plan_id = 2" in shown_query.Query("match_count", EVERYTHING).sql
    assert "plan_id" not in shown_query.Query("match_count", EVERYTHING).sql
