"""A row is read in milliseconds; one that takes a minute never ends, and nobody shall wait for it without limit."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, Never

from loaders.errors import DocumentError, InputError
from loaders.model import Initiative

# A thousand times what a row takes on a machine that is busy with other things, and three times the largest plan known.
ROW_SECONDS: Final = 60.0
LOAD_SECONDS: Final = 3600.0
TODO: Final = "資料の作成者か、このプログラムの管理者に知らせてください。資料を直すまで、読み込みはくり返しません。"


class OverrunError(DocumentError):
    """Reading a document took longer than anybody can mean it to."""


class _TimeUp(BaseException):
    """Raised wherever the reading is; no handler of errors on the way may take it for one."""


def row_limit(row: Initiative, file_name: str = "") -> Callable[[], InputError]:
    """Return what makes the error of a row that is not read in time."""
    where = f"{file_name} {row.source_line}行目（番号{row.number}）".strip()
    what = f"この行の読み取りが{ROW_SECONDS:.0f}秒で終わらないため、やめました。"
    return lambda: OverrunError(what, where=where, todo=TODO)


def load_limit(file_name: str) -> Callable[[], InputError]:
    """Return what makes the error of a document that is not read in time."""
    what = f"資料の読み取りが{LOAD_SECONDS / 60:.0f}分で終わらないため、やめました。"
    return lambda: OverrunError(what, where=file_name, todo=TODO)


@contextmanager
def limited(seconds: float, overrun: Callable[[], InputError]) -> Iterator[None]:
    """Interrupt what is done within after `seconds` and raise what `overrun` makes.

    Limits may stand in each other; the outer one goes on counting. Only the main thread of a process can be interrupted, and
    not on Windows: there whoever started the process ends it.
    """
    if not _can_interrupt():
        yield
        return
    left, began = signal.getitimer(signal.ITIMER_REAL)[0], time.monotonic()
    if 0 < left <= seconds:
        yield
        return
    outer = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _TimeUp:
        raise overrun() from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, outer)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - began), 0.001))


def _can_interrupt() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _ring(_number: int, _frame: FrameType | None) -> Never:
    raise _TimeUp
