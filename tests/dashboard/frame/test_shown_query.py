"""A query that was copied selects what the page shows, in a DuckDB that knows nothing of the page."""

from pathlib import Path

import duckdb
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.frame.shown_query import Query

FILTERS = {
    "everything": Filter(year=2020),
    "narrowed": Filter(year=2019, lead=True, departments=("防災課", "市民課"), scope="1", words=("it's", "メール")),
}


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=list(FILTERS))
@pytest.mark.parametrize("name", ["status_by_year", "agenda", "indicator_series"])
def test_the_copied_query_selects_the_same(
    open_store: store.Identity, monkeypatch: pytest.MonkeyPatch, name: str, chosen: Filter
) -> None:
    monkeypatch.chdir(Path(open_store.address.text).parent)
    with duckdb.connect() as client:
        found = client.execute(Query(name, chosen).sql).df()
    assert found.equals(queries.frame(name, chosen))


def test_values_of_the_query_itself_are_filled_in(open_store: store.Identity) -> None:
    assert "i.number = 11" in Query("initiative_head", more={"number": 11}).sql
