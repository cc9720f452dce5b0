"""計画の比較 lists where the body's own verdicts and what was read are not the same."""

from pathlib import Path

import pytest

from dashboard.database import store
from loaders.pipeline import read_plan
from loaders.records.reading import read_document
from loaders.store.writing import write_plans
from loaders.table.sidecar import Source
from tests.loaders.store.test_verdicts import TABLE
from tests.pages.conftest import open_app, words_on


def test_verdicts_that_differ_are_counted_and_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = read_plan(read_document(TABLE.encode(), "a.csv"), Source("a.csv", "0" * 64), processes=1)
    write_plans({1: plan}, tmp_path / "plan.duckdb", fingerprint="x")
    monkeypatch.setenv(store.SETTING, str(tmp_path / "plan.duckdb"))
    opened = open_app("pages/plans.py", {"compare": "自治体の評価"})
    assert not opened.exception
    assert "自治体自身の評価が5件あります。そのうち2件は" in words_on(opened)
