"""What many ask for at the same moment is made once: who asks while it is being made waits, and gets the same.

`functools.lru_cache` lets everybody who comes before the first has it make it too. After a store was replaced that is all who
are there: fifty visitors would make the same frames fifty times, on one core, and nothing else would be answered meanwhile.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Result = TypeVar("Result")


def once(most: int) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """Keep what a function returns of hashable values, the `most` that were asked for last, each made by one thread.

    What fails is not kept: who waited tries as well. The function never asks for itself with the same values.
    """

    def keeping(make: Callable[Given, Result]) -> Callable[Given, Result]:
        kept: OrderedDict[Hashable, Result] = OrderedDict()
        making: dict[Hashable, Lock] = {}
        guard = Lock()

        def found(key: Hashable) -> bool:
            if key not in kept:
                return False
            kept.move_to_end(key)
            return True

        @wraps(make)
        def made(*given: Given.args, **named: Given.kwargs) -> Result:
            key = cast("Hashable", (given, *sorted(named.items())))
            with guard:
                if found(key):
                    return kept[key]
                turn = making.setdefault(key, Lock())
            with turn:
                with guard:
                    if found(key):
                        return kept[key]
                try:
                    result = make(*given, **named)
                    with guard:
                        kept[key] = result
                        while len(kept) > most:
                            kept.popitem(last=False)
                finally:
                    with guard:
                        making.pop(key, None)
            return result

        return made

    return keeping
