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
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from loaders.errors import InputError
from loaders.garbage import uncollected
from loaders.intake.adding import add
from loaders.intake.understanding import inspected
from loaders.library.library import Library
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs, library_of
from loaders.store.keeping import names_in, plans_in

LOG: Final = logging.getLogger(__name__)
ROOT: Final = Path(__file__).resolve().parents[2]
REQUEST: Final = "request.json"
READ_SECONDS: Final = 120
ADD_SECONDS: Final = 900
MEMORY_BYTES: Final = 3 * 2**30
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

    def take_back(self, store: Path, plan_id: int, edition: int) -> dict[str, Any]:
        """Take the edition that was added last away again."""
        return _asked("take_back", store, {"plan_id": plan_id, "edition": edition}, b"", ADD_SECONDS)

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
                [sys.executable, "-m", "loaders.intake.uploading", folder],
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
    elif request["command"] == "take_back":
        library.take_back(request["plan_id"], request["edition"])
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
        with uncollected():
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
