"""Who took a plan in or removed it stays to be read, and can't be changed afterwards."""

import sqlite3
from pathlib import Path

import pytest

from desk import database, keepings
from desk.keepings import ADDED, REMOVED, Keeping


def test_each_act_on_a_plan_is_noted_with_who_and_when_the_latest_first(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    assert keepings.history(file) == ()
    keepings.note(file, Keeping(ADDED, 2, "環境基本計画", "kankyo.xlsx"), "係")
    keepings.note(file, Keeping(REMOVED, 2, "環境基本計画"), "管理係")
    found = keepings.history(file)
    assert [(one.keeping.act, one.keeping.plan_id, one.who) for one in found] == [(REMOVED, 2, "管理係"), (ADDED, 2, "係")]
    assert found[1].keeping.file == "kankyo.xlsx"


@pytest.mark.parametrize("change", ["update keeping set name = 'x'", "delete from keeping"])
def test_it_can_be_neither_changed_nor_deleted(tmp_path: Path, change: str) -> None:
    file = tmp_path / "desk.sqlite"
    keepings.note(file, Keeping(ADDED, 2, "環境基本計画", "kankyo.xlsx"), "係")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"), database.writing(file) as connection:
        connection.execute(change)
