"""A plan that ends the work is told from one that goes on with it."""

from pathlib import Path

import duckdb
import pytest

from dashboard import endings


@pytest.mark.parametrize("example", endings.PHRASES.values())
def test_a_plan_can_end_the_work(example: str) -> None:
    assert endings.ends(f"引き続き検討した。{example}。")


@pytest.mark.parametrize(
    "plan",
    [
        "",
        "引き続き検討する。",
        "令和3年度中に整備を終了する。",
        "対面の講座は中止した。動画を配信する。",
        "実施しない場合の代替策を検討する。",
        "事業者と協議を行う。",
    ],
)
def test_a_plan_that_goes_on_ends_nothing(plan: str) -> None:
    assert not endings.ends(plan)


def test_no_work_that_went_on_was_said_to_end(store_path: Path) -> None:
    with duckdb.connect(str(store_path), read_only=True) as connection:
        plans = connection.execute(
            """
            select string_agg(c.text, ' ' order by c.cell_id), any_value(o.status)
            from cell c join outcome o using (initiative_id, year)
            where c.kind = 'plan'
            group by c.initiative_id, c.year
            """
        ).fetchall()
    assert {status for plan, status in plans if endings.ends(plan)} <= {"closed", "not_reported"}
