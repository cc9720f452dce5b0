"""What never ends is ended: a row, a whole document, in whatever it is busy."""

import pickle
import re
import signal
import time
from collections.abc import Callable

import pytest

from loaders import limits, parts
from loaders.errors import InputError
from loaders.limits import OverrunError, limited, load_limit
from loaders.pipeline import read_plan
from loaders.table.document import Document
from loaders.table.sidecar import Source

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="nothing can be interrupted here")
SHORT = 0.05


def loop() -> None:
    while True:
        pass


def match() -> None:
    re.fullmatch(r"(?:a|aa)+b", "a" * 60)


def swallow() -> None:
    while True:
        try:
            loop()
        except Exception:
            continue


@pytest.mark.parametrize("hang", [loop, match, swallow])
def test_whatever_hangs_is_ended_with_what_to_say(hang: Callable[[], None]) -> None:
    with pytest.raises(OverrunError, match=r"table\.txt"), limited(SHORT, load_limit("table.txt")):
        hang()


def limit_again_and_again() -> None:
    for _ in range(1000):
        with limited(10.0, load_limit("inner")):
            time.sleep(0.001)


def test_outer_limit_goes_on_counting_behind_an_inner_one() -> None:
    with pytest.raises(OverrunError, match="outer"), limited(SHORT, load_limit("outer")):
        limit_again_and_again()


def test_nothing_rings_once_a_limit_is_left() -> None:
    with limited(SHORT, load_limit("table.txt")):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL


def test_row_that_never_ends_is_named(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ROW_SECONDS", SHORT)
    monkeypatch.setattr(limits, "ROW_SECONDS", SHORT)
    monkeypatch.setattr(parts, "read_initiative", lambda *_: loop())
    with pytest.raises(OverrunError, match=r"table\.txt 8行目（番号1）"):
        read_plan(document, Source("table.txt", "0" * 64))


def test_error_for_a_person_passes_between_processes_as_it_is() -> None:
    error = load_limit("table.txt")()
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (OverrunError, str(error))
    assert isinstance(again, InputError)
