"""Sections' counts by role and year add up to the store's own, whatever the filter."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.drawing import indicator_charts, picture, section_tables, sparklines
from dashboard.facts import sections, series
from dashboard.saying import section_words
from dashboard.text import basis, words

YEAR = 2020
LABELS = {2017: "H29", 2018: "H30", 2019: "R1", 2020: "R2"}


@pytest.fixture
def frame(open_store: store.Identity) -> pd.DataFrame:
    return queries.frame("department_standing", Filter(year=0))


def test_roles_add_up_to_the_section(frame: pd.DataFrame) -> None:
    for name in (None, *sections.ranked(sections.read(frame), YEAR)):
        both = sections.years_of(sections.read(frame), name)
        for year, counts in both.items():
            roles = [sections.years_of(sections.read(frame), name, is_lead).get(year) for is_lead in (True, False)]
            assert sum(role.undone for role in roles if role) == counts.undone
            assert sum(role.initiatives for role in roles if role) == counts.initiatives


def test_sections_add_up_to_all_sections(frame: pd.DataFrame, store_path: Path) -> None:
    parts = [sections.years_of(sections.read(frame), name).get(YEAR) for name in sections.ranked(sections.read(frame), YEAR)]
    whole = sections.years_of(sections.read(frame), None)[YEAR]
    assert sum(part.undone for part in parts if part) == whole.undone
    with duckdb.connect(str(store_path), read_only=True) as connection:
        sql = "select count(*) filter (is_undone), count(*) from initiative_year where year = 2020"
        assert connection.execute(sql).fetchone() == (whole.undone, whole.initiatives)


def test_unjudged_are_ended_or_unreported(frame: pd.DataFrame) -> None:
    aside = frame["initiatives"] - frame["judged"]
    assert (aside <= frame["closed"] + frame["not_reported"]).all()
    assert (frame["undone"] <= frame["judged"]).all()


def test_the_answer_of_a_section_tells_both_roles(frame: pd.DataFrame) -> None:
    said = section_words.answer_one(sections.read(frame), "管財課", YEAR, "令和2年度")
    own = sections.years_of(sections.read(frame), "管財課")[YEAR]
    assert f"{own.judged}件中{own.undone}件" in said
    assert "主担当" in said
    assert "主担当以外" in said
    assert "全課では" in said


def test_a_section_that_the_year_does_not_know_is_told(frame: pd.DataFrame) -> None:
    assert "判定できる事業がありません" in section_words.answer_one(sections.read(frame), "防災課", 1999, "平成11年度")


def test_former_names_and_units_are_told_with_their_numbers(open_store: store.Identity) -> None:
    elderly = queries.frame("department_initiatives", Filter(year=0, departments=("高齢者福祉課",)))
    assert "旧介護保険課の2件（番号" in section_words.names_sentence(elderly, "高齢者福祉課")
    learning = queries.frame("department_initiatives", Filter(year=0, departments=("生涯学習課",)))
    assert "図書館の2件（番号" in section_words.names_sentence(learning, "生涯学習課")
    disaster = queries.frame("department_initiatives", Filter(year=0, departments=("防災課",)))
    assert section_words.names_sentence(disaster, "防災課") == ""


def test_a_run_of_carrying_over_begins_where_it_began(open_store: store.Identity) -> None:
    every = queries.frame("department_initiatives", Filter(year=0))
    runs = sections.carried(every, YEAR)
    assert [len(run) for run in runs] == sorted((len(run) for run in runs), reverse=True)
    for run in runs:
        assert len(run) == run[-1]["carried_run"]
        assert all(item["is_carried_over"] for item in run)
        assert section_words.carried_note(run).count("「") >= len(run)


def test_a_run_without_a_reason_says_so_once(open_store: store.Identity) -> None:
    every = queries.frame("department_initiatives", Filter(year=0))
    notes = [section_words.carried_note(run) for run in sections.carried(every, YEAR)]
    assert any(words.NO_REASON in note for note in notes)
    assert not any(f"理由：{words.NO_REASON}" in note for note in notes)


def test_a_run_tells_the_rule_where_its_words_do_not_show_it(open_store: store.Identity) -> None:
    every = queries.frame("department_initiatives", Filter(year=0))
    told = [
        (note, section_words.carried_note(run))
        for run in sections.carried(every, YEAR)
        for item in run
        if (note := basis.note(item["rule"], item["confidence"]))
    ]
    assert told
    assert all(note in whole for note, whole in told)


def test_an_indicator_is_judged_by_the_year_and_an_older_result_bears_its_own(open_store: store.Identity) -> None:
    every = series.read(queries.frame("indicator_series", Filter(year=0)))
    table = section_tables.indicators(every, LABELS | {2021: "R3"}, YEAR)
    for one, row in zip(every, table.to_dict("records"), strict=True):
        point = one.at(YEAR)
        if point is None or point.result is None:
            assert row["R2の判定"] == (point.verdict if point else words.NOT_JUDGED).text
            assert (row["R2の実績"], row["傾向"], row["達成率"]) == ("－", "－", "－")
        assert not str(row["それより前の実績"]).startswith("R2")
    assert (table["それより前の実績"] != "－").any()


def test_every_initiative_has_a_line_with_every_year(open_store: store.Identity) -> None:
    table = section_tables.initiatives(queries.frame("department_initiatives", Filter(year=0)), LABELS)
    assert table["番号"].is_unique
    assert not (table[list(LABELS.values())] == "").any().any()


def test_a_sparkline_has_a_mark_for_every_result_and_words_behind_it(open_store: store.Identity) -> None:
    every = series.read(queries.frame("indicator_series", Filter(year=0, departments=("防災課",))))
    years = LABELS | {2021: "R3"}
    for one in every:
        drawn = sparklines.svg(one, years)
        missed = sum(point.is_met is False for point in one.points if point.result is not None)
        results = sum(point.result is not None for point in one.points)
        assert drawn.count("<circle") == results - missed
        assert drawn.count('stroke-width="2.5"') == missed
        assert f'aria-label="{picture.said(indicator_charts.spoken(one))}"' in sparklines.line(one, years)
