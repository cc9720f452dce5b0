"""What a person said is never lost: not to somebody who saves at the same time, not to an undo, not to a killed program."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest

from desk import corrections, revisions
from desk.corrections import ChangedMeanwhileError, PersonsWord

WORD = PersonsWord(1, 30, "広報紙等での周知", 2019, "status", "", "unmet", "closed", "費用の面から見送ると決めている")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def said(file: Path) -> list[str]:
    return [saved.word.corrected for saved in corrections.in_force(file)]


def test_word_is_kept_with_who_when_and_why(file: Path) -> None:
    revision = corrections.save(file, [WORD], "情報政策係", revisions.NONE)
    [saved] = corrections.in_force(file)
    assert (saved.word, saved.who, saved.revision, saved.undoes) == (WORD, "情報政策係", revision, None)
    assert saved.made_at.tzinfo is not None


def test_later_word_holds_and_the_earlier_one_stays_to_be_read(file: Path) -> None:
    first = corrections.save(file, [WORD], "係", revisions.NONE)
    corrections.save(file, [replace(WORD, corrected="implemented")], "係", first)
    assert said(file) == ["implemented"]
    assert [saved.word.corrected for saved in corrections.history(file, 1)] == ["implemented", "closed"]


def test_second_who_saves_is_told_what_the_first_said_and_nothing_is_lost(file: Path) -> None:
    seen = revisions.latest(file)
    corrections.save(file, [WORD], "先の人", seen)
    with pytest.raises(ChangedMeanwhileError) as told:
        corrections.save(file, [replace(WORD, corrected="met")], "後の人", seen)
    assert [(saved.who, saved.word.corrected) for saved in told.value.words] == [("先の人", "closed")]
    assert said(file) == ["closed"]
    corrections.save(file, [replace(WORD, corrected="met")], "後の人", revisions.latest(file))
    assert said(file) == ["met"]


def test_two_who_speak_of_different_things_both_are_heard(file: Path) -> None:
    corrections.save(file, [WORD], "先の人", revisions.NONE)
    corrections.save(file, [replace(WORD, year=2020)], "後の人", revisions.NONE)
    assert [saved.word.year for saved in corrections.in_force(file)] == [2019, 2020]


def test_of_an_act_all_is_kept_or_nothing(file: Path) -> None:
    seen = corrections.save(file, [WORD], "係", revisions.NONE)
    corrections.save(file, [replace(WORD, corrected="met")], "別の人", seen)
    with pytest.raises(ChangedMeanwhileError):
        corrections.save(file, [replace(WORD, year=2020), replace(WORD, corrected="unmet")], "係", seen)
    assert [(saved.word.year, saved.word.corrected) for saved in corrections.in_force(file)] == [(2019, "met")]


def test_many_writers_at_once_lose_nothing(file: Path) -> None:
    start = Barrier(8)

    def write(writer: int) -> None:
        start.wait()
        for step in range(5):
            corrections.save(file, [replace(WORD, number=writer, year=2000 + step)], f"{writer}番", revisions.NONE)

    writers = [Thread(target=write, args=(number,)) for number in range(1, 9)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    kept = {(saved.word.number, saved.word.year) for saved in corrections.in_force(file)}
    assert kept == {(number, 2000 + step) for number in range(1, 9) for step in range(5)}
    assert revisions.latest(file) == 40


def test_undone_act_leaves_what_held_before_and_can_be_done_again(file: Path) -> None:
    first = corrections.save(file, [WORD], "係", revisions.NONE)
    second = corrections.save(file, [replace(WORD, corrected="met")], "係", first)
    undone = corrections.undo(file, second, "係")
    assert said(file) == ["closed"]
    assert said_after_undoing(file, [undone]) == ["met"]
    assert [saved.undoes for saved in corrections.history(file, 1)] == [undone, second, None, None]


def test_undone_first_word_says_nothing_any_more(file: Path) -> None:
    revision = corrections.save(file, [WORD, replace(WORD, item="reason", expected="", corrected="cost")], "係", revisions.NONE)
    undone = corrections.undo(file, revision, "係")
    assert said(file) == []
    assert said_after_undoing(file, [undone]) == ["closed", "cost"]


def said_after_undoing(file: Path, acts: Sequence[int]) -> list[str]:
    for act in acts:
        corrections.undo(file, act, "係")
    return said(file)


def test_act_that_somebody_has_gone_on_from_is_not_undone(file: Path) -> None:
    first = corrections.save(file, [WORD], "係", revisions.NONE)
    corrections.save(file, [replace(WORD, corrected="met")], "別の人", first)
    with pytest.raises(ChangedMeanwhileError) as told:
        corrections.undo(file, first, "係")
    assert [saved.who for saved in told.value.words] == ["別の人"]
    assert said(file) == ["met"]


def test_act_that_is_unknown_is_not_undone(file: Path) -> None:
    with pytest.raises(LookupError):
        corrections.undo(file, 7, "係")


def test_words_on_one_plan_are_told_from_those_on_another(file: Path) -> None:
    corrections.save(file, [WORD, replace(WORD, plan_id=2)], "係", revisions.NONE)
    assert [saved.word.plan_id for saved in corrections.in_force(file, 2)] == [2]
    assert [saved.word.plan_id for saved in corrections.history(file, 1, 30)] == [1]
    assert corrections.history(file, 1, 31) == ()


def test_what_happened_since_a_revision_is_told_in_order(file: Path) -> None:
    first = corrections.save(file, [WORD], "先の人", revisions.NONE)
    corrections.undo(file, first, "後の人")
    assert [(act.who, act.undoes) for act in revisions.since(file, revisions.NONE)] == [("先の人", None), ("後の人", first)]
    assert [act.who for act in revisions.since(file, first)] == ["後の人"]


SAVE_UNTIL_KILLED = """
import sys
from pathlib import Path
from desk.corrections import PersonsWord, save
for number in range(1, 100000):
    save(Path(sys.argv[1]), [PersonsWord(1, number, "事業", 2019, "status", "", "unmet", "closed", "理由")], "係", 0)
    print(number, flush=True)
"""


def test_killed_program_loses_nothing_that_it_said_was_saved(file: Path) -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", SAVE_UNTIL_KILLED, str(file)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as one:
        assert one.stdout is not None
        told = [one.stdout.readline() for _ in range(20)]
        one.kill()
        told += one.stdout.readlines()
    kept = [saved.word.number for saved in corrections.in_force(file)]
    assert len(kept) in (len(told), len(told) + 1)
    assert kept == list(range(1, len(kept) + 1))
    corrections.save(file, [replace(WORD, number=1, year=2020)], "係", revisions.latest(file))
