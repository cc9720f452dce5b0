"""The next edition of a table: rows go on under other numbers, past years are kept, and what changed is told."""

from pathlib import Path

import duckdb
import pytest

from loaders.codes import ChangeKind
from loaders.editions.edition_reading import EditedPlan, read_editions
from loaders.editions.matching import match_rows
from loaders.library.library import Edition, PlanFiles
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from loaders.table.document import parse_document

HEADINGS = "番号\t実施事業\t担当課\t実施内容\tR3計画\tR3実績\tR4計画\tR4実績"
LATER_HEADINGS = HEADINGS.replace("R4", "R5").replace("R3", "R4")
FIRST = f"""水辺計画 進捗管理表
{HEADINGS}
1\t川の清掃\t環境課\t市民による清掃\t参加者100人\t参加者90人\t参加者120人\t
2\t水質の検査\t環境課\t河川の検査\t年4回の検査\t検査を4回実施した。\t年4回の検査\t
3\t護岸の点検\t建設課\t護岸の目視点検\t点検10箇所\t点検10箇所\t点検10箇所\t
"""
SECOND = f"""水辺計画 進捗管理表
{LATER_HEADINGS}
1\t水質の検査\t環境保全課\t河川の検査\t年4回の検査\t検査を3回にとどめた。\t年4回の検査\t
2\t川の清掃\t環境課\t市民による清掃\t参加者150人\t参加者130人\t参加者150人\t
3\t親水公園の整備\t公園課\t公園の設計\t設計を行う。\t設計を行った。\t工事を行う。\t
"""


@pytest.fixture
def plan(tmp_path: Path) -> PlanFiles:
    files = []
    for name, text in (("r4.txt", FIRST), ("r5.txt", SECOND)):
        files.append(tmp_path / name)
        files[-1].write_text(text, encoding="utf-8")
    return PlanFiles(1, "", tuple(map(Edition, files)), tmp_path / "corrections.csv")


@pytest.fixture
def edited(plan: PlanFiles) -> EditedPlan:
    return read_editions(plan, lambda _share, _step: None)


def test_rows_of_one_name_are_one_row_whatever_their_number() -> None:
    before, now = (parse_document(text, "t.txt").initiatives for text in (FIRST, SECOND))
    assert {(match.number, match.before) for match in match_rows(before, now)} == {(1, 2), (2, 1)}


def test_a_persons_word_on_a_match_goes_before_the_names() -> None:
    before, now = (parse_document(text, "t.txt").initiatives for text in (FIRST, SECOND))
    assert {(match.number, match.before) for match in match_rows(before, now, {1: None, 3: 3})} == {(2, 1), (3, 3)}


def test_every_change_between_two_editions_is_told_once(edited: EditedPlan) -> None:
    told = {(one.change.kind, one.change.number, one.change.year): one.change for one in edited.changes}
    assert len(told) == len(edited.changes)
    assert (ChangeKind.ADDED, 3, None) in told
    assert (ChangeKind.MOVED, 1, None) in told
    assert told[ChangeKind.TARGET_CHANGED, 2, 2022].before == "120人"
    assert told[ChangeKind.TARGET_CHANGED, 2, 2022].after == "150人"
    [ended] = [one.change for one in edited.changes if one.change.kind is ChangeKind.ENDED]
    assert ended.number == 4
    assert "護岸" in ended.before


def test_past_years_and_rows_that_ended_are_kept(edited: EditedPlan) -> None:
    readings = {reading.initiative.number: reading for reading in edited.reading.readings}
    assert edited.reading.years == (2021, 2022, 2023)
    assert readings[4].initiative.program_name == "護岸の点検"
    cleaning = {year.year: (year.target, year.result) for one in readings[2].indicators for year in one.years}
    assert cleaning[2021] == (100, 90)
    assert cleaning[2022] == (150, 130)


def test_no_year_is_judged_in_which_no_edition_has_the_row(edited: EditedPlan) -> None:
    judged = {reading.initiative.number: {one.year for one in reading.outcomes} for reading in edited.reading.readings}
    assert 2021 not in judged[3]
    assert 2023 not in judged[4]


def test_the_store_says_which_edition_prints_the_words(plan: PlanFiles, tmp_path: Path) -> None:
    added = tmp_path / "plans" / "1" / "2"
    added.mkdir(parents=True)
    (added / "r5.txt").write_text(SECOND, encoding="utf-8")
    (added / "edition.json").write_text('{"file_name": "r5.txt"}', encoding="utf-8")
    inputs = Inputs(plan.editions[0].document, plan.corrections, tmp_path / "plans")
    ensure_current(tmp_path / "plan.duckdb", inputs)
    with duckdb.connect(str(tmp_path / "plan.duckdb"), read_only=True) as connection:
        tied = "cell as c join document as d using (document_id) join initiative as i using (initiative_id)"
        found = set(connection.execute(f"select c.year, d.file_name from {tied} where i.number = 2").fetchall())
        ended = connection.execute("select number from initiative where is_ended").fetchall()
        kinds = connection.execute("select distinct kind from edition_change").fetchall()
    assert found == {(2021, "r4.txt"), (2022, "r5.txt"), (2023, "r5.txt")}
    assert ended == [(4,)]
    assert ("target_changed",) in kinds
