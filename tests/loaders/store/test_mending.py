"""What people say on the screen is put in by reading their rows again, and comes to what reading the whole plan would."""

import shutil
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import duckdb
import pytest

from desk import corrections, revisions
from desk.corrections import PersonsWord
from loaders.store import building
from loaders.store.freshness import Action, ensure_current, is_current
from loaders.store.inputs import Inputs

# What was built when, and from what, is another at each load.
NOT_COMPARED = {"build"}
WORDS = (
    PersonsWord(1, 30, "", 2019, "status", "", "unmet", "closed", "見送りと決めた"),
    PersonsWord(1, 1, "", 2017, "target", "防災メール登録者数", "10000", "9000", "当初の目標"),
    PersonsWord(1, 1, "", None, "indicator_name", "防災メール登録者数", "防災メール登録者数", "登録者数", "呼び名"),
    PersonsWord(1, 98, "", None, "indicator", "広報の回数", "", "回", "広報紙に載せた回数"),
    PersonsWord(1, 98, "", 2019, "result", "広報の回数", "", "1", "広報紙に載せた回数"),
    PersonsWord(1, 5, "", None, "promise", "H30 検討", "kept", "late", "検討は翌年度"),
    PersonsWord(1, 98, "", 2019, "finding", "unplaced_number", "1回", "checked", "参考の数値"),
    PersonsWord(1, 4, "", 2017, "status", "", "met", "closed", "合わない"),
    PersonsWord(1, 999, "", 2017, "status", "", "met", "closed", "ない番号"),
)


@pytest.fixture(scope="module")
def place(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the shipped plan that was built before anybody said anything."""
    folder = tmp_path_factory.mktemp("mended")
    shutil.copy(store_path, folder / "plan.duckdb")
    return folder


def contents(store: Path) -> dict[str, list[str]]:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{store}' as store (read_only)")
        tables = [
            name for (name,) in connection.execute("select table_name from duckdb_tables() where not internal").fetchall()
        ]
        # What was read again of a row is told behind what is told of the table, by other numbers.
        hide = {"document": " exclude (loaded_at)", "finding": " exclude (finding_id)"}
        return {
            table: sorted(map(repr, connection.execute(f"select *{hide.get(table, '')} from store.{table}").fetchall()))
            for table in sorted(set(tables) - NOT_COMPARED)
        }


def test_mended_plan_is_what_reading_it_whole_would_give(place: Path) -> None:
    store, inputs = place / "plan.duckdb", Inputs(added=place / "plans")
    assert inputs.desk is not None
    corrections.save(inputs.desk, WORDS, "係", revisions.latest(inputs.desk))
    assert not is_current(store, inputs)
    assert ensure_current(store, inputs).action is Action.BUILT
    mended = contents(store)
    ensure_current(store, inputs, force=True)
    whole = contents(store)
    for table in whole:
        assert mended[table] == whole[table], table


def test_word_that_does_not_fit_is_told_and_not_put_in(place: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{place / 'plan.duckdb'}' as store (read_only)")
        told = connection.execute("select number, found from store.correction where not is_applied order by number").fetchall()
        findings = connection.execute("select initiative_id from store.finding where kind = 'correction_misfit'").fetchall()
        [(status,)] = connection.execute("select status from store.outcome where initiative_id = 4 and year = 2017").fetchall()
    assert told == [(4, status), (999, "番号が資料にありません")]
    assert status != "closed"
    assert sorted(findings, key=str) == [(4,), (None,)]


def test_undone_words_leave_the_plan_as_it_was_read(place: Path) -> None:
    store, inputs = place / "plan.duckdb", Inputs(added=place / "plans")
    assert inputs.desk is not None
    before = contents(store)
    done = corrections.save(
        inputs.desk,
        [replace(WORDS[0], number=2, expected="", item="reason", corrected="")],
        "係",
        revisions.latest(inputs.desk),
    )
    ensure_current(store, inputs)
    corrections.undo(inputs.desk, done, "係")
    ensure_current(store, inputs)
    after = contents(store)
    for table in set(before) - {"plan"}:
        assert after[table] == before[table], table


def test_only_the_rows_that_people_spoke_of_are_read_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, inputs = place / "plan.duckdb", Inputs(added=place / "plans")
    assert inputs.desk is not None
    ensure_current(store, inputs)
    word = replace(WORDS[0], year=2017, expected="met")
    corrections.save(inputs.desk, [word], "係", revisions.latest(inputs.desk))
    reread = Mock(wraps=building.read_gathered)
    monkeypatch.setattr(building, "read_gathered", reread)
    ensure_current(store, inputs)
    [asked] = reread.call_args_list
    assert asked.args[-1] == {word.number}
