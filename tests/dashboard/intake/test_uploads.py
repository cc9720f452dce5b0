"""Who changes the plans is noted where it succeeded; a page that may not change them is given no way to."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.database import store
from dashboard.frame import rights
from dashboard.intake import uploads
from dashboard.intake.uploads import Noted, Uploads
from desk import keepings
from desk.keepings import ADDED, RESTORED


class Given:
    """Takes in whatever it is given but for files called 'bad'."""

    def inspect(self, *_: object) -> dict[str, Any]:
        return {}

    def add(self, store: Path, name: str, data: bytes, plan: str, how: object) -> dict[str, Any]:
        return {"trouble": "読めません"} if name == "bad" else {"plan_id": 2, "name": plan, "edition": 1}

    def plans(self, store: Path) -> dict[str, Any]:
        return {}

    def remove(self, store: Path, plan_id: int) -> dict[str, Any]:
        return {}

    def restore(self, store: Path) -> dict[str, Any]:
        return {}


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Uploads:
    monkeypatch.setenv("PLAN_DATA", str(tmp_path))
    monkeypatch.setattr(rights, "actor", lambda: "管理係")
    return Noted(Given())


def test_what_was_done_is_noted_and_what_failed_is_not(given: Uploads, tmp_path: Path) -> None:
    given.add(tmp_path, "good", b"", "環境", {})
    given.add(tmp_path, "bad", b"", "福祉", {})
    given.restore(tmp_path)
    found = keepings.history(tmp_path / "desk.sqlite")
    assert [(one.keeping.act, one.keeping.name, one.who) for one in found] == [
        (RESTORED, "", "管理係"),
        (ADDED, "環境", "管理係"),
    ]


def test_the_store_that_came_of_it_is_read_at_once(given: Uploads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renewed: list[str] = []
    monkeypatch.setattr(store, "renew", lambda: renewed.append("read"))
    given.add(tmp_path, "bad", b"", "福祉", {})
    assert renewed == []
    given.add(tmp_path, "good", b"", "環境", {})
    given.restore(tmp_path)
    assert renewed == ["read", "read"]


def test_it_is_done_even_where_it_can_not_be_noted(given: Uploads, tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").write_bytes(b"no database" * 100)
    assert given.add(tmp_path, "good", b"", "環境", {})["plan_id"] == 2


def test_who_may_not_keep_plans_is_given_no_way_to(given: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    uploads.use(given)
    monkeypatch.setattr(uploads, "refusal", lambda: "取り込みには「管理」の権限が要ります")
    with pytest.raises(PermissionError, match="管理"):
        uploads.service()
