"""What is to happen next outlives everything: a second who saves, an undo, and the day on which it was written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk import corrections, notes, revisions
from desk.corrections import PersonsWord
from desk.notes import Interim, OthersWereFirstError, Step

STEP = Step("a1", 1, 30, "広報紙等での周知", 2021, "業者と仕様を決める", "情報政策係", date(2022, 1, 31))
INTERIM = Interim(1, 11, "防災メール", 2021, "登録者数", "人", date(2021, 9, 30), 12_800.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def steps(file: Path) -> list[Step]:
    return [kept.note for kept in notes.in_force(file, Step, 1)]


def test_nothing_is_to_be_done_where_nobody_has_written(file: Path) -> None:
    assert notes.in_force(file, Step, 1) == notes.history(file, Interim, 1) == ()


def test_step_and_interim_result_are_kept_with_who_and_when(file: Path) -> None:
    revision = notes.save(file, [STEP, INTERIM], "係", revisions.NONE)
    [step], [interim] = notes.in_force(file, Step, 1), notes.in_force(file, Interim, 1)
    assert (step.note, interim.note) == (STEP, INTERIM)
    assert {(kept.who, kept.revision, kept.undoes) for kept in (step, interim)} == {("係", revision, None)}
    assert step.made_at.tzinfo is not None


def test_notes_of_another_plan_are_not_told(file: Path) -> None:
    notes.save(file, [STEP], "係", revisions.NONE)
    assert notes.in_force(file, Step, 2) == ()


def test_done_step_stays_done_and_is_open_again_after_an_undo(file: Path) -> None:
    first = notes.save(file, [STEP], "係", revisions.NONE)
    done = notes.save(file, [replace(STEP, is_done=True)], "係", first)
    assert [step.is_done for step in steps(file)] == [True]
    notes.undo(file, done, "係")
    assert steps(file) == [STEP]


def test_undo_of_what_was_new_takes_it_away_and_its_undo_brings_it_back(file: Path) -> None:
    first = notes.save(file, [STEP, INTERIM], "係", revisions.NONE)
    taken = notes.undo(file, first, "係")
    assert steps(file) == []
    assert notes.in_force(file, Interim, 1) == ()
    notes.undo(file, taken, "係")
    assert steps(file) == [STEP]


def test_second_who_saves_is_told_what_the_first_wrote(file: Path) -> None:
    seen = notes.save(file, [STEP], "係", revisions.NONE)
    notes.save(file, [replace(STEP, due=None)], "先の人", seen)
    with pytest.raises(OthersWereFirstError) as told:
        notes.save(file, [replace(STEP, is_done=True)], "後の人", seen)
    assert [(kept.who, kept.note.due) for kept in told.value.kept] == [("先の人", None)]
    assert steps(file) == [replace(STEP, due=None)]


def test_act_is_not_undone_over_what_was_written_since(file: Path) -> None:
    first = notes.save(file, [STEP], "係", revisions.NONE)
    notes.save(file, [replace(STEP, what="契約する")], "先の人", first)
    with pytest.raises(OthersWereFirstError):
        notes.undo(file, first, "後の人")


def test_act_that_wrote_no_note_can_not_be_undone_as_one(file: Path) -> None:
    with pytest.raises(LookupError):
        notes.undo(file, 7, "係")


def test_interim_result_of_the_same_day_is_replaced_and_one_of_another_day_joins_it(file: Path) -> None:
    first = notes.save(file, [INTERIM], "係", revisions.NONE)
    notes.save(file, [replace(INTERIM, value=12_900.0), replace(INTERIM, as_of=date(2021, 12, 31))], "係", first)
    assert sorted((kept.note.as_of.month, kept.note.value) for kept in notes.in_force(file, Interim, 1)) == [
        (9, 12_900.0),
        (12, 12_800.0),
    ]
    assert len(notes.history(file, Interim, 1)) == 3


def test_file_that_held_corrections_alone_takes_notes_and_keeps_them(file: Path) -> None:
    word = PersonsWord(1, 30, "広報紙等での周知", 2019, "status", "", "unmet", "closed", "見送ると決めている")
    seen = corrections.save(file, [word], "係", revisions.NONE)
    notes.save(file, [STEP], "係", seen)
    assert [saved.word for saved in corrections.in_force(file)] == [word]
    assert steps(file) == [STEP]
