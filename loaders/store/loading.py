"""Visitors never wait for a load while there is a store to read: it runs in a process of its own, once for all of them.

A load that failed because of what was to be loaded is not begun again until that, or the program, has changed; one that failed
because of the place (a full disk, a program that holds the store) may be tried again after a while.
"""

import json
import logging
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Condition, Thread, Timer
from typing import Final

from engines.installation import STORE
from loaders.errors import CorrectionError, DocumentError, InputError
from loaders.limits import LOAD_SECONDS
from loaders.store.freshness import ensure_current, is_current
from loaders.store.inputs import ADDED, RUNNING, Inputs, fingerprint

LOG: Final = logging.getLogger(__name__)
ROOT: Final = Path(__file__).resolve().parents[2]
# A load that says nothing for longer has hung where its own limits do not reach.
PATIENCE_SECONDS: Final = LOAD_SECONDS + 600
RETRY_SECONDS: Final = 30.0
DEFECT: Final = "データを作る途中で、プログラムに不具合が起きました。\n対処: くり返すときは、管理者に知らせてください。"
STOPPED: Final = (
    "データを作る途中で、読み込みが止められました（時間かメモリーの限りに達したようです）。\n"
    "対処: ほかのプログラムを閉じてから「もう一度読み込む」を押すか、管理者に知らせてください。"
)
OUTDATED: Final = "読み込みのプログラムが、起動したあとに更新されています。\n対処: ダッシュボードを起動し直してください。"


class Phase(StrEnum):
    """How a store stands to what it is built from."""

    CURRENT = "current"
    LOADING = "loading"
    FAILED = "failed"


@dataclass(frozen=True)
class LoadState:
    """How a store stands: while a load runs the share done (0 to 1) and its step, when it failed what a person is told."""

    phase: Phase
    share: float = 0.0
    step: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class _Failure:
    """A load that failed: of which inputs and program, what is told, and whether only a change of those can help."""

    mark: str
    trouble: str
    is_lasting: bool
    at: float


class Loads:
    """The loads of one server process, at most one at a time; safe to ask from every visitor's thread."""

    def __init__(self, inputs: Inputs | None = None, command: Sequence[str] = (sys.executable, "-m", "loaders.store.loading")):
        self._inputs = inputs or Inputs()
        self._command = tuple(command)
        self._changed = Condition()
        self._running: LoadState | None = None
        self._failed: dict[Path, _Failure] = {}
        self.begun = 0

    def state(self, store: Path = STORE, *, again: bool = False) -> LoadState:
        """Return how `store` stands, having begun to load it where that is due; `again`: even where it has failed before."""
        with self._changed:
            if self._running is not None:
                return self._running
            try:
                if is_current(store, self._inputs):
                    return LoadState(Phase.CURRENT)
                mark = fingerprint(self._inputs)
            except InputError as error:
                return LoadState(Phase.FAILED, trouble=str(error))
            failure = self._failed.get(store)
            if failure is not None and failure.mark == mark and not again and not self._is_to_retry(failure):
                return LoadState(Phase.FAILED, trouble=failure.trouble)
            self._running = LoadState(Phase.LOADING, step="読み込みを始めています")
            self.begun += 1
        Thread(target=self._load, args=(store, mark), daemon=True).start()
        return LoadState(Phase.LOADING, step="読み込みを始めています")

    def wait(self, seconds: float) -> None:
        """Wait until a load has got on, `seconds` at most."""
        with self._changed:
            if self._running is not None:
                self._changed.wait(seconds)

    def _is_to_retry(self, failure: _Failure) -> bool:
        return not failure.is_lasting and time.monotonic() - failure.at > RETRY_SECONDS

    def _load(self, store: Path, mark: str) -> None:
        trouble, is_lasting = DEFECT, True
        try:
            trouble, is_lasting = self._run(store)
            if not trouble and fingerprint(self._inputs) == mark and not is_current(store, self._inputs):
                trouble, is_lasting = DEFECT, True
        except InputError as error:
            trouble, is_lasting = str(error), False
        except Exception:
            LOG.exception("the store could not be made")
        with self._changed:
            self._failed.pop(store, None)
            if trouble:
                self._failed[store] = _Failure(mark, trouble, is_lasting, time.monotonic())
            self._running = None
            self._changed.notify_all()

    def _run(self, store: Path) -> tuple[str, bool]:
        """Run a load to its end, or until it is given up; return its trouble, '' for none, and whether that lasts."""
        given = (store, self._inputs.document, self._inputs.corrections, self._inputs.added or "", RUNNING)
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
        told: dict[str, object] = {}
        with subprocess.Popen(
            [*self._command, *map(str, given)], stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
        ) as load:
            assert load.stdout is not None
            give_up = Timer(PATIENCE_SECONDS, load.kill)
            give_up.daemon = True
            give_up.start()
            for line in load.stdout:
                told = json.loads(line)
                self._tell(told)
            give_up.cancel()
        if "done" in told:
            return str(told["trouble"]), bool(told["is_lasting"])
        LOG.error("a load ended with code %s before it was done", load.returncode)
        return STOPPED, True

    def _tell(self, told: dict[str, object]) -> None:
        with self._changed:
            if "step" in told and self._running is not None:
                self._running = replace(self._running, share=float(str(told["share"])), step=str(told["step"]))
                self._changed.notify_all()


LOADS: Final = Loads(Inputs(added=ADDED))


def main(arguments: Sequence[str]) -> int:
    """Load a store and tell the process that asked for it how it goes, a JSON object a line."""
    store, document, corrections, added, program = arguments
    inputs = Inputs(Path(document), Path(corrections), Path(added) if added else None)
    trouble, is_lasting = OUTDATED, True
    if program == RUNNING:
        trouble, is_lasting = _trouble_of(lambda: ensure_current(Path(store), inputs, progress=_say))
    _print(done=True, trouble=trouble, is_lasting=is_lasting)
    return 0


def _trouble_of(load: Callable[[], object]) -> tuple[str, bool]:
    try:
        load()
    except InputError as error:
        return str(error), isinstance(error, DocumentError | CorrectionError)
    except Exception:
        traceback.print_exc()
        return DEFECT, True
    return "", False


def _say(share: float, step: str) -> None:
    _print(share=share, step=step)


def _print(**told: object) -> None:
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
