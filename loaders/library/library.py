"""What was added is kept in a folder: a folder a plan, by its number, in it a folder an edition, by its order, with the file.

    2/plan.json          {"name": "…"}: what the plan is called
    2/corrections.csv    a person's last word on its readings, where there is one
    2/1/table.xlsx       the first edition as it was given; a sidecar (table.toml) may stand beside it
    2/1/edition.json     {"file_name", "added_on", "year", "mapping", "settled"}: how the file is to be read
    .removed/2           a plan that was removed: it can be put back until the next one is added
    .last-number         the highest number that a plan was ever given: what people said of one is never taken for another's

The folder is not in git. The shipped plan is number 1: its first edition is the shipped document, later ones stand in `1/`.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from loaders.corrections.form import FILE_NAME
from loaders.errors import InputError
from loaders.files import read_bytes, read_if_there
from loaders.table.sidecar import sidecar_path

SHIPPED: Final = 1
PLAN_FILE, EDITION_FILE = "plan.json", "edition.json"
REMOVED: Final = ".removed"
NEW: Final = ".new"
GONE: Final = ".gone"
LAST_NUMBER: Final = ".last-number"
# Stands in the folder where the shipped plan was removed.
WITHOUT_SHIPPED: Final = ".without-shipped"


@dataclass(frozen=True)
class Edition:
    """A file of a plan and how it is to be read.

    `mapping` says what its columns are, None where what is proposed is taken; `year` is the fiscal year of a table that names
    none; `settled` a person's word on which rows go on from which (number in this edition to number before, None for new).
    """

    document: Path
    mapping: Mapping[str, Any] | None = None
    year: int | None = None
    settled: Mapping[int, int | None] = field(default_factory=dict)


@dataclass(frozen=True)
class PlanFiles:
    """What a plan is read from: its editions in order, the corrections of it; `name` is '' where the document says it."""

    plan_id: int
    name: str
    editions: tuple[Edition, ...]
    corrections: Path

    def files(self) -> Iterator[Path]:
        """Yield every file that the reading depends on, whether it is there or not."""
        for edition in self.editions:
            yield from (edition.document, sidecar_path(edition.document), edition.document.with_name(EDITION_FILE))
        yield self.corrections


@dataclass(frozen=True)
class Library:
    """The folder of what was added, and the plan that is there without it."""

    folder: Path
    document: Path
    corrections: Path

    def plans(self) -> tuple[PlanFiles, ...]:
        """Return all plans by their numbers; raise InputError where a note of the folder cannot be read."""
        return tuple(self._plan(number) for number in sorted(self._numbers()))

    def _numbers(self) -> set[int]:
        numbers = {int(path.name) for path in _folders(self.folder) if path.name.isdecimal()}
        return numbers | ({SHIPPED} if self._has_shipped() else set())

    def _plan(self, number: int) -> PlanFiles:
        place = self.folder / str(number)
        added = tuple(
            _edition(path)
            for path in sorted(_folders(place), key=lambda path: int(path.name) if path.name.isdecimal() else 0)
            if path.name.isdecimal()
        )
        if number == SHIPPED and self._has_shipped():
            return PlanFiles(number, "", (Edition(self.document), *added), self.corrections)
        name = str(_note(place / PLAN_FILE).get("name", ""))
        return PlanFiles(number, name, added, place / FILE_NAME)

    def add(self, file_name: str, data: bytes, plan_id: int | None, name: str, edition: Mapping[str, Any]) -> tuple[int, int]:
        """Keep a file as the next edition of a plan, or as a new plan where `plan_id` is None; return plan and edition.

        What was removed before can be put back no longer. Either all of it is kept or nothing, whenever the program is ended.
        """
        known = self._numbers()
        number = max({SHIPPED, *known, self._last_number()}) + 1 if plan_id is None else plan_id
        order = len(self._plan(number).editions) + 1 if number in known else 1
        new = self.folder / NEW
        shutil.rmtree(new, ignore_errors=True)
        place = new / str(order)
        place.mkdir(parents=True)
        (place / Path(file_name).name).write_bytes(data)
        note = {"file_name": Path(file_name).name, "added_on": date.today().isoformat(), **edition}
        _write_note(place / EDITION_FILE, note)
        # Noted first: a number that was noted for nothing is never given, one that was not might be given twice.
        self._note_number(number)
        target = self.folder / str(number)
        if target.is_dir():
            os.replace(place, target / str(order))
        else:
            if number != SHIPPED:
                _write_note(new / PLAN_FILE, {"name": name})
            os.replace(new, target)
        shutil.rmtree(new, ignore_errors=True)
        self.forget_removed()
        return number, order

    def _note_number(self, number: int) -> None:
        if number > self._last_number():
            note = self.folder / f"{LAST_NUMBER}{NEW}"
            note.write_text(str(number), encoding="utf-8")
            os.replace(note, self.folder / LAST_NUMBER)

    def _last_number(self) -> int:
        """Return the highest number that a plan was ever given, as far as it was noted."""
        noted = read_if_there(self.folder / LAST_NUMBER, "取り込みの控え") or b""
        return int(noted) if noted.strip().isdigit() else SHIPPED

    def take_back(self, plan_id: int, edition: int) -> None:
        """Take a plan's last edition away for good: it could not be read, or was not meant.

        Raise InputError where there is a later one, or nothing would be left.
        """
        plans = {plan.plan_id: plan for plan in self.plans()}
        if plan_id not in plans or len(plans[plan_id].editions) != edition:
            raise InputError("この版は、計画の最後の版ではありません。", todo="画面を読み直してください。")
        if edition == 1 and len(plans) == 1:
            raise InputError("最後の計画は外せません。", todo="先に別の計画を取り込んでください。")
        place = self.folder / str(plan_id)
        others = [path for path in _folders(place) if path.name.isdecimal() and path.name != str(edition)]
        self._let_go(place / str(edition) if others else place)

    def _let_go(self, place: Path) -> None:
        """Delete a folder: in one step it is no part of the library any more, then its files go."""
        gone = self.folder / GONE
        shutil.rmtree(gone, ignore_errors=True)
        if place.is_dir():
            os.replace(place, gone)
            shutil.rmtree(gone, ignore_errors=True)

    def remove(self, plan_id: int) -> None:
        """Set a plan aside; raise InputError where there is none of that number, or no other."""
        plans = {plan.plan_id for plan in self.plans()}
        if plan_id not in plans:
            raise InputError(f"番号{plan_id}の計画はありません。", todo="`list` で番号を確かめてください。")
        if plans == {plan_id}:
            raise InputError("最後の計画は外せません。", todo="先に別の計画を取り込んでください。")
        self.forget_removed()
        place, aside = self.folder / str(plan_id), self.folder / REMOVED / str(plan_id)
        aside.parent.mkdir(parents=True, exist_ok=True)
        # One step; what is noted after it is only wanted once the folder of what was removed is gone.
        if place.is_dir():
            os.replace(place, aside)
        else:
            aside.mkdir()
        if plan_id == SHIPPED:
            (self.folder / WITHOUT_SHIPPED).touch()

    def _has_shipped(self) -> bool:
        return not (self.folder / WITHOUT_SHIPPED).exists() and self.removed() != SHIPPED

    def removed(self) -> int | None:
        """Return the plan that can be put back, None where there is none."""
        return next((int(path.name) for path in _folders(self.folder / REMOVED) if path.name.isdecimal()), None)

    def restore(self) -> int:
        """Put back the plan that was removed last; raise InputError where there is none."""
        plan_id = self.removed()
        if plan_id is None:
            todo = "取り消せるのは、次に取り込むまでの間です。もう一度ファイルから取り込んでください。"
            raise InputError("元に戻せる計画はありません。", todo=todo)
        aside = self.folder / REMOVED / str(plan_id)
        if plan_id == SHIPPED:
            (self.folder / WITHOUT_SHIPPED).unlink(missing_ok=True)
        if any(aside.iterdir()):
            os.replace(aside, self.folder / str(plan_id))
        else:
            aside.rmdir()
        self.forget_removed()
        return plan_id

    def forget_removed(self) -> None:
        """Let go of what was removed."""
        if self.removed() == SHIPPED:
            (self.folder / WITHOUT_SHIPPED).touch()
        self._let_go(self.folder / REMOVED)


def _folders(place: Path) -> list[Path]:
    return [path for path in place.iterdir() if path.is_dir()] if place.is_dir() else []


def _edition(place: Path) -> Edition:
    note = _note(place / EDITION_FILE)
    settled = {int(number): before for number, before in note.get("settled", {}).items()}
    return Edition(place / str(note.get("file_name", "")), note.get("mapping"), note.get("year"), settled)


def _note(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(read_bytes(path, "取り込みの控え"))
    except ValueError as error:
        raise InputError("取り込みの控えを読めません。", where=str(path), todo="もう一度取り込んでください。") from error
    return found if isinstance(found, dict) else {}


def _write_note(path: Path, note: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(note, ensure_ascii=False, indent=1), encoding="utf-8")
