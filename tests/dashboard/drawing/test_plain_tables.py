"""Saved tables hold numbers that can be added up, and the sums are the store's."""

import pandas as pd
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.drawing import plain_tables
from dashboard.facts import sections, series, tree

EVERYTHING = Filter(year=0)
LABELS = {2019: "R1", 2020: "R2"}


def total(at: store.Identity, sql: str) -> int:
    return int(store.rows(sql, {}, at).iloc[0, 0])


def test_sections_add_up_to_the_whole(open_store: store.Identity) -> None:
    stand = queries.frame("department_standing", EVERYTHING)
    rows = plain_tables.sections(sections.read(stand), LABELS, sections.ranked(sections.read(stand), 2020), tells_leads=True)
    now = rows[rows["年度"] == "R2"]
    undone = total(open_store, "select count(*) from store.initiative_year where is_undone and year = 2020")
    assert now["未達・繰越"].sum() == undone
    assert now["主担当の未達・繰越"].sum() + now["主担当以外の未達・繰越"].sum() == undone
    assert now["達成した数値目標"].sum() == total(
        open_store, "select count(*) from store.indicator_result where is_met and year = 2020"
    )


def test_a_plan_that_tells_no_leads_has_no_columns_of_them(open_store: store.Identity) -> None:
    stand = queries.frame("department_standing", EVERYTHING)
    assert not [
        name for name in plain_tables.sections(sections.read(stand), LABELS, ["防災課"], tells_leads=False) if "主担当" in name
    ]


@pytest.mark.parametrize("level", tree.LEVELS)
def test_parts_of_a_level_add_up_to_the_whole(open_store: store.Identity, level: str) -> None:
    frames = (queries.frame(name, EVERYTHING) for name in ("goal_standing", "goal_initiatives"))
    stand, initiatives = frames
    every = tree.read(stand, queries.frame("programs"), initiatives)
    rows = plain_tables.nodes(tree.at_level(every, level), LABELS)
    now = rows[rows["年度"] == "R2"]
    if level == tree.INITIATIVE:
        assert now["未達"].isna().all()
        assert now["状況"].str.contains("未達").sum() == total(
            open_store, "select count(*) from store.initiative_year where status = 'unmet' and year = 2020"
        )
    else:
        assert now["実施事業"].sum() == total(open_store, "select count(*) from store.initiative_year where year = 2020")
        assert "状況" not in rows


def test_every_count_is_a_number(open_store: store.Identity) -> None:
    stand = queries.frame("department_standing", EVERYTHING)
    rows = plain_tables.sections(sections.read(stand), LABELS, sections.ranked(sections.read(stand), 2020), tells_leads=True)
    assert all(pd.api.types.is_numeric_dtype(rows[name]) for name in rows.columns.difference(["担当課", "年度"]))


def test_years_of_indicators_hold_the_stores_numbers_apart_from_their_units(open_store: store.Identity) -> None:
    rows = plain_tables.indicator_years(series.read(queries.frame("indicator_series", EVERYTHING)))
    kept = store.rows("select sum(target) as target, sum(result) as result from store.indicator_year", {}, open_store).iloc[0]
    assert rows["目標"].sum() == pytest.approx(kept["target"])
    assert rows["実績"].sum() == pytest.approx(kept["result"])
    assert set(rows["単位"]) > {"人", "回"}


def test_counts_of_targets_stand_in_cells_of_their_own(open_store: store.Identity) -> None:
    rows = plain_tables.statuses(queries.frame("status_by_department", Filter(year=2020)), "department", "担当課")
    assert (rows["達成した数値目標"] <= rows["判定した数値目標"]).all()
    assert rows["判定した数値目標"].sum() > 0
