"""What many ask for at the same moment is made once: who asks while it is being made waits, and gets the same.

`functools.lru_cache` lets everybody who comes before the first has it make it too. After a store was replaced that is all who
are there: fifty visitors would make the same frames fifty times, on one core, and nothing else would be answered meanwhile.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper
from threading import Lock
from typing import Generic, ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Kept(Generic[Given, Result]):
    """A function whose last results are kept."""

    def __init__(self, make: Callable[Given, Result], most: int) -> None:
        update_wrapper(self, make)
        self._make = make
        self._most = most
        self._kept: OrderedDict[Hashable, Result] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._guard = Lock()

    def __call__(self, *given: Given.args, **named: Given.kwargs) -> Result:
        """Return what is kept, else what is made now."""
        key = _key(given, named)
        with self._guard:
            if self._found(key):
                return self._kept[key]
            turn = self._making.setdefault(key, Lock())
        with turn:
            with self._guard:
                if self._found(key):
                    return self._kept[key]
            try:
                result = self._make(*given, **named)
                with self._guard:
                    self._kept[key] = result
                    while len(self._kept) > self._most:
                        self._kept.popitem(last=False)
            finally:
                with self._guard:
                    self._making.pop(key, None)
        return result

    def holds(self, *given: Given.args, **named: Given.kwargs) -> bool:
        """Return whether this is kept, or being made."""
        key = _key(given, named)
        with self._guard:
            return key in self._kept or key in self._making

    def _found(self, key: Hashable) -> bool:
        if key not in self._kept:
            return False
        self._kept.move_to_end(key)
        return True


def once(most: int) -> Callable[[Callable[Given, Result]], Kept[Given, Result]]:
    """Keep what a function returns of hashable values, the `most` that were asked for last, each made by one thread.

    What fails is not kept: who waited tries as well. The function never asks for itself with the same values.
    """
    return lambda make: Kept(make, most)


def _key(given: tuple[object, ...], named: dict[str, object]) -> Hashable:
    return cast("Hashable", (given, *sorted(named.items())))
