"""On every page that shows tables or charts, the query behind each can be seen, and runs as it stands."""

from pathlib import Path

import duckdb
import pytest

from dashboard.frame import shown_query
from tests.pages.conftest import OpenPage

PAGES: dict[str, dict[str, str]] = {
    "overview": {},
    "indicators": {"view": "表"},
    "unmet": {"year": "R3"},
    "departments": {"department": "防災課"},
    "goals": {"tree": "true"},
    "initiative": {"initiative": "11"},
    "search": {"find": "防災メール"},
    "insights": {},
    "takeaway": {},
    "data": {},
}


@pytest.mark.parametrize(("page", "address"), PAGES.items(), ids=list(PAGES))
def test_the_query_behind_every_table_and_chart_is_shown_and_runs(
    open_page: OpenPage, store_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, address: dict[str, str]
) -> None:
    opened = open_page(f"pages/{page}.py", address)
    keys = [key for key in opened.session_state if str(key).startswith(shown_query.KEY)]
    for key in keys:
        opened.session_state[key] = True
    opened.run()
    shown = {block.value for block in opened.code if block.value.startswith(shown_query.ATTACH)}
    drawers = [drawer for drawer in opened.expander if drawer.label == shown_query.LABEL]
    saved = [button for button in opened.get("download_button") if button.proto.label == "CSVで保存"]
    assert len(drawers) == len(saved) > 0, "a table that can be saved without the query behind it"
    monkeypatch.chdir(store_path.parent)
    for sql in shown:
        with duckdb.connect() as client:
            assert client.execute(sql).description
    assert len(keys) == len(drawers)
    assert shown
