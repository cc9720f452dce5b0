"""Many who ask for the same at the same moment have it made once; what fails is told to each and kept for nobody."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from dashboard.database.once import once

MANY = 8


def test_what_many_ask_for_at_once_is_made_by_one_of_them() -> None:
    made: list[int] = []
    all_there, go_on = Barrier(MANY + 1), Event()

    @once(most=2)
    def doubled(number: int) -> list[int]:
        made.append(number)
        assert go_on.wait(60)
        return [2 * number]

    def ask(_: int) -> list[int]:
        all_there.wait(60)
        return doubled(3)

    with ThreadPoolExecutor(MANY) as many:
        asking = many.map(ask, range(MANY))
        all_there.wait(60)
        go_on.set()
        found = list(asking)
    assert made == [3]
    assert all(one is found[0] for one in found)


def test_who_asks_for_something_else_does_not_wait() -> None:
    begun, go_on = Event(), Event()

    @once(most=2)
    def told(word: str) -> str:
        if word == "long":
            begun.set()
            assert go_on.wait(60)
        return word

    with ThreadPoolExecutor(1) as other:
        long = other.submit(told, "long")
        assert begun.wait(60)
        assert told("short") == "short"
        go_on.set()
        assert long.result() == "long"


def test_what_fails_is_tried_anew() -> None:
    tried: list[str] = []

    @once(most=2)
    def told(word: str) -> str:
        tried.append(word)
        if len(tried) == 1:
            raise ValueError(word)
        return word

    with pytest.raises(ValueError, match="so"):
        told("so")
    assert told("so") == told("so") == "so"
    assert tried == ["so", "so"]


def test_what_was_asked_for_longest_ago_is_let_go() -> None:
    made: list[str] = []

    @once(most=2)
    def told(word: str, *, loud: bool = False) -> str:
        made.append(word)
        return word.upper() if loud else word

    assert [told("a"), told("b"), told("a"), told("a", loud=True), told("a"), told("b")] == ["a", "b", "a", "A", "a", "b"]
    assert made == ["a", "b", "a", "b"]


def test_it_is_known_what_is_kept_or_being_made() -> None:
    begun, go_on = Event(), Event()

    @once(most=2)
    def told(word: str) -> str:
        begun.set()
        assert go_on.wait(60)
        return word

    assert not told.holds("a")
    with ThreadPoolExecutor(1) as other:
        making = other.submit(told, "a")
        assert begun.wait(60)
        assert told.holds("a")
        go_on.set()
        making.result()
    assert told.holds("a")
    assert not told.holds("b")
