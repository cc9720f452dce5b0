"""What a person is about to say is told with what it changes, kept where it fits, and refused in words where it does not."""

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

import desk.corrections
from desk import revisions
from desk.corrections import PersonsWord
from loaders.store.correcting import Correcting

STATUS = PersonsWord(1, 30, "", 2019, "status", "", "unmet", "closed", "見送りと決めた")
TARGET = PersonsWord(1, 1, "", 2017, "target", "防災メール登録者数", "10000", "9000", "当初の目標")


@pytest.fixture
def store(store_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(store_path, tmp_path / "plan.duckdb"))


@pytest.fixture
def desk_file(store: Path) -> Path:
    return store.with_name("desk.sqlite")


def ask(store: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{store}' as store (read_only)")
        return connection.execute(sql).fetchall()


def test_what_a_word_changes_is_told_before_anything_is_kept(store: Path, desk_file: Path) -> None:
    tried = Correcting().try_on(store, [TARGET])
    told = {(change["item"], change["year"]): (change["before"], change["after"]) for change in tried["changes"]}
    assert told["target", 2017] == ("10000", "9000")
    assert told["is_met", 2017] == ("missed", "met")
    assert told["status", 2017][1] == "met"
    assert not desk_file.exists()


def test_saved_word_is_in_the_store_at_once_and_the_other_sees_what_changed(store: Path) -> None:
    service = Correcting()
    assert "revision" in service.save(store, [STATUS], "先の人", revisions.NONE)
    assert ask(store, "select status from store.outcome where initiative_id = 30 and year = 2019") == [("closed",)]
    answer = service.save(store, [replace(STATUS, corrected="met")], "後の人", revisions.NONE)
    assert [(one.who, one.word.corrected) for one in answer["changed"]] == [("先の人", "closed")]


ADDED = (
    PersonsWord(1, 98, "", None, "indicator", "広報の回数", "", "回", "広報紙に載せた回数"),
    PersonsWord(1, 98, "", 2019, "result", "広報の回数", "", "1", "広報紙に載せた回数"),
)
FIGURES = """
select name, unit, result from store.indicator_year join store.indicator using (indicator_id)
where initiative_id = 98 and name = '広報の回数'
"""


def test_indicator_that_was_not_read_is_in_the_store_with_its_figures_until_it_is_undone(store: Path) -> None:
    service = Correcting()
    tried = service.try_on(store, ADDED)
    assert {("result", 2019), ("indicator_name", None)} <= {(change["item"], change["year"]) for change in tried["changes"]}
    saved = service.save(store, ADDED, "係", revisions.NONE)
    assert ask(store, FIGURES) == [("広報の回数", "回", 1.0)]
    assert service.try_on(store, [replace(ADDED[0], corrected="件")])["changes"]
    service.undo(store, saved["revision"], "係")
    assert ask(store, FIGURES) == []


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (replace(STATUS, expected="met"), "「unmet」に変わっています"),
        (replace(STATUS, corrected="done"), "使えません"),
        (replace(TARGET, corrected="約9000"), "使えません"),
        (replace(STATUS, number=999), "資料にありません"),
        (replace(STATUS, plan_id=7), "もうありません"),
    ],
)
def test_word_that_does_not_fit_is_refused_and_nothing_is_kept(
    store: Path, desk_file: Path, word: PersonsWord, said: str
) -> None:
    assert said in Correcting().save(store, [word], "係", revisions.NONE)["trouble"]
    assert revisions.latest(desk_file) == revisions.NONE


def test_corrected_year_is_no_longer_confirmed_and_undoing_confirms_it_again(store: Path, desk_file: Path) -> None:
    service, held = Correcting(), "unmet/true/cost"
    service.save(store, [replace(STATUS, item="confirmed", expected=held, corrected=held)], "係", revisions.NONE)
    assert ask(store, "select is_confirmed, is_doubtful from store.outcome where initiative_id = 30 and year = 2019") == [
        (True, False)
    ]
    corrected = service.save(store, [STATUS], "係", revisions.latest(desk_file))["revision"]
    assert ask(store, "select count(*) from store.correction where not is_applied") == [(0,)]
    service.undo(store, corrected, "係")
    assert [one.word.item for one in desk.corrections.in_force(desk_file)] == ["confirmed"]


def test_words_that_a_correction_makes_unfit_are_named(store: Path, desk_file: Path) -> None:
    service = Correcting()
    [(status,)] = ask(store, "select status from store.outcome where initiative_id = 1 and year = 2017")
    said = replace(STATUS, number=1, year=2017, expected=str(status), corrected="closed")
    service.save(store, [said], "情報政策係", revisions.NONE)
    assert "情報政策係" in service.try_on(store, [TARGET])["unfit"][0]


def test_what_was_said_comes_back_from_its_csv_with_who_and_why(store: Path, desk_file: Path) -> None:
    service = Correcting()
    service.save(store, [STATUS, TARGET], "情報政策係", revisions.NONE)
    service.save(
        store, [replace(TARGET, year=None, item="unit", expected="人", corrected="件")], "広報係", revisions.latest(desk_file)
    )
    text = service.exported(store, 1)
    assert service.bring_in(store, 1, text, revisions.latest(desk_file))["count"] == 0
    before = [(replace(one.word, named=""), one.who) for one in desk.corrections.in_force(desk_file)]
    for left in desk_file.parent.glob("desk.sqlite*"):
        left.unlink()
    assert service.bring_in(store, 1, text, revisions.NONE)["count"] == 3
    after = desk.corrections.in_force(desk_file)
    assert [(replace(one.word, named=""), one.who) for one in after] == before
    assert all(one.word.named for one in after)
    assert service.exported(store, 1) == text


def test_csv_with_a_wrong_line_brings_nothing_in(store: Path, desk_file: Path) -> None:
    text = Correcting().exported(store, 1) + "30,2019,status,,unmet,done,理由,係,2026-11-24\n"
    assert "2行目" in Correcting().bring_in(store, 1, text, revisions.NONE)["trouble"]
    assert revisions.latest(desk_file) == revisions.NONE
