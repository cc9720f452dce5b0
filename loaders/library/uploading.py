"""A visitor's file is read in a process of its own, with limits of time and memory: whatever it holds, the server goes on.

The page asks with plain values and is answered with plain values; nothing is written but the folder of what was added and the
store. The process gets a folder with the file and `request.json`, and prints one JSON object.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from loaders.editions.matching import match_rows
from loaders.editions.reading import read_document_of
from loaders.errors import InputError
from loaders.grid.grid import Grid
from loaders.grid.reading import read_grid
from loaders.library.adding import Kin, add, kin_of, read_new, title_of
from loaders.library.commands import library_of
from loaders.library.library import Library
from loaders.mapping.mapping import USE_WORDS, YEARLY, Use, sheet_of
from loaders.mapping.mapping import Mapping as TableMappings
from loaders.mapping.proposing import propose
from loaders.mapping.reading import is_prose
from loaders.mapping.written import carried_over, is_same_form, read_written, written
from loaders.prose.eras import label
from loaders.store.freshness import Inputs, ensure_current
from loaders.store.keeping import names_in, plans_in
from loaders.table.document import Document

LOG: Final = logging.getLogger(__name__)
ROOT: Final = Path(__file__).resolve().parents[2]
REQUEST: Final = "request.json"
READ_SECONDS: Final = 120
ADD_SECONDS: Final = 900
MEMORY_BYTES: Final = 3 * 2**30
# Rows of a table that a person looks at to see whether it was understood.
SHOWN_ROWS: Final = 40
# Years that a column may be of beside those that were found.
YEARS_BEFORE, YEARS_AFTER = 5, 10
NOT_IN_TIME: Final = (
    "時間かメモリーの限りに達したため、読み取りをやめました。\n対処: 表だけを別のファイルにして、もう一度選んでください。"
)
DEFECT: Final = (
    "プログラムに不具合が起きたため、読み取れませんでした。\n"
    "対処: くり返すときは、このファイルを添えて管理者に知らせてください。"
)
KEPT: Final = "\nこれまでの計画はそのまま残っています。"


class Uploads:
    """What a page may ask about files of visitors, for the store at a path."""

    def inspect(self, store: Path, name: str, data: bytes, how: Mapping[str, Any]) -> dict[str, Any]:
        """Return how a file is understood (see `inspected`), or its `trouble`; `how` is what a person has settled so far."""
        return _asked("inspect", store, {"name": name, "how": dict(how)}, data, READ_SECONDS)

    def add(self, store: Path, name: str, data: bytes, plan: str, how: Mapping[str, Any]) -> dict[str, Any]:
        """Take a file in as an edition of the plan of that name, a new one where none is called so; or return its `trouble`."""
        return _asked("add", store, {"name": name, "plan": plan, "how": dict(how)}, data, ADD_SECONDS)

    def plans(self, store: Path) -> dict[str, Any]:
        """Return the plans with their files, and which one can be put back."""
        return listed(library_of(store), store)

    def remove(self, store: Path, plan_id: int) -> dict[str, Any]:
        """Remove a plan."""
        return _asked("remove", store, {"plan_id": plan_id}, b"", ADD_SECONDS)

    def restore(self, store: Path) -> dict[str, Any]:
        """Put back the plan that was removed last."""
        return _asked("restore", store, {}, b"", ADD_SECONDS)


def _asked(command: str, store: Path, request: Mapping[str, Any], data: bytes, seconds: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="upload-") as folder:
        place = Path(folder)
        (place / REQUEST).write_text(json.dumps({**request, "command": command, "store": str(store)}), encoding="utf-8")
        (place / "data").write_bytes(data)
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
        try:
            done = subprocess.run(
                [sys.executable, "-m", "loaders.library.uploading", folder],
                capture_output=True,
                timeout=seconds,
                env=environment,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {"trouble": NOT_IN_TIME + KEPT}
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    with suppress(ValueError, IndexError):
        found = json.loads(lines[-1])
        if isinstance(found, dict):
            return found
    LOG.error("a file's process ended with code %s: %s", done.returncode, done.stderr.decode("utf-8", "replace")[-2000:])
    # Python ends with 1 where it fails; whoever is killed at a limit ends otherwise.
    return {"trouble": (DEFECT if done.returncode == 1 else NOT_IN_TIME) + KEPT}


def inspected(library: Library, store: Path, name: str, data: bytes, how: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a file is understood, as JSON can hold it.

    `tables` are its tables with their first rows and columns; `uses` what a column may be; `kin` the plan that it is an
    edition of; `is_known_form` whether that plan's last file had the same columns; `doubtful` the rows for a person to match.
    """
    grid = read_grid(data, name)
    proposed = propose(grid, how.get("year"))
    prose = not grid.is_sure and is_prose(grid, proposed)
    settled = None if prose else read_written(how["mapping"]) if how.get("mapping") else proposed
    document = read_new(name, data, {**how, "mapping": None if settled is None else written(settled)})
    kin = kin_of(library, names_in(store), document)
    is_known_form = False
    if kin is not None and settled is not None and not how.get("mapping"):
        newest = next(plan for plan in library.plans() if plan.plan_id == kin.plan_id).editions[-1]
        if newest.mapping is not None and is_same_form(read_written(newest.mapping), proposed):
            settled, is_known_form = carried_over(read_written(newest.mapping), proposed), True
            document = read_new(name, data, {**how, "mapping": written(settled)})
    return {
        "form": grid.form.value,
        "mapping": None if settled is None else written(settled),
        "tables": [] if settled is None else _tables(grid, settled),
        "uses": {use.value: USE_WORDS[use] for use in Use},
        "yearly": sorted(use.value for use in YEARLY),
        "title": title_of(document, name),
        "rows": len(document.initiatives),
        "years": list(document.years),
        "labels": _labels(document.years),
        "notes": [finding.message for finding in document.findings if finding.number is None],
        "kin": None if kin is None else {"name": kin.name, "shared": kin.shared, "plan_id": kin.plan_id},
        "is_known_form": is_known_form,
        "doubtful": [] if kin is None else _doubtful(library, kin, document),
        "names": list(names_in(store).values()),
    }


def _labels(years: Sequence[int]) -> dict[str, str]:
    """Return the short labels of a table's years, and of those around that a column may be of."""
    return {str(year): label(year) for year in range(min(years) - YEARS_BEFORE, max(years) + YEARS_AFTER + 1)}


def _tables(grid: Grid, mapping: TableMappings) -> list[dict[str, Any]]:
    found = []
    for table in mapping.tables:
        sheet = sheet_of(grid, table)
        rows = range(table.first, min(table.end, table.last + 1 + SHOWN_ROWS))
        found.append(
            {
                "sheet": table.sheet,
                "headings": table.last + 1 - table.first,
                "rows": [[sheet.shown(row, column) for column in range(sheet.width)] for row in rows],
                "lines": [sheet.row_words(row) for row in rows],
                "letters": [sheet.column_words(column) for column in range(sheet.width)],
                "all_rows": table.end - table.last - 1,
                "year": table.year,
            }
        )
    return found


def _doubtful(library: Library, kin: Kin, document: Document) -> list[dict[str, Any]]:
    """Return the matches that a person should look at, with what both rows are called."""
    plan = next(plan for plan in library.plans() if plan.plan_id == kin.plan_id)
    before = read_document_of(plan.editions[-1])[1].initiatives
    names = {row.number: row.activity or row.program_name for row in before}
    now = {row.number: row.activity or row.program_name for row in document.initiatives}
    return [
        {
            "number": match.number,
            "before": match.before,
            "name": now[match.number],
            "name_before": names[match.before],
            "reason": match.reason,
        }
        for match in match_rows(before, document.initiatives)
        if match.is_doubtful
    ]


def listed(library: Library, store: Path) -> dict[str, Any]:
    """Return the plans with their files and troubles, and the number of the one that can be put back."""
    names, state = names_in(store), plans_in(store)
    plans = [
        {
            "plan_id": plan.plan_id,
            "name": names.get(plan.plan_id, plan.name),
            "files": [edition.document.name for edition in plan.editions],
            "trouble": state.get(plan.plan_id, ("", None))[1],
        }
        for plan in library.plans()
    ]
    return {"plans": plans, "removed": library.removed()}


def _done(request: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    store = Path(request["store"])
    library = library_of(store)
    inputs = Inputs(library.document, library.corrections, library.folder)
    if request["command"] == "inspect":
        return inspected(library, store, request["name"], data, request["how"])
    if request["command"] == "add":
        added = add(library, store, (request["name"], data), plan=request["plan"], how=request["how"])
        return {"plan_id": added.plan_id, "name": added.name, "edition": added.edition}
    if request["command"] == "remove":
        library.remove(request["plan_id"])
    else:
        library.restore()
    ensure_current(store, inputs)
    return {}


def _limit() -> None:
    """Keep this process within its memory, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main(folder: Path) -> int:
    """Do what `request.json` in a folder asks for, and print what came of it."""
    _limit()
    request = json.loads((folder / REQUEST).read_text(encoding="utf-8"))
    try:
        answer = _done(request, (folder / "data").read_bytes())
    except InputError as error:
        answer = {"trouble": str(error)}
    except MemoryError:
        answer = {"trouble": NOT_IN_TIME + KEPT}
    except Exception:
        traceback.print_exc()
        answer = {"trouble": DEFECT + KEPT}
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
