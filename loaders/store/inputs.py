"""A store is built from documents, sidecars, corrections, words of people and this very program; marks tell them apart."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import desk.database
from engines.installation import KEPT_IN, SHIPPED, STORE
from loaders.bands import BANDS_SETTING, Bands, read_bands
from loaders.corrections.form import FILE_NAME
from loaders.corrections.saved import saved_mark
from loaders.editions.edition_reading import only
from loaders.errors import InputError
from loaders.files import read_if_there
from loaders.library.library import Edition, Library, PlanFiles

LOADERS = Path(__file__).parents[1]
DOCUMENT, CORRECTIONS = SHIPPED / "inzai_joho4_progress.txt", SHIPPED / FILE_NAME
# A plan's folder and the store are kept together, so that a copy of one folder holds everything.
KEPT_BESIDE_STORE = "plans"
ADDED = KEPT_IN / KEPT_BESIDE_STORE


@dataclass(frozen=True)
class Inputs:
    """What a store is built from: a document, and the folder of what was added to it; None for the document alone.

    A document alone may be read by a `mapping` that was written down, or as of the `year` that its table does not name.
    """

    document: Path = DOCUMENT
    corrections: Path = CORRECTIONS
    added: Path | None = None
    mapping: Mapping[str, Any] | None = None
    year: int | None = None

    @property
    def desk(self) -> Path | None:
        """What people said on the screen: it stands beside what was added, so that a copy of one folder holds everything."""
        return None if self.added is None else self.added.with_name(desk.database.FILE_NAME)

    def plans(self) -> tuple[PlanFiles, ...]:
        """Return the plans, each with its files; raise InputError where a note on what was added cannot be read."""
        if self.added is None:
            edition = Edition(self.document, self.mapping, self.year)
            return (replace(only(self.document, self.corrections), editions=(edition,)),)
        return Library(self.added, self.document, self.corrections).plans()


def program_mark(folder: Path) -> str:
    """Return a checksum over a folder of loaders: Python, SQL, vocabulary, and what the second reader was trained to."""
    kinds = ("*.py", "*.sql", "*.toml", "*.npy")
    return _checksum(dict.fromkeys(sorted(path for kind in kinds for path in folder.rglob(kind)), "プログラム"))


def _checksum(files: Mapping[Path, str]) -> str:
    """Return a checksum over files, each with what it is called in an error; a missing file counts as such."""
    digest = hashlib.sha256()
    for path, what in files.items():
        content = read_if_there(path, what)
        digest.update(f"{path.name}\0{'missing' if content is None else len(content)}\0".encode())
        digest.update(content or b"")
    return digest.hexdigest()


# Behind it stands the part of a plan's mark that tells what people said on the screen.
SAID: Final = "|"
# What this process runs. The files may be newer, and a store that it builds must not pass for theirs.
RUNNING: Final = program_mark(LOADERS)


def fingerprint(inputs: Inputs) -> str:
    """Return a checksum over the document, its sidecar, the corrections and the loaders that run.

    Raise InputError where one of them is there and cannot be read.
    """
    plans = "".join(plan_mark(plan, inputs.desk) for plan in inputs.plans())
    return f"{hashlib.sha256(plans.encode()).hexdigest()}{bands()}{RUNNING}"


def plan_mark(plan: PlanFiles, desk_file: Path | None) -> str:
    """Return a checksum over all that the reading of a plan depends on: files, its name, people's words, the loaders."""
    named = {path: "訂正" if path == plan.corrections else "資料" for path in plan.files()}
    how = "".join(f"{edition.year} {edition.mapping}" for edition in plan.editions if edition.year or edition.mapping)
    return f"{plan.plan_id} {plan.name} {_checksum(named)}{how}{RUNNING}{SAID}{saved_mark(desk_file, plan.plan_id)}"


def library_of(store: Path) -> Library:
    """Return the folder of what was added to a store: beside it, whatever store it is."""
    return Library(ADDED if store == STORE else store.parent / KEPT_BESIDE_STORE, DOCUMENT, CORRECTIONS)


def without_words(mark: str) -> str:
    """Return the part of a plan's mark that people's words do not change."""
    return mark.partition(SAID)[0]


def bands() -> Bands:
    """Return the scale of attainment that this installation has set; raise InputError where its setting is no scale."""
    try:
        return read_bands(os.environ.get(BANDS_SETTING))
    except ValueError as error:
        todo = "設定を直すか消してから、もう一度起動してください。"
        raise InputError(str(error), where=f"環境変数 {BANDS_SETTING}", todo=todo) from error


def check_program() -> None:
    """Raise InputError where the files of the program are newer than what this process runs."""
    if program_mark(LOADERS) != RUNNING:
        todo = "ダッシュボード（または読み込みのコマンド）を起動し直してください。"
        raise InputError("読み込みのプログラムが、起動したあとに更新されています。", where=str(LOADERS), todo=todo)
