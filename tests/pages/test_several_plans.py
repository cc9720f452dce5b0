"""A plan among several is chosen on top of the sidebar, stands in the address, and every page is about it alone."""

from pathlib import Path

import pytest

from dashboard.database import store
from loaders.store.writing import write_plans
from tests.loaders.store.test_combining import plan_of
from tests.pages.conftest import APP, OpenPage, open_app, words_on

PAGES = sorted(f"pages/{path.name}" for path in (APP.parent / "pages").glob("*.py"))
FIRST, SECOND = "minase_library", "takamine_policy"


@pytest.fixture(scope="module")
def two_plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("plans") / "plan.duckdb"
    write_plans({1: plan_of(FIRST), 2: plan_of(SECOND)}, place, fingerprint="x")
    return place


@pytest.fixture(autouse=True)
def _use_two_plans(two_plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SETTING, str(two_plans))


def departments() -> dict[str, list[str]]:
    return {name: [row.initiative.department for row in plan_of(name).readings] for name in (FIRST, SECOND)}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_a_plan_that_the_address_names(page: str) -> None:
    opened = open_app(page, {"plan": SECOND})
    assert opened.selectbox(key="plan").value == SECOND
    assert opened.title or opened.subheader


def test_the_first_plan_is_shown_where_the_address_names_none() -> None:
    opened = open_app()
    assert opened.selectbox(key="plan").value == FIRST
    assert set(opened.multiselect(key="department").options) == set(departments()[FIRST])


def test_what_was_chosen_within_a_plan_does_not_hold_in_the_next() -> None:
    opened = open_app(filters={"department": departments()[FIRST][0]})
    assert opened.multiselect(key="department").value
    opened.selectbox(key="plan").set_value(SECOND).run()
    assert [one.value for one in (*opened.exception, *opened.error)] == []
    assert [one.value for one in opened.warning] == []
    assert opened.multiselect(key="department").value == []
    assert set(opened.multiselect(key="department").options) == set(departments()[SECOND])


def test_a_link_in_a_table_leads_to_the_same_plan() -> None:
    opened = open_app("pages/goals.py", {"plan": SECOND})
    assert f"plan={SECOND}" in str([table.value.to_dict() for table in opened.table]) + words_on(opened)


def test_a_store_of_one_plan_asks_for_none(open_page: OpenPage) -> None:
    assert not [box for box in open_page().selectbox if box.key == "plan"]
