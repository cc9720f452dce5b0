"""The body's own verdicts stand beside what was read, and the view tells where the two are not the same."""

from pathlib import Path

import duckdb

from loaders.pipeline import read_plan
from loaders.records.reading import read_document
from loaders.store.writing import write_plans
from loaders.table.sidecar import Source

TABLE = """令和5年度の進捗（A：達成 B：概ね達成 D：未達成）
番号,事業名,指標,単位,R5目標,R5実績,R5評価
1,植樹,植樹本数,本,120,118,A
2,清掃,参加者数,人,900,951,A
3,講座,開催回数,回,12,9,D
4,相談,相談件数,件,40,39,B
5,見学,見学者数,人,300,340,D
"""


def test_a_verdict_differs_where_one_says_met_and_the_other_unmet(tmp_path: Path) -> None:
    plan = read_plan(read_document(TABLE.encode(), "a.csv"), Source("a.csv", "0" * 64), processes=1)
    write_plans({1: plan}, tmp_path / "plan.duckdb", fingerprint="x")
    with duckdb.connect(str(tmp_path / "plan.duckdb"), read_only=True) as store:
        found = store.execute("select words, says, status, is_other from verdict_comparison order by initiative_id").fetchall()
    assert found == [
        ("A", "met", "unmet", True),
        ("A", "met", "met", False),
        ("D", "unmet", "unmet", False),
        ("B", None, "unmet", False),
        ("D", "unmet", "met", True),
    ]
